import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { text } from "node:stream/consumers";
import { brotliCompressSync, constants } from "node:zlib";
import { PassThrough } from "node:stream";
import type { ReactNode } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { copyFor } from "./i18n/i18n.server.ts";
import { CopyProvider } from "./i18n/translate.tsx";
import { logger } from "./operations/logger.server.ts";
import { contentSecurityPolicy, permissionsWithCamera } from "./operations/security-headers.ts";
import type { RouteHandle } from "./root.tsx";
import { HelpAskedContext } from "./ui/frame.tsx";
import { NonceContext } from "./ui/nonce.ts";

export default async function handleRequest(request: Request, status: number, headers: Headers, remixContext: EntryContext, { nonce }: AppLoadContext) {
  const { matches, errors } = remixContext.staticHandlerContext;
  const handles = matches.map(({ route }) => remixContext.routeModules[route.id]?.handle as RouteHandle | undefined);
  // What tells of an error has no data, so also no copy, in the browser: it stays plain HTML.
  const hydrates = !errors && handles.some((handle) => handle?.hydrate);
  const runsScripts = hydrates || handles.some((handle) => handle?.script);
  const page = (
    <NonceContext.Provider value={nonce}>
      <CopyProvider value={copyFor(request)}>
        <HelpAskedContext.Provider value={new URL(request.url).searchParams.has("bantuan")}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </HelpAskedContext.Provider>
      </CopyProvider>
    </NonceContext.Provider>
  );
  const html = hydrates ? await renderWithData(page) : `<!DOCTYPE html>${renderToString(page).replace(/<\/html>.*$/s, "</html>")}`;
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", contentSecurityPolicy(runsScripts ? nonce : null));
  if (handles.some((handle) => handle?.camera)) headers.set("Permissions-Policy", permissionsWithCamera);
  return hydrates && accepts(request, "br") ? new Response(brotli(html, headers), { status, headers }) : new Response(html, { status, headers });
}

function accepts(request: Request, encoding: string): boolean {
  return (request.headers.get("accept-encoding") ?? "").split(",").some((one) => one.trim().split(";")[0] === encoding);
}

/** A page that hydrates carries its data as well: brotli takes a tenth off what gzip, which the server uses elsewhere, would leave. */
function brotli(html: string, headers: Headers): Buffer<ArrayBuffer> {
  headers.set("Content-Encoding", "br");
  headers.append("Vary", "Accept-Encoding");
  return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

/**
 * Rendered whole, from the doctype on, with the loaders' data that the browser will need. React leaves the data's
 * scripts behind `</html>`; they go where browsers put them, into the body.
 */
async function renderWithData(page: ReactNode): Promise<string> {
  const html = await new Promise<string>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, { onAllReady: () => resolve(text(pipe(new PassThrough()))), onShellError: reject, onError: reject });
  });
  const end = html.indexOf("</body></html>");
  return html.slice(0, end) + (html.slice(end).match(/<script.*?<\/script>/gs) ?? []).join("") + "</body></html>";
}

/** An error that nobody expected: logged with its id and the route's path, never with what a person sent. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  logger.error({ incident: context.incident, path: new URL(request.url).pathname, method: request.method, err: error }, "request failed");
};

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    nonce: string;
    /** The number under which an error of this request is found in the log. */
    incident: string;
    clientAddress: string;
    /** Aborted when the server stops: what streams ends then. Not there where nothing streams, as in tests. */
    closing?: AbortSignal;
  }
}
