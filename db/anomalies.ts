import { type Kysely, sql, type Transaction } from "kysely";
import type { AnomalyKind, DoneLesson, HandedIn } from "#app/programs/anomalies/anomaly.ts";
import type { Range } from "#app/programs/stages.ts";
import type { Database } from "./schema.ts";

/** A day on which somebody of a cohort worked; see `work_day`. */
export interface WorkDay {
  villageCode: string;
  cohortId: string;
  day: string;
}

/** Takes up to `limit` days before `before`, oldest first, to be looked at in this transaction; nobody else takes the same. */
export async function takeWorkDays(trx: Transaction<Database>, before: string, limit: number): Promise<WorkDay[]> {
  const { rows } = await sql<WorkDay>`
    delete from work_day w
    using (select village_code, cohort_id, day from work_day where day < ${before} order by day limit ${limit} for update skip locked) as next
    where w.village_code = next.village_code and w.cohort_id = next.cohort_id and w.day = next.day
    returning w.village_code as "villageCode", w.cohort_id as "cohortId", w.day`.execute(trx);
  return rows;
}

export type DayKey = WorkDay;

/** The quizzes that learners handed in themselves on these days. */
export async function listQuizzesOfDays(db: Kysely<Database>, days: readonly WorkDay[]): Promise<(DayKey & HandedIn)[]> {
  const { rows } = await sql<DayKey & HandedIn>`
    select w.village_code as "villageCode", w.cohort_id as "cohortId", w.day, q.enrollment_id as "enrollmentId", q.id as "attemptId", q.module_id as "moduleId",
      q.items, q.answers, q.submitted_at as "submittedAt", d.device,
      not exists (select 1 from quiz_attempt before where before.village_code = q.village_code and before.enrollment_id = q.enrollment_id
                  and before.module_id = q.module_id and before.submitted_at < q.submitted_at) as "isFirst"
    from ${wanted(days)}
    join enrollment e on e.village_code = w.village_code and e.cohort_id = w.cohort_id
    join quiz_attempt q on q.village_code = e.village_code and q.enrollment_id = e.id
      and q.submitted_at >= w.begins_at and q.submitted_at < w.begins_at + interval '1 day' and q.entered_by is null
    left join quiz_device d on d.village_code = q.village_code and d.attempt_id = q.id`.execute(db);
  return rows;
}

/** The lessons that were marked as done on these days. */
export async function listLessonsOfDays(db: Kysely<Database>, days: readonly WorkDay[]): Promise<(DayKey & DoneLesson)[]> {
  const { rows } = await sql<DayKey & DoneLesson>`
    select w.village_code as "villageCode", w.cohort_id as "cohortId", w.day, c.enrollment_id as "enrollmentId", c.lesson_id as "lessonId", c.completed_at as "doneAt"
    from ${wanted(days)}
    join enrollment e on e.village_code = w.village_code and e.cohort_id = w.cohort_id
    join lesson_completion c on c.village_code = e.village_code and c.enrollment_id = e.id
      and c.completed_at >= w.begins_at and c.completed_at < w.begins_at + interval '1 day'`.execute(db);
  return rows;
}

/** The days as rows `w`, each with the moment when it begins. */
export function wanted(days: readonly WorkDay[]) {
  return sql`(
    select village_code, cohort_id, day, (day + time '04:00') at time zone 'Asia/Jakarta' as begins_at
    from unnest(${days.map((one) => one.villageCode)}::text[], ${days.map((one) => one.cohortId)}::uuid[], ${days.map((one) => one.day)}::date[]) as asked (village_code, cohort_id, day)
  ) as w`;
}

