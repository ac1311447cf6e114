import { data } from "@remix-run/node";
import { isId, notFound } from "#app/accounts/access.server.ts";
import { resumeLearner } from "#app/accounts/resume-session.server.ts";
import { findViewer } from "#app/accounts/session.server.ts";
import type { EnrollmentStanding, LearnerViewer, StaffViewer } from "#app/accounts/role.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { findEnrollment } from "./enrollment.ts";
import type { Quiz } from "./question.ts";
import type { DrawnItem, QuizAnswers } from "./quiz.ts";
import { readAnswers, type Typed } from "./quiz-answers.ts";
import type { QuizForm, SentQuiz, SheetPage } from "./quiz-page.tsx";
import { showQuiz } from "./quiz-view.ts";

/** Questions that are answered on one page and handed in once: a module's quiz, a test of the year, questions that come back. */
export interface Sheet {
  quiz: Quiz;
  path: string;
  /** The page's heading and first words; asked for only where the page is shown. */
  words: () => { heading: string; intro: string };
  /** Goes with the form, for questions that cannot be drawn again from its id alone. */
  hidden?: Record<string, string>;
  /** Who does not know yet may leave a question open. */
  mayLeaveOpen?: boolean;
  draw(formId: string): Promise<DrawnItem[]>;
  /** Calls the mentor, or takes the call back; there where learners answer. */
  callHelp?: (learner: LearnerViewer, task: string) => Promise<void>;
}

/** The learner's newest enrollment in a curriculum; a 404 when there is none. */
export function requireEnrollment(learner: LearnerViewer, curriculumId: string): EnrollmentStanding {
  const enrollment = findEnrollment(learner, curriculumId);
  if (!enrollment) throw notFound();
  return enrollment;
}

/** The sheet as somebody opens it; `formId` is the new form's own. */
export async function openSheet(sheet: Sheet, reader: LearnerViewer | StaffViewer, formId: string): Promise<SheetPage & { form: QuizForm }> {
  return { ...(reader.kind === "staff" ? staffPageOf(sheet, reader) : pageOf(sheet, reader)), form: await formOf(sheet, formId) };
}

function pageOf({ path, words, hidden = {} }: Sheet, learner: LearnerViewer | null): SheetPage {
  return { learner: learner && { name: learner.name, number: learner.number }, path, ...words(), hidden };
}

function staffPageOf(sheet: Sheet, staff: StaffViewer | null): SheetPage {
  return { ...pageOf(sheet, null), staff: { name: staff?.name ?? null } };
}

async function formOf(sheet: Sheet, formId: string): Promise<QuizForm> {
  return { formId, version: sheet.quiz.hash, questions: showQuiz(sheet.quiz, await sheet.draw(formId)) };
}

export interface HandedIn<Enrolled> {
  enrolled: Enrolled;
  formId: string;
  items: DrawnItem[];
  answers: QuizAnswers;
  /** Of a session that was begun again with the form; go out with the answer. */
  headers: Record<string, string>;
}

/**
 * What a learner handed in, complete; or `again`, the sheet to be mended, with all that was typed.
 * Throws the whole page for the route's error boundary where the session has ended: the loader, which
 * knows only the session that the request came with, would send the learner away and lose what they typed.
 * `enroll` answers for whom it counts, or throws a 404.
 */
export async function receiveSheet<Enrolled>(
  { request, sent, clientAddress }: { request: Request; sent: FormData; clientAddress: string },
  sheet: Sheet,
  enroll: (learner: LearnerViewer) => Enrolled,
) {
  const formId = sentText(sent, "formId");
  if (!isId(formId)) throw notFound();
  const resumed = await resumeLearner(request, sent, clientAddress);
  if (!resumed.learner) {
    const again: SentQuiz = { form: await formOf(sheet, formId), typed: typedIn(sent), faults: {}, changed: false, errors: resumed.errors };
    throw data({ ...pageOf(sheet, null), sent: again }, { status: 401 });
  }
  const enrolled = enroll(resumed.learner);
  const task = sentText(sent, "bantuan");
  if (task && sheet.callHelp) {
    await sheet.callHelp(resumed.learner, task);
    const kept: SentQuiz = { form: await formOf(sheet, formId), typed: typedIn(sent), faults: {}, changed: false, isHelpAsked: task === "minta" };
    return { again: data(kept, { headers: resumed.headers }) };
  }
  const { complete, again } = await readSheet(sheet, sent, formId);
  if (complete) {
    const handedIn: HandedIn<Enrolled> = { enrolled, formId, ...complete, headers: resumed.headers };
    return { handedIn };
  }
  if (sent.has("pin")) throw data({ ...pageOf(sheet, resumed.learner), sent: again }, { status: 400, headers: resumed.headers });
  return { again: data(again, { status: 400 }) };
}

/**
 * What a staff member handed in, complete; or `again`, the sheet to be mended. Throws as `receiveSheet` does where
 * the session has ended; a learner gets a 404.
 */
export async function receiveStaffSheet(request: Request, sent: FormData, sheet: Sheet) {
  const formId = sentText(sent, "formId");
  const staff = await findViewer(request);
  if (!isId(formId) || staff?.kind === "learner") throw notFound();
  if (!staff) {
    const again: SentQuiz = { form: await formOf(sheet, formId), typed: typedIn(sent), faults: {}, changed: false };
    throw data({ ...staffPageOf(sheet, null), sent: again }, { status: 401 });
  }
  const { complete, again } = await readSheet(sheet, sent, formId);
  return complete ? { handedIn: { staff, formId, ...complete } } : { again: data(again, { status: 400 }) };
}

/** The answers of a form, with its items, when nothing is missing and the questions are still those that it shows; else what to show again. */
async function readSheet(sheet: Sheet, sent: FormData, formId: string): Promise<{ complete: { items: DrawnItem[]; answers: QuizAnswers }; again?: never } | { complete?: never; again: SentQuiz }> {
  const typed = typedIn(sent);
  const items = await sheet.draw(formId);
  const { answers, faults } = readAnswers(sheet.quiz, items, typed);
  if (sheet.mayLeaveOpen) for (const id of Object.keys(faults)) if (faults[id] === "unanswered") delete faults[id];
  const changed = sent.get("version") !== sheet.quiz.hash;
  if (!changed && Object.keys(faults).length === 0) return { complete: { items, answers } };
  return { again: { form: await formOf(sheet, formId), typed, faults, changed } };
}

function typedIn(sent: FormData): Typed {
  const names = [...new Set(sent.keys())].filter((name) => /^s\d+(\.\d+)?$/.test(name));
  return Object.fromEntries(names.map((name) => [name, sent.getAll(name).map(String)]));
}
