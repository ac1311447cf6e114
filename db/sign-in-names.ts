import { type Kysely, sql } from "kysely";
import { withdrawnAt } from "./consents.ts";
import type { CenterKey } from "./learners.ts";
import { isErased } from "./learner-erasure.ts";
import type { Database } from "./schema.ts";

/** A cohort as learners see it when they sign in. */
export interface NamedCohort {
  cohortId: string;
  name: string;
}

/** The cohorts of a centre that have class now: from 30 minutes before a session begins until 30 minutes after it ends. */
export async function listCohortsInClass(db: Kysely<Database>, { villageCode, centerId }: CenterKey, now: Date): Promise<NamedCohort[]> {
  return db
    .selectFrom("cohort")
    .where("cohort.village_code", "=", villageCode)
    .where("cohort.center_id", "=", centerId)
    .where((where) =>
      where.exists(
        where
          .selectFrom("cohort_session as session")
          .whereRef("session.village_code", "=", "cohort.village_code")
          .whereRef("session.cohort_id", "=", "cohort.id")
          .where("session.cancelled_at", "is", null)
          .where("session.starts_at", "<=", sql<Date>`${now}::timestamptz + interval '30 minutes'`)
          .where(sql<boolean>`session.starts_at + make_interval(mins => session.minutes + 30) >= ${now}`)
          .select("session.id"),
      ),
    )
    .select(["cohort.id as cohortId", "cohort.name"])
    .orderBy("cohort.name")
    .orderBy("cohort.id")
    .execute();
}

/** The cohorts of a centre that have not ended. `today` is `YYYY-MM-DD`. */
export async function listCohortsOfCenter(db: Kysely<Database>, { villageCode, centerId }: CenterKey, today: string): Promise<NamedCohort[]> {
  return db
    .selectFrom("cohort")
    .where("village_code", "=", villageCode)
    .where("center_id", "=", centerId)
    .where("ends_on", ">=", today)
    .select(["id as cohortId", "name"])
    .orderBy("name")
    .orderBy("id")
    .execute();
}

export interface ListedName {
  number: number;
  name: string;
}

/** The learners of a cohort by name, without those who took back their consent to learning: they cannot sign in. */
export async function listNamesOfCohort(db: Kysely<Database>, villageCode: string, cohortId: string): Promise<ListedName[]> {
  return db
    .selectFrom("enrollment")
    .innerJoin("learner", (join) => join.onRef("learner.village_code", "=", "enrollment.village_code").onRef("learner.id", "=", "enrollment.learner_id"))
    .where("enrollment.village_code", "=", villageCode)
    .where("enrollment.cohort_id", "=", cohortId)
    .where((where) => where.not(isErased({ villageCode: "learner.village_code", id: "learner.id" })))
    .where((where) => where(withdrawnAt({ villageCode: "learner.village_code", id: "learner.id" }), "is", null))
    .select(["learner.number", "learner.name"])
    .orderBy(sql`lower(learner.name)`)
    .orderBy("learner.number")
    .execute();
}

/** The centre's learner with this number, and whether they have a PIN. */
export async function findNameByNumber(db: Kysely<Database>, { villageCode, centerId }: CenterKey, number: number): Promise<(ListedName & { hasPin: boolean }) | undefined> {
  return db
    .selectFrom("learner")
    .leftJoin("learner_pin as pin", (join) => join.onRef("pin.village_code", "=", "learner.village_code").onRef("pin.learner_id", "=", "learner.id"))
    .where("learner.village_code", "=", villageCode)
    .where("learner.center_id", "=", centerId)
    .where("learner.number", "=", number)
    .where((where) => where.not(isErased({ villageCode: "learner.village_code", id: "learner.id" })))
    .select(["learner.number", "learner.name", sql<boolean>`pin.learner_id is not null`.as("hasPin")])
    .executeTakeFirst();
}
