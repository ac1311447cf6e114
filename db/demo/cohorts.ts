import type { Timetable } from "./calendar.ts";
import { between, chance, demoId, pick } from "./chance.ts";
import type { Target } from "./insert-programs.ts";
import { kenangaRoster, kenangaTimetable, type RosterLine } from "./kenanga.ts";
import { melatiRoster, melatiTimetable, plosorejo } from "./melati.ts";
import { inventVillagers } from "./names.ts";
import type { Standing } from "./plans.ts";
import type { DemoProgram } from "./programs.ts";
import { standstill } from "./standstill.ts";
import { type DemoStaff, mentorsOf } from "./staff.ts";

export interface DemoCohort {
  id: string;
  villageCode: string;
  centerId: string;
  name: string;
  program: DemoProgram;
  mentor: DemoStaff;
  timetable: Timetable;
  daysLeft: number;
  /** How many it takes; null: as many as come. */
  capacity: number | null;
  /** The number of the first in the roster. */
  firstNumber: number;
  roster: RosterLine[];
}

export const melatiId = demoId(`cohort/${plosorejo}`);
export const kenangaId = demoId(`cohort/${plosorejo}/kenanga`);

/** The internet center of a village: the same id in every demo. */
export function centerIdOf(villageCode: string): string {
  return demoId(`center/${villageCode}`);
}

/** The cohorts of a program, one a village and in Plosorejo two, in villages spread evenly over its targets. */
export function cohortsOf(program: DemoProgram, targets: readonly Target[]): DemoCohort[] {
  const count = program.cohorts ?? targets.length;
  const villages = Array.from({ length: count }, (_cohort, index) => targets[Math.floor(((index + 0.5) * targets.length) / count)] as Target);
  // Rombel Melati comes first, so that it is the first mentor's.
  const ordered = villages.toSorted((a, b) => Number(b.code === plosorejo) - Number(a.code === plosorejo));
  const mentors = mentorsOf(program.key);
  return ordered.flatMap((village, index) => {
    const mentor = mentors[Math.floor((index * mentors.length) / count)] as DemoStaff;
    return village.code === plosorejo ? [melati(program, mentor), kenanga(program, mentor)] : [smallCohort(program, village, mentor)];
  });
}

function melati(program: DemoProgram, mentor: DemoStaff): DemoCohort {
  const roster = melatiRoster();
  return { ...place(plosorejo), name: "Rombel Melati", program, mentor, timetable: melatiTimetable, daysLeft: 28, capacity: roster.length, firstNumber: 1, roster };
}

function kenanga(program: DemoProgram, mentor: DemoStaff): DemoCohort {
  const firstNumber = melatiRoster().length + 1;
  return { ...place(plosorejo), id: kenangaId, name: "Rombel Kenanga", program, mentor, timetable: kenangaTimetable, daysLeft: 27, capacity: 12, firstNumber, roster: kenangaRoster() };
}

function smallCohort(program: DemoProgram, village: Target, mentor: DemoStaff): DemoCohort {
  const random = chance(`cohort/${village.code}`);
  const size = program.cohortSize ? between(...program.cohortSize, random) : village.learners;
  const name = `Rombel ${pick(flowers, random)}`;
  const timetable = pick(timetables, random);
  const drawn = drawStandings(size, random);
  const standing = standingsOf.get(village.code);
  const standings = standing ? drawn.map(() => standing) : drawn;
  const roster = inventVillagers(size, program.tradition, random).map((villager, index) => ({ villager, standing: standings[index] as Standing }));
  return { ...place(village.code), name, program, mentor, timetable, daysLeft: 21, capacity: null, firstNumber: 1, roster };
}

/** Where all are alike. */
const standingsOf = new Map<string, Standing>([
  [standstill.quiet, "started"],
  [standstill.notBegun, "new"],
]);

function place(villageCode: string) {
  return { id: demoId(`cohort/${villageCode}`), villageCode, centerId: centerIdOf(villageCode) };
}

/** Some villages do better than others: up to half of their people have a certificate. */
function drawStandings(size: number, random: () => number): Standing[] {
  const certified = random() * 0.55;
  return Array.from({ length: size }, (): Standing => {
    const at = random();
    if (at < certified) return "certified";
    if (at < certified + 0.1) return "almost";
    if (at < certified + 0.2) return "stuck";
    if (at < certified + 0.28) return "new";
    return "started";
  });
}

const flowers = ["Mawar", "Kenanga", "Anggrek", "Dahlia", "Cempaka", "Teratai", "Flamboyan", "Tanjung", "Kamboja", "Sedap Malam"];
const timetables: readonly Timetable[] = [
  { weekdays: [1, 4], hour: 13 },
  { weekdays: [2, 5], hour: 14 },
  { weekdays: [3, 6], hour: 8 },
  { weekdays: [1, 4], hour: 16 },
];
