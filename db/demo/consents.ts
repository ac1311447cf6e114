import type { Insertable } from "kysely";
import type { Database } from "../schema.ts";
import type { ConsentPurpose } from "../term-schema.ts";
import { jakartaTime } from "./calendar.ts";
import { demoId } from "./chance.ts";
import { type DemoCohort, melatiId } from "./cohorts.ts";
import { fetchedCards, withdrawnDaysAgo, withdrawnNumber } from "./melati.ts";
import type { Story } from "./stories.ts";

/** What a learner agreed to when they were registered, and what one took back since. Who has never come has not been asked yet, but for two who fetched their cards themselves. */
export function consentsOf({ id, villageCode, mentor }: DemoCohort, { learnerId, number, registeredAt, deeds }: Story, now: Date): Insertable<Database["learner_consent"]>[] {
  if (deeds.length === 0 && !(id === melatiId && fetchedCards.includes(number))) return [];
  const answers: [ConsentPurpose, boolean, Date][] = [
    ["learning", true, registeredAt],
    ["certificate", true, registeredAt],
    ["photo", number % 3 > 0, registeredAt],
    ["statistics", number % 4 > 0, registeredAt],
  ];
  if (id === melatiId && number === withdrawnNumber) answers.push(["learning", false, jakartaTime(now, withdrawnDaysAgo, 10)]);
  return answers.map(([purpose, given, recordedAt]) => ({
    village_code: villageCode,
    id: demoId(`consent/${learnerId}/${purpose}`, recordedAt),
    learner_id: learnerId,
    text_version: 1,
    purpose,
    given,
    channel: "read-aloud",
    guardian_name: null,
    recorded_at: recordedAt,
    witness_id: mentor.id,
  }));
}
