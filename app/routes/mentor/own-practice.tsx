import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound, requireStaff } from "#app/accounts/access.server.ts";
import { findMentorLesson, type LessonPlace } from "#app/catalog/catalog.server.ts";
import { answerUnkept, openPractice, practiceOf } from "#app/practice/open-practice.server.ts";
import { PracticePage } from "#app/practice/practice-page.tsx";
import practiceUrl from "#app/practice/practice.css?url";
import { useTextSize } from "#app/root.tsx";
import learnerUrl from "#app/ui/learner.css?url";

export const handle = { hydrate: true };
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: learnerUrl },
  { rel: "stylesheet", href: practiceUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `Latihan: ${loaded?.title ?? ""} · Melek Desa` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, place, practice } = await requirePractice(request, params);
  return openPractice(request, place, practice, { name: staff.name, lessonPath: lessonPath(place) });
}

/** A mentor practises for themselves: nothing of it is kept. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { place, practice } = await requirePractice(request, params);
  return answerUnkept(request, place, practice, lessonPath(place));
}

async function requirePractice(request: Request, params: LoaderFunctionArgs["params"]) {
  const staff = await requireStaff(request);
  const place = findMentorLesson(params["lesson"] ?? "");
  const practice = place && practiceOf(place);
  if (!practice) throw notFound();
  return { staff, place, practice };
}

function lessonPath({ summary }: LessonPlace): string {
  return `/mentor/belajar/${summary.slug}`;
}

export default function OwnPractice() {
  return <PracticePage {...useLoaderData<typeof loader>()} home="/mentor/belajar" forStaff textSize={useTextSize()} answer={useActionData<typeof action>()} />;
}
