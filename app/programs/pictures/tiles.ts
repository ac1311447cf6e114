import type { VillageStage } from "#db/programs-schema.ts";
import type { VillageStanding } from "#db/village-stages.ts";

/** What a tile tells of a village: the farthest stage; none yet; or that the program does not mean to reach it. */
export const standings = ["graduates", "cohort", "center", "internet", "none", "outside"] as const satisfies readonly (VillageStage | "none" | "outside")[];
export type Standing = (typeof standings)[number];

export interface Tile {
  villageCode: string;
  village: string;
  standing: Standing;
}

export interface TileGroup {
  code: string;
  name: string;
  kind: "district" | "regency";
  tiles: Tile[];
  counts: StandingCounts;
}

/** How many villages stand where, each counted once. */
export interface StandingCounts {
  /** What is counted: the program's target villages; where the place has none, all its villages. */
  of: "targets" | "villages";
  /** How many these are. */
  all: number;
  /** Of these; `outside` are those without a stage that are no targets, which belong to them only where there are no targets. */
  counts: Record<Standing, number>;
  /** Villages with a stage besides the targets. */
  besides: Record<Standing, number>;
}

/** Where a village stands. */
export function standingOf({ stage, isTarget }: Pick<VillageStanding, "stage" | "isTarget">): Standing {
  return stage ?? (isTarget ? "none" : "outside");
}

/** The villages in the order of their codes, by district or by regency, with how many stand where. */
export function groupTiles(villages: readonly VillageStanding[], kind: "district" | "regency"): TileGroup[] {
  const groups = Map.groupBy(villages, (village) => village[`${kind}Code`]);
  const of = wholeOf(villages);
  return [...groups].map(([code, members]) => ({
    code,
    kind,
    name: members[0]?.[kind] ?? "",
    tiles: members.map((village) => ({ villageCode: village.villageCode, village: village.village, standing: standingOf(village) })),
    counts: countStandings(members, of),
  }));
}

/** How many villages stand where; `of` where they are a part of what is counted. */
export function countStandings(villages: readonly Pick<VillageStanding, "stage" | "isTarget">[], of = wholeOf(villages)): StandingCounts {
  const counts = { ...nowhere };
  const besides = { ...nowhere };
  for (const village of villages) {
    const standing = standingOf(village);
    const isCounted = of === "villages" || village.isTarget || standing === "outside";
    (isCounted ? counts : besides)[standing] += 1;
  }
  return { of, all: of === "villages" ? villages.length : villages.filter(({ isTarget }) => isTarget).length, counts, besides };
}

const nowhere: Record<Standing, number> = { graduates: 0, cohort: 0, center: 0, internet: 0, none: 0, outside: 0 };

function wholeOf(villages: readonly Pick<VillageStanding, "isTarget">[]): StandingCounts["of"] {
  return villages.some(({ isTarget }) => isTarget) ? "targets" : "villages";
}

/** How many have begun: their first cohort has. */
export function begunIn(counts: Record<Standing, number>): number {
  return counts.graduates + counts.cohort;
}
