import type { Insertable, Transaction } from "kysely";
import { passMark } from "#app/learning/quiz.ts";
import { type Measured, tallyTest } from "#app/learning/year-test.ts";
import type { Database } from "../schema.ts";
import { minutesAfter } from "./calendar.ts";
import { demoId } from "./chance.ts";
import type { Deed } from "./journeys.ts";
import { practiceSteps } from "./practice.ts";
import type { Story, World } from "./stories.ts";

/** Inserts the lessons, practices and quizzes that the learners of a village did. */
export async function insertDeeds(
  trx: Transaction<Database>,
  villageCode: string,
  stories: readonly Story[],
  { lessons, measured }: Pick<World, "lessons" | "measured">,
): Promise<void> {
  const completions: Insertable<Database["lesson_completion"]>[] = [];
  const practices: Insertable<Database["practice_attempt"]>[] = [];
  const tests: Insertable<Database["year_test_attempt"]>[] = [];
  const attempts: Insertable<Database["quiz_attempt"]>[] = [];
  const devices: Insertable<Database["quiz_device"]>[] = [];
  for (const { enrollmentId, deeds } of stories) {
    const keys = { village_code: villageCode, enrollment_id: enrollmentId };
    for (const deed of deeds) {
      if (deed.kind === "quiz") attempts.push({ ...keys, ...attemptColumns(enrollmentId, deed) });
      if (deed.kind === "quiz" && deed.device) devices.push({ village_code: villageCode, attempt_id: attemptId(enrollmentId, deed), device: deed.device.mark, noted_on: deed.device.day });
      if (deed.kind === "test") tests.push({ ...keys, ...testColumns(enrollmentId, deed, measured) });
      if (deed.kind !== "lesson") continue;
      completions.push({ ...keys, lesson_id: deed.lessonId, completed_at: deed.at });
      const lesson = lessons[deed.lessonId];
      const practice = lesson && practiceSteps(lesson);
      if (practice) practices.push({ ...keys, ...practiceColumns(enrollmentId, deed, practice) });
    }
  }
  if (completions.length > 0) await trx.insertInto("lesson_completion").values(completions).execute();
  if (practices.length > 0) await trx.insertInto("practice_attempt").values(practices).execute();
  if (tests.length > 0) await trx.insertInto("year_test_attempt").values(tests).execute();
  if (attempts.length > 0) await trx.insertInto("quiz_attempt").values(attempts).execute();
  if (devices.length > 0) await trx.insertInto("quiz_device").values(devices).execute();
}

/** The id of a learner's attempt, which their form gave it when it was opened, nine minutes before unless told otherwise. */
export function attemptId(enrollmentId: string, deed: Deed): string {
  const openedAt = (deed.kind === "quiz" && deed.openedAt) || minutesAfter(deed.at, -9);
  return demoId(`attempt/${enrollmentId}/${deed.at.getTime()}`, openedAt);
}

function attemptColumns(enrollmentId: string, deed: Deed & { kind: "quiz" }) {
  const { items, answers, score } = deed.attempt;
  return {
    id: attemptId(enrollmentId, deed),
    module_id: deed.quiz.moduleId,
    bank_hash: deed.quiz.hash,
    items: JSON.stringify(items),
    answers: JSON.stringify(answers),
    correct_items: score.correct,
    total_items: score.total,
    pass_mark: passMark,
    passed: score.passed,
    submitted_at: deed.at,
    entered_by: deed.enteredBy ?? null,
  };
}

function testColumns(enrollmentId: string, deed: Deed & { kind: "test" }, measured: Measured) {
  const { items, answers, score } = deed.attempt;
  const { byPillar, byModule } = tallyTest(score, measured);
  return {
    id: attemptId(enrollmentId, deed),
    kind: deed.testKind,
    bank_hash: deed.test.hash,
    items: JSON.stringify(items),
    answers: JSON.stringify(answers),
    by_pillar: JSON.stringify(byPillar),
    by_module: JSON.stringify(byModule),
    correct_items: score.correct,
    total_items: score.total,
    submitted_at: deed.at,
  };
}

function practiceColumns(enrollmentId: string, deed: Deed & { kind: "lesson" }, practice: { simulator: string; steps: string[] }) {
  const submittedAt = minutesAfter(deed.at, -3);
  const id = demoId(`practice/${enrollmentId}/${deed.lessonId}`, submittedAt);
  const { simulator, steps } = practice;
  return { id, lesson_id: deed.lessonId, simulator, steps: JSON.stringify(steps), finished: true, submitted_at: submittedAt };
}
