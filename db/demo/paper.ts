import type { Insertable } from "kysely";
import { drawQuiz } from "#app/learning/draw-quiz.ts";
import { newSheetCode, paperBank } from "#app/paper/paper-answers.ts";
import type { Database } from "../schema.ts";
import { takeQuiz } from "./attempts.ts";
import { classesBefore, minutesAfter } from "./calendar.ts";
import { chance, demoId } from "./chance.ts";
import type { DemoCohort } from "./cohorts.ts";
import { attemptId } from "./insert-deeds.ts";
import type { Deed } from "./journeys.ts";
import { skillOf } from "./skill.ts";
import type { DemoStaff } from "./staff.ts";
import type { Story } from "./stories.ts";

type QuizDeed = Deed & { kind: "quiz" };

/** The stories with the first quiz of the last who joined done on paper, and typed over by the mentor. */
export function writeOnPaper(stories: readonly Story[], mentor: DemoStaff): Story[] {
  const writer = stories.findLast(({ standing, deeds }) => standing === "started" && deeds.some(isPassedQuiz));
  return stories.map((story) => (story === writer ? { ...story, deeds: firstQuizOnPaper(story, mentor) } : story));
}

function firstQuizOnPaper({ deeds, learnerId }: Story, mentor: DemoStaff): Deed[] {
  const first = deeds.find(isPassedQuiz);
  return deeds.map((deed) => {
    if (deed !== first) return deed;
    return { ...first, attempt: takeQuiz(paperBank(first.quiz), { passes: true, skill: skillOf(learnerId), random: chance(`paper/${learnerId}`) }), enteredBy: mentor.id };
  });
}

function isPassedQuiz(deed: Deed): deed is QuizDeed {
  return deed.kind === "quiz" && deed.attempt.score.passed;
}

/** The sheets that were printed together: of the quiz that was done on paper, and for two who fail it on the screen. */
export function sheetsOf({ villageCode, mentor, timetable }: DemoCohort, stories: readonly Story[], now: Date): Insertable<Database["paper_sheet"]>[] {
  const entered = stories.flatMap(({ enrollmentId, deeds }) => deeds.flatMap((deed) => (deed.kind === "quiz" && deed.enteredBy ? [{ enrollmentId, deed }] : [])))[0];
  if (!entered) return [];
  const { quiz, attempt } = entered.deed;
  const printedAt = minutesAfter(entered.deed.at, -15 * 60);
  const hands = stories.filter(({ deeds }) => deeds.some((deed) => deed.kind === "quiz" && deed.quiz === quiz) && !deeds.some((deed) => isPassedQuiz(deed) && deed.quiz === quiz));
  const waiting = hands.slice(0, 2).map(({ enrollmentId }, hand) => {
    const random = chance(`sheet/${enrollmentId}`);
    return { id: demoId(`sheet/${enrollmentId}`, printedAt), enrollment_id: enrollmentId, items: drawQuiz(paperBank(quiz), { hand, deal: chance("deal"), random }) };
  });
  const taken_at = classesBefore(now, timetable).findLast((start) => start <= entered.deed.at) ?? null;
  const sheets = [{ id: attemptId(entered.enrollmentId, entered.deed), enrollment_id: entered.enrollmentId, items: attempt.items, taken_at }, ...waiting];
  return sheets.map(({ items, ...sheet }) => ({
    ...sheet,
    village_code: villageCode,
    batch_id: demoId(`batch/${quiz.moduleId}`, printedAt),
    code: newSheetCode(chance(`code/${sheet.enrollment_id}`)),
    module_id: quiz.moduleId,
    items: JSON.stringify(items),
    printed_at: printedAt,
    printed_by: mentor.id,
  }));
}
