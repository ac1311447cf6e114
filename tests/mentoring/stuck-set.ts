import type { ClassSignals } from "#app/mentoring/stuck.ts";

/** A moment of a learner in class, with what an observer beside them would say. */
export interface Labelled {
  kind: LearnerKind;
  signals: ClassSignals;
  /** Wrong answers in the exercise in hand, all tries together: what Kolibri counts. */
  wrongAnswers: number;
  /** The observer's word; wrong in one of twenty. */
  isStuck: boolean;
}

/**
 * The model: classes of 12 people, each person of one kind. Shares are of all people. Nobody's behaviour is clear-cut:
 * times are log-normal around each kind's own, so that kinds overlap. In one class of six the mentor has just talked to
 * everyone, so all screens have stood for long.
 */
const kinds = {
  /** Goes along, now and then a wrong answer. */
  fine: { share: 0.26, stuck: false },
  /** Quick, hardly wrong. */
  fast: { share: 0.1, stuck: false },
  /** Reads twice as long as others and understands. */
  slowButFine: { share: 0.14, stuck: false },
  /** Errs much at the first try of a quiz, learns by it and is on the way to passing. */
  learnsByErring: { share: 0.09, stuck: false },
  /** Left the PC: the screen stands, nothing is touched. */
  away: { share: 0.06, stuck: false },
  /** Pressed the button by mistake. */
  pressedByMistake: { share: 0.02, stuck: false },
  /** One kind of question is not understood: the same one or two wrong in every try. */
  confusedByKind: { share: 0.08, stuck: true },
  /** Hands in again and again without reading. */
  guessing: { share: 0.05, stuck: true },
  /** Does not get through the words of a screen: scrolls, touches, stays. */
  stuckReading: { share: 0.09, stuck: true },
  /** Cannot do the simulator's task: long on it, or through it only by trying everything, again and again. */
  stuckInSimulator: { share: 0.08, stuck: true },
  /** Says so. */
  asksForHelp: { share: 0.03, stuck: true },
} as const;

export type LearnerKind = keyof typeof kinds;

const labelNoise = 0.05;
const classSize = 12;
const talkedTo = 1 / 6;

/** `classes` classes of 12 people, the same for the same seed. */
export function labelledSet(seed: number, classes: number): Labelled[] {
  const chance = chanceOf(seed);
  return Array.from({ length: classes }, () => classOf(chance)).flat();
}

function classOf(chance: Chance): Labelled[] {
  const pause = chance.next() < talkedTo ? 3 + 5 * chance.next() : 0;
  const people = Array.from({ length: classSize }, () => personOf(chance, pause));
  return people.map((person, index) => {
    const others = people.filter((_other, at) => at !== index && _other.signals.minutesUntouched < 5);
    const paces = others.map(({ signals }) => signals.minutesOnScreen / signals.expectedMinutes).sort((a, b) => a - b);
    return { ...person, signals: { ...person.signals, classPace: paces.length < 4 ? 1 : (paces[Math.floor(paces.length / 2)] ?? 1) } };
  });
}

function personOf(chance: Chance, pause: number): Labelled {
  const kind = chance.kind();
  const inPractice = kind === "stuckInSimulator" || chance.next() < 0.15;
  const inQuiz = !inPractice && (["confusedByKind", "guessing", "learnsByErring"].includes(kind) || chance.next() < 0.2);
  const expectedMinutes = inQuiz ? 5 : inPractice ? 4.5 : 1 + chance.next();
  const person: Labelled = {
    kind,
    wrongAnswers: inQuiz ? chance.count(6, 0.15) : 0,
    isStuck: kinds[kind].stuck !== chance.next() < labelNoise,
    signals: {
      minutesOnScreen: pause + expectedMinutes * chance.around(0.5, 0.7),
      minutesUntouched: chance.around(0.5, 0.8),
      expectedMinutes,
      classPace: 1,
      failedTries: inQuiz && chance.next() < 0.08 ? 1 : 0,
      longPractices: chance.next() < 0.05 ? 1 : 0,
      hasAsked: false,
    },
  };
  behave(person, chance, pause);
  person.signals.minutesUntouched = Math.min(person.signals.minutesUntouched, person.signals.minutesOnScreen);
  return person;
}

function behave(person: Labelled, chance: Chance, pause: number): void {
  const { signals } = person;
  const stay = (times: number, spread: number) => void (signals.minutesOnScreen = pause + signals.expectedMinutes * chance.around(times, spread));
  switch (person.kind) {
    case "fast":
      return stay(0.3, 0.5);
    case "slowButFine":
      return stay(1.4, 0.5);
    case "learnsByErring":
      person.wrongAnswers = 2 + chance.count(5, 0.45);
      signals.failedTries = 1 + chance.count(1, 0.25);
      return;
    case "away":
      stay(5, 0.6);
      signals.minutesUntouched = signals.minutesOnScreen * (0.7 + 0.3 * chance.next());
      return;
    case "pressedByMistake":
      signals.hasAsked = true;
      return;
    case "confusedByKind":
      signals.failedTries = 1 + chance.count(3, 0.55);
      person.wrongAnswers = signals.failedTries + chance.count(signals.failedTries, 0.6);
      return stay(1, 0.6);
    case "guessing":
      signals.failedTries = 1 + chance.count(4, 0.6);
      person.wrongAnswers = signals.failedTries * 2 + chance.count(3 * signals.failedTries, 0.4);
      return stay(0.2, 0.6);
    case "stuckReading":
      return stay(4.5, 0.5);
    case "stuckInSimulator":
      if (chance.next() < 0.6) stay(4, 0.5);
      else signals.longPractices = 1 + chance.count(3, 0.6);
      return;
    case "asksForHelp":
      stay(1.5, 0.7);
      signals.hasAsked = chance.next() < 0.95;
      return;
    case "fine":
      return;
  }
}

interface Chance {
  next(): number;
  /** Log-normal with this median. */
  around(median: number, spread: number): number;
  /** How many of `of` come true. */
  count(of: number, share: number): number;
  kind(): LearnerKind;
}

/** Chances that are the same each time (mulberry32). */
function chanceOf(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    around: (median, spread) => median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
    count: (of, share) => Array.from({ length: of }, next).filter((drawn) => drawn < share).length,
    kind: () => {
      let left = next();
      for (const [kind, { share }] of Object.entries(kinds)) if ((left -= share) < 0) return kind as LearnerKind;
      return "fine";
    },
  };
}

export interface Verdict {
  rule: string;
  precision: number;
  recall: number;
  found: number;
  stuck: number;
}

/** How well a rule finds those who are stuck. */
export function judge(rule: string, set: readonly Labelled[], says: (one: Labelled) => boolean): Verdict {
  const found = set.filter(says);
  const stuck = set.filter(({ isStuck }) => isStuck).length;
  const right = found.filter(({ isStuck }) => isStuck).length;
  return { rule, precision: right / found.length, recall: right / stuck, found: found.length, stuck };
}

/** Kolibri's: more than three wrong answers in one exercise (`parse_attemptslog`, kolibri/core/notifications/api.py). */
export function kolibriSays({ wrongAnswers }: Labelled): boolean {
  return wrongAnswers > 3;
}
