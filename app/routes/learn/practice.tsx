import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireLearner } from "#app/accounts/access.server.ts";
import { findLesson, type LessonPlace } from "#app/catalog/catalog.server.ts";
import { copyOfStrings, type Strings } from "#app/i18n/copy-of-strings.ts";
import { copyFor, copyGroup } from "#app/i18n/i18n.server.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { findEnrollment } from "#app/learning/enrollment.ts";
import { parsePractice, type SimulatorName } from "#app/practice/parse-practice.ts";
import { PracticeScreen } from "#app/practice/practice-screen.tsx";
import practiceUrl from "#app/practice/practice.css?url";
import { loadSimulator } from "#app/practice/registry.ts";
import { isFinished } from "#app/practice/simulator.ts";
import { readAction, readSteps } from "#app/practice/steps.ts";
import { stylesheets } from "#app/practice/stylesheets.server.ts";
import type { Translate as PracticeTranslate } from "#app/practice/view-props.ts";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertPracticeAttempt } from "#db/lesson-progress.ts";

export const handle = { hydrate: true };
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: learnerUrl },
  { rel: "stylesheet", href: practiceUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `Latihan: ${loaded?.title ?? ""} · Melek Desa` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { learner, place, practice } = await requirePractice(request, params);
  const { locale } = copyFor(request);
  await loadSimulator(practice.simulator);
  return {
    practice,
    stylesheet: stylesheets[practice.simulator],
    strings: { layout: copyGroup(locale, "layout"), practice: copyOfSimulator(locale, practice.simulator) },
    locale,
    formId: newId(),
    name: learner.name,
    title: place.summary.title,
    path: practicePath(place),
    back: lessonPath(place),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { learner, enrollment, place, practice } = await requirePractice(request, params);
  const form = await request.formData();
  const steps = readSteps(form);
  const pressed = readAction(form);
  const formId = sentText(form, "formId");
  const { rules } = await loadSimulator(practice.simulator);
  const finished = isFinished(rules, practice.config, steps);
  if (pressed !== "finish" || !finished || !isId(formId)) return data({ steps, pressed, formId: isId(formId) ? formId : newId() });
  await insertPracticeAttempt(db, {
    villageCode: learner.villageCode,
    id: formId,
    enrollmentId: enrollment.enrollmentId,
    lessonId: place.summary.id,
    simulator: practice.simulator,
    steps,
    finished,
    submittedAt: new Date(),
  });
  return redirect(`${lessonPath(place)}#${screenAfterPractice(place)}`);
}

async function requirePractice(request: Request, params: LoaderFunctionArgs["params"]) {
  const learner = await requireLearner(request);
  const place = findLesson(params["course"] ?? "", params["lesson"] ?? "");
  const enrollment = place && findEnrollment(learner, place.curriculum.id);
  if (!place?.lesson.practice || !enrollment) throw notFound();
  return { learner, enrollment, place, practice: parsePractice(place.lesson.practice.simulator, place.lesson.practice.config) };
}

/** The sentences that a practice page needs: the screen's and its simulator's own. */
function copyOfSimulator(locale: Locale, simulator: SimulatorName) {
  const { screen, [simulator]: own } = copyGroup(locale, "practice") as Strings;
  return { screen, [simulator]: own } as Strings;
}

function lessonPath({ course, summary }: LessonPlace): string {
  return `/belajar/${course.slug}/${summary.slug}`;
}

function practicePath(place: LessonPlace): string {
  return `${lessonPath(place)}/latihan`;
}

function screenAfterPractice({ lesson }: LessonPlace): string {
  return lesson.screens.find((screen) => screen.part === "own-phone")?.id ?? "";
}

export default function Practice() {
  const { practice, stylesheet, strings, locale, formId, name, title, path, back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const copy = copyOfStrings(locale, strings);
  return (
    <CopyProvider value={copy}>
      <Frame who={name} home="/belajar" here={path} textSize={useTextSize()}>
        <p>
          <a className="touch" href={`${back}#kamu`}>{copy.t("layout.back")}</a>
        </p>
        <h1 className="practice-title">{title}</h1>
        <link rel="stylesheet" href={stylesheet} />
        <PracticeScreen
          simulator={practice.simulator}
          config={practice.config}
          steps={answer?.steps ?? []}
          {...(answer?.pressed ? { action: answer.pressed } : {})}
          formId={answer?.formId ?? formId}
          t={copy.t as PracticeTranslate}
        />
      </Frame>
    </CopyProvider>
  );
}
