import { randomBytes } from "node:crypto";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import type { Env } from "./env.server.ts";
import { forbiddenPage } from "./operations/forbidden-page.ts";
import { contentSecurityPolicy, isFromOurPages, securityHeaders } from "./operations/security-headers.ts";

export interface RunningServer {
  port: number;
  /** Finishes the requests in flight, then closes. */
  stop(): Promise<void>;
}

/** Serves the built application on `env.PORT`. Rejects when the port cannot be had. */
export function startServer(build: ServerBuild, env: Env): Promise<RunningServer> {
  const app = createApp(build, env);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOST, overrideGlobalObjects: false }, ({ port }) =>
      resolve({ port, stop: () => stopServer(server) }),
    );
    server.once("error", reject);
  });
}

function createApp(build: ServerBuild, env: Env): Hono {
  const handle = createRequestHandler(build, "production");
  const app = new Hono();
  app.use("/assets/*", immutable("build/client"));
  app.use("/gambar/*", immutable("build/courses"));
  app.use(compress({ encoding: "gzip" }));
  app.all("*", async (context) => {
    const request = asSeenByBrowser(context.req.raw, env);
    if (!isFromOurPages(request)) return finish(forbiddenPage());
    const nonce = randomBytes(16).toString("base64");
    const incident = randomBytes(5).toString("hex");
    return finish(await handle(request, { nonce, incident, clientAddress: clientAddress(context, env) }));
  });
  return app;
}

function immutable(root: string) {
  return serveStatic({
    root,
    precompressed: true,
    onFound: (_path, context) => {
      context.header("Cache-Control", "public, max-age=31536000, immutable");
      context.header("X-Content-Type-Options", "nosniff");
    },
  });
}

// Behind a proxy the browser's scheme and host are told in headers; the application sees one true URL.
function asSeenByBrowser(request: Request, env: Env): Request {
  const url = new URL(request.url);
  const outside = env.PUBLIC_URL ? new URL(env.PUBLIC_URL) : null;
  const protocol = outside?.protocol ?? (env.TRUST_PROXY ? `${request.headers.get("x-forwarded-proto") ?? "http"}:` : url.protocol);
  const host = outside?.host ?? (env.TRUST_PROXY ? request.headers.get("x-forwarded-host") : null) ?? url.host;
  if (protocol === url.protocol && host === url.host) return request;
  return new Request(`${protocol}//${host}${url.pathname}${url.search}`, request);
}

function clientAddress(context: Context, env: Env): string {
  const forwarded = env.TRUST_PROXY ? context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded ?? context.env?.incoming?.socket?.remoteAddress ?? "unknown";
}

function finish(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
  if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", contentSecurityPolicy(null));
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  return new Response(response.body, { status: response.status, headers });
}

function stopServer(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
