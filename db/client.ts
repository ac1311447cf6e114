import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";

/** A pool of at most 10 connections to `url`. Dates without a time stay `YYYY-MM-DD` strings. */
export function connect(url: string): Kysely<Database> {
  return overPool(makePool(url));
}

function makePool(url: string): pg.Pool {
  const made = new pg.Pool({ connectionString: url, max: 10, types });
  // A connection that the server ends (at its own stop, say) is replaced at the next query; a transaction on it fails at its own next one.
  made.on("error", () => undefined);
  made.on("connect", (client) => client.on("error", () => undefined));
  return made;
}

function overPool(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

const dateType = 1082;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary"): unknown =>
    oid === dateType && format !== "binary" ? (text: string) => text : pg.types.getTypeParser(oid, format),
};

// One pool a process: the server's bundle and the scripts around it each load this module.
const shared = globalThis as { melekPool?: pg.Pool; melekDatabase?: Kysely<Database> };

/** The process's connections, to `DATABASE_URL`. */
export const pool: pg.Pool = (shared.melekPool ??= makePool(process.env["DATABASE_URL"] ?? ""));

/** The process's database. */
export const db: Kysely<Database> = (shared.melekDatabase ??= overPool(pool));
