import { choicesOf, type Question, type Quiz } from "./question.ts";
import type { DrawnItem } from "./quiz.ts";

/** How many questions a form asks, of a bank of at least `leastDrawn`; a smaller one is asked whole. */
export const questionsAsked = 10;
export const leastDrawn = 15;
/** Into how many hands a bank is dealt. */
export const handCount = 3;

/** What a draw depends on. */
export interface Chance {
  /** Which of the hands is left out: 0, 1 or 2. Learners who sit side by side have different ones. */
  hand: number;
  /** Deals the hands: the same for all who may sit side by side. */
  deal: () => number;
  /** Everything else: another for each form. */
  random: () => number;
}

/**
 * The questions that one form asks, in a random order, each with its choices in a random order.
 *
 * A bank of 15 questions or more is dealt into 3 hands, each with about as many questions of every
 * lesson. A form asks 5 of each of the two hands that are not its own. Two forms with different hands of
 * their own therefore have one hand in common, and at most 5 of their 10 questions, however small the bank.
 */
export function drawQuiz(quiz: Quiz, { hand, deal, random }: Chance): DrawnItem[] {
  const asked = quiz.questions.length < leastDrawn ? quiz.questions : chooseFrom(dealHands(quiz.questions, deal), hand, random);
  return drawAll(asked, random);
}

/** All the questions in a random order, each with its choices in a random order. */
export function drawAll(questions: readonly Question[], random: () => number): DrawnItem[] {
  return shuffle(questions, random).map((question) => ({ id: question.id, shown: shownOrder(question, random) }));
}

/** Deals lesson by lesson, and kind by kind within it, so that every hand has its share of both. */
function dealHands(bank: readonly Question[], deal: () => number): Question[][] {
  const lessons = shuffle([...new Set(bank.map(lessonOf))], deal);
  const kinds = shuffle([...new Set(bank.map((question) => question.kind))], deal);
  const placed = shuffle(bank, deal).map((question) => ({ question, place: lessons.indexOf(lessonOf(question)) * kinds.length + kinds.indexOf(question.kind) }));
  const inTurn = placed.sort((one, other) => one.place - other.place).map(({ question }) => question);
  const hands = Array.from({ length: handCount }, (_hand, hand) => inTurn.filter((_question, turn) => turn % handCount === hand));
  return shuffle(hands, deal);
}

/** How often one kind of question is asked in a form, as long as there are others. */
const kindMost = 4;

/** As many of each of the other hands; each time one of the lesson, then of the kind, that was asked about least. */
function chooseFrom(hands: readonly Question[][], own: number, random: () => number): Question[] {
  const others = hands.filter((_hand, hand) => hand !== own).map((hand) => shuffle(hand, random));
  const chosen: Question[] = [];
  const times = new Map<string, number>();
  const timesOf = (what: string) => times.get(what) ?? 0;
  const asked = (question: Question) => (timesOf(question.kind) < kindMost ? 0 : 10_000) + 100 * timesOf(lessonOf(question)) + timesOf(question.kind);
  while (chosen.length < questionsAsked) {
    const hand = others[chosen.length % others.length] as Question[];
    const next = hand.reduce((least, question) => (asked(question) < asked(least) ? question : least));
    hand.splice(hand.indexOf(next), 1);
    chosen.push(next);
    for (const what of [lessonOf(next), next.kind]) times.set(what, timesOf(what) + 1);
  }
  return chosen;
}

/** The lesson that a question's screen belongs to, such as `A1.1`. */
export function lessonOf(question: Question): string {
  return question.screen.slice(0, question.screen.indexOf("#"));
}

/** The id of the option "I do not know yet", which always stands last. */
const unsure = "belum-tahu";

/** Spots are numbered as one reads a picture, which tells no more than the picture does. */
function shownOrder(question: Question, random: () => number): string[] {
  if (question.kind !== "hotspot") return shuffle(choicesOf(question), random).sort((one, other) => Number(one === unsure) - Number(other === unsure));
  return question.spots.toSorted((one, other) => one.y - other.y || one.x - other.x).map((spot) => spot.id);
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}

/** A generator of numbers in [0, 1) from 4 seed words (sfc32, public domain, PractRand). */
export function randomFrom(seed: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = seed;
  return () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
}
