import { mayBeChild } from "../consent/consent.ts";
import { type ImportLine, readLine, type ReadPerson, type Refusal } from "./read-line.ts";
import { anotherPerson, type CenterIndex, indexOf, noLines, type Question, questionOfName, questionOfNumber, repeats, similarLine, takeLine, type TakenLines } from "./whose-line.ts";

export type { ImportLine } from "./read-line.ts";

/** A row that an applied import left out: refused for reasons; or left alone, without reasons, and then its cells are kept no longer. */
export interface LeftOutLine extends ImportLine {
  refusals: Refusal[];
}

/** Somebody who is registered at the centre. */
export interface KnownLearner {
  learnerId: string;
  number: number;
  name: string;
  birthYear: number | null;
  gender: "female" | "male" | null;
  isInCohort: boolean;
  isWaiting: boolean;
  /** Learns the cohort's curriculum in another cohort, or has learned it there. */
  isElsewhere: boolean;
}

/** Who a row is about: a learner's id, or `anotherPerson`. */
export type Choice = string;

export interface Change {
  field: "name" | "birthYear" | "gender";
  from: string | number | null;
  to: string | number;
}

/** Where a row puts its person: into the cohort, behind all who wait for a place in it, or nowhere new. */
export type Placing = "enrolled" | "waiting" | null;

export type Outcome =
  | { kind: "refused"; refusals: Refusal[] }
  /** Somebody must say who it is. */
  | { kind: "undecided" }
  | { kind: "added"; person: ReadPerson; placing: Placing }
  | { kind: "known"; learner: KnownLearner; changes: Change[]; placing: Placing };

export interface Candidate {
  learner: KnownLearner;
  /** What becomes of the learner if the row is about them. */
  changes: Change[];
}

export interface PlannedLine {
  line: ImportLine;
  outcome: Outcome;
  /** Who it may be about, where that is a question; empty where it is none. */
  candidates: Candidate[];
  /** The answer that the plan took: what was chosen, or what is as good as sure. */
  choice: Choice | null;
  /** An earlier row of nearly the same name and the same birth year; both are taken. */
  similarTo: number | null;
}

/** Rows by what becomes of them; `enrolled` counts those who were registered already, `waiting` all who find no place. */
export interface PlanTotals {
  added: number;
  changed: number;
  enrolled: number;
  unchanged: number;
  refused: number;
  undecided: number;
  waiting: number;
}

export interface ImportPlan {
  lines: PlannedLine[];
  totals: PlanTotals;
}

export interface PlanCircumstances {
  thisYear: number;
  /** How many more the cohort takes; null: as many as come. */
  freePlaces: number | null;
  /** What was said about rows, by their number. */
  choices: ReadonlyMap<number, Choice>;
}

/**
 * What an import of `lines` would do, row by row, to the centre's learners `known`:
 *
 * - A row with a number is about the learner who has it; its other cells replace what is recorded. Where the
 *   name is quite another, somebody must say whether it is the same person.
 * - A row without one is about a new person, unless somebody has the same name, or nearly the same name and the
 *   same birth year: then that is a question. The answer is taken for granted where the birth year is the same
 *   too (the same person), or at least 5 years away from everybody's (another). A name is never changed this way.
 * - An empty cell changes nothing, and nobody is touched who is not in the file.
 * - A new person who may be a child is refused: their parent or guardian must be named, which no row does.
 * - Of two rows about the same person the second is refused, and so is one about who learns the same in another cohort.
 * - The rows' order decides who gets the last places; the others wait.
 */
export function planImport(lines: readonly ImportLine[], known: readonly KnownLearner[], { thisYear, freePlaces, choices }: PlanCircumstances): ImportPlan {
  const progress: Progress = { center: indexOf(known), taken: noLines(), freePlaces: freePlaces ?? Infinity, thisYear };
  const planned = lines.map((line): PlannedLine => {
    const read = readLine(line, thisYear);
    if ("refusals" in read) return refused(line, read.refusals);
    return planLine(line, read.person, choices.get(line.line), progress);
  });
  return { lines: planned, totals: totalsOf(planned) };
}

interface Progress {
  center: CenterIndex;
  taken: TakenLines;
  freePlaces: number;
  thisYear: number;
}

function planLine(line: ImportLine, person: ReadPerson, chosen: Choice | undefined, progress: Progress): PlannedLine {
  const { center, taken } = progress;
  const numbered = person.number === null ? null : center.byNumber.get(person.number);
  if (numbered === undefined) return refused(line, [{ code: "numberUnknown" }]);
  const repeated = repeats(person, taken);
  if (repeated) return refused(line, [repeated]);
  const question = numbered ? questionOfNumber(person, numbered) : questionOfName(person, center);
  const similarTo = similarLine(person, taken);
  takeLine(line.line, person, taken);
  const choice = answerTo(question, chosen);
  const outcome = outcomeOf(line.line, person, question, choice, progress);
  return { line, outcome, candidates: question.isOpen ? question.candidates : [], choice, similarTo };
}

function refused(line: ImportLine, refusals: Refusal[]): PlannedLine {
  return { line, outcome: { kind: "refused", refusals }, candidates: [], choice: null, similarTo: null };
}

/** What was chosen, if it was asked and is one of the answers. */
function answerTo({ candidates, suggested, isOpen }: Question, chosen: Choice | undefined): Choice | null {
  const isAnswer = chosen === anotherPerson || candidates.some(({ learner }) => learner.learnerId === chosen);
  return isOpen && chosen !== undefined && isAnswer ? chosen : suggested;
}

function outcomeOf(line: number, person: ReadPerson, { candidates }: Question, choice: Choice | null, progress: Progress): Outcome {
  if (choice === null) return { kind: "undecided" };
  const about = candidates.find(({ learner }) => learner.learnerId === choice);
  if (!about && mayBeChild(person.birthYear, progress.thisYear)) return { kind: "refused", refusals: [{ code: "needsGuardian" }] };
  if (!about) return { kind: "added", person, placing: placeIn(progress) };
  const { learner, changes } = about;
  const earlier = progress.taken.byLearner.get(learner.learnerId);
  if (earlier !== undefined) return { kind: "refused", refusals: [{ code: "repeated", line: earlier }] };
  progress.taken.byLearner.set(learner.learnerId, line);
  // Moving many at once by a list that somebody had at hand would surprise their mentors.
  if (learner.isElsewhere && !learner.isInCohort && !learner.isWaiting) return { kind: "refused", refusals: [{ code: "elsewhere" }] };
  return { kind: "known", learner, changes, placing: learner.isInCohort || learner.isWaiting ? null : placeIn(progress) };
}

function placeIn(progress: Progress): Placing {
  progress.freePlaces -= 1;
  return progress.freePlaces >= 0 ? "enrolled" : "waiting";
}

/** What a row counts as. */
export function resultOf(outcome: Outcome): Exclude<keyof PlanTotals, "waiting"> {
  if (outcome.kind !== "known") return outcome.kind;
  if (outcome.changes.length > 0) return "changed";
  return outcome.placing ? "enrolled" : "unchanged";
}

function totalsOf(lines: readonly PlannedLine[]): PlanTotals {
  const totals: PlanTotals = { added: 0, changed: 0, enrolled: 0, unchanged: 0, refused: 0, undecided: 0, waiting: 0 };
  for (const { outcome } of lines) {
    totals[resultOf(outcome)] += 1;
    if ("placing" in outcome && outcome.placing === "waiting") totals.waiting += 1;
  }
  return totals;
}
