import { type Kysely, sql } from "kysely";
import type { CohortKey } from "./enrollments.ts";
import type { Database } from "./schema.ts";

export interface NewMove {
  villageCode: string;
  moveId: string;
  enrollmentId: string;
  oldCohortId: string;
  newCohortId: string;
  reason: string;
  movedAt: Date;
  movedBy: string;
}

/** Brings the enrollment into the new cohort and keeps the move. Answers whether it was in the old one until now. */
export async function moveEnrollment(db: Kysely<Database>, move: NewMove): Promise<boolean> {
  const moved = await db
    .updateTable("enrollment")
    .set({ cohort_id: move.newCohortId })
    .where("village_code", "=", move.villageCode)
    .where("id", "=", move.enrollmentId)
    .where("cohort_id", "=", move.oldCohortId)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) return false;
  await db
    .insertInto("enrollment_move")
    .values({
      village_code: move.villageCode,
      id: move.moveId,
      enrollment_id: move.enrollmentId,
      old_cohort_id: move.oldCohortId,
      new_cohort_id: move.newCohortId,
      reason: move.reason,
      moved_at: move.movedAt,
      moved_by: move.movedBy,
    })
    .execute();
  return true;
}

/** A learner's last move out of a cohort. */
export async function findMoveOut(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, learnerId: string) {
  return db
    .selectFrom("enrollment_move as move")
    .innerJoin("enrollment", (join) => join.onRef("enrollment.village_code", "=", "move.village_code").onRef("enrollment.id", "=", "move.enrollment_id"))
    .innerJoin("learner", (join) => join.onRef("learner.village_code", "=", "enrollment.village_code").onRef("learner.id", "=", "enrollment.learner_id"))
    .where("move.village_code", "=", villageCode)
    .where("move.old_cohort_id", "=", cohortId)
    .where("enrollment.learner_id", "=", learnerId)
    .select(["move.id as moveId", "move.new_cohort_id as newCohortId", "move.moved_at as movedAt", "learner.name"])
    .orderBy("move.moved_at", "desc")
    .executeTakeFirst();
}

export interface EnrollmentMove {
  oldCohort: string;
  newCohort: string;
  reason: string;
  movedAt: Date;
  movedBy: string;
}

/** Through which cohorts an enrollment went, the last move first. */
export async function listMoves(db: Kysely<Database>, villageCode: string, enrollmentId: string): Promise<EnrollmentMove[]> {
  return db
    .selectFrom("enrollment_move as move")
    .innerJoin("cohort as old", (join) => join.onRef("old.village_code", "=", "move.village_code").onRef("old.id", "=", "move.old_cohort_id"))
    .innerJoin("cohort as new", (join) => join.onRef("new.village_code", "=", "move.village_code").onRef("new.id", "=", "move.new_cohort_id"))
    .innerJoin("staff", "staff.id", "move.moved_by")
    .where("move.village_code", "=", villageCode)
    .where("move.enrollment_id", "=", enrollmentId)
    .select(["old.name as oldCohort", "new.name as newCohort", "move.reason", "move.moved_at as movedAt", "staff.name as movedBy"])
    .orderBy("move.moved_at", "desc")
    .execute();
}

/** A cohort into which a learner may be moved. */
export interface MoveTarget {
  cohortId: string;
  name: string;
  centerName: string;
  programName: string;
  startsOn: string;
  endsOn: string;
  capacity: number | null;
  enrolled: number;
  waiting: number;
}

/**
 * The village's other cohorts of the same program and curriculum that have not ended on `today`, and that are the
 * mentor's now or belong to a program that they lead.
 */
export async function listMoveTargets(db: Kysely<Database>, from: CohortKey, staffId: string, ledPrograms: readonly string[], today: string): Promise<MoveTarget[]> {
  const { rows } = await sql<MoveTarget>`
    select c.id as "cohortId", c.name, center.name as "centerName", program.name as "programName", c.starts_on as "startsOn", c.ends_on as "endsOn", c.capacity,
      (select count(*)::int from enrollment e where e.village_code = c.village_code and e.cohort_id = c.id) as enrolled,
      (select count(*)::int from cohort_waiting w where w.village_code = c.village_code and w.cohort_id = c.id and w.ended_at is null) as waiting
    from cohort old
    join curriculum_version old_version on old_version.id = old.curriculum_version_id
    join cohort c on c.village_code = old.village_code and c.id <> old.id and c.program_id = old.program_id
    join curriculum_version version on version.id = c.curriculum_version_id and version.curriculum_id = old_version.curriculum_id
    join internet_center center on center.village_code = c.village_code and center.id = c.center_id
    join program on program.id = c.program_id
    where old.village_code = ${from.villageCode} and old.id = ${from.cohortId} and c.ends_on >= ${today}
      and (c.program_id = any(${ledPrograms}::uuid[]) or exists (
        select 1 from cohort_mentor m where m.village_code = c.village_code and m.cohort_id = c.id and m.staff_id = ${staffId}
          and m.ended_at is null and (m.until is null or m.until > now())))
    order by c.ends_on desc, c.name, c.id`.execute(db);
  return rows;
}

/** Where a learner learns a cohort's curriculum already. */
export interface OtherEnrollment {
  learnerId: string;
  enrollmentId: string;
  cohortId: string;
  cohortName: string;
  /** `here`: in the same program, so they may be moved; `elsewhere`: in another program; `finished`: they have learned all of it. */
  standing: "here" | "elsewhere" | "finished";
}

/** Which of the learners learn the cohort's curriculum in another cohort, each in the one that they entered last. */
export async function listOtherEnrollments(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, learnerIds: readonly string[]): Promise<OtherEnrollment[]> {
  const { rows } = await sql<OtherEnrollment>`
    select distinct on (e.learner_id) e.learner_id as "learnerId", e.id as "enrollmentId", c.id as "cohortId", c.name as "cohortName",
      case when done.enrollment_id is not null then 'finished' when c.program_id = wanted.program_id then 'here' else 'elsewhere' end as standing
    from cohort wanted
    join curriculum_version wanted_version on wanted_version.id = wanted.curriculum_version_id
    join enrollment e on e.village_code = wanted.village_code and e.learner_id = any(${learnerIds}::uuid[]) and e.cohort_id <> wanted.id
    join curriculum_version version on version.id = e.curriculum_version_id and version.curriculum_id = wanted_version.curriculum_id
    join cohort c on c.village_code = e.village_code and c.id = e.cohort_id
    left join enrollment_completion done on done.village_code = e.village_code and done.enrollment_id = e.id
    where wanted.village_code = ${villageCode} and wanted.id = ${cohortId}
    order by e.learner_id, e.enrolled_at desc, e.id desc`.execute(db);
  return rows;
}
