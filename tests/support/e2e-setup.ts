import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { TestProject } from "vitest/node";
import { addressOf } from "#app/launch/open-database.ts";
import { connect } from "#db/client.ts";
import { startPostgres } from "#db/embedded-postgres.ts";
import { startApp } from "./app-process.ts";

/** Two running applications with demo people of their own. */
export interface Sites {
  /** The application on its embedded PostgreSQL. */
  embeddedSite: string;
  /** The application that knows only a DATABASE_URL, of the PostgreSQL at `databaseUrl`. */
  connectedSite: string;
  databaseUrl: string;
}

/** Sites for each of the workers that run browser tests. */
export default async function setup(project: TestProject) {
  build();
  const dataDir = mkdtempSync(join(tmpdir(), "melek-e2e-"));
  const postgres = await startPostgres({ dataDir, report: () => undefined, tcp: { port: 0 } });
  const names = Array.from({ length: project.config.maxWorkers }, (_none, index) => `melek_${index + 1}`);
  const urls = await createDatabases(addressOf(postgres.connection), names);
  const all = await Promise.all(urls.map(startBoth));
  project.provide("sites", all.map(({ sites }) => sites));
  return async () => {
    await Promise.all(all.map(({ stop }) => stop()));
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function startBoth(databaseUrl: string): Promise<{ sites: Sites; stop: () => Promise<unknown> }> {
  const [embedded, connected] = await Promise.all([startApp(), startApp({ DATABASE_URL: databaseUrl, DEMO: "1" })]);
  return { sites: { embeddedSite: embedded.url, connectedSite: connected.url, databaseUrl }, stop: () => Promise.all([embedded.stop(), connected.stop()]) };
}

/** In the cluster of the database at `adminUrl`; answers their addresses. */
async function createDatabases(adminUrl: string, names: readonly string[]): Promise<string[]> {
  const admin = connect(adminUrl);
  for (const name of names) await sql`create database ${sql.id(name)}`.execute(admin);
  await admin.destroy();
  return names.map((name) => Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href);
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
    sites: Sites[];
  }
}
