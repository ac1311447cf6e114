import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { addressOf } from "#app/launch/open-database.ts";
import { startPostgres } from "#db/embedded-postgres.ts";
import { startApp } from "./app-process.ts";

/**
 * What browser tests run on: for each worker an application on its embedded database, and a PostgreSQL with the demo
 * people, of which every test file takes a copy.
 */
export default async function setup(project: TestProject) {
  build();
  const dataDir = mkdtempSync(join(tmpdir(), "melek-e2e-"));
  const postgres = await startPostgres({ dataDir, report: () => undefined, tcp: { port: 0 } });
  const demoUrl = addressOf(postgres.connection);
  const [embedded] = await Promise.all([Promise.all(Array.from({ length: project.config.maxWorkers }, () => startApp())), fillDemo(demoUrl)]);
  project.provide("embeddedSites", embedded.map(({ url }) => url));
  project.provide("demoUrl", demoUrl);
  return async () => {
    await Promise.all(embedded.map((app) => app.stop()));
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** Only a database that nobody has open can be copied. */
async function fillDemo(demoUrl: string): Promise<void> {
  const app = await startApp({ DATABASE_URL: demoUrl, DEMO: "1" });
  await app.stop();
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
    /** By worker. */
    embeddedSites: string[];
    /** The database with the demo people. */
    demoUrl: string;
  }
}
