import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { notFound, requireLearner } from "#app/accounts/access.server.ts";
import { findLesson } from "#app/catalog/catalog.server.ts";
import { findEnrollment } from "#app/learning/enrollment.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { tickTask, withdrawTick } from "#db/practical-ticks.ts";

/** The learner says that they did a lesson's task on their own phone, or that they did not after all. */
export async function action({ request, params }: ActionFunctionArgs) {
  const learner = await requireLearner(request);
  const place = findLesson(params["course"] ?? "", params["lesson"] ?? "");
  const enrollment = place && findEnrollment(learner, place.curriculum.id);
  if (!place || !enrollment) throw notFound();
  const { villageCode, learnerId } = learner;
  const tick = { villageCode, enrollmentId: enrollment.enrollmentId, lessonId: place.summary.id, by: "learner", actorId: learnerId } as const;
  if (sentText(await request.formData(), "tugas") === "batal") {
    await withdrawTick(db, tick, new Date());
    return redirect("/belajar?tugas=batal", 303);
  }
  await tickTask(db, tick, new Date());
  return redirect(`/belajar?tugas=${place.course.slug}/${place.summary.slug}`, 303);
}

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/belajar/${params["course"]}/${params["lesson"]}`);
}
