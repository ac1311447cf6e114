import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requireLessonReader } from "#app/accounts/access.server.ts";
import { findLesson } from "#app/catalog/catalog.server.ts";
import { answerLesson } from "#app/learning/render-lesson.server.tsx";

export const handle = { bare: { page: true } };

/** A learners' lesson for who teaches it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const staff = await requireLessonReader(request);
  const place = findLesson(params["course"] ?? "", params["lesson"] ?? "");
  if (!place) throw notFound();
  const name = `${place.course.slug}/${place.summary.slug}`;
  const stand = { path: `/mentor/pelajaran/${name}`, home: `/mentor/panduan/${name}`, forStaff: true, isToTeach: true };
  return answerLesson(request, place, { looks: { isDone: false, stand }, name: staff.name, nonce: context.nonce });
}
