import { randomInt } from "node:crypto";
import { answerQuizForm } from "./quiz-page.ts";

/** A signed-in learner; `unanswered` is a form that was sent when the light went out, to be sent again as a browser would. */
export type Learner = { cookie: string; quizPaths: string[]; unanswered?: Form };
type Form = { path: string; id: string; body: URLSearchParams };

/** What was sent and what the app has promised to have kept. */
export type Ledger = { sent: Set<string>; acknowledged: Set<string>; resent: number; doubled: number };

export function newLedger(): Ledger {
  return { sent: new Set(), acknowledged: new Set(), resent: 0, doubled: 0 };
}

/** Hands in one quiz after another until `cut`. Whatever fails after the cut is the power cut's doing; before it, an error. */
export async function study(learner: Learner, address: string, ledger: Ledger, cut: AbortSignal): Promise<void> {
  try {
    while (!cut.aborted) {
      if (learner.unanswered) ledger.resent++;
      learner.unanswered ??= await openQuiz(learner, address);
      await handIn(learner, learner.unanswered, address, ledger);
      learner.unanswered = undefined;
    }
  } catch (error) {
    // The kill comes a moment before the signal: wait for it, so that an error of the app's own is not swallowed.
    if (!(await isCutSoon(cut))) throw error;
  }
}

async function openQuiz({ cookie, quizPaths }: Learner, address: string): Promise<Form> {
  const path = quizPaths[randomInt(quizPaths.length)]!;
  const answer = await fetch(`${address}${path}`, { headers: { cookie }, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  const body = answerQuizForm(await answer.text());
  return { path, id: body.get("formId")!, body };
}

/** One in five presses the button twice. */
async function handIn({ cookie }: Learner, form: Form, address: string, ledger: Ledger): Promise<void> {
  ledger.sent.add(form.id);
  const send = async () => {
    const options = { method: "POST", headers: { cookie, origin: address }, body: form.body, redirect: "manual" } as const;
    const answer = await fetch(`${address}${form.path}`, options);
    if (answer.status !== 303) throw new Error(`${form.path} answers ${answer.status} to a quiz`);
    ledger.acknowledged.add(form.id);
  };
  if (randomInt(5) > 0) return send();
  ledger.doubled++;
  await Promise.all([send(), send()]);
}

async function isCutSoon(cut: AbortSignal): Promise<boolean> {
  if (cut.aborted) return true;
  const patience = AbortSignal.timeout(5000);
  return new Promise((resolve) => {
    cut.addEventListener("abort", () => resolve(true), { once: true });
    patience.addEventListener("abort", () => resolve(cut.aborted), { once: true });
  });
}
