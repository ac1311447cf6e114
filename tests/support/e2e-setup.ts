import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { addressOf } from "#app/launch/open-database.ts";
import { startPostgres } from "#db/embedded-postgres.ts";
import { startApp } from "./app-process.ts";

/** Two running applications with the demo people, for all browser tests: one on its own database, one that knows only a DATABASE_URL. */
export default async function setup(project: TestProject) {
  build();
  const dataDir = mkdtempSync(join(tmpdir(), "melek-e2e-"));
  const postgres = await startPostgres({ dataDir, report: () => undefined, tcp: { port: 0 } });
  const databaseUrl = addressOf(postgres.connection);
  const [embedded, connected] = await Promise.all([startApp(), startApp({ DATABASE_URL: databaseUrl, DEMO: "1" })]);
  project.provide("embeddedSite", embedded.url);
  project.provide("connectedSite", connected.url);
  project.provide("databaseUrl", databaseUrl);
  return async () => {
    await Promise.all([embedded.stop(), connected.stop()]);
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** Builds once, before anything starts: the applications that tests start find it done. */
function build(): void {
  // Vite's own settings look different while tests run (vite.config.ts).
  const { VITEST: _vitest, ...env } = process.env;
  const { status } = spawnSync(process.execPath, ["app/launch/build.ts"], { env, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("The application cannot be built");
}

declare module "vitest" {
  interface ProvidedContext {
    /** The application on its embedded PostgreSQL. */
    embeddedSite: string;
    /** The application on the PostgreSQL at `databaseUrl`. */
    connectedSite: string;
    databaseUrl: string;
  }
}
