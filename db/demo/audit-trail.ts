import type { Insertable } from "kysely";
import type { Database } from "../schema.ts";
import type { DemoCohort } from "./cohorts.ts";
import { demoId } from "./chance.ts";
import { attemptId } from "./insert-deeds.ts";
import type { Story } from "./stories.ts";

type AuditRow = Insertable<Database["audit_event"]>;
type Happening = Pick<AuditRow, "action" | "subject_id"> & { at: Date; details?: Record<string, string | number | boolean> };

/** What the application would have recorded while a learner was registered, enrolled and graded. */
export function auditTrail({ id, villageCode, mentor }: DemoCohort, story: Story): AuditRow[] {
  const { learnerId, enrollmentId, number, registeredAt, enrolledAt } = story;
  const byMentor: Happening[] = [
    { at: registeredAt, action: "learner.register", subject_id: learnerId, details: { number } },
    { at: registeredAt, action: "pin.issue", subject_id: learnerId },
    { at: enrolledAt, action: "enrollment.create", subject_id: enrollmentId, details: { learnerId, cohortId: id } },
  ];
  return [
    ...byMentor.map((happening) => row(villageCode, { actor_kind: "staff", actor_id: mentor.id }, happening)),
    ...quizMarks(story).map(({ enteredBy, ...happening }) => row(villageCode, enteredBy ? { actor_kind: "staff", actor_id: enteredBy } : { actor_kind: "learner", actor_id: learnerId }, happening)),
  ];
}

function quizMarks({ enrollmentId, deeds }: Story): (Happening & { enteredBy: string | undefined })[] {
  return deeds.flatMap((deed) => {
    if (deed.kind !== "quiz") return [];
    const { correct, total, passed } = deed.attempt.score;
    const details = { module: deed.quiz.moduleId, correct, total, passed };
    return [{ at: deed.at, action: "quiz.mark", subject_id: attemptId(enrollmentId, deed), details, enteredBy: deed.enteredBy }];
  });
}

function row(villageCode: string, actor: Pick<AuditRow, "actor_kind" | "actor_id">, { at, action, subject_id, details = {} }: Happening): AuditRow {
  const id = demoId(`audit/${action}/${subject_id}`, at);
  return { village_code: villageCode, id, happened_at: at, ...actor, action, subject_id, details: JSON.stringify(details) };
}
