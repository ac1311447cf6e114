import type { Timetable } from "./calendar.ts";
import { chance } from "./chance.ts";
import { inventVillagers, type Villager } from "./names.ts";
import type { Standing } from "./plans.ts";

/** Desa Plosorejo, Kademangan, Kabupaten Blitar. */
export const plosorejo = "35.05.04.2014";

export const melatiTimetable: Timetable = { weekdays: [2, 5], hour: 9 };

/** Someone who is the same in every demo, so that the start can print how they sign in. */
export interface NamedLearner extends Villager {
  number: number;
  standing: Standing;
  pin: string;
}

export const namedLearners: readonly NamedLearner[] = [
  { number: 1, standing: "new", name: "Sari Wahyuni", gender: "female", age: 58, pin: "418263" },
  { number: 2, standing: "certified", name: "Mulyadi", gender: "male", age: 52, pin: "830746" },
  { number: 9, standing: "almost", name: "Tumini", gender: "female", age: 61, pin: "295814" },
  { number: 12, standing: "started", name: "Sudarto", gender: "male", age: 63, pin: "607352" },
];

// By learner number: 4 new, 8 started, 4 stuck, 3 one quiz from done, 5 certified. Who came late has a high number,
// but for number 1, who had a card from the first day and joined a cohort only now.
const standings: readonly Standing[] = [
  "new", "certified", "certified", "started", "almost", "stuck", "started", "certified",
  "almost", "stuck", "certified", "started", "stuck", "almost", "certified", "started",
  "stuck", "started", "started", "started", "started", "new", "new", "new",
];

/** Who has not come to class yet, but was at the centre to fetch a card. */
export const fetchedCards: readonly number[] = [1, 24];

/** Who took back the consent to learning, and with it lost the PIN. */
export const withdrawnNumber = 17;
export const withdrawnDaysAgo = 1;

/** Who waits for a place in Rombel Melati, first in line first: a list of the neighbourhood brought them, by their numbers. */
export const waitingVillagers: readonly (Villager & { number: number })[] = [
  { number: 31, name: "Suparti", gender: "female", age: 53 },
  { number: 32, name: "Nur Kholis", gender: "male", age: 41 },
];

/** The 24 learners of Rombel Melati in Plosorejo, by number. */
export function melatiRoster(): { villager: Villager; standing: Standing }[] {
  const others = inventVillagers(standings.length - namedLearners.length, "java", chance("melati"), namedLearners.map((learner) => learner.name));
  return standings.map((standing, index) => {
    const villager = namedLearners.find((learner) => learner.number === index + 1) ?? (others.shift() as Villager);
    return { villager, standing };
  });
}
