import { type Kysely, sql } from "kysely";
import type { ProgramFacts } from "#app/programs/headline.ts";
import type { Range } from "#app/programs/stages.ts";
import { countVillageKinds } from "./completion.ts";
import { getProgramDetails } from "./program-details.ts";
import { countStages } from "./program-stages.ts";
import { countTargets } from "./program-targets.ts";
import type { Database } from "./schema.ts";

/** What `headlineOf` asks of a program on a day; `registered` is how many people may be told to be in it. */
export async function getProgramFacts(db: Kysely<Database>, program: { id: string; regionCode: string }, registered: Range, today: string): Promise<ProgramFacts> {
  const [region, targets, stages, details, cascade, centers] = await Promise.all([
    countVillageKinds(db, program.regionCode),
    countTargets(db, program.id),
    countStages(db, program.id, today),
    getProgramDetails(db, program.id),
    countCascade(db, program.id),
    countCenterDistricts(db, program.id, today),
  ]);
  const { event, curriculumIds } = details;
  const days = new Set(event?.sessions.map(({ startsAt }) => startsAt.toISOString().slice(0, 10))).size;
  return {
    regionVillages: region.desa,
    isProvince: program.regionCode.length === 2,
    targets,
    stages,
    centerDistricts: centers,
    years: yearsOf(details) ?? curriculumIds.length,
    event: event && { days, sessions: event.sessions.length, people: event.people },
    registered,
    cascade: cascade.coached > 0 ? cascade : null,
  };
}

function yearsOf({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }): number | null {
  return endsOn ? Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / (365 * 86_400_000)) : null;
}

async function countCascade(db: Kysely<Database>, programId: string): Promise<{ coaches: number; coached: number }> {
  const { rows } = await sql<{ coaches: number; coached: number }>`
    with now as (select coach_id, mentor_id from staff_coaching where program_id = ${programId} and ended_at is null)
    select (select count(distinct coach_id)::int from now where coach_id not in (select mentor_id from now)) as coaches,
      (select count(distinct mentor_id)::int from now) as coached`.execute(db);
  return rows[0] ?? { coaches: 0, coached: 0 };
}

async function countCenterDistricts(db: Kysely<Database>, programId: string, today: string): Promise<number> {
  const { districts } = await db
    .selectFrom("program_stage as reached")
    .innerJoin("program_village as target", (join) => join.onRef("target.program_id", "=", "reached.program_id").onRef("target.village_code", "=", "reached.village_code"))
    .where("reached.program_id", "=", programId)
    .where("reached.withdrawn_at", "is", null)
    .where("reached.reached_on", "<=", today)
    .select(sql<number>`count(distinct left(reached.village_code, 8))::int`.as("districts"))
    .executeTakeFirstOrThrow();
  return districts;
}
