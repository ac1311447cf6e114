import { type Kysely, sql } from "kysely";
import type { CohortKey } from "./enrollments.ts";
import { isErased } from "./learner-erasure.ts";
import type { Database } from "./schema.ts";

/** A learner of a cohort and since when, to the millisecond, they have the PIN that they have; null when they have none. */
export interface CardLearner {
  learnerId: string;
  number: number;
  name: string;
  pinIssuedAt: Date | null;
  /** Whether they took back their consent to learning: they get no PIN until they agree again. */
  isWithdrawn: boolean;
  /** Whether nothing is recorded of whether they agree to learning: they get no new PIN before it is. */
  isUnasked: boolean;
}

/** The learners of a cohort, by number. */
export async function listCardLearners(db: Kysely<Database>, { villageCode, cohortId }: CohortKey): Promise<CardLearner[]> {
  return db
    .selectFrom("enrollment")
    .innerJoin("learner", (join) => join.onRef("learner.village_code", "=", "enrollment.village_code").onRef("learner.id", "=", "enrollment.learner_id"))
    .leftJoin("learner_pin as pin", (join) => join.onRef("pin.village_code", "=", "learner.village_code").onRef("pin.learner_id", "=", "learner.id"))
    .where("enrollment.village_code", "=", villageCode)
    .where("enrollment.cohort_id", "=", cohortId)
    .where((where) => where.not(isErased({ villageCode: "learner.village_code", id: "learner.id" })))
    .select(["learner.id as learnerId", "learner.number", "learner.name", "pin.issued_at as pinIssuedAt"])
    .select(
      sql<boolean>`coalesce((select not c.given from learner_consent c where c.village_code = learner.village_code and c.learner_id = learner.id
        and c.purpose = 'learning' order by c.recorded_at desc, c.id desc limit 1), false)`.as("isWithdrawn"),
    )
    .select(
      sql<boolean>`not exists (select 1 from learner_consent c where c.village_code = learner.village_code and c.learner_id = learner.id
        and c.purpose = 'learning')`.as("isUnasked"),
    )
    .orderBy("learner.number")
    .execute();
}

/** The ids of the learners whom an import into the cohort added, changed or enrolled. */
export async function listImportedLearnerIds(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, importId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("learner_import_change as change")
    .innerJoin("learner_import as import", (join) => join.onRef("import.village_code", "=", "change.village_code").onRef("import.id", "=", "change.import_id"))
    .where("change.village_code", "=", villageCode)
    .where("change.import_id", "=", importId)
    .where("import.cohort_id", "=", cohortId)
    .select("change.learner_id as learnerId")
    .distinct()
    .execute();
  return rows.map(({ learnerId }) => learnerId);
}
