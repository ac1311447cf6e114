import { type Kysely, sql } from "kysely";
import type { CohortKey } from "./enrollments.ts";
import type { EnrollmentKey } from "./learner-record.ts";
import { isErased } from "./learner-erasure.ts";
import type { Database } from "./schema.ts";

/** What a mentor decided about skipping a module. */
export interface SkipDecision {
  moduleId: string;
  granted: boolean;
  decidedAt: Date;
  /** The name of who decided. */
  decidedBy: string;
}

/** The decisions about skipping that were made in an enrollment. */
export async function listSkipDecisions(db: Kysely<Database>, { villageCode, enrollmentId }: EnrollmentKey): Promise<SkipDecision[]> {
  return db
    .selectFrom("module_skip as skip")
    .innerJoin("staff", "staff.id", "skip.decided_by")
    .where("skip.village_code", "=", villageCode)
    .where("skip.enrollment_id", "=", enrollmentId)
    .select(["skip.module_id as moduleId", "skip.granted", "skip.decided_at as decidedAt", "staff.name as decidedBy"])
    .execute();
}

/** Keeps the decision about skipping a module; a later one takes the place of an earlier one. */
export async function saveSkipDecision(
  db: Kysely<Database>,
  { villageCode, enrollmentId, moduleId, ...decision }: EnrollmentKey & { moduleId: string; granted: boolean; decidedAt: Date; staffId: string },
): Promise<void> {
  const columns = { granted: decision.granted, decided_at: decision.decidedAt, decided_by: decision.staffId };
  await db
    .insertInto("module_skip")
    .values({ village_code: villageCode, enrollment_id: enrollmentId, module_id: moduleId, ...columns })
    .onConflict((conflict) => conflict.columns(["village_code", "enrollment_id", "module_id"]).doUpdateSet(columns))
    .execute();
}

/** A starting test on which modules may still be proposed, of somebody without a certificate. */
export interface UndecidedTest {
  cohortId: string;
  learnerId: string;
  name: string;
  startTest: Record<string, { correct: number; total: number }>;
  /** The modules of the learner's curriculum version. */
  asked: string[];
  /** Modules that were passed or decided about. */
  settled: string[];
}

/** The starting tests taken in these cohorts, by the learners' numbers. */
export async function listUndecidedTests(db: Kysely<Database>, cohorts: readonly CohortKey[]): Promise<UndecidedTest[]> {
  const { rows } = await sql<UndecidedTest>`
    select e.cohort_id as "cohortId", l.id as "learnerId", l.name, start.by_module as "startTest",
      array(select module ->> 'id' from jsonb_path_query(v.structure, '$.courses[*].modules[*]') module) as asked,
      array(select s.module_id from module_skip s where s.village_code = e.village_code and s.enrollment_id = e.id
        union select q.module_id from quiz_attempt q where q.village_code = e.village_code and q.enrollment_id = e.id and q.passed) as settled
    from unnest(${cohorts.map(({ villageCode }) => villageCode)}::text[], ${cohorts.map(({ cohortId }) => cohortId)}::uuid[]) as wanted (village_code, cohort_id)
    join enrollment e on e.village_code = wanted.village_code and e.cohort_id = wanted.cohort_id
    join learner l on l.village_code = e.village_code and l.id = e.learner_id
    join curriculum_version v on v.id = e.curriculum_version_id
    join year_test_attempt start on start.village_code = e.village_code and start.enrollment_id = e.id and start.kind = 'start'
    where not exists (select 1 from certificate c where c.village_code = e.village_code and c.enrollment_id = e.id)
      and not ${isErased({ villageCode: "l.village_code", id: "l.id" })}
    order by l.number`.execute(db);
  return rows;
}
