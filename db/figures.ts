import { type Kysely, sql, type Transaction } from "kysely";
import type { Contributions, LearnerFacts } from "#app/programs/contributions.ts";
import type { Amounts } from "#app/programs/figure-sums.ts";
import type { Tally } from "#app/learning/year-test.ts";
import type { Database } from "./schema.ts";

export interface LearnerKey {
  villageCode: string;
  learnerId: string;
}

/** Only one fold at a time; the lock goes with the transaction. */
export async function lockFolding(trx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${foldingLock})`.execute(trx);
}

/** Does `work` as of one moment, while nobody folds. */
export async function whileNobodyFolds<T>(db: Kysely<Database>, work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    // Before the transaction, which sees what was there when it began.
    await sql`select pg_advisory_lock(${foldingLock})`.execute(connection);
    try {
      return await connection.transaction().setIsolationLevel("repeatable read").execute(work);
    } finally {
      await sql`select pg_advisory_unlock(${foldingLock})`.execute(connection);
    }
  });
}

const foldingLock = 7305;

/** Takes away all notes of what changed in the villages. */
export async function dropStale(trx: Transaction<Database>, villageCodes: readonly string[]): Promise<void> {
  for (const table of ["learner_stale", "target_stale", "center_stale"] as const) {
    await sql`delete from ${sql.table(table)} where village_code = any(${villageCodes}::text[])`.execute(trx);
  }
}

/** Takes up to `limit` notes of people whose figures may have changed; each person once. */
export async function takeStaleLearners(trx: Transaction<Database>, limit: number): Promise<LearnerKey[]> {
  const { rows } = await sql<LearnerKey>`
    with taken as (
      delete from learner_stale s
      using (select village_code, seq from learner_stale limit ${limit}) as next
      where s.village_code = next.village_code and s.seq = next.seq
      returning s.village_code, s.learner_id
    )
    select distinct village_code as "villageCode", learner_id as "learnerId" from taken`.execute(trx);
  return rows;
}

/** Whether there are notes of people whose figures may have changed. */
export async function isAnyoneStale(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom("learner_stale").select("seq").limit(1).executeTakeFirst()) !== undefined;
}

/** Whether there are notes of anything to be counted. */
export async function isAnythingStale(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ isStale: boolean }>`
    select exists (select 1 from learner_stale) or exists (select 1 from target_stale) or exists (select 1 from center_stale) as "isStale"`.execute(db);
  return rows[0]?.isStale ?? false;
}

/** Takes all notes of targets that changed. */
export async function takeStaleTargets(trx: Transaction<Database>): Promise<{ villageCode: string; programId: string }[]> {
  const { rows } = await sql<{ villageCode: string; programId: string }>`
    with taken as (delete from target_stale returning village_code, program_id)
    select distinct village_code as "villageCode", program_id as "programId" from taken`.execute(trx);
  return rows;
}

/** What figures are made of, with what the person counted for when last looked at. */
export interface CountedLearner extends LearnerKey {
  centerId: string | null;
  facts: LearnerFacts;
  before: Contributions;
  /** Days of the last work by enrollment, to be kept. */
  lastOn: Record<string, string>;
}

/** The people named, with all that they count for. Who was deleted has no enrollments. Days are those of western Indonesia. */
export async function listCountedLearners(db: Kysely<Database>, keys: readonly LearnerKey[]): Promise<CountedLearner[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Omit<CountedLearner, "facts"> & { gender: "female" | "male" | null; birthYear: number | null; enrollments: EnrollmentRow[]; attendance: LearnerFacts["attendance"] }>`
    select wanted.village_code as "villageCode", wanted.learner_id as "learnerId", l.center_id as "centerId", l.gender, l.birth_year as "birthYear",
      coalesce(f.figures, '{}') as before, coalesce(enrolled.list, '[]') as enrollments, coalesce(attended.list, '[]') as attendance
    from unnest(${keys.map((key) => key.villageCode)}::text[], ${keys.map((key) => key.learnerId)}::uuid[]) as wanted (village_code, learner_id)
    left join learner l on l.village_code = wanted.village_code and l.id = wanted.learner_id
    left join learner_figure f on f.village_code = wanted.village_code and f.learner_id = wanted.learner_id
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'enrollmentId', e.id, 'programId', c.program_id, 'curriculumId', v.curriculum_id, 'enrolledOn', ${dayOf("e.enrolled_at")},
        'startedOn', ${dayOf("work.first_at")}, 'lastOn', ${dayOf("work.last_at")}, 'finishedOn', ${dayOf("done.completed_at")},
        'certifiedOn', ${dayOf("issued.issued_at")}, 'start', first_test.by_pillar, 'close', last_test.by_pillar) order by e.enrolled_at, e.id) as list
      from enrollment e
      join cohort c on c.village_code = e.village_code and c.id = e.cohort_id
      join curriculum_version v on v.id = e.curriculum_version_id
      left join enrollment_completion done on done.village_code = e.village_code and done.enrollment_id = e.id
      left join certificate issued on issued.village_code = e.village_code and issued.enrollment_id = e.id
        and not exists (select 1 from certificate_revocation r where r.village_code = issued.village_code and r.certificate_id = issued.id)
      left join year_test_attempt first_test on first_test.village_code = e.village_code and first_test.enrollment_id = e.id and first_test.kind = 'start'
      left join year_test_attempt last_test on last_test.village_code = e.village_code and last_test.enrollment_id = e.id and last_test.kind = 'close'
      cross join lateral (
        select min(at) as first_at, max(at) as last_at from (
          select completed_at as at from lesson_completion w where w.village_code = e.village_code and w.enrollment_id = e.id
          union all select submitted_at from quiz_attempt w where w.village_code = e.village_code and w.enrollment_id = e.id
          union all select submitted_at from practice_attempt w where w.village_code = e.village_code and w.enrollment_id = e.id
        ) all_work
      ) work
      where e.village_code = wanted.village_code and e.learner_id = wanted.learner_id
    ) enrolled on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('programId', program_id, 'curriculumId', curriculum_id, 'marked', marked, 'came', came)) as list
      from (
        select c.program_id, v.curriculum_id, count(*)::int as marked, count(*) filter (where newest.status in ('present', 'late'))::int as came
        from (
          select distinct on (m.session_id) m.session_id, m.status from attendance_mark m
          where m.village_code = wanted.village_code and m.learner_id = wanted.learner_id
          order by m.session_id, m.marked_at desc, m.id desc
        ) newest
        join cohort_session s on s.village_code = wanted.village_code and s.id = newest.session_id
        join cohort c on c.village_code = s.village_code and c.id = s.cohort_id
        join curriculum_version v on v.id = c.curriculum_version_id
        group by c.program_id, v.curriculum_id
      ) by_program
    ) attended on true`.execute(db);
  return rows.map(({ gender, birthYear, enrollments, attendance, ...learner }) => ({
    ...learner,
    facts: { gender, birthYear, attendance, enrollments: enrollments.map(({ start, close, enrollmentId: _id, ...facts }) => ({ ...facts, tests: start && close ? { start, close } : null })) },
    lastOn: Object.fromEntries(enrollments.flatMap(({ enrollmentId, lastOn }) => (lastOn ? [[enrollmentId, lastOn]] : []))),
  }));
}

type EnrollmentRow = Omit<LearnerFacts["enrollments"][number], "tests"> & { enrollmentId: string; start: Record<string, Tally> | null; close: Record<string, Tally> | null };

function dayOf(column: string) {
  return sql.raw(`(${column} at time zone 'Asia/Jakarta')::date`);
}

/** Keeps what people now count for, and the last day of work in each enrollment. */
export async function keepLearnerFigures(trx: Transaction<Database>, learners: readonly (LearnerKey & { figures: Contributions; lastOn: Record<string, string> })[]): Promise<void> {
  await sql`
    insert into learner_figure (village_code, learner_id, figures)
    select * from unnest(${learners.map((one) => one.villageCode)}::text[], ${learners.map((one) => one.learnerId)}::uuid[], ${learners.map((one) => JSON.stringify(one.figures))}::jsonb[])
    on conflict (village_code, learner_id) do update set figures = excluded.figures`.execute(trx);
  const days = learners.flatMap(({ villageCode, lastOn }) => Object.entries(lastOn).map(([enrollmentId, day]) => ({ villageCode, enrollmentId, day })));
  await sql`
    insert into enrollment_activity (village_code, enrollment_id, last_on)
    select * from unnest(${days.map((one) => one.villageCode)}::text[], ${days.map((one) => one.enrollmentId)}::uuid[], ${days.map((one) => one.day)}::date[])
    on conflict (village_code, enrollment_id) do update set last_on = excluded.last_on`.execute(trx);
}

/** Amounts to add to one figure of one area. */
export type FigureChange = Amounts;

/** Adds to figures; one that was not there begins at nothing. Each figure may be named once. */
export async function addToFigures(trx: Transaction<Database>, changes: readonly FigureChange[]): Promise<void> {
  if (changes.length === 0) return;
  const column = <K extends keyof FigureChange>(key: K) => changes.map((one) => one[key]);
  await sql`
    insert into area_figure as figure (region_code, program_id, curriculum_id, facet, amounts)
    select region_code, program_id, curriculum_id, facet, string_to_array(amounts, ',')::int[]
    from unnest(${column("regionCode")}::text[], ${column("programId")}::uuid[], ${column("curriculumId")}::text[], ${column("facet")}::text[],
      ${changes.map((one) => one.amounts.join(","))}::text[]) as change (region_code, program_id, curriculum_id, facet, amounts)
    order by 1, 2, 3, 4
    on conflict (region_code, program_id, curriculum_id, facet) do update set amounts = (
      select array_agg(coalesce(old.amount, 0) + coalesce(added.amount, 0) order by place)
      from unnest(figure.amounts) with ordinality as old (amount, place)
      full join unnest(excluded.amounts) with ordinality as added (amount, place) using (place))`.execute(trx);
}

/** Figures of villages under one facet, by program. */
export async function listFigures(db: Kysely<Database>, keys: readonly { regionCode: string; programId: string; curriculumId: string }[], facet: string): Promise<FigureChange[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<FigureChange>`
    select f.region_code as "regionCode", f.program_id as "programId", f.curriculum_id as "curriculumId", f.facet, f.amounts
    from unnest(${keys.map((one) => one.regionCode)}::text[], ${keys.map((one) => one.programId)}::uuid[], ${keys.map((one) => one.curriculumId)}::text[]) as wanted (region_code, program_id, curriculum_id)
    join area_figure f on f.region_code = wanted.region_code and f.program_id = wanted.program_id and f.curriculum_id = wanted.curriculum_id and f.facet = ${facet}`.execute(db);
  return rows;
}

/** How many people the program means to reach in villages; those that are no target any more are left out. */
export async function listTargets(db: Kysely<Database>, keys: readonly { villageCode: string; programId: string }[]): Promise<{ villageCode: string; programId: string; learners: number }[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ villageCode: string; programId: string; learners: number }>`
    select t.village_code as "villageCode", t.program_id as "programId", t.target_learners as learners
    from unnest(${keys.map((one) => one.villageCode)}::text[], ${keys.map((one) => one.programId)}::uuid[]) as wanted (village_code, program_id)
    join program_village t on t.village_code = wanted.village_code and t.program_id = wanted.program_id`.execute(db);
  return rows;
}

/** How many people the programs mean to reach in villages. */
export async function listAllTargets(db: Kysely<Database>, villageCodes: readonly string[]): Promise<{ villageCode: string; programId: string; learners: number }[]> {
  return db
    .selectFrom("program_village")
    .where(sql<boolean>`village_code = any(${villageCodes}::text[])`)
    .select(["village_code as villageCode", "program_id as programId", "target_learners as learners"])
    .execute();
}

/** When figures were last brought up to date. */
export async function noteFold(trx: Transaction<Database>, now: Date): Promise<void> {
  await trx.insertInto("figures_fold").values({ id: 1, folded_at: now }).onConflict((conflict) => conflict.column("id").doUpdateSet({ folded_at: now })).execute();
}
