import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

/** Something that happened in an enrollment. What the other fields hold goes by the kind, as the query has it. */
export interface Happening {
  kind: "enrolled" | "moved" | "lesson" | "practice" | "quiz" | "test" | "attendance" | "help-asked" | "help-answered" | "help-cancelled" | "ticked" | "skip" | "certificate";
  at: Date;
  /** The lesson or module; the kind of test, or of presence; the cohort that was left. */
  of: string | null;
  /** The staff member who did it, or the cohort that was come to. */
  name: string | null;
  /** Passed, or granted. */
  isYes: boolean | null;
  correct: number | null;
  total: number | null;
}

/** What happened in an enrollment, the newest first, at most `limit` things. Notes are left out: they are not for everybody who reads this. */
export async function listHappenings(db: Kysely<Database>, { villageCode, enrollmentId, limit }: { villageCode: string; enrollmentId: string; limit: number }): Promise<Happening[]> {
  const { rows } = await sql<Happening>`
    with this as (select village_code, id, learner_id, cohort_id, enrolled_at from enrollment where village_code = ${villageCode} and id = ${enrollmentId}),
    happening (kind, at, "of", name, "isYes", correct, total) as (
      select 'enrolled', enrolled_at, null, null, null::boolean, null::int, null::int from this
      union all
      select 'moved', m.moved_at, old.name, new.name, null, null, null from this join enrollment_move m on m.village_code = this.village_code and m.enrollment_id = this.id
        join cohort old on old.village_code = m.village_code and old.id = m.old_cohort_id join cohort new on new.village_code = m.village_code and new.id = m.new_cohort_id
      union all
      select 'lesson', c.completed_at, c.lesson_id, null, null, null, null from this join lesson_completion c on c.village_code = this.village_code and c.enrollment_id = this.id
      union all
      select 'practice', p.submitted_at, p.lesson_id, null, null, null, null from this join practice_attempt p on p.village_code = this.village_code and p.enrollment_id = this.id where p.finished
      union all
      select 'quiz', q.submitted_at, q.module_id, staff.name, q.passed, q.correct_items, q.total_items from this
        join quiz_attempt q on q.village_code = this.village_code and q.enrollment_id = this.id left join staff on staff.id = q.entered_by
      union all
      select 'test', y.submitted_at, y.kind::text, null, null, y.correct_items, y.total_items from this join year_test_attempt y on y.village_code = this.village_code and y.enrollment_id = this.id
      union all
      select 'attendance', s.starts_at, standing.status::text, null, null, null, null from this
        join cohort_session s on s.village_code = this.village_code and s.cancelled_at is null and (s.cohort_id = this.cohort_id
          or s.cohort_id in (select m.old_cohort_id from enrollment_move m where m.village_code = this.village_code and m.enrollment_id = this.id))
        cross join lateral (select a.status from attendance_mark a where a.village_code = s.village_code and a.session_id = s.id and a.learner_id = this.learner_id
          order by a.marked_at desc, a.id desc limit 1) standing
      union all
      select 'help-asked', h.asked_at, null, null, null, null, null from this join help_request h on h.village_code = this.village_code and h.learner_id = this.learner_id where h.asked_at >= this.enrolled_at
      union all
      select 'help-answered', h.answered_at, null, staff.name, null, null, null from this
        join help_request h on h.village_code = this.village_code and h.learner_id = this.learner_id join staff on staff.id = h.answered_by where h.asked_at >= this.enrolled_at
      union all
      select 'help-cancelled', h.answered_at, null, null, null, null, null from this
        join help_request h on h.village_code = this.village_code and h.learner_id = this.learner_id
        where h.answered_at is not null and h.answered_by is null and h.asked_at >= this.enrolled_at
      union all
      select 'ticked', t.ticked_at, t.lesson_id, staff.name, null, null, null from this
        join practical_tick t on t.village_code = this.village_code and t.enrollment_id = this.id left join staff on staff.id = t.ticked_by where t.withdrawn_at is null
      union all
      select 'skip', k.decided_at, k.module_id, staff.name, k.granted, null, null from this
        join module_skip k on k.village_code = this.village_code and k.enrollment_id = this.id join staff on staff.id = k.decided_by
      union all
      select 'certificate', c.issued_at, null, null, null, null, null from this join certificate c on c.village_code = this.village_code and c.enrollment_id = this.id
    )
    select kind, at, "of", name, "isYes", correct, total from happening order by at desc, kind limit ${limit}`.execute(db);
  return rows;
}