/** The programs of cohorts, by the cohort's id. */
export async function listProgramsOfCohorts(db: Kysely<Database>, days: readonly WorkDay[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("cohort")
    .where("village_code", "in", days.map((one) => one.villageCode))
    .where("id", "in", days.map((one) => one.cohortId))
    .select(["id", "program_id as programId"])
    .execute();
  return new Map(rows.map(({ id, programId }) => [id, programId]));
}

/** Something to ask about, as it may be told. */
export interface KeptAnomaly extends WorkDay {
  kind: AnomalyKind;
  people: Range;
}

/** Keeps what was found; a day that is looked at again keeps the newer finding. */
export async function keepAnomalies(trx: Transaction<Database>, found: readonly KeptAnomaly[]): Promise<void> {
  if (found.length === 0) return;
  await trx
    .insertInto("cohort_anomaly")
    .values(found.map((one) => ({ village_code: one.villageCode, cohort_id: one.cohortId, day: one.day, kind: one.kind, least_people: one.people.low, most_people: one.people.high })))
    .onConflict((conflict) => conflict.columns(["village_code", "cohort_id", "day", "kind"]).doUpdateSet((set) => ({ least_people: set.ref("excluded.least_people"), most_people: set.ref("excluded.most_people") })))
    .execute();
}

/** Forgets devices and work on centres' devices noted before one day, and findings before another. */
export async function forgetOldWork(trx: Transaction<Database>, { devicesBefore, findingsBefore }: { devicesBefore: string; findingsBefore: string }): Promise<void> {
  await trx.deleteFrom("quiz_device").where("noted_on", "<", devicesBefore).execute();
  await sql`delete from center_work where done_at < (${devicesBefore}::date + time '04:00') at time zone 'Asia/Jakarta'`.execute(trx);
  await trx.deleteFrom("cohort_anomaly").where("day", "<", findingsBefore).execute();
}

/** Where to look: at a place (empty for the nation), of one program or all, since a day. */
export interface AnomalyChoice {
  regionCode: string;
  programId: string | null;
  since: string;
}

/** Which findings to list: the newest of a kind, `limit` of them after the first `from`. */
export interface AnomalyPart {
  kind: AnomalyKind;
  from: number;
  limit: number;
}

export interface ListedAnomaly extends KeptAnomaly {
  cohort: string;
  village: string;
  district: string;
  /** The names of who mentors the cohort now: whom to ask. */
  mentors: string[];
}

/** The newest findings of a kind. Reads findings alone, of which there are few, never people. */
export async function listAnomalies(db: Kysely<Database>, choice: AnomalyChoice, { kind, from, limit }: AnomalyPart): Promise<ListedAnomaly[]> {
  const { rows } = await sql<Omit<ListedAnomaly, "people"> & { low: number; high: number }>`
    select f.village_code as "villageCode", f.cohort_id as "cohortId", f.day, f.kind, f.least_people as low, f.most_people as high,
      c.name as cohort, village.name as village, district.name as district,
      array(select staff.name from cohort_mentor m join staff on staff.id = m.staff_id
        where m.village_code = f.village_code and m.cohort_id = f.cohort_id and m.ended_at is null and (m.until is null or m.until > now())
        order by m.since, staff.name) as mentors
    from ${findings(choice)} and f.kind = ${kind}
    join region village on village.code = f.village_code
    join region district on district.code = village.parent_code
    order by f.day desc, f.village_code, f.cohort_id
    offset ${from} limit ${limit}`.execute(db);
  return rows.map(({ low, high, ...row }) => ({ ...row, people: { low, high } }));
}

/** How many findings there are of each kind. */
export async function countAnomalies(db: Kysely<Database>, choice: AnomalyChoice): Promise<{ kind: AnomalyKind; findings: number; cohorts: number }[]> {
  const { rows } = await sql<{ kind: AnomalyKind; findings: number; cohorts: number }>`
    select f.kind, count(*)::int as findings, count(distinct f.cohort_id)::int as cohorts from ${findings(choice)} group by f.kind`.execute(db);
  return rows;
}

/** Within what bounds the codes of villages in a place lie, compared byte by byte. */
export function boundsOf(regionCode: string): { from: string; to: string } {
  if (regionCode === "") return { from: "", to: "~" };
  return regionCode.length === 13 ? { from: regionCode, to: `${regionCode}.` } : { from: `${regionCode}.`, to: `${regionCode}/` };
}

function findings({ regionCode, programId, since }: AnomalyChoice) {
  const { from, to } = boundsOf(regionCode);
  return sql`cohort_anomaly f
    join cohort c on c.village_code = f.village_code and c.id = f.cohort_id and (${programId}::uuid is null or c.program_id = ${programId})
      and f.day >= ${since} and (f.village_code collate "C") >= ${from} and (f.village_code collate "C") < ${to}`;
}

/** The oldest day that is still to be looked at, of those before `before`; null when none is. */
export async function findOldestWorkDay(db: Kysely<Database>, before: string): Promise<string | null> {
  const row = await db.selectFrom("work_day").where("day", "<", before).select("day").orderBy("day").limit(1).executeTakeFirst();
  return row?.day ?? null;
}
