import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { isId, notFound, requireLearner } from "#app/accounts/access.server.ts";
import { resumeLearner } from "#app/accounts/resume-session.server.ts";
import type { LearnerViewer } from "#app/accounts/role.ts";
import type { SignInErrors } from "#app/accounts/sign-in.server.ts";
import { findQuiz, type QuizPlace } from "#app/catalog/catalog.server.ts";
import { drawQuizFor, newFormId } from "#app/learning/draw-quiz.server.ts";
import { findEnrollment } from "#app/learning/enrollment.ts";
import { readAnswers, type Typed } from "#app/learning/quiz-answers.ts";
import { QuizPage, type QuizSheet, type SentQuiz } from "#app/learning/quiz-page.tsx";
import { showQuiz } from "#app/learning/quiz-view.ts";
import { submitQuiz } from "#app/learning/submit-quiz.server.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { useTextSize } from "#app/root.tsx";
import { ErrorPage, titleOfError } from "#app/ui/error-page.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction<typeof loader> = ({ data: loaded, error }) => [{ title: titleOf(loaded?.moduleTitle, error) }];

function titleOf(moduleTitle: string | undefined, error: unknown): string {
  const asked = isRouteErrorResponse(error) && isWholePage(error.data) ? error.data.moduleTitle : moduleTitle;
  return asked === undefined ? titleOfError(error) : `Kuis ${asked} · Melek Desa`;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { learner, place } = requireEnrolled(await requireLearner(request), params);
  return { ...pageOf(place, learner), form: await quizForm(place, newFormId(learner.number)) };
}

function pageOf(place: QuizPlace, learner: LearnerViewer | null) {
  const who = learner && { name: learner.name, number: learner.number };
  return { learner: who, moduleTitle: place.module.title, path: quizPath(place) };
}

async function quizForm(place: QuizPlace, formId: string): Promise<QuizSheet> {
  const items = await drawQuizFor(db, place.quiz, formId);
  return { formId, version: place.quiz.hash, questions: showQuiz(place.quiz, items) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const sent = await request.formData();
  const formId = sentText(sent, "formId");
  if (!isId(formId)) throw notFound();
  const typed = typedIn(sent);
  const resumed = await resumeLearner(request, sent, context.clientAddress);
  if (!resumed.learner) throw await askToSignInAgain(params, formId, typed, resumed.errors);

  const { learner, enrollment, place } = requireEnrolled(resumed.learner, params);
  const items = await drawQuizFor(db, place.quiz, formId);
  const { answers, faults } = readAnswers(place.quiz, items, typed);
  const changed = sent.get("version") !== place.quiz.hash;
  if (changed || Object.keys(faults).length > 0) {
    const again: SentQuiz = { form: await quizForm(place, formId), typed, faults, changed };
    if (sent.has("pin")) throw data({ ...pageOf(place, learner), sent: again } satisfies WholePage, { status: 400, headers: resumed.headers });
    return data(again, { status: 400 });
  }
  const { villageCode, learnerId } = learner;
  const submission = { villageCode, learnerId, enrollmentId: enrollment.enrollmentId, formId, quiz: place.quiz, items, answers };
  await submitQuiz(db, submission, new Date());
  return redirect(`${quizPath(place)}/${formId}`, { status: 303, headers: resumed.headers });
}

/**
 * A page that is thrown, for the error boundary to show: the loader, which knows only the session that the
 * request came with, would send the learner away to sign in and lose what they typed.
 */
type WholePage = ReturnType<typeof pageOf> & { sent: SentQuiz };

async function askToSignInAgain(params: Params, formId: string, typed: Typed, errors: SignInErrors) {
  const place = requireQuiz(params);
  const sent = { form: await quizForm(place, formId), typed, faults: {}, changed: false, errors };
  return data({ ...pageOf(place, null), sent } satisfies WholePage, { status: 401 });
}

type Params = LoaderFunctionArgs["params"];

function requireQuiz(params: Params): QuizPlace {
  const place = findQuiz(params["course"] ?? "", params["module"] ?? "");
  if (!place) throw notFound();
  return place;
}

function requireEnrolled(learner: LearnerViewer, params: Params) {
  const place = requireQuiz(params);
  const enrollment = findEnrollment(learner, place.curriculum.id);
  if (!enrollment) throw notFound();
  return { learner, enrollment, place };
}

function quizPath({ course, module }: QuizPlace): string {
  return `/belajar/${course.slug}/${module.slug}/kuis`;
}

function typedIn(sent: FormData): Typed {
  const names = [...new Set(sent.keys())].filter((name) => /^s\d+(\.\d+)?$/.test(name));
  return Object.fromEntries(names.map((name) => [name, sent.getAll(name).map(String)]));
}

export default function Quiz() {
  const { form, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  // What was typed belongs to the form it was typed into, not to the new one that the loader drew.
  return <QuizPage {...page} form={sent?.form ?? form} sent={sent} textSize={useTextSize()} />;
}

/** The session ended while the quiz was open: the learner signs in again right here, with every answer kept. */
export function ErrorBoundary() {
  const error = useRouteError();
  const textSize = useTextSize();
  if (!isRouteErrorResponse(error) || !isWholePage(error.data)) return <ErrorPage error={error} incident={undefined} textSize={textSize} />;
  return <QuizPage {...error.data} form={error.data.sent.form} textSize={textSize} />;
}

function isWholePage(page: unknown): page is WholePage {
  return typeof page === "object" && page !== null && "sent" in page;
}
