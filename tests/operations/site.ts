import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { readEnv } from "#app/env.server.ts";
import { startServer } from "#app/server.ts";
import { type Learner, requestAs, type Staff } from "../support/cast.ts";

export interface Site {
  url: string;
  build: ServerBuild;
  /** Asks the running server as a browser would that is signed in as `who`; redirects are not followed. */
  ask(who: Learner | Staff | null, path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/** The built application on a port of its own, on this test file's database. `npm test` builds it. */
export async function openSite(env: Record<string, string> = {}): Promise<Site> {
  const file = resolve("build/server/index.js");
  if (!existsSync(file)) throw new Error("The application is not built: npm run build");
  const build = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as ServerBuild;
  const server = await startServer(build, { ...readEnv({ NODE_ENV: "production", HOST: "127.0.0.1", ...env }), PORT: 0 });
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    build,
    ask: async (who, path, init = {}) => {
      const { headers, method } = await requestAs(who, url + path, { ...init, body: null });
      return fetch(url + path, { ...init, method, headers, redirect: "manual" });
    },
    stop: () => server.stop(),
  };
}
