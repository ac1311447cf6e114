import { type Kysely, sql } from "kysely";
import { boundsOf } from "./anomalies.ts";
import type { AreaChoice } from "./area-report.ts";
import { stageOrder } from "./program-stages.ts";
import type { VillageStage } from "./programs-schema.ts";
import type { Database } from "./schema.ts";

/** How many target villages have reached each stage, or a later one. */
export type ReachedStages = Record<VillageStage, number>;

type PlanChoice = Pick<AreaChoice, "programId" | "regionCode">;

/**
 * How many target villages in a place have reached each stage by a day: for every district, regency and province there
 * and for the nation, by code; where there is no target, nothing. Of all programs together a village counts once.
 */
export async function countStagesByArea(db: Kysely<Database>, { programId, regionCode }: PlanChoice, today: string): Promise<Map<string, ReachedStages>> {
  const { from, to } = boundsOf(regionCode);
  const { rows } = await sql<{ code: string; reached: number[] }>`
    select area.code, array[${counted("internet")}, ${counted("center")}, ${counted("cohort")}, ${counted("graduates")}] as reached
    from (
      select t.village_code, ${farthest} as rank from ${targets(today)}
      where ${isOf(programId)} and (t.village_code collate "C") >= ${from} and (t.village_code collate "C") < ${to}
      group by t.village_code
    ) reached
    cross join lateral unnest(array[left(village_code, 8), left(village_code, 5), left(village_code, 2), '']) as area (code)
    group by area.code`.execute(db);
  return new Map(rows.map(({ code, reached }) => [code, stagesOf(reached)]));
}

/** A target village's wave, null while it has none and of all programs together, and the stages reached: 1 or 0. */
export interface VillagePlan {
  wave: number | null;
  reached: ReachedStages;
}

/** Those of these villages that are targets, by code. */
export async function listVillagePlans(db: Kysely<Database>, programId: string, codes: readonly string[], today: string): Promise<Map<string, VillagePlan>> {
  const { rows } = await sql<{ code: string; wave: number | null; reached: number[] }>`
    select t.village_code as code, ${programId === nil ? sql`null::int` : sql`max(t.wave)`} as wave,
      array[${reachedAny("internet")}, ${reachedAny("center")}, ${reachedAny("cohort")}, ${reachedAny("graduates")}] as reached
    from ${targets(today)} where ${isOf(programId)} and t.village_code = any(${codes}::text[])
    group by t.village_code`.execute(db);
  return new Map(rows.map(({ code, wave, reached }) => [code, { wave, reached: stagesOf(reached) }]));
}

/** How many desa, without kelurahan, lie in a place: for every district, regency and province there and for the nation, by code. */
export async function countDesaByArea(db: Kysely<Database>, regionCode: string): Promise<Map<string, number>> {
  const { from, to } = boundsOf(regionCode);
  const { rows } = await sql<{ code: string; desa: number }>`
    select area.code, count(*)::int as desa
    from region cross join lateral unnest(array[left(region.code, 8), left(region.code, 5), left(region.code, 2), '']) as area (code)
    where region.kind = 'village' and region.code not like '__.__.__.1%' and (region.code collate "C") >= ${from} and (region.code collate "C") < ${to}
    group by area.code`.execute(db);
  return new Map(rows.map(({ code, desa }) => [code, desa]));
}

const nil = "00000000-0000-0000-0000-000000000000";

function targets(today: string) {
  return sql`program_village t left join program_stage s
    on s.program_id = t.program_id and s.village_code = t.village_code and s.withdrawn_at is null and s.reached_on <= ${today}`;
}

function isOf(programId: string) {
  return programId === nil ? sql`true` : sql`t.program_id = ${programId}`;
}

const farthest = sql`max(array_position(${stageOrder}, s.stage))`;

function counted(stage: VillageStage) {
  return sql`(count(*) filter (where reached.rank >= array_position(${stageOrder}, ${sql.lit(stage)})))::int`;
}

function reachedAny(stage: VillageStage) {
  return sql`coalesce(${farthest} >= array_position(${stageOrder}, ${sql.lit(stage)}), false)::int`;
}

function stagesOf([internet = 0, center = 0, cohort = 0, graduates = 0]: readonly number[]): ReachedStages {
  return { internet, center, cohort, graduates };
}
