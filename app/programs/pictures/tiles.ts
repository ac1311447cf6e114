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
  counts: Record<Standing, number>;
}

/** Where a village stands. */
export function standingOf({ stage, isTarget }: Pick<VillageStanding, "stage" | "isTarget">): Standing {
  return stage ?? (isTarget ? "none" : "outside");
}

/** The villages in the order of their codes, by district or by regency, with how many stand where. */
export function groupTiles(villages: readonly VillageStanding[], kind: "district" | "regency"): TileGroup[] {
  const groups = Map.groupBy(villages, (village) => village[`${kind}Code`]);
  return [...groups].map(([code, members]) => ({
    code,
    kind,
    name: members[0]?.[kind] ?? "",
    tiles: members.map((village) => ({ villageCode: village.villageCode, village: village.village, standing: standingOf(village) })),
    counts: countStandings(members),
  }));
}

/** How many villages stand where. */
export function countStandings(villages: readonly Pick<VillageStanding, "stage" | "isTarget">[]): Record<Standing, number> {
  const counts: Record<Standing, number> = { graduates: 0, cohort: 0, center: 0, internet: 0, none: 0, outside: 0 };
  for (const village of villages) counts[standingOf(village)] += 1;
  return counts;
}
