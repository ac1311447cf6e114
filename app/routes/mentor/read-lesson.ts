import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requireLessonReader } from "#app/accounts/access.server.ts";
import { displayOf } from "#app/accounts/display.server.ts";
import { findLesson } from "#app/catalog/catalog.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { renderLesson } from "#app/learning/render-lesson.server.tsx";
import { pageHeaders } from "#app/operations/security-headers.ts";

export const handle = { bare: { page: true } };

/** A learners' lesson for who teaches it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const staff = await requireLessonReader(request);
  const place = findLesson(params["course"] ?? "", params["lesson"] ?? "");
  if (!place) throw notFound();
  const name = `${place.course.slug}/${place.summary.slug}`;
  const stand = { path: `/mentor/pelajaran/${name}`, home: `/mentor/panduan/${name}`, forStaff: true, isToTeach: true };
  const looks = { locale: copyFor(request).locale, textSize: displayOf(request).textSize, isDone: false, stand };
  const acceptsGzip = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  const { body, headers } = renderLesson(place, looks, { name: staff.name, nonce: context.nonce }, acceptsGzip);
  return new Response(body, { headers: { ...pageHeaders(context.nonce), ...headers } });
}
