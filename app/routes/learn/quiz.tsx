import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { isId, notFound, requireLearner } from "#app/accounts/access.server.ts";
import { resumeLearner } from "#app/accounts/resume-session.server.ts";
import type { LearnerViewer } from "#app/accounts/role.ts";
import type { SignInErrors } from "#app/accounts/sign-in.server.ts";
import { NumberAndPin } from "#app/accounts/sign-in-forms.tsx";
import { findQuiz, type QuizPlace } from "#app/catalog/catalog.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { drawQuizFor } from "#app/learning/draw-quiz.server.ts";
import { findEnrollment } from "#app/learning/enrollment.ts";
import { readAnswers, type Typed } from "#app/learning/quiz-answers.ts";
import { QuestionScreens, QuestionsToMend } from "#app/learning/quiz-form.tsx";
import { showQuiz } from "#app/learning/quiz-view.ts";
import { submitQuiz } from "#app/learning/submit-quiz.server.ts";
import { useTextSize } from "#app/root.tsx";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `Kuis ${loaded?.moduleTitle ?? ""} · Melek Desa` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { learner, place } = requireEnrolled(await requireLearner(request), params);
  return { name: learner.name, number: learner.number, moduleTitle: place.module.title, path: quizPath(place), form: await quizForm(place, newId()) };
}

async function quizForm(place: QuizPlace, formId: string) {
  const items = await drawQuizFor(db, place.quiz, formId);
  return { formId, version: place.quiz.hash, questions: showQuiz(place.quiz, items) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const sent = await request.formData();
  const formId = String(sent.get("formId") ?? "");
  if (!isId(formId)) throw notFound();
  const typed = typedIn(sent);
  const resumed = await resumeLearner(request, sent, context.clientAddress);
  if (!resumed.learner) throw await askToSignInAgain(params, formId, typed, resumed.errors);

  const { learner, enrollment, place } = requireEnrolled(resumed.learner, params);
  const items = await drawQuizFor(db, place.quiz, formId);
  const { answers, faults } = readAnswers(place.quiz, items, typed);
  const changed = sent.get("version") !== place.quiz.hash;
  if (changed || Object.keys(faults).length > 0) {
    return data({ form: await quizForm(place, formId), typed, faults, changed }, { status: 400, headers: resumed.headers });
  }
  const { villageCode, learnerId } = learner;
  const submission = { villageCode, learnerId, enrollmentId: enrollment.enrollmentId, formId, quiz: place.quiz, items, answers };
  await submitQuiz(db, submission, new Date());
  return redirect(`${quizPath(place)}/${formId}`, { status: 303, headers: resumed.headers });
}

// Thrown, so that the page's loader, which would send them away to sign in, does not run.
async function askToSignInAgain(params: Params, formId: string, typed: Typed, errors: SignInErrors) {
  const place = requireQuiz(params);
  const page: QuizAfterSession = { form: await quizForm(place, formId), typed, errors, moduleTitle: place.module.title, path: quizPath(place) };
  return data(page, { status: 401 });
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
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const { formId, version, questions } = answer?.form ?? loaded.form;
  const faults = answer?.faults ?? {};
  return (
    <Frame who={loaded.name} home="/belajar" here={loaded.path} textSize={useTextSize()}>
      <h1>{t("quiz.title", { module: loaded.moduleTitle })}</h1>
      {answer ? (
        <p className="notice notice-warn" role="alert">
          {answer.changed ? t("quiz.changed") : t("quiz.missing", { count: Object.keys(faults).length })}
        </p>
      ) : (
        <p>{t("quiz.intro")}</p>
      )}
      <form method="post" action={loaded.path}>
        <input type="hidden" name="formId" value={formId} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="peserta" value={loaded.number} />
        {answer ? <QuestionsToMend questions={questions} typed={answer.typed} faults={faults} /> : <QuestionScreens questions={questions} />}
      </form>
    </Frame>
  );
}

interface QuizAfterSession {
  form: Awaited<ReturnType<typeof quizForm>>;
  typed: Typed;
  errors: SignInErrors;
  moduleTitle: string;
  path: string;
}

/** The session ended while the quiz was open: sign in again right here, with every answer kept. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useCopy();
  const textSize = useTextSize();
  if (!isRouteErrorResponse(error) || error.status !== 401) return <ErrorPage error={error} incident={undefined} textSize={textSize} />;
  const { form, typed, errors, moduleTitle, path } = error.data as QuizAfterSession;
  return (
    <Frame who={null} home="/" here="/masuk" textSize={textSize}>
      <h1>{t("quiz.title", { module: moduleTitle })}</h1>
      <p className="notice notice-warn" role="alert">
        {t("quiz.signInAgain")}
      </p>
      <form method="post" action={path}>
        <input type="hidden" name="formId" value={form.formId} />
        <input type="hidden" name="version" value={form.version} />
        <NumberAndPin errors={errors} number="" />
        <QuestionsToMend questions={form.questions} typed={typed} faults={{}} />
      </form>
    </Frame>
  );
}
