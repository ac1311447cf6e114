import { CompiledQuery, type Kysely } from "kysely";
import type { CohortLearner } from "#app/mentoring/cohort-board.ts";
import { erasedText, isErased } from "./learner-erasure.ts";
import type { Database } from "./schema.ts";

export interface CohortKey {
  villageCode: string;
  cohortId: string;
}

/** Every learner of the cohorts, under the id of their cohort, with all that they have done: one query. Those whose data were deleted are left out unless a count needs them. */
export async function listCohortLearners(db: Kysely<Database>, cohorts: readonly CohortKey[], { withErased = false } = {}): Promise<Map<string, CohortLearner[]>> {
  const keys = [cohorts.map((cohort) => cohort.villageCode), cohorts.map((cohort) => cohort.cohortId)];
  const { rows } = await db.executeQuery<CohortLearner & { cohortId: string }>(CompiledQuery.raw(cohortLearnersQuery(withErased ? "" : `where ${notErased}`), keys));
  const learners = new Map<string, CohortLearner[]>(cohorts.map((cohort) => [cohort.cohortId, []]));
  for (const { cohortId, ...learner } of rows) learners.get(cohortId)?.push(learner);
  return learners;
}

/** One learner of a cohort with all that they have done; undefined when they are not in it. */
export async function findCohortLearner(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, learnerId: string): Promise<CohortLearner | undefined> {
  const { rows } = await db.executeQuery<CohortLearner>(CompiledQuery.raw(cohortLearnersQuery(`where e.learner_id = $3 and ${notErased}`), [[villageCode], [cohortId], learnerId]));
  return rows[0];
}

const notErased = `not ${erasedText({ villageCode: "l.village_code", id: "l.id" })}`;

// A lesson counts when the pinned version asks for it; those of a module that a mentor let the learner skip count as done, as on the learner's own pages. Whoever finished something was here, even if the session began the day before; so was whom a mentor marked as there, also without a screen.
const cohortLearnersQuery = (which: string) => `
  select e.cohort_id as "cohortId", l.id as "learnerId", l.number, l.name, e.enrolled_at as "enrolledAt",
    greatest(l.last_seen_at, lesson.last_at, quiz.last_at, attended.last_at) as "lastSeenAt",
    greatest(lesson.last_at, quiz.last_at) as "lastProgressAt",
    lesson.done + asked.skipped as "lessonsDone", cardinality(asked.lesson_ids) + asked.skipped as "lessonsTotal",
    quiz.last as "lastQuiz", failing.quiz as "failingQuiz", completion.completed_at as "completedAt", certificate.code as "certificateCode"
  from unnest($1::text[], $2::uuid[]) as wanted (village_code, cohort_id)
  join enrollment e on e.village_code = wanted.village_code and e.cohort_id = wanted.cohort_id
  join learner l on l.village_code = e.village_code and l.id = e.learner_id
  join curriculum_version v on v.id = e.curriculum_version_id
  cross join lateral (
    select array(select s.module_id from module_skip s where s.village_code = e.village_code and s.enrollment_id = e.id and s.granted) as module_ids
  ) skipped
  cross join lateral (
    select array(
      select lesson ->> 'id' from jsonb_path_query(v.structure, '$.courses[*].modules[*]') module, jsonb_array_elements(module -> 'lessons') lesson
      where module ->> 'id' <> all (skipped.module_ids)
    ) as lesson_ids, (
      select count(*)::int from jsonb_path_query(v.structure, '$.courses[*].modules[*]') module, jsonb_array_elements(module -> 'lessons') lesson
      where module ->> 'id' = any (skipped.module_ids)
    ) as skipped
  ) asked
  cross join lateral (
    select max(c.completed_at) as last_at, count(*) filter (where c.lesson_id = any (asked.lesson_ids))::int as done
    from lesson_completion c where c.village_code = e.village_code and c.enrollment_id = e.id
  ) lesson
  left join lateral (
    select q.submitted_at as last_at, json_build_object(
      'moduleTitle', coalesce(title_of.title, q.module_id), 'correct', q.correct_items, 'total', q.total_items, 'passed', q.passed) as last
    from quiz_attempt q
    left join lateral (select ${moduleTitle("q.module_id")} as title) title_of on true
    where q.village_code = e.village_code and q.enrollment_id = e.id
    order by q.submitted_at desc, q.id desc limit 1
  ) quiz on true
  left join lateral (
    select json_build_object('moduleTitle', coalesce(${moduleTitle("q.module_id")}, q.module_id), 'tries', count(*)) as quiz
    from quiz_attempt q where q.village_code = e.village_code and q.enrollment_id = e.id and q.module_id <> all (skipped.module_ids)
    group by q.module_id having not bool_or(q.passed)
    order by count(*) desc, max(q.submitted_at) desc limit 1
  ) failing on true
  left join lateral (
    select max(session.starts_at) as last_at
    from cohort_session session
    cross join lateral (
      select mark.status from attendance_mark mark
      where mark.village_code = session.village_code and mark.session_id = session.id and mark.learner_id = l.id
      order by mark.marked_at desc, mark.id desc limit 1
    ) standing
    where session.village_code = e.village_code and session.cohort_id = e.cohort_id and session.cancelled_at is null and standing.status in ('present', 'late')
  ) attended on true
  left join enrollment_completion completion on completion.village_code = e.village_code and completion.enrollment_id = e.id
  left join certificate on certificate.village_code = e.village_code and certificate.enrollment_id = e.id
    and not exists (select 1 from certificate_revocation r where r.village_code = certificate.village_code and r.certificate_id = certificate.id)
  ${which}
  order by l.number`;

function moduleTitle(moduleId: string): string {
  const path = "$.courses[*].modules[*] ? (@.id == $module).title";
  return `(jsonb_path_query_first(v.structure, '${path}', jsonb_build_object('module', ${moduleId})) #>> '{}')`;
}

export interface NewEnrollment extends CohortKey {
  enrollmentId: string;
  learnerId: string;
  curriculumVersionId: string;
  enrolledAt: Date;
  enrolledBy: string;
}

/** Enrolls the learner in the cohort. Answers whether they were not in it before. */
export async function insertEnrollment(db: Kysely<Database>, enrollment: NewEnrollment): Promise<boolean> {
  const inserted = await db
    .insertInto("enrollment")
    .values({
      village_code: enrollment.villageCode,
      id: enrollment.enrollmentId,
      learner_id: enrollment.learnerId,
      cohort_id: enrollment.cohortId,
      curriculum_version_id: enrollment.curriculumVersionId,
      enrolled_at: enrollment.enrolledAt,
      enrolled_by: enrollment.enrolledBy,
    })
    .onConflict((conflict) => conflict.columns(["village_code", "learner_id", "cohort_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The learner with this id and their enrollment in the cohort, if they are in it and their data were not deleted. */
export async function findLearnerOfCohort(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, learnerId: string) {
  return db
    .selectFrom("enrollment")
    .innerJoin("learner", (join) => join.onRef("learner.village_code", "=", "enrollment.village_code").onRef("learner.id", "=", "enrollment.learner_id"))
    .where("enrollment.village_code", "=", villageCode)
    .where("enrollment.cohort_id", "=", cohortId)
    .where("enrollment.learner_id", "=", learnerId)
    .where((where) => where.not(isErased({ villageCode: "learner.village_code", id: "learner.id" })))
    .select(["learner.id as learnerId", "learner.number", "learner.name", "enrollment.id as enrollmentId", "enrollment.enrolled_at as enrolledAt"])
    .executeTakeFirst();
}
