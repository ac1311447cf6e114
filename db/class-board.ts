import { type Kysely, sql } from "kysely";
import { recordAudit } from "./audit.ts";
import type { CohortKey } from "./enrollments.ts";
import { newId } from "./ids.ts";
import { isErased } from "./learner-erasure.ts";
import type { Database } from "./schema.ts";

export interface LearnerKey {
  villageCode: string;
  learnerId: string;
}

/** Where a learner is: a lesson and a screen of it (null while only the lesson is known), or a module and `kuis`. */
export interface Whereabouts {
  lessonId: string;
  screen: string | null;
}

/** Keeps where a learner is, and since when. A lesson opened anew without its screen known keeps the screen known before. */
export async function upsertPresence(db: Kysely<Database>, { villageCode, learnerId }: LearnerKey, { lessonId, screen }: Whereabouts, now: Date): Promise<void> {
  await sql`
    insert into learner_presence as p (village_code, learner_id, lesson_id, screen, since, seen_at)
    values (${villageCode}, ${learnerId}, ${lessonId}, ${screen}, ${now}, ${now})
    on conflict (village_code, learner_id) do update set
      lesson_id = excluded.lesson_id, seen_at = excluded.seen_at,
      screen = case when p.lesson_id = excluded.lesson_id then coalesce(excluded.screen, nullif(p.screen, 'latihan')) else excluded.screen end,
      since = case when p.lesson_id = excluded.lesson_id and coalesce(excluded.screen, nullif(p.screen, 'latihan')) is not distinct from p.screen
        and p.seen_at > excluded.seen_at - interval '10 minutes' then p.since else excluded.since end`.execute(db);
}

/** A call that nobody answered on its day is over: the next one begins its own wait. */
const staleAfter = sql`interval '12 hours'`;

/** Notes that a learner calls for help. While a call is open, another one changes nothing. */
export async function askForHelp(db: Kysely<Database>, { villageCode, learnerId }: LearnerKey, place: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("help_request")
      .set({ answered_at: now })
      .where("village_code", "=", villageCode)
      .where("learner_id", "=", learnerId)
      .where("answered_at", "is", null)
      .where(sql<boolean>`asked_at < ${now}::timestamptz - ${staleAfter}`)
      .execute();
    const asked = await trx
      .insertInto("help_request")
      .values({ village_code: villageCode, id: newId(), learner_id: learnerId, place, asked_at: now })
      .onConflict((conflict) => conflict.columns(["village_code", "learner_id"]).where("answered_at", "is", null).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (asked) await recordAudit(trx, villageCode, { actor: { kind: "learner", id: learnerId }, action: "help.ask", subjectId: asked.id });
  });
}

/** Takes back the learner's open call, if there is one: it ends without an answer. */
export async function cancelHelp(db: Kysely<Database>, { villageCode, learnerId }: LearnerKey, now: Date): Promise<void> {
  await endHelp(db, { villageCode, learnerId }, now, null);
}

/** Notes that a mentor has helped. Answers whether a call was open. */
export async function answerHelp(db: Kysely<Database>, learner: LearnerKey, staffId: string, now: Date): Promise<boolean> {
  return endHelp(db, learner, now, staffId);
}

async function endHelp(db: Kysely<Database>, { villageCode, learnerId }: LearnerKey, now: Date, staffId: string | null): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable("help_request")
      .set({ answered_at: now, answered_by: staffId })
      .where("village_code", "=", villageCode)
      .where("learner_id", "=", learnerId)
      .where("answered_at", "is", null)
      .returning(["id", "asked_at as askedAt"])
      .executeTakeFirst();
    if (!ended) return false;
    const seconds = Math.round((now.getTime() - ended.askedAt.getTime()) / 1000);
    const actor = staffId ? ({ kind: "staff", id: staffId } as const) : ({ kind: "learner", id: learnerId } as const);
    await recordAudit(trx, villageCode, { actor, action: staffId ? "help.answer" : "help.cancel", subjectId: ended.id, details: { seconds } });
    return true;
  });
}

/** The learner's open call of today. */
export async function findOpenHelp(db: Kysely<Database>, { villageCode, learnerId }: LearnerKey, now: Date): Promise<{ askedAt: Date } | undefined> {
  return db
    .selectFrom("help_request")
    .where("village_code", "=", villageCode)
    .where("learner_id", "=", learnerId)
    .where("answered_at", "is", null)
    .where(sql<boolean>`asked_at >= ${now}::timestamptz - ${staleAfter}`)
    .select("asked_at as askedAt")
    .executeTakeFirst();
}

