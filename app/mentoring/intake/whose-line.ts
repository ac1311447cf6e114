import type { Candidate, Change, Choice, KnownLearner } from "./import-plan.ts";
import { isNearName, type NameForm, nameForm } from "./names.ts";
import type { ReadPerson, Refusal } from "./read-line.ts";

/** A row is about `another` person than all whom it may be about, or about the learner with this id. */
export const anotherPerson = "another";

/** The learners of a centre, to be found again. */
export interface CenterIndex {
  byNumber: ReadonlyMap<number, KnownLearner>;
  byKey: ReadonlyMap<string, readonly KnownLearner[]>;
  byBirthYear: ReadonlyMap<number | null, readonly (readonly [KnownLearner, NameForm])[]>;
}

export function indexOf(known: readonly KnownLearner[]): CenterIndex {
  const named = known.map((learner) => [learner, nameForm(learner.name)] as const);
  const byKey = Map.groupBy(named, ([, form]) => form.key);
  return {
    byNumber: new Map(known.map((learner) => [learner.number, learner])),
    byKey: new Map([...byKey].map(([key, group]) => [key, group.map(([learner]) => learner)])),
    byBirthYear: Map.groupBy(named, ([learner]) => learner.birthYear),
  };
}

/** Who a row may be about. */
export interface Question {
  candidates: Candidate[];
  /** The answer that is as good as sure. */
  suggested: Choice | null;
  /** Whether it is asked at all. */
  isOpen: boolean;
}

const nobody: Question = { candidates: [], suggested: anotherPerson, isOpen: false };

/** A row with a learner's number is about them; quite another name makes it a question. */
export function questionOfNumber(person: ReadPerson, learner: KnownLearner): Question {
  const isSure = isNearName(nameForm(person.name), nameForm(learner.name));
  return { candidates: [candidateOf(learner, person, true)], suggested: isSure ? learner.learnerId : null, isOpen: !isSure };
}

/** How many years apart two people of one name are surely two people, and not one with a mistaken birth year. */
const yearsApart = 5;
/** More of one name are hard to tell apart on a screen. */
const mostCandidates = 8;

/** A row without a number is about a new person, unless somebody has that name, or nearly that name and the same birth year. */
export function questionOfName(person: ReadPerson, center: CenterIndex): Question {
  const form = nameForm(person.name);
  const namesakes = center.byKey.get(form.key) ?? [];
  const near = person.birthYear === null ? [] : (center.byBirthYear.get(person.birthYear) ?? []).filter(([, other]) => other.key !== form.key && isNearName(form, other));
  const learners = [...namesakes, ...near.map(([learner]) => learner)].slice(0, mostCandidates);
  if (learners.length === 0) return nobody;
  const same = namesakes.filter(({ birthYear }) => birthYear === person.birthYear);
  const isFar = near.length === 0 && namesakes.every(({ birthYear }) => birthYear !== null && person.birthYear !== null && Math.abs(birthYear - person.birthYear) >= yearsApart);
  const suggested = same.length === 1 ? (same[0]?.learnerId ?? null) : isFar ? anotherPerson : null;
  return { candidates: learners.map((learner) => candidateOf(learner, person, false)), suggested, isOpen: true };
}

function candidateOf(learner: KnownLearner, person: ReadPerson, mayRename: boolean): Candidate {
  return { learner, changes: changesTo(learner, person, mayRename) };
}

function changesTo(learner: KnownLearner, person: ReadPerson, mayRename: boolean): Change[] {
  const changes: Change[] = [];
  if (mayRename && person.name !== learner.name) changes.push({ field: "name", from: learner.name, to: person.name });
  if (person.birthYear !== null && person.birthYear !== learner.birthYear) changes.push({ field: "birthYear", from: learner.birthYear, to: person.birthYear });
  if (person.gender !== null && person.gender !== learner.gender) changes.push({ field: "gender", from: learner.gender, to: person.gender });
  return changes;
}

/** The rows that a plan has taken so far. */
export interface TakenLines {
  byKey: Map<string, { line: number; person: ReadPerson }[]>;
  byNumber: Map<number, number>;
  byBirthYear: Map<number, { line: number; form: NameForm }[]>;
  byLearner: Map<string, number>;
}

export function noLines(): TakenLines {
  return { byKey: new Map(), byNumber: new Map(), byBirthYear: new Map(), byLearner: new Map() };
}

/** Which earlier row already told of this person, as the reason to refuse this one. */
export function repeats(person: ReadPerson, taken: TakenLines): Refusal | null {
  if (person.number !== null) {
    const line = taken.byNumber.get(person.number);
    return line === undefined ? null : { code: "repeatedNumber", line };
  }
  const earlier = taken.byKey.get(nameForm(person.name).key)?.find((other) => mayBeOne(person, other.person));
  if (!earlier) return null;
  const isSure = person.birthYear !== null && person.birthYear === earlier.person.birthYear;
  return { code: isSure ? "repeated" : "repeatedName", line: earlier.line };
}

function mayBeOne(a: ReadPerson, b: ReadPerson): boolean {
  const agree = (one: unknown, other: unknown) => one === null || other === null || one === other;
  return agree(a.birthYear, b.birthYear) && agree(a.gender, b.gender);
}

/** An earlier row of nearly the same name and the same birth year. */
export function similarLine({ name, birthYear }: ReadPerson, taken: TakenLines): number | null {
  if (birthYear === null) return null;
  const form = nameForm(name);
  return taken.byBirthYear.get(birthYear)?.find((other) => other.form.key !== form.key && isNearName(form, other.form))?.line ?? null;
}

export function takeLine(line: number, person: ReadPerson, taken: TakenLines): void {
  const form = nameForm(person.name);
  push(taken.byKey, form.key, { line, person });
  if (person.number !== null) taken.byNumber.set(person.number, line);
  if (person.birthYear !== null) push(taken.byBirthYear, person.birthYear, { line, form });
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
