import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

/** The learner with this number at a centre, with the hash of their PIN. */
export async function findLearnerByNumber(db: Kysely<Database>, center: { villageCode: string; centerId: string }, number: number) {
  return db
    .selectFrom("learner")
    .innerJoin("learner_pin", (join) =>
      join.onRef("learner_pin.village_code", "=", "learner.village_code").onRef("learner_pin.learner_id", "=", "learner.id"),
    )
    .where("learner.village_code", "=", center.villageCode)
    .where("learner.center_id", "=", center.centerId)
    .where("learner.number", "=", number)
    .select(["learner.id as learnerId", "learner_pin.hash"])
    .executeTakeFirst();
}

export async function findStaffByUsername(db: Kysely<Database>, username: string) {
  return db
    .selectFrom("staff")
    .where("username", "=", username.toLowerCase())
    .select(["id as staffId", "password_hash as hash"])
    .executeTakeFirst();
}

/** Notes that the learner was here. */
export async function touchLearner(db: Kysely<Database>, villageCode: string, learnerId: string, now: Date): Promise<void> {
  await db
    .updateTable("learner")
    .set({ last_seen_at: now })
    .where("village_code", "=", villageCode)
    .where("id", "=", learnerId)
    .execute();
}
