import { type Kysely, sql, type Transaction } from "kysely";
import type { OpenDay } from "#app/mentoring/opening-hours.ts";
import type { CenterKey } from "./learners.ts";
import type { Database } from "./schema.ts";

/** The recorded hours of the centre that the query calls `center`, as JSON: an empty list where none are. */
export const hoursOfCenter = sql<OpenDay[]>`(
  select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'), 'closes', to_char(h.closes, 'HH24:MI')) order by h.weekday), '[]')
  from center_hours h where h.village_code = center.village_code and h.center_id = center.id)`;

/** When a centre is open, in the order of the week; empty where no hours are recorded. */
export async function listCenterHours(db: Kysely<Database>, { villageCode, centerId }: CenterKey): Promise<OpenDay[]> {
  const row = await db.selectFrom("internet_center as center").where("village_code", "=", villageCode).where("id", "=", centerId).select(hoursOfCenter.as("hours")).executeTakeFirst();
  return row?.hours ?? [];
}

/** Records these hours of a centre in place of those it has. */
export async function replaceCenterHours(trx: Transaction<Database>, { villageCode, centerId }: CenterKey, hours: readonly OpenDay[]): Promise<void> {
  await trx.deleteFrom("center_hours").where("village_code", "=", villageCode).where("center_id", "=", centerId).execute();
  if (hours.length === 0) return;
  await trx.insertInto("center_hours").values(hours.map(({ weekday, opens, closes }) => ({ village_code: villageCode, center_id: centerId, weekday, opens, closes }))).execute();
}
