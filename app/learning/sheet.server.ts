import { sentText } from "#app/ui/sent-text.ts";
import { placeToGoOn } from "./draft.ts";
import type { Quiz } from "./question.ts";
import type { DrawnItem, QuizAnswers } from "./quiz.ts";
import { type AnswerFault, readAnswers, type Typed } from "./quiz-answers.ts";
import type { OpenSheet, QuizForm, SentQuiz, SheetPage } from "./quiz-page.tsx";
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
}

/** The page but for who reads it. */
export function wordsOf({ path, words, hidden = {} }: Sheet): Omit<SheetPage, "learner"> {
  return { path, ...words(), hidden };
}

export async function formOf(sheet: Sheet, formId: string): Promise<QuizForm> {
  return { formId, version: sheet.quiz.hash, questions: showQuiz(sheet.quiz, await sheet.draw(formId)) };
}

/**
 * The sheet as it was left, or new, with `newForm` as its id. `?soal=3` in the address begins at the third question,
 * `?kurang` shows what keeps it from being handed in.
 */
export async function begunSheet(sheet: Sheet, draft: { formId: string; typed: Typed } | undefined, request: Request, newForm: string): Promise<Omit<OpenSheet, keyof SheetPage>> {
  const formId = draft?.formId ?? newForm;
  const { typed, faults, complete } = await readSheet(sheet, draft?.typed ?? {}, formId);
  const form = await formOf(sheet, formId);
  const asked = new URL(request.url).searchParams;
  const place = Number(asked.get("soal"));
  const start = Number.isInteger(place) && place >= 1 && place <= complete.length ? place - 1 : placeToGoOn(complete);
  const isToMend = draft !== undefined && asked.has("kurang") && Object.keys(faults).length > 0;
  return { form, typed, start, ...(isToMend ? { sent: { form, typed, faults, changed: false } } : {}) };
}

/** Where the session has ended: everything that was typed, to be sent again with who is asked for. */
export async function sentAgain(sheet: Sheet, sent: FormData, formId: string): Promise<SentQuiz> {
  return { form: await formOf(sheet, formId), typed: typedIn(sent), faults: {}, changed: false };
}

export interface ReadSheet {
  items: DrawnItem[];
  typed: Typed;
  answers: QuizAnswers;
  /** By question id, what keeps the sheet from being handed in. */
  faults: Record<string, AnswerFault>;
  /** By question, in the order shown, whether it is answered in full. */
  complete: boolean[];
}

/** What was typed into a form, read as answers to its questions. */
export async function readSheet(sheet: Sheet, typed: Typed, formId: string): Promise<ReadSheet> {
  const items = await sheet.draw(formId);
  const { answers, faults } = readAnswers(sheet.quiz, items, typed);
  const complete = items.map(({ id }) => faults[id] === undefined);
  if (sheet.mayLeaveOpen) for (const id of Object.keys(faults)) if (faults[id] === "unanswered") delete faults[id];
  return { items, typed, answers, faults, complete };
}

/** Whether the questions are no longer those that the form showed. */
export function isChanged(sheet: Sheet, sent: FormData): boolean {
  return sentText(sent, "version") !== sheet.quiz.hash;
}

/** A form's fields of questions. */
export function typedIn(sent: FormData): Typed {
  const names = [...new Set(sent.keys())].filter((name) => /^s\d+(\.\d+)?$/.test(name));
  return Object.fromEntries(names.map((name) => [name, sent.getAll(name).map(String)]));
}
