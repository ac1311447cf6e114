import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isId, notFound } from "#app/accounts/access.server.ts";
import { catalog, findModule } from "#app/catalog/catalog.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { outcomesOf } from "#app/learning/outcomes.server.ts";
import { scoreQuiz } from "#app/learning/quiz.ts";
import { OutcomeList } from "#app/learning/quiz-outcome.tsx";
import { AttemptHead } from "#app/mentoring/attempt-head.tsx";
import { requireLearnerOfReader } from "#app/mentoring/learner-of-mentor.server.ts";
import { db } from "#db/client.ts";
import { findQuizAttempt } from "#db/quiz-attempts.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.moduleTitle ?? ""} · Melek Desa` }];

/** A quiz as the learner handed it in. What is still being filled in is no attempt, and nobody else reads it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, learner } = await requireLearnerOfReader(db, request, params);
  const id = params["attempt"];
  const attempt = isId(id) ? await findQuizAttempt(db, { villageCode: cohort.villageCode, enrollmentId: learner.enrollmentId, id }) : undefined;
  if (!attempt) throw notFound();
  const { moduleId, items, answers, ...score } = attempt;
  const quiz = catalog().quizzes[moduleId];
  const results = quiz ? scoreQuiz(quiz, items, answers).results : [];
  const back = `/mentor/rombel/${cohort.cohortId}/peserta/${learner.learnerId}`;
  const outcomes = outcomesOf(results, copyFor(request)).map((outcome) => ({ ...outcome, readAgain: pathToTeach(outcome.readAgain) }));
  return { name: learner.name, back, moduleTitle: findModule(moduleId)?.title ?? moduleId, score, outcomes, gone: items.length - results.length };
}

/** Where who teaches a lesson reads the screen that learners read at `path`. */
function pathToTeach(path: string | null): string | null {
  return path?.replace(/^\/belajar\//, "/mentor/pelajaran/") ?? null;
}

export default function QuizAttempt() {
  const { name, back, moduleTitle, score, outcomes, gone } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  const { correct, total, passed, submittedAt, enteredBy } = score;
  return (
    <div className="narrow">
      <AttemptHead
        name={name}
        back={back}
        title={t("quiz.resultTitle", { module: moduleTitle })}
        at={submittedAt}
        about={enteredBy === null ? null : `, ${t("paper.enteredBy", { who: enteredBy })}`}
        isGood={passed}
        outcome={`${passed ? t("mentor.bestPassed", { correct, total }) : t("mentor.bestNotPassed", { correct, total })}.`}
      />
      {gone > 0 ? <p className="notice notice-warn">{t("mentor.questionsGone", { count: gone })}</p> : null}
      <OutcomeList outcomes={outcomes} of={name} />
    </div>
  );
}
