import { melatiTimetable } from "./melati.ts";
import type { Timetable } from "./calendar.ts";
import type { Villager } from "./names.ts";
import type { Standing } from "./plans.ts";

/** The second cohort of Plosorejo: Dewi began it, and handed it to the village's duta. */
export const kenangaTimetable: Timetable = { weekdays: [3, 6], hour: 15 };
export const handedOverDaysAgo = 9;
export const movedDaysAgo = 12;

/** Someone of a roster; `from`: they came from another cohort, so many days ago, and went to its classes until then. */
export interface RosterLine {
  villager: Villager;
  standing: Standing;
  from?: { timetable: Timetable; daysAgo: number };
}

/** The first of them was in Rombel Melati before. */
export function kenangaRoster(): RosterLine[] {
  return [
    { villager: { name: "Sumiyati", gender: "female", age: 47 }, standing: "started", from: { timetable: melatiTimetable, daysAgo: movedDaysAgo } },
    { villager: { name: "Wiji Astutik", gender: "female", age: 39 }, standing: "started" },
    { villager: { name: "Kusnan", gender: "male", age: 55 }, standing: "started" },
    { villager: { name: "Ponirah", gender: "female", age: 60 }, standing: "stuck" },
    { villager: { name: "Samsul Arifin", gender: "male", age: 34 }, standing: "started" },
    { villager: { name: "Lilik Mujayanah", gender: "female", age: 44 }, standing: "new" },
  ];
}
