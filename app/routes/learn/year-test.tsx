import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { notFound, requireLearner } from "#app/accounts/access.server.ts";
import type { LearnerViewer } from "#app/accounts/role.ts";
import { findTests } from "#app/catalog/catalog.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { type LearnerSheet, openSheet, receiveSheet, requireEnrollment } from "#app/learning/answer-sheet.server.ts";
import { drawTestFor } from "#app/learning/draw-quiz.server.ts";
import { doneIn } from "#app/learning/enrollment.ts";
import { pinnedCurriculum } from "#app/learning/pinned-curriculum.server.ts";
import { callHelp } from "#app/learning/call-help.server.ts";
import { QuizPage, SheetError, titleOfSheet } from "#app/learning/quiz-page.tsx";
import { submitYearTest } from "#app/learning/submit-year-test.server.ts";
import { mayTakeTest, modulesToReadAgain, type YearTestKind } from "#app/learning/year-test.ts";
import { YearTestResults } from "#app/learning/year-test-results.tsx";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { listYearTests, type YearTestResult } from "#db/measures.ts";

export const handle = { bare: { form: true }, script: true };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction<typeof loader> = ({ data: loaded, error }) => [{ title: titleOfSheet(loaded?.heading, error) }];

/** The test to be taken; once it was, its result. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const learner = await requireLearner(request);
  const place = requireTest(params);
  const { villageCode, enrollment, taken } = await standingOf(learner, place);
  const sheet = sheetOf(place, request);
  if (taken.some(({ kind }) => kind === place.kind)) {
    return { kind: "result", name: learner.name, heading: sheet.words().heading, path: sheet.path, tests: taken, readAgain: modulesToRead(place, taken) } as const;
  }
  const curriculum = (await pinnedCurriculum(db, villageCode, enrollment)) ?? place.curriculum;
  if (!mayTakeTest(place.kind, curriculum, doneIn(enrollment))) throw notFound();
  return { kind: "sheet", heading: sheet.words().heading, page: await openSheet(db, sheet, learner, request, newId()) } as const;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const place = requireTest(params);
  const sheet = sheetOf(place, request);
  const sent = await request.formData();
  const { handedIn, headers, again } = await receiveSheet(db, { request, sent, clientAddress: context.clientAddress }, sheet);
  if (!handedIn) return again;
  await submitYearTest(db, { kind: place.kind, test: sheet.quiz, ...handedIn }, new Date());
  return redirect(sheet.path, { status: 303, headers });
}

const kinds: Record<string, YearTestKind> = { awal: "start", akhir: "close" };

function requireTest(params: LoaderFunctionArgs["params"]) {
  const slug = params["kind"] ?? "";
  const kind = Object.hasOwn(kinds, slug) ? kinds[slug] : undefined;
  const found = findTests(params["curriculum"] ?? "");
  if (!kind || !found) throw notFound();
  return { ...found, kind, slug };
}

async function standingOf(learner: LearnerViewer, { curriculum }: ReturnType<typeof requireTest>) {
  const enrollment = requireEnrollment(learner, curriculum.id);
  const { villageCode } = learner;
  return { villageCode, enrollment, taken: await listYearTests(db, { villageCode, enrollmentId: enrollment.enrollmentId }) };
}

/** Where to read again what least was right of in the closing test. */
function modulesToRead({ curriculum }: ReturnType<typeof requireTest>, taken: readonly YearTestResult[]) {
  const ids = modulesToReadAgain(taken.find(({ kind }) => kind === "close")?.byModule ?? {});
  const served = curriculum.courses.flatMap((course) => course.modules.map((module) => ({ course, module })));
  return ids.flatMap((id) => {
    const place = served.find(({ module }) => module.id === id);
    const first = place?.module.lessons[0];
    return place && first ? [{ title: place.module.title, href: `/belajar/${place.course.slug}/${first.slug}` }] : [];
  });
}

function sheetOf({ curriculum, tests, kind, slug }: ReturnType<typeof requireTest>, request: Request): LearnerSheet {
  return {
    name: `tes:${kind}`,
    curriculumId: curriculum.id,
    quiz: tests[kind],
    path: `/belajar/${curriculum.slug}/tes/${slug}`,
    words: () => {
      const { t } = copyFor(request);
      if (kind === "start") return { heading: t("quiz.startTest"), intro: t("quiz.startTestIntro") };
      return { heading: t("quiz.closeTest"), intro: t("quiz.closeTestIntro") };
    },
    mayLeaveOpen: true,
    draw: (formId) => drawTestFor(db, tests[kind], formId),
    callHelp: (learner, task) => callHelp(db, learner, { task, at: request.url }, new Date()),
  };
}

export default function YearTest() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const textSize = useTextSize();
  if (loaded.kind === "sheet") return <QuizPage {...loaded.page} form={sent?.form ?? loaded.page.form} sent={sent ?? loaded.page.sent} textSize={textSize} />;
  return (
    <Frame who={loaded.name} home="/belajar" here={loaded.path} textSize={textSize}>
      <YearTestResults heading={loaded.heading} tests={loaded.tests} readAgain={loaded.readAgain} />
    </Frame>
  );
}

export function ErrorBoundary() {
  return <SheetError error={useRouteError()} textSize={useTextSize()} />;
}
