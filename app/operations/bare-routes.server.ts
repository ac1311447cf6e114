import type { ActionFunction, LoaderFunction, ServerBuild } from "@remix-run/node";
import type { RouteHandle } from "../root.tsx";

/** What the server asks of a route without Remix; `path` is in Hono's form. */
export interface BareRoute {
  path: string;
  page?: LoaderFunction;
  form?: ActionFunction;
}

/** What an action said, for Remix to make the page of it. */
export type Outcome = { returned: Awaited<ReturnType<ActionFunction>> } | { thrown: unknown };

/**
 * The routes whose `handle` says `bare`. Remix's own work around a request costs several times as much as
 * a lesson's page and half as much as grading a quiz: where a class asks at once, it is left out.
 */
export function bareRoutes(build: ServerBuild): BareRoute[] {
  return Object.values(build.routes).flatMap((route): BareRoute[] => {
    const { path, module: { handle, loader, action } = {} } = route ?? {};
    const { bare } = (handle ?? {}) as RouteHandle;
    return bare ? [{ path: `/${path}`, ...(bare.page && loader ? { page: loader } : {}), ...(bare.form && action ? { form: action } : {}) }] : [];
  });
}

/** Runs an action, once: how it ended, whether it returned or threw. */
export async function outcomeOf(action: ActionFunction, args: Parameters<ActionFunction>[0]): Promise<Outcome> {
  try {
    return { returned: await action(args) };
  } catch (thrown) {
    return { thrown };
  }
}

/** The build, with bare forms that do not run again when the request's context brings their outcome. */
export function withOutcomes(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const action = route?.module.action;
    if (!route || !action || !(route.module.handle as RouteHandle | undefined)?.bare?.form) return [id, route] as const;
    const replay: ActionFunction = (args) => (args.context.outcome ? settle(args.context.outcome) : action(args));
    return [id, { ...route, module: { ...route.module, action: replay } }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

/** The request that stands in for one whose form was read: Remix only shows the page to it. */
export function withoutForm(request: Request): Request {
  const headers = new Headers(request.headers);
  for (const name of ["content-length", "content-type", "transfer-encoding"]) headers.delete(name);
  return new Request(request.url, { method: request.method, headers });
}

function settle(outcome: Outcome): ReturnType<ActionFunction> {
  if ("thrown" in outcome) throw outcome.thrown;
  return outcome.returned;
}

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Of a form that the server has handed in already. */
    outcome?: Outcome;
  }
}
