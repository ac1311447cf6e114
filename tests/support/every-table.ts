import { type Kysely, sql } from "kysely";
import type { Database } from "#db/schema.ts";

/** How many rows every table has, and what they hold, in one number. */
export async function everyTable(db: Kysely<Database>): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`.execute(db);
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ sum: string }>`select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${sql.table(name)} t`.execute(db);
    sums[name] = rows[0]?.sum ?? "";
  }
  return sums;
}
