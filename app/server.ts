import { randomUUID } from "node:crypto";
import { type HttpBindings, serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { type ActionFunction, type AppLoadContext, createRequestHandler, type LoaderFunction, type ServerBuild } from "@remix-run/node";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import type { Env } from "./env.server.ts";
import { bareRoutes, outcomeOf, withoutForm, withOutcomes } from "./operations/bare-routes.server.ts";
import { logger } from "./operations/logger.server.ts";
import { isPageData, openPageData } from "./operations/page-data.server.ts";
import { brokenPage, forbiddenPage } from "./operations/plain-page.server.ts";
import { contentSecurityPolicy, isFromOurPages, securityHeaders } from "./operations/security-headers.ts";

export interface RunningServer {
  port: number;
  /** Finishes the requests in flight, then closes. */
  stop(): Promise<void>;
}

/** Serves the built application on `env.PORT`. Rejects when the port cannot be had. */
export function startServer(build: ServerBuild, env: Env): Promise<RunningServer> {
  const closing = new AbortController();
  const app = createApp(build, env, closing.signal);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOST }, ({ port }) =>
      resolve({ port, stop: () => stopServer(server, closing) }),
    );
    server.once("error", reject);
  });
}

/** The application as a handler of requests, without a port. Answers that never end by themselves end when `closing` says so. */
export function createApp(build: ServerBuild, env: Env, closing = new AbortController().signal): Hono {
  const handle = createRequestHandler(withOutcomes(build), "production");
  const app = new Hono();
  app.onError((error, context) => {
    logger.error({ path: context.req.path, method: context.req.method, err: error }, "request failed");
    return finish(brokenPage());
  });
  app.use("/assets/*", immutable("build/client"));
  app.use("/gambar/*", immutable("build/courses"));
  const bare = bareRoutes(build);
  for (const { path, page } of bare) if (page) app.get(path, (context) => answerPage(context, page));
  app.use(compress({ encoding: "gzip" }));
  for (const { path, form } of bare) if (form) app.post(path, (context) => answerForm(context, form));
  for (const path of openPageData(build)) app.get(path, (context) => answerAny(context));
  app.all("*", (context) => answerAny(context, isPageData));
  return app;

  async function answerAny(context: Context, isClosed: (url: string) => boolean = () => false): Promise<Response> {
    const request = legible(asSeenByBrowser(context.req.raw, env));
    if (!isFromOurPages(request)) return finish(forbiddenPage());
    const asked = loadContext(context, env, closing);
    return finish(isClosed(request.url) ? await notFoundPage(request, asked) : await handle(request, asked), () => notFoundPage(request, asked));
  }

  async function answerPage(context: Context, page: LoaderFunction): Promise<Response> {
    const request = asSeenByBrowser(context.req.raw, env);
    const asked = loadContext(context, env, closing);
    try {
      return (await page({ request, params: context.req.param(), context: asked })) as Response;
    } catch (thrown) {
      if (thrown instanceof Response) return finish(thrown, () => notFoundPage(request, asked));
      throw thrown;
    }
  }

  async function answerForm(context: Context, form: ActionFunction): Promise<Response> {
    const request = asSeenByBrowser(context.req.raw, env);
    if (!isFromOurPages(request)) return finish(forbiddenPage());
    const asked = loadContext(context, env, closing);
    const outcome = await outcomeOf(form, { request, params: context.req.param(), context: asked });
    const answer = "thrown" in outcome ? outcome.thrown : outcome.returned;
    if (answer instanceof Response) return finish(answer, () => notFoundPage(request, asked));
    return finish(await handle(withoutForm(request), Object.assign(asked, { outcome })));
  }

  // A route without a page of its own answers a bare 404: its reader gets the page that no address has.
  async function notFoundPage(request: Request, asked: AppLoadContext): Promise<Response> {
    return handle(new Request(new URL("/-", request.url), { headers: request.headers }), asked);
  }
}

function loadContext(context: Context, env: Env, closing: AbortSignal): AppLoadContext {
  const id = randomUUID();
  return {
    nonce: id,
    incident: id.slice(0, 8),
    closing,
    get clientAddress() {
      return clientAddress(context, env);
    },
  };
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

// Behind a proxy the browser's scheme and host are told in headers; the application sees one true URL. Remix
// compares the Origin of a form with the headers that name the host: they are made to say the same.
function asSeenByBrowser(request: Request, env: Env): Request {
  if (!env.PUBLIC_URL && !env.TRUST_PROXY) return request;
  const url = new URL(request.url);
  const outside = env.PUBLIC_URL ? new URL(env.PUBLIC_URL) : null;
  const told = (name: string) => (env.TRUST_PROXY ? request.headers.get(name)?.split(",")[0]?.trim() : undefined);
  const protocol = outside?.protocol ?? `${told("x-forwarded-proto") ?? "http"}:`;
  const host = outside?.host ?? told("x-forwarded-host") ?? url.host;
  const headers = new Headers(request.headers);
  headers.set("host", host);
  headers.delete("x-forwarded-host");
  return new Request(new Request(`${protocol}//${host}${url.pathname}${url.search}`, request), { headers });
}

// Remix complains, on the console, of a path that no text is written as, such as /%E0: it is taken for its very signs, so that
// its reader gets the page that any unknown address has.
function legible(request: Request): Request {
  const url = new URL(request.url);
  try {
    decodeURIComponent(url.pathname);
    return request;
  } catch {
    url.pathname = url.pathname.replaceAll("%", "%25");
    return new Request(url, request);
  }
}

function clientAddress(context: Context, env: Env): string {
  const forwarded = env.TRUST_PROXY ? context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
  return forwarded ?? incoming?.socket.remoteAddress ?? "unknown";
}

async function finish(answer: Response, notFoundPage?: () => Promise<Response>): Promise<Response> {
  const response = answer.status === 404 && answer.body === null && notFoundPage ? await notFoundPage() : answer;
  const { headers } = response;
  // Where nothing comes back there is nothing that a policy could be about: a lesson tells of every screen, on links that are paid for by the byte.
  if (response.status === 204) return response;
  for (const [name, value] of Object.entries(securityHeaders)) if (!headers.has(name)) headers.set(name, value);
  if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", contentSecurityPolicy(null));
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  return response;
}

function stopServer(server: ReturnType<typeof serve>, closing: AbortController): Promise<void> {
  closing.abort();
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
