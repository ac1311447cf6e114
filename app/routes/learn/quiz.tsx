import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireLearner } from "#app/accounts/access.server.ts";
import { findQuiz, type QuizPlace } from "#app/catalog/catalog.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { drawQuizFor } from "#app/learning/draw-quiz.server.ts";
import { findEnrollment } from "#app/learning/enrollment.ts";
import { readAnswers, type Typed } from "#app/learning/quiz-answers.ts";
import { QuestionScreens, QuestionsToMend } from "#app/learning/quiz-form.tsx";
import { showQuiz } from "#app/learning/quiz-view.ts";
import { submitQuiz } from "#app/learning/submit-quiz.server.ts";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `Kuis ${loaded?.moduleTitle ?? ""} · Melek Desa` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { learner, place } = await requireQuiz(request, params);
  return { name: learner.name, moduleTitle: place.module.title, path: quizPath(place), form: await quizForm(place, newId()) };
}

async function quizForm(place: QuizPlace, formId: string) {
  const items = await drawQuizFor(place.quiz, formId);
  return { formId, version: place.quiz.hash, questions: showQuiz(place.quiz, items) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { learner, enrollment, place } = await requireQuiz(request, params);
  const sent = await request.formData();
  const formId = String(sent.get("formId") ?? "");
  if (!isId(formId)) throw notFound();
  const typed = typedIn(sent);
  const items = await drawQuizFor(place.quiz, formId);
  const { answers, faults } = readAnswers(place.quiz, items, typed);
  const changed = sent.get("version") !== place.quiz.hash;
  if (changed || Object.keys(faults).length > 0) {
    return data({ form: await quizForm(place, formId), typed, faults, changed }, { status: 400 });
  }
  const { villageCode, learnerId } = learner;
  const submission = { villageCode, learnerId, enrollmentId: enrollment.enrollmentId, formId, quiz: place.quiz, items, answers };
  await submitQuiz(db, submission, new Date());
  return redirect(`${quizPath(place)}/${formId}`, 303);
}

async function requireQuiz(request: Request, params: LoaderFunctionArgs["params"]) {
  const learner = await requireLearner(request);
  const place = findQuiz(params["course"] ?? "", params["module"] ?? "");
  const enrollment = place && findEnrollment(learner, place.curriculum.id);
  if (!place || !enrollment) throw notFound();
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
        {answer ? <QuestionsToMend questions={questions} typed={answer.typed} faults={faults} /> : <QuestionScreens questions={questions} />}
      </form>
    </Frame>
  );
}
