import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound, requireLearner } from "#app/accounts/access.server.ts";
import { readCookie, writeCookie } from "#app/accounts/session.server.ts";
import { findLesson, type LessonPlace } from "#app/catalog/catalog.server.ts";
import { findEnrollment } from "#app/learning/enrollment.ts";
import { notePresence } from "#app/learning/presence.server.ts";
import { openPractice, practiceOf, receivePractice, screenAfterPractice } from "#app/practice/open-practice.server.ts";
import { PracticePage } from "#app/practice/practice-page.tsx";
import practiceUrl from "#app/practice/practice.css?url";
import { useTextSize } from "#app/root.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";
import { insertPracticeAttempt } from "#db/lesson-progress.ts";

export const handle = { hydrate: true };
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: learnerUrl },
  { rel: "stylesheet", href: practiceUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `Latihan: ${loaded?.title ?? ""} · Melek Desa` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { learner, place, practice } = await requirePractice(request, params);
  notePresence(db, learner, { lessonId: place.summary.id, screen: "latihan" });
  const opened = await openPractice(request, place, practice, { name: learner.name, lessonPath: lessonPath(place) });
  const isAgain = readCookie(request.headers.get("cookie") ?? "", "latihan") === String(learner.number);
  return data({ ...opened, isAgain }, { headers: { "Set-Cookie": begunCookie(request, place, String(learner.number)) } });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { learner, enrollment, place, practice } = await requirePractice(request, params);
  const { isHandedIn, ...sent } = await receivePractice(request, practice);
  if (!isHandedIn) return data(sent);
  await insertPracticeAttempt(db, {
    villageCode: learner.villageCode,
    id: sent.formId,
    enrollmentId: enrollment.enrollmentId,
    lessonId: place.summary.id,
    simulator: practice.simulator,
    steps: sent.steps,
    finished: true,
    submittedAt: new Date(),
  });
  return redirect(`${lessonPath(place)}#${screenAfterPractice(place)}`, { headers: { "Set-Cookie": `${begunCookie(request, place, "")}; Max-Age=0` } });
}

/** Says on this practice's page alone, until it is finished, who has begun it: the steps themselves are kept nowhere. */
function begunCookie(request: Request, place: LessonPlace, number: string): string {
  return writeCookie(request, "latihan", number, `Path=${lessonPath(place)}/latihan`);
}

async function requirePractice(request: Request, params: LoaderFunctionArgs["params"]) {
  const learner = await requireLearner(request);
  const place = findLesson(params["course"] ?? "", params["lesson"] ?? "");
  const enrollment = place && findEnrollment(learner, place.curriculum.id);
  const practice = place && practiceOf(place);
  if (!place || !practice || !enrollment) throw notFound();
  return { learner, enrollment, place, practice };
}

function lessonPath({ course, summary }: LessonPlace): string {
  return `/belajar/${course.slug}/${summary.slug}`;
}

export default function Practice() {
  return <PracticePage {...useLoaderData<typeof loader>()} home="/belajar" textSize={useTextSize()} answer={useActionData<typeof action>()} />;
}
