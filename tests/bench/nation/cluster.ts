import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { addressOf } from "#app/launch/open-database.ts";
import { connect } from "#db/client.ts";
import { startPostgres } from "#db/embedded-postgres.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { loadRegions } from "#db/regions.ts";
import type { Database } from "#db/schema.ts";

/** A PostgreSQL of this run's own; gone with all its data when it is stopped. */
export interface Cluster {
  /** The address of one of its databases, made with schema and regions when it is not there. Commits do not wait for the disk: what they cost else is not drowned. */
  addressOf(name: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(process.env["TMPDIR"] ?? tmpdir(), "melek-nation-"));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ dataDir: join(folder, "data"), report: () => undefined });
  const address = (database: string) => {
    const plain = addressOf({ ...postgres.connection, database });
    return `${plain}${plain.includes("?") ? "&" : "?"}options=${encodeURIComponent("-c synchronous_commit=off")}`;
  };
  const admin = connect(address("postgres"));
  await prepareTemplate(admin, address("nation"));
  return {
    addressOf: async (name) => {
      const { rows } = await sql`select 1 from pg_database where datname = ${name}`.execute(admin);
      if (rows.length === 0) await sql`create database ${sql.id(name)} template nation`.execute(admin);
      return address(name);
    },
    stop: async () => {
      await admin.destroy();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function prepareTemplate(admin: Kysely<Database>, url: string): Promise<void> {
  await sql`create database nation`.execute(admin);
  const template = connect(url);
  await migrateToLatest(template);
  await loadRegions(template);
  await template.destroy();
}
