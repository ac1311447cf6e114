import { choicesOf, type Question, type Quiz, type SortQuestion } from "#app/learning/question.ts";
import type { DrawnItem } from "#app/learning/quiz.ts";
import { longestAnswer } from "#app/learning/quiz-answers.ts";

/** The questions that paper can ask: without those that are answered on a picture. */
export function paperBank(quiz: Quiz): Quiz {
  return { ...quiz, questions: quiz.questions.filter(({ kind }) => kind !== "picture" && kind !== "hotspot") };
}

/** The letter of the `index`th choice, from A. */
export function letterAt(index: number): string {
  return String.fromCharCode(65 + index);
}

/**
 * How an answer is typed over from paper: one letter, or any number of them; a digit for each step from
 * the top; a letter for each row from the top; B or S for true or false and the reason's letter; or words.
 * `count` is the number of letters or digits asked for, `last` the last of them there is.
 */
export type PaperPattern =
  | { kind: "one" | "several"; last: string }
  | { kind: "order"; count: number }
  | { kind: "rows"; count: number; last: string }
  | { kind: "truth"; last: string }
  | { kind: "words" };

export function patternOf(question: Question): PaperPattern {
  const count = choicesOf(question).length;
  const last = letterAt(count - 1);
  switch (question.kind) {
    case "several":
      return { kind: "several", last };
    case "order":
      return { kind: "order", count };
    case "pairs":
      return { kind: "rows", count, last };
    case "sort":
      return { kind: "rows", count, last: letterAt(question.groups.length - 1) };
    case "truth":
      return { kind: "truth", last };
    case "short":
      return { kind: "words" };
    default:
      return { kind: "one", last };
  }
}

/** What stands where a sheet was left empty. */
const leftEmpty = "-";

/**
 * Reads what was typed over from paper, as the quiz keeps answers. A dash stands for what was left empty,
 * also for a single row. `blank` where nothing was typed at all, `wrong` where it does not fit the pattern.
 */
export function readPaperAnswer(question: Question, item: DrawnItem, text: string): { answer: string[] } | { fault: "blank" | "wrong" } {
  const typed = [...text.replaceAll(/\p{C}+/gu, " ").trim()].slice(0, longestAnswer).join("");
  if (typed === "") return { fault: "blank" };
  if (/^[-–—]+$/.test(typed)) return { answer: [] };
  if (question.kind === "short") return { answer: [typed] };
  const answer = readSigns(question, item, [...typed.toUpperCase().replaceAll(/[\s,.;/]/g, "").replaceAll(/[–—]/g, leftEmpty)]);
  return answer ? { answer } : { fault: "wrong" };
}

function readSigns(question: Question, item: DrawnItem, signs: readonly string[]): string[] | null {
  const shownAt = (sign: string) => item.shown[placeOf(sign)];
  switch (question.kind) {
    case "several": {
      const chosen = signs.map(shownAt);
      return chosen.includes(undefined) ? null : [...new Set(chosen as string[])];
    }
    case "order":
      return readOrder(signs, item);
    case "pairs":
      return readRows(signs, item.shown.length, shownAt);
    case "sort":
      return readGroups(question, signs, item);
    case "truth":
      return readTruth(signs, shownAt);
    default: {
      const chosen = signs.length === 1 ? shownAt(signs[0] ?? "") : undefined;
      return chosen === undefined ? null : [chosen];
    }
  }
}

/** The steps in the order of the numbers that stand before them. */
function readOrder(signs: readonly string[], { shown }: DrawnItem): string[] | null {
  const numbered = shown.map((id, row) => ({ id, number: Number(signs[row]) })).sort((one, other) => one.number - other.number);
  if (signs.length !== shown.length || numbered.some(({ number }, place) => number !== place + 1)) return null;
  return numbered.map(({ id }) => id);
}

function readRows(signs: readonly string[], rows: number, idOf: (sign: string) => string | undefined): string[] | null {
  const ids = signs.map((sign) => (sign === leftEmpty ? "" : idOf(sign)));
  return ids.length !== rows || ids.includes(undefined) ? null : (ids as string[]);
}

/** Cards stand on paper as they were drawn; the answer names them as they are written. */
function readGroups(question: SortQuestion, signs: readonly string[], item: DrawnItem): string[] | null {
  const groups = readRows(signs, question.cards.length, (sign) => question.groups[placeOf(sign)]?.id);
  return groups && question.cards.map(({ id }) => groups[item.shown.indexOf(id)] ?? "");
}

function readTruth([truth = "", reason = "", ...more]: readonly string[], shownAt: (sign: string) => string | undefined): string[] | null {
  const said = truthSigns[truth];
  const why = reason === leftEmpty ? "" : shownAt(reason);
  return said === undefined || why === undefined || more.length > 0 ? null : [said, why];
}

/** Benar and salah, as the sheet has them. */
const truthSigns: Partial<Record<string, string>> = { B: "true", S: "false", [leftEmpty]: "" };

function placeOf(sign: string): number {
  return /^[A-Z]$/.test(sign) ? sign.charCodeAt(0) - 65 : -1;
}

/** Letters and digits of a sheet's code: none that are taken for another in handwriting or print. */
const codeSigns = "ACDEFHJKLMNPRTUVWXY34679";
const codeLength = 4;

/** A new code for a sheet, of numbers in [0, 1). */
export function newSheetCode(random: () => number): string {
  return Array.from({ length: codeLength }, () => codeSigns[Math.floor(random() * codeSigns.length)]).join("");
}

/** A code as somebody typed it; null when it can be none. */
export function readSheetCode(text: string): string | null {
  const code = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return code.length === codeLength && [...code].every((sign) => codeSigns.includes(sign)) ? code : null;
}
