import { type Kysely, sql } from "kysely";
import { recordAudit } from "./audit.ts";
import { newId } from "./ids.ts";
import type { EnrollmentKey } from "./learner-record.ts";
import type { Database } from "./schema.ts";

export interface Ticker extends EnrollmentKey {
  lessonId: string;
  by: "learner" | "mentor";
  /** Of the learner or of the staff member. */
  actorId: string;
}

/** Ticks a lesson's practical task off. A tick that stands is left as it is. */
export async function tickTask(db: Kysely<Database>, { villageCode, enrollmentId, lessonId, by, actorId }: Ticker, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const ticked = await trx
      .insertInto("practical_tick")
      .values({ village_code: villageCode, id: newId(), enrollment_id: enrollmentId, lesson_id: lessonId, by, ticked_at: now, ticked_by: by === "mentor" ? actorId : null })
      .onConflict((conflict) => conflict.columns(["village_code", "enrollment_id", "lesson_id", "by"]).where("withdrawn_at", "is", null).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (ticked) await recordAudit(trx, villageCode, { actor: actorOf(by, actorId), action: "practical.tick", subjectId: ticked.id, details: { lessonId } });
  });
}

/** Takes a tick back, if one stands. */
export async function withdrawTick(db: Kysely<Database>, { villageCode, enrollmentId, lessonId, by, actorId }: Ticker, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const withdrawn = await trx
      .updateTable("practical_tick")
      .set({ withdrawn_at: now })
      .where("village_code", "=", villageCode)
      .where("enrollment_id", "=", enrollmentId)
      .where("lesson_id", "=", lessonId)
      .where("by", "=", by)
      .where("withdrawn_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (withdrawn) await recordAudit(trx, villageCode, { actor: actorOf(by, actorId), action: "practical.withdraw", subjectId: withdrawn.id, details: { lessonId } });
  });
}

function actorOf(by: "learner" | "mentor", id: string) {
  return by === "mentor" ? ({ kind: "staff", id } as const) : ({ kind: "learner", id } as const);
}

export interface PracticalTask {
  lessonId: string;
  byLearner: Date | null;
  byMentor: Date | null;
  mentorName: string | null;
}

/** The practical tasks of the lessons that were done or whose task is ticked off, with the ticks that stand, by lesson. */
export async function listPracticalTasks(db: Kysely<Database>, { villageCode, enrollmentId }: EnrollmentKey): Promise<PracticalTask[]> {
  const { rows } = await sql<PracticalTask>`
    select lesson_id as "lessonId", max(ticked_at) filter (where by = 'learner') as "byLearner", max(ticked_at) filter (where by = 'mentor') as "byMentor",
      max(staff_name) as "mentorName"
    from (
      select lesson_id, null as by, null::timestamptz as ticked_at, null as staff_name from lesson_completion where village_code = ${villageCode} and enrollment_id = ${enrollmentId}
      union all
      select t.lesson_id, t.by, t.ticked_at, s.name from practical_tick t left join staff s on s.id = t.ticked_by
      where t.village_code = ${villageCode} and t.enrollment_id = ${enrollmentId} and t.withdrawn_at is null
    ) task
    group by lesson_id order by lesson_id`.execute(db);
  return rows;
}
