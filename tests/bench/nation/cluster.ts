import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { addressOf } from "#app/launch/open-database.ts";
import { connect } from "#db/client.ts";
import { startPostgres } from "#db/embedded-postgres.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { loadRegions } from "#db/regions.ts";

/** A PostgreSQL of this run's own; gone with all its data when it is stopped, unless it was told where to keep them. */
export interface Cluster {
  /**
   * The address of one of its databases, with schema and regions. One that is not there is made, and `prepare` fills it:
   * only then has it its name. Commits do not wait for the disk: what they cost else is not drowned.
   */
  addressOf(name: string, prepare: (url: string) => Promise<void>): Promise<string>;
  stop(): Promise<void>;
}

/** `keptIn` is the folder that keeps the data for another run. */
export async function startCluster(keptIn?: string): Promise<Cluster> {
  const folder = keptIn ?? mkdtempSync(join(process.env["TMPDIR"] ?? tmpdir(), "melek-nation-"));
  if (!keptIn) chmodSync(folder, 0o755);
  const postgres = await startPostgres({ dataDir: join(folder, "data"), report: () => undefined });
  const address = (database: string) => {
    const plain = addressOf({ ...postgres.connection, database });
    return `${plain}${plain.includes("?") ? "&" : "?"}options=${encodeURIComponent("-c synchronous_commit=off")}`;
  };
  const admin = connect(address("postgres"));
  return {
    addressOf: async (name, prepare) => {
      const { rows } = await sql`select 1 from pg_database where datname = ${name}`.execute(admin);
      if (rows.length === 0) {
        const unfinished = `${name}_unfinished`;
        await sql`drop database if exists ${sql.id(unfinished)}`.execute(admin);
        await sql`create database ${sql.id(unfinished)}`.execute(admin);
        await bringUpToDate(address(unfinished));
        await prepare(address(unfinished));
        await sql`alter database ${sql.id(unfinished)} rename to ${sql.id(name)}`.execute(admin);
      }
      await bringUpToDate(address(name));
      return address(name);
    },
    stop: async () => {
      await admin.destroy();
      await postgres.stop();
      if (!keptIn) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function bringUpToDate(url: string): Promise<void> {
  const db = connect(url);
  await migrateToLatest(db);
  await loadRegions(db);
  await db.destroy();
}
