import { data, type TypedResponse } from "@remix-run/node";
import type { Kysely } from "kysely";
import { isId, notFound } from "#app/accounts/access.server.ts";
import { displayCookies, redirectWithCookies, sendAgainInOtherLooks } from "#app/accounts/display.server.ts";
import { resumeLearner } from "#app/accounts/resume-session.server.ts";
import type { EnrollmentStanding, LearnerViewer } from "#app/accounts/role.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { findDraft, saveDraft, type SheetKey } from "#db/answer-drafts.ts";
import type { Database } from "#db/schema.ts";
import { draftLasts, draftOf } from "./draft.ts";
import { findEnrollment } from "./enrollment.ts";
import type { DrawnItem, QuizAnswers } from "./quiz.ts";
import type { OpenSheet, SentQuiz, SheetPage } from "./quiz-page.tsx";
import { begunSheet, formOf, isChanged, readSheet, sentAgain, type Sheet, typedIn, wordsOf } from "./sheet.server.ts";
import { wayBack, wishOf } from "./sheet-wish.server.ts";

/** A sheet of a learner: what they have answered on it is kept until they hand it in. */
export interface LearnerSheet extends Sheet {
  /** Under what its answers are kept, such as `kuis:A1`. */
  name: string;
  curriculumId: string;
  /** Calls the mentor, or takes the call back. */
  callHelp(learner: LearnerViewer, task: string): Promise<void>;
}

/** The learner's newest enrollment in a curriculum; a 404 when there is none. */
export function requireEnrollment(learner: LearnerViewer, curriculumId: string): EnrollmentStanding {
  const enrollment = findEnrollment(learner, curriculumId);
  if (!enrollment) throw notFound();
  return enrollment;
}

/**
 * The sheet as a learner opens it: as they left it, or new, with `newForm` as its id. `?soal=3` in the address begins at
 * the third question, `?kurang` shows what keeps it from being handed in.
 */
export async function openSheet(db: Kysely<Database>, sheet: LearnerSheet, learner: LearnerViewer, request: Request, newForm: string): Promise<OpenSheet> {
  const since = new Date(Date.now() - draftLasts);
  const draft = await findDraft(db, keyOf(sheet, learner), { bankHash: sheet.quiz.hash, since });
  return { ...pageOf(sheet, learner), ...(await begunSheet(sheet, draft, request, newForm)) };
}

function pageOf(sheet: Sheet, learner: LearnerViewer | null): SheetPage {
  return { ...wordsOf(sheet), learner: learner && { name: learner.name, number: learner.number } };
}

function keyOf(sheet: LearnerSheet, learner: LearnerViewer): SheetKey {
  return { villageCode: learner.villageCode, enrollmentId: requireEnrollment(learner, sheet.curriculumId).enrollmentId, sheet: sheet.name };
}

export interface HandedIn {
  villageCode: string;
  learnerId: string;
  enrollmentId: string;
  formId: string;
  items: DrawnItem[];
  answers: QuizAnswers;
}

interface Post {
  request: Request;
  sent: FormData;
  clientAddress: string;
}

/**
 * What a learner handed in, complete, with the headers of a session that was begun again with it; or `again`, the answer
 * to anything else: the form is kept, and the browser is led back to it. The sheet changed meanwhile: the page with all
 * that was typed. Throws the whole page for the route's error boundary where the session has ended: the loader, which
 * knows only the session that the request came with, would send the learner away and lose what they typed.
 */
export async function receiveSheet(db: Kysely<Database>, { request, sent, clientAddress }: Post, sheet: LearnerSheet) {
  const formId = sentText(sent, "formId");
  if (!isId(formId)) throw notFound();
  const wish = wishOf(sent);
  if (wish === "looks" || wish === "save") sent.delete("pin");
  const resumed = await resumeLearner(request, sent, clientAddress);
  if (!resumed.learner) throw await toSignInAgain(sheet, request, sent, resumed.errors);
  const { learner, headers } = resumed;
  const key = keyOf(sheet, learner);
  if (wish === "help") await sheet.callHelp(learner, sentText(sent, "bantuan"));
  const changed = isChanged(sheet, sent);
  if (wish === "save") {
    if (!changed) await keepDraft(db, key, sheet, sent, formId);
    return { again: new Response(null, { status: 204 }) as TypedResponse<never> };
  }
  const { items, typed, answers, faults } = await readSheet(sheet, typedIn(sent), formId);
  const isComplete = Object.keys(faults).length === 0;
  if (changed) {
    const again: SentQuiz = { form: await formOf(sheet, formId), typed, faults, changed };
    if (resumed.isNew) throw data({ ...pageOf(sheet, learner), sent: again }, { status: 400, headers });
    return { again: data(again, { status: 400 }) };
  }
  if (wish === "hand in" && isComplete) {
    const handedIn: HandedIn = { villageCode: key.villageCode, learnerId: learner.learnerId, enrollmentId: key.enrollmentId, formId, items, answers };
    return { handedIn, headers };
  }
  await keepDraft(db, key, sheet, sent, formId);
  const cookies = [...Object.values(headers), ...displayCookies(request, sent)];
  return { again: redirectWithCookies(sheet.path + wayBack(request, sent, wish), cookies, 303) };
}

async function toSignInAgain(sheet: Sheet, request: Request, sent: FormData, errors: SentQuiz["errors"]) {
  if (wishOf(sent) === "save") return new Response(null, { status: 401 });
  const otherLooks = sendAgainInOtherLooks(request, sent);
  if (otherLooks) return otherLooks;
  const again: SentQuiz = { ...(await sentAgain(sheet, sent, sentText(sent, "formId"))), ...(errors ? { errors } : {}) };
  return data({ ...pageOf(sheet, null), sent: again }, { status: 401 });
}

async function keepDraft(db: Kysely<Database>, key: SheetKey, sheet: Sheet, sent: FormData, formId: string): Promise<void> {
  await saveDraft(db, key, { formId, bankHash: sheet.quiz.hash, typed: draftOf(typedIn(sent)) }, new Date());
}