/** How long mentors took to answer the calls of a cohort's learners between two moments, in seconds, and how many calls are open. */
export async function helpTimes(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, from: Date, until: Date): Promise<{ answered: number; medianSeconds: number | null; open: number }> {
  const { rows } = await sql<{ answered: number; medianSeconds: number | null; open: number }>`
    select count(*) filter (where h.answered_by is not null)::int as answered, count(*) filter (where h.answered_at is null)::int as open,
      percentile_cont(0.5) within group (order by extract(epoch from h.answered_at - h.asked_at)) filter (where h.answered_by is not null) as "medianSeconds"
    from enrollment e join help_request h on h.village_code = e.village_code and h.learner_id = e.learner_id
    where e.village_code = ${villageCode} and e.cohort_id = ${cohortId} and h.asked_at >= ${from} and h.asked_at < ${until}`.execute(db);
  return rows[0] ?? { answered: 0, medianSeconds: null, open: 0 };
}

export interface ClassTry {
  moduleId: string;
  correct: number;
  total: number;
  passed: boolean;
  /** Milliseconds since the epoch. */
  at: number;
}

export interface ClassPractice {
  lessonId: string;
  steps: number;
  at: number;
}

/** A learner of a cohort as the board during class needs them. */
export interface ClassLearner {
  learnerId: string;
  enrollmentId: string;
  number: number;
  name: string;
  lessonId: string | null;
  screen: string | null;
  /** Null when they were not seen since `seenSince`. */
  since: Date | null;
  seenAt: Date | null;
  helpPlace: string | null;
  helpAskedAt: Date | null;
  /** Newest first. */
  tries: ClassTry[];
  practices: ClassPractice[];
  lessonDone: { lessonId: string; at: number } | null;
  /** Who ticked the practical task of the lesson that they are in. */
  ticks: ("learner" | "mentor")[];
}

/** The cohort's learners by number, with where each is who was seen since `seenSince`, and what each did since `doneSince`. */
export async function listClass(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, { seenSince, doneSince }: { seenSince: Date; doneSince: Date }): Promise<ClassLearner[]> {
  const { rows } = await sql<ClassLearner>`
    select l.id as "learnerId", e.id as "enrollmentId", l.number, l.name, p.lesson_id as "lessonId", p.screen, p.since, p.seen_at as "seenAt",
      h.place as "helpPlace", h.asked_at as "helpAskedAt",
      coalesce((select json_agg(json_build_object('moduleId', q.module_id, 'correct', q.correct_items, 'total', q.total_items, 'passed', q.passed,
          'at', floor(extract(epoch from q.submitted_at) * 1000)) order by q.submitted_at desc, q.id desc)
        from quiz_attempt q where q.village_code = e.village_code and q.enrollment_id = e.id and q.submitted_at >= ${doneSince}), '[]') as tries,
      coalesce((select json_agg(json_build_object('lessonId', a.lesson_id, 'steps', jsonb_array_length(a.steps),
          'at', floor(extract(epoch from a.submitted_at) * 1000)) order by a.submitted_at desc, a.id desc)
        from practice_attempt a where a.village_code = e.village_code and a.enrollment_id = e.id and a.submitted_at >= ${doneSince}), '[]') as practices,
      (select json_build_object('lessonId', c.lesson_id, 'at', floor(extract(epoch from c.completed_at) * 1000))
        from lesson_completion c where c.village_code = e.village_code and c.enrollment_id = e.id and c.completed_at >= ${doneSince}
        order by c.completed_at desc limit 1) as "lessonDone",
      array(select t.by from practical_tick t where t.village_code = e.village_code and t.enrollment_id = e.id
        and t.lesson_id = p.lesson_id and t.withdrawn_at is null order by t.by) as ticks
    from enrollment e
    join learner l on l.village_code = e.village_code and l.id = e.learner_id
    left join learner_presence p on p.village_code = e.village_code and p.learner_id = e.learner_id and p.seen_at >= ${seenSince}
    left join help_request h on h.village_code = e.village_code and h.learner_id = e.learner_id and h.answered_at is null and h.asked_at >= ${doneSince}
    where e.village_code = ${villageCode} and e.cohort_id = ${cohortId} and not ${isErased({ villageCode: "l.village_code", id: "l.id" })}
    order by l.number`.execute(db);
  return rows;
}

/** Where the learner was seen last. */
export async function findPresence(db: Kysely<Database>, { villageCode, learnerId }: LearnerKey) {
  return db
    .selectFrom("learner_presence")
    .where("village_code", "=", villageCode)
    .where("learner_id", "=", learnerId)
    .select(["lesson_id as lessonId", "screen"])
    .executeTakeFirst();
}
