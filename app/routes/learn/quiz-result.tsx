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
import { QuizResultView } from "#app/learning/quiz-result-view.tsx";
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
    outcomes: outcomesOf(results, copyFor(request), new URL(request.url).pathname),
  };
}

export default function QuizResult() {
  const { name, isFinished, attempt, ...result } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  const onward = isFinished ? { href: "/sertifikat/saya", text: t("quiz.toCertificate") } : { href: "/belajar", text: t("quiz.goOn") };
  return (
    <Frame who={name} home="/belajar" here={`${result.path}/${attempt.id}`} textSize={useTextSize()}>
      <QuizResultView {...result} attempt={attempt} enteredBy={attempt.enteredBy} onward={onward} />
    </Frame>
  );
}
