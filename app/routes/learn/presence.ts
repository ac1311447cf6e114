import type { ActionFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/accounts/access.server.ts";
import { findViewer } from "#app/accounts/session.server.ts";
import { findEnrollment } from "#app/learning/enrollment.ts";
import { screenAt } from "#app/learning/place-of-path.server.ts";
import { notePresence } from "#app/learning/presence.server.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";

/** The page of a lesson tells which of its screens is open. */
export async function action({ request }: ActionFunctionArgs) {
  const learner = await findViewer(request);
  if (learner?.kind !== "learner") throw notFound();
  const screen = screenAt(sentText(await request.formData(), "layar"));
  if (screen && findEnrollment(learner, screen.place.curriculum.id)) notePresence(db, learner, screen.at);
  return new Response(null, { status: 204 });
}

export function loader() {
  throw notFound();
}
