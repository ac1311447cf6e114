import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { copyFor } from "./i18n/i18n.server.ts";
import { CopyProvider } from "./i18n/translate.tsx";
import { logger } from "./operations/logger.server.ts";
import { contentSecurityPolicy } from "./operations/security-headers.ts";
import { NonceContext } from "./ui/nonce.ts";

export default function handleRequest(request: Request, status: number, headers: Headers, remixContext: EntryContext, { nonce }: AppLoadContext) {
  const hydrates = remixContext.staticHandlerContext.matches.some(({ route }) => remixContext.routeModules[route.id]?.handle?.hydrate);
  const html = renderToString(
    <NonceContext.Provider value={nonce}>
      <CopyProvider value={copyFor(request)}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </CopyProvider>
    </NonceContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", contentSecurityPolicy(hydrates ? nonce : null));
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** An error that nobody expected: logged with its id and the route's path, never with what a person sent. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  logger.error({ incident: context.incident, path: new URL(request.url).pathname, method: request.method, err: error }, "request failed");
};

declare module "@remix-run/node" {
  interface AppLoadContext {
    nonce: string;
    /** The number under which an error of this request is found in the log. */
    incident: string;
    clientAddress: string;
  }
}
