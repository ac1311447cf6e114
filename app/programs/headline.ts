import type { Range } from "./stages.ts";

/** What a program's first sentence is made of. */
export interface ProgramFacts {
  /** The desa of the program's region, targets or not. */
  regionVillages: number;
  isProvince: boolean;
  targets: { villages: number; learners: number; districts: number; regencies: number };
  /** Target villages that have reached each stage. */
  stages: { internet: number; center: number; cohort: number; graduates: number };
  /** Districts with a target village that has an internet center. */
  centerDistricts: number;
  /** How long it lasts, or, while its end is not set, how many curricula it has. */
  years: number;
  event: { days: number; sessions: number; people: number | null } | null;
  /** How many people are registered, as it may be told. */
  registered: Range;
  /** Those whom nobody coaches but who coach, and those whom they coach at any depth; null without coaching. */
  cascade: { coaches: number; coached: number } | null;
}

export type Headline =
  | { kind: "empty"; regionVillages: number }
  | { kind: "workshop"; days: number; sessions: number; people: number; villages: number; registered: Range }
  | { kind: "cascade"; villages: number; regionVillages: number; coaches: number; coached: number; registered: Range }
  | { kind: "everywhere"; villages: number; regionVillages: number; years: number; begun: number }
  | { kind: "chosen"; villages: number; regencies: number; regionVillages: number; begun: number }
  | { kind: "centers"; centers: number; regionVillages: number; districts: number };

/**
 * The one sentence that answers what a program is first asked. A workshop: who comes; a cascade: how far it has spread;
 * a plan for every village: how many have begun; a choice in a province: how many are chosen of how many to reach;
 * else how many of the region's villages have an internet center.
 */
export function headlineOf(facts: ProgramFacts): Headline {
  const { regionVillages, targets, stages, event, registered, cascade } = facts;
  const villages = targets.villages;
  if (villages === 0) return { kind: "empty", regionVillages };
  if (event) return { kind: "workshop", days: event.days, sessions: event.sessions, people: event.people ?? targets.learners, villages, registered };
  if (cascade) return { kind: "cascade", villages, regionVillages, ...cascade, registered };
  if (villages >= regionVillages) return { kind: "everywhere", villages, regionVillages, years: Math.max(1, facts.years), begun: stages.cohort };
  if (facts.isProvince) return { kind: "chosen", villages, regencies: targets.regencies, regionVillages, begun: stages.cohort };
  return { kind: "centers", centers: stages.internet, regionVillages, districts: facts.centerDistricts };
}
