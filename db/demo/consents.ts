import type { Insertable } from "kysely";
import type { Database } from "../schema.ts";
import type { ConsentPurpose } from "../term-schema.ts";
import { demoId } from "./chance.ts";
import type { DemoCohort } from "./cohorts.ts";
import type { Story } from "./stories.ts";

/** What a learner agreed to when they were registered. Who has never come has not been asked yet. */
export function consentsOf({ villageCode, mentor }: DemoCohort, { learnerId, number, registeredAt, deeds }: Story): Insertable<Database["learner_consent"]>[] {
  if (deeds.length === 0) return [];
  const answers: [ConsentPurpose, boolean][] = [["learning", true], ["certificate", true], ["photo", number % 3 > 0], ["statistics", number % 4 > 0]];
  return answers.map(([purpose, given]) => ({
    village_code: villageCode,
    id: demoId(`consent/${learnerId}/${purpose}`, registeredAt),
    learner_id: learnerId,
    text_version: 1,
    purpose,
    given,
    channel: "read-aloud",
    guardian_name: null,
    recorded_at: registeredAt,
    witness_id: mentor.id,
  }));
}
