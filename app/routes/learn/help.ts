import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireLearner } from "#app/accounts/access.server.ts";
import { callHelp } from "#app/learning/call-help.server.ts";
import { wayBackIn } from "#app/learning/way-back.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { findPresence } from "#db/class-board.ts";
import { db } from "#db/client.ts";
import { screenAt } from "#app/learning/place-of-path.server.ts";

/** Calls the mentor, or takes the call back, and leads back to the page, on the screen where the learner was. */
export async function action({ request }: ActionFunctionArgs) {
  const learner = await requireLearner(request);
  const sent = await request.formData();
  const back = sentText(sent, "kembali");
  // One of ours, as URLs write it.
  const [asked = ""] = back.split("?");
  const path = /^\/(?![/\\])[!-"$->@-[\]-~]*$/.test(asked) ? asked : "/belajar";
  const result = path === asked ? wayBackIn(back) : null;
  const task = sentText(sent, "bantuan");
  await callHelp(db, learner, { task, at: path }, new Date());
  const told = [...(result ? [`dari=${result}`] : []), ...(task === "batal" ? [] : ["bantuan"])].join("&");
  return redirect(`${path}${told && `?${told}`}${await anchorAt(path, learner)}`, 303);
}

async function anchorAt(path: string, learner: { villageCode: string; learnerId: string }): Promise<string> {
  const lesson = screenAt(path);
  const seen = lesson && (await findPresence(db, learner));
  return seen?.screen && seen.lessonId === lesson?.at.lessonId && lesson.place.lesson.screens.some(({ id }) => id === seen.screen) ? `#${seen.screen}` : "";
}

export function loader() {
  return redirect("/belajar");
}
