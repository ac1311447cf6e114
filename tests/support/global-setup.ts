import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { buildCourses } from "#app/launch/build-courses.ts";
import { connect } from "#db/client.ts";
import { startPostgres } from "#db/embedded-postgres.ts";
import { loadHolidays } from "#db/holidays.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { loadRegions } from "#db/regions.ts";

/** One real PostgreSQL for the whole run, with a template database that has the schema and every region. */
export default async function setup(project: TestProject) {
  await buildCourses();
  const dataDir = mkdtempSync(join(tmpdir(), "melek-test-"));
  const postgres = await startPostgres({ dataDir, report: () => undefined });
  const { host, port, user } = postgres.connection;
  const url = (database: string) => `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const admin = new pg.Client({ connectionString: url("postgres") });
  await admin.connect();
  await admin.query("create database melek_template");
  await admin.end();
  const template = connect(url("melek_template"));
  await migrateToLatest(template);
  await loadRegions(template);
  await loadHolidays(template);
  await template.destroy();
  project.provide("postgresUrl", url("postgres"));
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}
