import { type Kysely, sql, type Transaction } from "kysely";
import { newId } from "./ids.ts";
import type { VillageStage } from "./programs-schema.ts";
import type { Database } from "./schema.ts";

export interface ReachedStage {
  stageId: string;
  villageCode: string;
  stage: VillageStage;
  /** `YYYY-MM-DD`; a first cohort's day may be to come. */
  reachedOn: string;
  /** How a lead knows; null when it follows from cohorts and their people. */
  source: string | null;
}

/** The stages that villages of a program have reached; of one village when it is named. */
export async function listStages(db: Kysely<Database>, programId: string, villageCode: string | null = null): Promise<ReachedStage[]> {
  return db
    .selectFrom("program_stage")
    .where("program_id", "=", programId)
    .where("withdrawn_at", "is", null)
    .$if(villageCode !== null, (query) => query.where("village_code", "=", villageCode))
    .select(["id as stageId", "village_code as villageCode", "stage", "reached_on as reachedOn", "source"])
    .execute();
}

/** The stages in the order in which a village goes through them: who has reached one has been through those before it. */
export const stageOrder = sql`array['internet', 'center', 'cohort', 'graduates']::text[]`;

/** How many target villages of a program have reached each stage, or a later one, by a day. */
export async function countStages(db: Kysely<Database>, programId: string, today: string): Promise<Record<VillageStage, number>> {
  const { rows } = await sql<Record<VillageStage, number>>`
    select (count(*) filter (where rank >= 1))::int as internet, (count(*) filter (where rank >= 2))::int as center,
      (count(*) filter (where rank >= 3))::int as cohort, (count(*) filter (where rank >= 4))::int as graduates
    from (
      select max(array_position(${stageOrder}, reached.stage)) as rank
      from program_stage reached
      join program_village target on target.program_id = reached.program_id and target.village_code = reached.village_code
      where reached.program_id = ${programId} and reached.withdrawn_at is null and reached.reached_on <= ${today}
      group by reached.village_code
    ) village`.execute(db);
  return rows[0] ?? { internet: 0, center: 0, cohort: 0, graduates: 0 };
}

export interface EnteredStage {
  programId: string;
  villageCode: string;
  stage: VillageStage;
  reachedOn: string;
  source: string;
  recordedAt: Date;
  recordedBy: string;
}

/** Enters a stage; what was entered before is kept as withdrawn. */
export async function enterStage(trx: Transaction<Database>, entered: EnteredStage): Promise<void> {
  await withdrawStage(trx, { ...entered, at: entered.recordedAt });
  await trx
    .insertInto("program_stage")
    .values({
      id: newId(),
      program_id: entered.programId,
      village_code: entered.villageCode,
      stage: entered.stage,
      reached_on: entered.reachedOn,
      source: entered.source,
      recorded_at: entered.recordedAt,
      recorded_by: entered.recordedBy,
    })
    .execute();
}

/** Withdraws a stage; its row stays. */
export async function withdrawStage(trx: Transaction<Database>, { programId, villageCode, stage, at }: { programId: string; villageCode: string; stage: VillageStage; at: Date }): Promise<void> {
  await trx
    .updateTable("program_stage")
    .set({ withdrawn_at: at })
    .where("program_id", "=", programId)
    .where("village_code", "=", villageCode)
    .where("stage", "=", stage)
    .where("withdrawn_at", "is", null)
    .execute();
}

/** Keeps the day on which the first cohort of a village begins; it moves with the cohort's dates until it has come. */
export async function noteFirstCohort(trx: Transaction<Database>, { villageCode, cohortId }: { villageCode: string; cohortId: string }, today: string, now: Date): Promise<void> {
  await sql`
    insert into program_stage (id, program_id, village_code, stage, reached_on, recorded_at)
    select ${newId()}, own.program_id, own.village_code, 'cohort', min(first.starts_on), ${now}
    from cohort own join cohort first on first.village_code = own.village_code and first.program_id = own.program_id
    where own.village_code = ${villageCode} and own.id = ${cohortId}
    group by own.program_id, own.village_code
    on conflict (program_id, village_code, stage) where withdrawn_at is null
    do update set reached_on = excluded.reached_on where program_stage.reached_on > ${today} or excluded.reached_on < program_stage.reached_on`.execute(trx);
}

/** Keeps the day on which the first person of a village finished; who finishes later changes nothing. */
export async function noteFirstGraduates(trx: Transaction<Database>, programId: string, villageCode: string, day: string, now: Date): Promise<void> {
  await sql`
    insert into program_stage (id, program_id, village_code, stage, reached_on, recorded_at)
    values (${newId()}, ${programId}, ${villageCode}, 'graduates', ${day}, ${now})
    on conflict (program_id, village_code, stage) where withdrawn_at is null do nothing`.execute(trx);
}
