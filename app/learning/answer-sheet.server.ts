import { data } from "@remix-run/node";
import { isId, notFound } from "#app/accounts/access.server.ts";
import { resumeLearner } from "#app/accounts/resume-session.server.ts";
import type { EnrollmentStanding, LearnerViewer } from "#app/accounts/role.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { findEnrollment } from "./enrollment.ts";
import type { Quiz } from "./question.ts";
import type { DrawnItem, QuizAnswers } from "./quiz.ts";
import { readAnswers, type Typed } from "./quiz-answers.ts";
import type { QuizForm, SentQuiz, SheetPage } from "./quiz-page.tsx";
import { showQuiz } from "./quiz-view.ts";

/** Questions that a learner answers on one page and hands in once: a module's quiz, a test of the year, questions that come back. */
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
}

/** The learner's newest enrollment in a curriculum; a 404 when there is none. */
export function requireEnrollment(learner: LearnerViewer, curriculumId: string): EnrollmentStanding {
  const enrollment = findEnrollment(learner, curriculumId);
  if (!enrollment) throw notFound();
  return enrollment;
}

/** The sheet as a learner opens it; `formId` is the new form's own. */
export async function openSheet(sheet: Sheet, learner: LearnerViewer, formId: string): Promise<SheetPage & { form: QuizForm }> {
  return { ...pageOf(sheet, learner), form: await formOf(sheet, formId) };
}

function pageOf({ path, words, hidden = {} }: Sheet, learner: LearnerViewer | null): SheetPage {
  return { learner: learner && { name: learner.name, number: learner.number }, path, ...words(), hidden };
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
  const typed = typedIn(sent);
  const resumed = await resumeLearner(request, sent, clientAddress);
  if (!resumed.learner) {
    const again: SentQuiz = { form: await formOf(sheet, formId), typed, faults: {}, changed: false, errors: resumed.errors };
    throw data({ ...pageOf(sheet, null), sent: again }, { status: 401 });
  }
  const enrolled = enroll(resumed.learner);
  const items = await sheet.draw(formId);
  const { answers, faults } = readAnswers(sheet.quiz, items, typed);
  if (sheet.mayLeaveOpen) for (const id of Object.keys(faults)) if (faults[id] === "unanswered") delete faults[id];
  const changed = sent.get("version") !== sheet.quiz.hash;
  if (!changed && Object.keys(faults).length === 0) {
    const handedIn: HandedIn<Enrolled> = { enrolled, formId, items, answers, headers: resumed.headers };
    return { handedIn };
  }
  const again: SentQuiz = { form: await formOf(sheet, formId), typed, faults, changed };
  if (sent.has("pin")) throw data({ ...pageOf(sheet, resumed.learner), sent: again }, { status: 400, headers: resumed.headers });
  return { again: data(again, { status: 400 }) };
}

function typedIn(sent: FormData): Typed {
  const names = [...new Set(sent.keys())].filter((name) => /^s\d+(\.\d+)?$/.test(name));
  return Object.fromEntries(names.map((name) => [name, sent.getAll(name).map(String)]));
}
