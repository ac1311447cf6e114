import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { notFound, requireLearner } from "#app/accounts/access.server.ts";
import { findQuiz, type QuizPlace } from "#app/catalog/catalog.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { type LearnerSheet, openSheet, receiveSheet, requireEnrollment } from "#app/learning/answer-sheet.server.ts";
import { drawTestFor, questionsToReview } from "#app/learning/draw-quiz.server.ts";
import { callHelp } from "#app/learning/call-help.server.ts";
import { QuizPage, SheetError, titleOfSheet } from "#app/learning/quiz-page.tsx";
import { dueReviewOf, submitReview } from "#app/learning/review.server.ts";
import { questionsReviewed } from "#app/learning/review.ts";
import { useTextSize } from "#app/root.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";

export const handle = { bare: { form: true }, script: true };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction<typeof loader> = ({ data: loaded, error }) => [{ title: titleOfSheet(loaded?.heading, error) }];

/** Two questions of a module that was passed some time ago; to the first page when none are due. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const learner = await requireLearner(request);
  const place = requireQuiz(params);
  const of = { villageCode: learner.villageCode, enrollmentId: requireEnrollment(learner, place.curriculum.id).enrollmentId };
  const round = await dueReviewOf(db, { ...of, moduleId: place.module.id }, new Date());
  if (!round) throw redirect("/belajar");
  const asked = await questionsToReview(db, place.quiz, { ...of, round });
  return openSheet(db, sheetOf(place, asked, request), learner, request, newId());
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const place = requireQuiz(params);
  const sent = await request.formData();
  const asked = sentText(sent, "soal").split(",").slice(0, questionsReviewed);
  const sheet = sheetOf(place, asked, request);
  if (sheet.quiz.questions.length === 0) throw notFound();
  const { handedIn, headers, again } = await receiveSheet(db, { request, sent, clientAddress: context.clientAddress }, sheet);
  if (!handedIn) return again;
  const kept = await submitReview(db, { quiz: place.quiz, ...handedIn }, new Date());
  return redirect(kept ? `${sheet.path}/${handedIn.formId}` : "/belajar", { status: 303, headers });
}

function requireQuiz(params: LoaderFunctionArgs["params"]): QuizPlace {
  const place = findQuiz(params["course"] ?? "", params["module"] ?? "");
  if (!place) throw notFound();
  return place;
}

/** Which questions they are goes with the form, as they come from what the learner did until now; other questions are another sheet. */
function sheetOf({ curriculum, course, module, quiz }: QuizPlace, asked: readonly string[], request: Request): LearnerSheet {
  const chosen = { ...quiz, questions: quiz.questions.filter(({ id }) => asked.includes(id)) };
  const ids = chosen.questions.map(({ id }) => id).join(",");
  return {
    name: `ingat:${module.id}:${ids}`,
    curriculumId: curriculum.id,
    quiz: chosen,
    path: `/belajar/${course.slug}/${module.slug}/ingat`,
    words: () => {
      const { t } = copyFor(request);
      return { heading: t("quiz.review", { module: module.title }), intro: t("quiz.reviewIntro") };
    },
    hidden: { soal: ids },
    draw: (formId) => drawTestFor(db, chosen, formId),
    callHelp: (learner, task) => callHelp(db, learner, { task, at: request.url }, new Date()),
  };
}

export default function Review() {
  const { form, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <QuizPage {...page} form={sent?.form ?? form} sent={sent ?? page.sent} textSize={useTextSize()} />;
}

export function ErrorBoundary() {
  return <SheetError error={useRouteError()} textSize={useTextSize()} />;
}
