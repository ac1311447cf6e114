import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { connect } from "#db/client.ts";
import type { Database } from "#db/schema.ts";

/** Runs `work` on the running app's own database, found by the note that PostgreSQL keeps in its folder. */
export async function withDatabase<Result>(dataDir: string, work: (db: Kysely<Database>) => Promise<Result>): Promise<Result> {
  const [, , , port, host] = (await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n");
  const db = connect(`postgresql://melek@localhost:${port}/melek?host=${encodeURIComponent(host ?? "")}`);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
