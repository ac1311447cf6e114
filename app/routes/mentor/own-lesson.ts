import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { notFound, requireStaff } from "#app/accounts/access.server.ts";
import { comeBackInOtherLooks } from "#app/accounts/display.server.ts";
import { findMentorLesson } from "#app/catalog/catalog.server.ts";
import { answerLesson } from "#app/learning/render-lesson.server.tsx";
import { db } from "#db/client.ts";
import { findStaffLearning, insertStaffLessonCompletion } from "#db/staff-learning.ts";

export const handle = { bare: { page: true } };

/** One of the mentors' own lessons, as learners have theirs. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { staff, place } = await requireLesson(request, params);
  const { lessonIds } = await findStaffLearning(db, staff.staffId);
  const stand = { path: `/mentor/belajar/${place.summary.slug}`, home: "/mentor/belajar", forStaff: true };
  return answerLesson(request, place, { looks: { isDone: lessonIds.includes(place.summary.id), stand }, name: staff.name, nonce: context.nonce });
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
