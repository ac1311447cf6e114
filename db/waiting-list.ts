import { type Kysely, sql, type Transaction } from "kysely";
import type { CohortKey } from "./enrollments.ts";
import { isErased } from "./learner-erasure.ts";
import type { Database } from "./schema.ts";

/** Someone who waits for a place in a cohort. */
export interface WaitingLearner {
  waitingId: string;
  learnerId: string;
  number: number;
  name: string;
  since: Date;
}

/** Who waits for a place, the first in line first. */
export async function listWaiting(db: Kysely<Database>, { villageCode, cohortId }: CohortKey): Promise<WaitingLearner[]> {
  return db
    .selectFrom("cohort_waiting as waiting")
    .innerJoin("learner", (join) => join.onRef("learner.village_code", "=", "waiting.village_code").onRef("learner.id", "=", "waiting.learner_id"))
    .where("waiting.village_code", "=", villageCode)
    .where("waiting.cohort_id", "=", cohortId)
    .where("waiting.ended_at", "is", null)
    .select(["waiting.id as waitingId", "learner.id as learnerId", "learner.number", "learner.name", "waiting.since"])
    .orderBy("waiting.since")
    .orderBy("waiting.id")
    .execute();
}

/** How many places of a cohort are taken and how many people wait. */
export async function countSeats(db: Kysely<Database>, { villageCode, cohortId }: CohortKey): Promise<{ enrolled: number; waiting: number }> {
  const { rows } = await sql<{ enrolled: number; waiting: number }>`
    select (select count(*)::int from enrollment e where e.village_code = ${villageCode} and e.cohort_id = ${cohortId}
        and not ${isErased({ villageCode: "e.village_code", id: "e.learner_id" })}) as enrolled,
      (select count(*)::int from cohort_waiting where village_code = ${villageCode} and cohort_id = ${cohortId} and ended_at is null) as waiting`.execute(db);
  return rows[0] ?? { enrolled: 0, waiting: 0 };
}

export interface NewWaiting extends CohortKey {
  waitingId: string;
  learnerId: string;
  since: Date;
  addedBy: string;
}

/** Puts a learner at the end of the line. Answers whether they did not wait there before. */
export async function insertWaiting(trx: Transaction<Database>, { villageCode, cohortId, waitingId, learnerId, since, addedBy }: NewWaiting): Promise<boolean> {
  const { rows } = await sql`
    insert into cohort_waiting (village_code, id, cohort_id, learner_id, since, added_by)
    values (${villageCode}, ${waitingId}, ${cohortId}, ${learnerId}, ${since}, ${addedBy})
    on conflict (village_code, cohort_id, learner_id) where ended_at is null do nothing
    returning id`.execute(trx);
  return rows.length === 1;
}

/** Takes someone out of the line. Answers whether they were in it. */
export async function endWaiting(trx: Transaction<Database>, { villageCode, cohortId }: CohortKey, learnerId: string, endedAt: Date): Promise<boolean> {
  const ended = await trx
    .updateTable("cohort_waiting")
    .set({ ended_at: endedAt })
    .where("village_code", "=", villageCode)
    .where("cohort_id", "=", cohortId)
    .where("learner_id", "=", learnerId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** Who a row of the line is about, and whether they wait no more. */
export async function findWaiting(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, waitingId: string): Promise<{ learnerId: string; isOver: boolean } | undefined> {
  return db
    .selectFrom("cohort_waiting")
    .where("village_code", "=", villageCode)
    .where("cohort_id", "=", cohortId)
    .where("id", "=", waitingId)
    .select(["learner_id as learnerId", sql<boolean>`ended_at is not null`.as("isOver")])
    .executeTakeFirst();
}

/** The rows about a learner in a cohort's line, those that are over too. */
export async function listWaitingIdsOf(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, learnerId: string): Promise<string[]> {
  const rows = await db.selectFrom("cohort_waiting").where("village_code", "=", villageCode).where("cohort_id", "=", cohortId).where("learner_id", "=", learnerId).select("id").execute();
  return rows.map(({ id }) => id);
}
