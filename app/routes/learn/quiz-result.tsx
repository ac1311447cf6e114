import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isId, notFound, requireLearner } from "#app/accounts/access.server.ts";
import { findQuiz } from "#app/catalog/catalog.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { doneIn, findEnrollment } from "#app/learning/enrollment.ts";
import { pinnedCurriculum } from "#app/learning/pinned-curriculum.server.ts";
import { nextStep } from "#app/learning/progress.ts";
import { outcomesOf } from "#app/learning/outcomes.server.ts";
import { passMark, scoreQuiz } from "#app/learning/quiz.ts";
import { QuestionOutcome } from "#app/learning/quiz-outcome.tsx";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";
import { findBestAttempt, findQuizAttempt } from "#db/quiz-attempts.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction = () => [{ title: "Hasil kuis · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const learner = await requireLearner(request);
  const place = findQuiz(params["course"] ?? "", params["module"] ?? "");
  const enrollment = place && findEnrollment(learner, place.curriculum.id);
  const id = params["attempt"];
  if (!place || !enrollment || !isId(id)) throw notFound();
  const key = { villageCode: learner.villageCode, enrollmentId: enrollment.enrollmentId, moduleId: place.module.id };
  const attempt = await findQuizAttempt(db, { ...key, id });
  if (!attempt) throw notFound();
  const curriculum = (await pinnedCurriculum(db, learner.villageCode, enrollment)) ?? place.curriculum;
  const { results } = scoreQuiz(place.quiz, attempt.items, attempt.answers);
  return {
    name: learner.name,
    moduleTitle: place.module.title,
    path: `/belajar/${place.course.slug}/${place.module.slug}/kuis`,
    attempt: { id, correct: attempt.correct, total: attempt.total, passed: attempt.passed, enteredBy: attempt.enteredBy },
    needed: Math.ceil(attempt.total * passMark),
    best: (await findBestAttempt(db, key)) ?? null,
    isFinished: nextStep(curriculum, doneIn(enrollment)).kind === "finished",
    outcomes: outcomesOf(results, copyFor(request)),
  };
}

export default function QuizResult() {
  const { name, moduleTitle, path, attempt, needed, best, isFinished, outcomes } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  const onward = isFinished ? { href: "/sertifikat/saya", text: t("quiz.toCertificate") } : { href: "/belajar", text: t("quiz.goOn") };
  return (
    <Frame who={name} home="/belajar" here={`${path}/${attempt.id}`} textSize={useTextSize()}>
      <h1>{t("quiz.resultTitle", { module: moduleTitle })}</h1>
      <div className={attempt.passed ? "notice notice-ok" : "notice"} role="status">
        <p className="big-number">{t("quiz.scored", { correct: attempt.correct, total: attempt.total })}</p>
        <p>{attempt.passed ? t("quiz.passed") : t("quiz.notYet", { needed })}</p>
      </div>
      {attempt.enteredBy === null ? null : <p className="muted">{t("paper.enteredBy", { who: attempt.enteredBy })}</p>}
      {best && best.correct * attempt.total > attempt.correct * best.total ? <p>{t("quiz.best", best)}</p> : null}
      <p className="row">
        <a className={attempt.passed ? "button button-main" : "button button-quiet"} href={onward.href}>
          {onward.text}
        </a>
        <a className={attempt.passed ? "button button-quiet" : "button button-main"} href={path}>
          {t("quiz.tryAgain")}
        </a>
      </p>
      <ol className="plain" lang="id">
        {outcomes.map((outcome, index) => (
          <QuestionOutcome key={index} {...outcome} />
        ))}
      </ol>
    </Frame>
  );
}
