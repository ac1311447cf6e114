import type { Kysely } from "kysely";
import type { Database } from "../schema.ts";

export interface TargetVillage {
  code: string;
  name: string;
}

export interface TargetRule {
  regionCode: string;
  /** How many; every desa of the region when null. */
  count: number | null;
  /** Codes that are among them. */
  including: readonly string[];
  /** What the others are spread over: the regencies of a province, or the districts of a regency. */
  spreadOver: "regency" | "district";
}

/** The target villages of a program: desa, whose codes end in `2…`, not kelurahan. None of `taken`. The same rule finds the same. */
export async function chooseTargets(db: Kysely<Database>, rule: TargetRule, taken: ReadonlySet<string>): Promise<TargetVillage[]> {
  const villages = await db
    .selectFrom("region")
    .where("kind", "=", "village")
    .where("code", "like", `${rule.regionCode}.%.2___`)
    .orderBy("code")
    .select(["code", "name"])
    .execute();
  if (rule.count === null) return villages;
  const chosen = villages.filter((village) => rule.including.includes(village.code));
  const others = villages.filter((village) => !rule.including.includes(village.code) && !taken.has(village.code));
  return spread(chosen, others, rule.count, rule.spreadOver === "regency" ? 5 : 8).sort((a, b) => a.code.localeCompare(b.code));
}

/** Adds to `chosen` until there are `count`, each time from the area that has fewest: the one in the middle of those left there. */
function spread(chosen: TargetVillage[], others: readonly TargetVillage[], count: number, areaLength: number): TargetVillage[] {
  const areaOf = (village: TargetVillage) => village.code.slice(0, areaLength);
  const left = Map.groupBy(others, areaOf);
  while (chosen.length < count && left.size > 0) {
    const had = (area: string) => chosen.filter((village) => areaOf(village) === area).length;
    const [area, villages] = [...left].reduce((fewest, other) => (had(other[0]) < had(fewest[0]) ? other : fewest));
    chosen.push(...villages.splice(Math.floor(villages.length / 2), 1));
    if (villages.length === 0) left.delete(area);
  }
  return chosen;
}
