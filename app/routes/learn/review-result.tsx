import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isId, notFound, requireLearner } from "#app/accounts/access.server.ts";
import { findQuiz } from "#app/catalog/catalog.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { doneIn, findEnrollment } from "#app/learning/enrollment.ts";
import { outcomesOf } from "#app/learning/outcomes.server.ts";
import { pinnedCurriculum } from "#app/learning/pinned-curriculum.server.ts";
import { nextStep } from "#app/learning/progress.ts";
import { scoreQuiz } from "#app/learning/quiz.ts";
import { OutcomeList } from "#app/learning/quiz-outcome.tsx";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";
import { findReview } from "#db/measures.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction = () => [{ title: "Masih ingat? · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const learner = await requireLearner(request);
  const place = findQuiz(params["course"] ?? "", params["module"] ?? "");
  const enrollment = place && findEnrollment(learner, place.curriculum.id);
  const id = params["attempt"];
  if (!place || !enrollment || !isId(id)) throw notFound();
  const review = await findReview(db, { villageCode: learner.villageCode, enrollmentId: enrollment.enrollmentId, moduleId: place.module.id, id });
  if (!review) throw notFound();
  const here = new URL(request.url).pathname;
  const curriculum = (await pinnedCurriculum(db, learner.villageCode, enrollment)) ?? place.curriculum;
  return {
    name: learner.name,
    moduleTitle: place.module.title,
    here,
    isFinished: nextStep(curriculum, doneIn(enrollment)).kind === "finished",
    correct: review.correct,
    total: review.total,
    outcomes: outcomesOf(scoreQuiz(place.quiz, review.items, review.answers).results, copyFor(request), here),
  };
}

export default function ReviewResult() {
  const { name, moduleTitle, here, isFinished, correct, total, outcomes } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <Frame who={name} home="/belajar" here={here} textSize={useTextSize()}>
      <h1>{t("quiz.review", { module: moduleTitle })}</h1>
      <div className={correct === total ? "notice notice-ok" : "notice"} role="status">
        <p className="big-number">{t("quiz.scored", { correct, total })}</p>
        <p>{correct === total ? t("quiz.reviewAllRight") : t("quiz.reviewSomeWrong")}</p>
      </div>
      <p>
        <a className="button button-main" href="/belajar">
          {isFinished ? t("quiz.toHome") : t("quiz.goOn")}
        </a>
      </p>
      <OutcomeList outcomes={outcomes} />
    </Frame>
  );
}
