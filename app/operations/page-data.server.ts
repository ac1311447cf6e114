import type { ServerBuild } from "@remix-run/node";
import type { RouteHandle } from "../root.tsx";

/** Where Remix serves what a page's loaders return. */
const ending = ".data";

/** Whether an address asks for what a page is made of, instead of the page. */
export function isPageData(url: string): boolean {
  return new URL(url).pathname.endsWith(ending);
}

/**
 * The addresses, in Hono's form, of data that scripts of ours ask for: those of pages that hydrate. All other pages are
 * plain HTML, and what their loaders read stays on the server: it may tell more than the page does, as the counts
 * behind a share.
 */
export function openPageData(build: ServerBuild): string[] {
  return Object.values(build.routes).flatMap((route) => ((route?.module.handle as RouteHandle | undefined)?.hydrate ? [`/${route?.path}${ending}`] : []));
}
