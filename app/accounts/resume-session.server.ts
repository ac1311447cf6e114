import { copyFor } from "#app/i18n/i18n.server.ts";
import { chosenCenter } from "./center-choice.server.ts";
import type { LearnerViewer } from "./role.ts";
import { findViewer, readCookie, startLearnerSession } from "./session.server.ts";
import { checkLearner, type SignInErrors } from "./sign-in.server.ts";
import { notFound } from "./access.server.ts";

export type Resumed = { learner: LearnerViewer; isNew: boolean; headers: Record<string, string> } | { learner: null; errors: SignInErrors };

/**
 * The learner behind a form that was opened some time ago on a shared PC: the one whose number it
 * carries as `peserta`, when they are still signed in; or whoever signs in again with the number and PIN
 * that it carries. Anyone else's session does not count: answers never end up with a neighbour.
 * `headers` hold the cookie of a session that is new. No learner and no errors: they have to be asked.
 */
export async function resumeLearner(request: Request, sent: FormData, address: string): Promise<Resumed> {
  if (!sent.has("pin")) return fromSession(request, sent);
  const center = await chosenCenter(request);
  if (!center) return { learner: null, errors: { form: copyFor(request).t("signIn.centerLost") } };
  const origin = { deviceId: readCookie(request.headers.get("cookie") ?? "", "alat"), address };
  const checked = await checkLearner(center, Object.fromEntries(sent), origin, { copy: copyFor(request), now: new Date() });
  if (!checked.ok) return { learner: null, errors: checked.errors };
  const cookie = await startLearnerSession(request, checked.who);
  const learner = await findViewer(new Request(request.url, { headers: { cookie: cookie.split(";")[0] ?? "" } }));
  return learner?.kind === "learner" ? { learner, isNew: true, headers: { "Set-Cookie": cookie } } : { learner: null, errors: {} };
}

async function fromSession(request: Request, sent: FormData): Promise<Resumed> {
  const viewer = await findViewer(request);
  if (viewer?.kind === "staff") throw notFound();
  if (viewer && sent.get("peserta") === String(viewer.number)) return { learner: viewer, isNew: false, headers: {} };
  return { learner: null, errors: {} };
}
