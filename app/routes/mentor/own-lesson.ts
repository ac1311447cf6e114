import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { notFound, requireStaff } from "#app/accounts/access.server.ts";
import { comeBackInOtherLooks, displayOf } from "#app/accounts/display.server.ts";
import { findMentorLesson } from "#app/catalog/catalog.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { renderLesson } from "#app/learning/render-lesson.server.tsx";
import { pageHeaders } from "#app/operations/security-headers.ts";
import { db } from "#db/client.ts";
import { findStaffLearning, insertStaffLessonCompletion } from "#db/staff-learning.ts";

export const handle = { bare: { page: true } };

/** One of the mentors' own lessons, as learners have theirs. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { staff, place } = await requireLesson(request, params);
  const { lessonIds } = await findStaffLearning(db, staff.staffId);
  const stand = { path: `/mentor/belajar/${place.summary.slug}`, home: "/mentor/belajar", forStaff: true };
  const looks = { locale: copyFor(request).locale, textSize: displayOf(request).textSize, isDone: lessonIds.includes(place.summary.id), stand };
  const acceptsGzip = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  const { body, headers } = renderLesson(place, looks, { name: staff.name, nonce: context.nonce }, acceptsGzip);
  return new Response(body, { headers: { ...pageHeaders(context.nonce), ...headers } });
}

/** The mentor says that they have finished the lesson, or wants other looks on the screen where they are. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, place } = await requireLesson(request, params);
  const otherLooks = await comeBackInOtherLooks(request);
  if (otherLooks) return otherLooks;
  await insertStaffLessonCompletion(db, { staffId: staff.staffId, lessonId: place.summary.id, completedAt: new Date() });
  return redirect("/mentor/belajar?tersimpan");
}

async function requireLesson(request: Request, params: LoaderFunctionArgs["params"]) {
  const staff = await requireStaff(request);
  const place = findMentorLesson(params["lesson"] ?? "");
  if (!place) throw notFound();
  return { staff, place };
}
