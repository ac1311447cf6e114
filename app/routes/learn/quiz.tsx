import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { notFound, requireLearner } from "#app/accounts/access.server.ts";
import { centerOfDevice } from "#app/accounts/paired-device.server.ts";
import { findQuiz, type QuizPlace } from "#app/catalog/catalog.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { type LearnerSheet, openSheet, receiveSheet, requireEnrollment } from "#app/learning/answer-sheet.server.ts";
import { drawQuizFor, newFormId } from "#app/learning/draw-quiz.server.ts";
import { callHelp } from "#app/learning/call-help.server.ts";
import { notePresence } from "#app/learning/presence.server.ts";
import { QuizPage, SheetError, titleOfSheet } from "#app/learning/quiz-page.tsx";
import { submitQuiz } from "#app/learning/submit-quiz.server.ts";
import { deviceMark } from "#app/programs/anomalies/device-mark.server.ts";
import { useTextSize } from "#app/root.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";

export const handle = { bare: { form: true }, script: true };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction<typeof loader> = ({ data: loaded, error }) => [{ title: titleOfSheet(loaded?.heading, error) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const learner = await requireLearner(request);
  const place = requireQuiz(params);
  requireEnrollment(learner, place.curriculum.id);
  notePresence(db, learner, { lessonId: place.module.id, screen: "kuis" });
  return openSheet(db, sheetOf(place, request), learner, request, newFormId(learner.number));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const place = requireQuiz(params);
  const sheet = sheetOf(place, request);
  const sent = await request.formData();
  const { handedIn, headers, again } = await receiveSheet(db, { request, sent, clientAddress: context.clientAddress }, sheet);
  if (!handedIn) return again;
  const now = new Date();
  await submitQuiz(db, { quiz: place.quiz, ...handedIn, device: await deviceMark(db, request, now), atCenter: await centerOfDevice(db, request, handedIn.villageCode) }, now);
  return redirect(`${sheet.path}/${handedIn.formId}`, { status: 303, headers });
}

function requireQuiz(params: LoaderFunctionArgs["params"]): QuizPlace {
  const place = findQuiz(params["course"] ?? "", params["module"] ?? "");
  if (!place) throw notFound();
  return place;
}

function sheetOf({ curriculum, course, module, quiz }: QuizPlace, request: Request): LearnerSheet {
  return {
    name: `kuis:${module.id}`,
    curriculumId: curriculum.id,
    quiz,
    path: `/belajar/${course.slug}/${module.slug}/kuis`,
    words: () => {
      const { t } = copyFor(request);
      return { heading: t("quiz.title", { module: module.title }), intro: t("quiz.intro") };
    },
    draw: (formId) => drawQuizFor(db, quiz, formId),
    callHelp: (learner, task) => callHelp(db, learner, { task, at: request.url }, new Date()),
  };
}

export default function Quiz() {
  const { form, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  // What was typed belongs to the form it was typed into, not to the one that the loader opened.
  return <QuizPage {...page} form={sent?.form ?? form} sent={sent ?? page.sent} textSize={useTextSize()} />;
}

export function ErrorBoundary() {
  return <SheetError error={useRouteError()} textSize={useTextSize()} />;
}
