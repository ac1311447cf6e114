import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { notFound, requireLearner } from "#app/accounts/access.server.ts";
import { comeBackInOtherLooks } from "#app/accounts/display.server.ts";
import { centerOfDevice } from "#app/accounts/paired-device.server.ts";
import { findLesson } from "#app/catalog/catalog.server.ts";
import { completeLesson } from "#app/learning/complete-lesson.server.ts";
import { findEnrollment } from "#app/learning/enrollment.ts";
import { notePresence } from "#app/learning/presence.server.ts";
import { answerLesson } from "#app/learning/render-lesson.server.tsx";
import { wayBackIn } from "#app/learning/way-back.ts";
import { db } from "#db/client.ts";

export const handle = { bare: { page: true, form: true } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { learner, enrollment, place } = await requireLesson(request, params);
  const { id } = place.summary;
  const back = wayBackIn(request.url);
  const standing = { isDone: enrollment.lessonIds.includes(id), isPractised: enrollment.practisedLessonIds.includes(id), isFromResult: back !== null };
  const looks = { ...standing, isHelpAsked: /[?&]bantuan\b/.test(request.url) };
  notePresence(db, learner, { lessonId: id, screen: null });
  return answerLesson(request, place, { looks, name: learner.name, nonce: context.nonce, back: back ?? "" });
}

/** The learner says that they have finished the lesson, or wants other looks on the screen where they are. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { learner, enrollment, place } = await requireLesson(request, params);
  const otherLooks = await comeBackInOtherLooks(request);
  if (otherLooks) return otherLooks;
  const { villageCode, learnerId } = learner;
  const { enrollmentId } = enrollment;
  const atCenter = await centerOfDevice(db, request, villageCode);
  await completeLesson(db, { villageCode, learnerId, enrollmentId, lessonId: place.summary.id, atCenter }, new Date());
  return redirect("/belajar?tersimpan");
}

async function requireLesson(request: Request, params: LoaderFunctionArgs["params"]) {
  const learner = await requireLearner(request);
  const place = findLesson(params["course"] ?? "", params["lesson"] ?? "");
  const enrollment = place && findEnrollment(learner, place.curriculum.id);
  if (!place || !enrollment) throw notFound();
  return { learner, enrollment, place };
}
