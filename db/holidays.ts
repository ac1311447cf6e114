import { type Kysely, sql } from "kysely";
import type { Holiday } from "#app/mentoring/schedule.ts";
import { nationalHolidays } from "./national-holidays.ts";
import type { Database } from "./schema.ts";

/** Brings the table to what `national-holidays.ts` says of the years that it tells of. Run at every start. */
export async function loadHolidays(db: Kysely<Database>): Promise<void> {
  const days = nationalHolidays.map(({ day }) => day);
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  const rows = nationalHolidays.map(({ day, name, isDecreed, source }) => ({ day, name, is_decreed: isDecreed, source }));
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("holiday").where(sql<boolean>`to_char(day, 'YYYY') = any(${years})`).where("day", "not in", days).execute();
    await trx
      .insertInto("holiday")
      .values(rows)
      .onConflict((conflict) =>
        conflict.column("day").doUpdateSet((set) => ({ name: set.ref("excluded.name"), is_decreed: set.ref("excluded.is_decreed"), source: set.ref("excluded.source") })),
      )
      .execute();
  });
}

/** The holidays from one day to another, both included (`YYYY-MM-DD`), in their order. */
export async function listHolidays(db: Kysely<Database>, from: string, to: string): Promise<Holiday[]> {
  return db
    .selectFrom("holiday")
    .where("day", ">=", from)
    .where("day", "<=", to)
    .select(["day", "name", "is_decreed as isDecreed"])
    .orderBy("day")
    .execute();
}
