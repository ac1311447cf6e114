import { type Kysely, sql, type Transaction } from "kysely";
import type { OpenDay } from "#app/mentoring/opening-hours.ts";
import { hoursOfCenter } from "./center-hours.ts";
import type { Database } from "./schema.ts";

export interface VillageCenter {
  centerId: string;
  name: string;
  address: string | null;
  /** In the order of the week; none while they are not recorded. */
  hours: OpenDay[];
  cohorts: number;
  closed: { at: Date; by: string | null; reason: string } | null;
}

/** The centres of a village, open ones first, with how many cohorts they have that are not over. */
export async function listVillageCenters(db: Kysely<Database>, villageCode: string, today: string): Promise<VillageCenter[]> {
  const { rows } = await sql<VillageCenter>`
    select center.id as "centerId", center.name, center.address, ${hoursOfCenter} as hours,
      (select count(*)::int from cohort c where c.village_code = center.village_code and c.center_id = center.id and c.ends_on >= ${today}) as cohorts,
      case when closing.id is not null then json_build_object('at', closing.closed_at, 'by', staff.name, 'reason', closing.reason) end as closed
    from internet_center center
    left join internet_center_closing closing on closing.village_code = center.village_code and closing.center_id = center.id and closing.reopened_at is null
    left join staff on staff.id = closing.closed_by
    where center.village_code = ${villageCode}
    order by closing.id is not null, center.name, center.id`.execute(db);
  return rows;
}

/** Holds the centres of a village until the transaction ends. */
export async function lockVillageCenters(trx: Transaction<Database>, villageCode: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('internet_center'), hashtext(${villageCode}))`.execute(trx);
  await trx.selectFrom("internet_center").where("village_code", "=", villageCode).select("id").forUpdate().execute();
}

export async function insertCenter(trx: Transaction<Database>, center: { villageCode: string; centerId: string; name: string; address: string | null }): Promise<void> {
  await trx.insertInto("internet_center").values({ village_code: center.villageCode, id: center.centerId, name: center.name, address: center.address }).execute();
}

export async function updateCenter(trx: Transaction<Database>, { villageCode, centerId, name, address }: { villageCode: string; centerId: string; name: string; address: string | null }): Promise<void> {
  await trx.updateTable("internet_center").set({ name, address }).where("village_code", "=", villageCode).where("id", "=", centerId).execute();
}

export async function insertClosing(trx: Transaction<Database>, closing: { villageCode: string; id: string; centerId: string; closedAt: Date; closedBy: string; reason: string }): Promise<void> {
  const { villageCode, id, centerId, closedAt, closedBy, reason } = closing;
  await trx.insertInto("internet_center_closing").values({ village_code: villageCode, id, center_id: centerId, closed_at: closedAt, closed_by: closedBy, reason }).execute();
}

export async function endClosing(trx: Transaction<Database>, { villageCode, centerId, by, at }: { villageCode: string; centerId: string; by: string; at: Date }): Promise<void> {
  await trx
    .updateTable("internet_center_closing")
    .set({ reopened_at: at, reopened_by: by })
    .where("village_code", "=", villageCode)
    .where("center_id", "=", centerId)
    .where("reopened_at", "is", null)
    .execute();
}

/** Whether a centre takes new cohorts: `center` is the query's own alias. */
export const isOpenCenter = sql<boolean>`not exists (select 1 from internet_center_closing closing
  where closing.village_code = center.village_code and closing.center_id = center.id and closing.reopened_at is null)`;
