import { type Kysely, sql } from "kysely";
import type { CohortKey } from "./enrollments.ts";
import type { Database } from "./schema.ts";

export interface LearnerLock {
  learnerId: string;
  until: Date;
}

/**
 * The learners of a cohort with more than `tries` failed tries on record at `now`: locked until then. The record's key is that
 * of app/accounts/sign-in-throttle.server.ts, its time in milliseconds since the epoch.
 */
export async function listLearnerLocks(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, { tries, now }: { tries: number; now: Date }): Promise<LearnerLock[]> {
  const { rows } = await sql<LearnerLock>`
    select learner.id as "learnerId", to_timestamp(tried.expire / 1000.0) as until
    from enrollment
    join learner on learner.village_code = enrollment.village_code and learner.id = enrollment.learner_id
    join sign_in_limit tried on tried.key = learner.village_code || ':' || learner.center_id || ':' || learner.number
    where enrollment.village_code = ${villageCode} and enrollment.cohort_id = ${cohortId}
      and tried.points > ${tries} and tried.expire > ${now.getTime()}`.execute(db);
  return rows;
}
