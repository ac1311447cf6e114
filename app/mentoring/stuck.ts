/**
 * Whether a learner in class is stuck. The rule in one sentence:
 *
 * Someone is stuck who pressed “Minta bantuan”, or failed the same quiz twice in a row, or took more than twice the
 * steps that a practice needs twice over, or has touched one screen for three times as long as this class takes for one.
 *
 * Times are minutes.
 */
export interface ClassSignals {
  /** On the present screen, since it was opened. */
  minutesOnScreen: number;
  /** Since the learner last touched, scrolled or typed; as long as on the screen where no script tells. */
  minutesUntouched: number;
  /** What the course reckons for this screen. */
  expectedMinutes: number;
  /** How much longer than reckoned the others of the class are on theirs now (median); 1: as reckoned. */
  classPace: number;
  /** Tries at the quiz in hand that failed, since the last one that passed. */
  failedTries: number;
  /** Practices of the lesson in hand that were gone through today with more than twice the steps that they need. */
  longPractices: number;
  hasAsked: boolean;
}

export type StuckReason =
  | { kind: "asked" }
  | { kind: "quiz"; tries: number }
  | { kind: "practice"; times: number }
  /** `usual`: whole minutes that the class takes for a screen like this. */
  | { kind: "screen"; usual: number };

const failedTriesLimit = 2;
const longPracticesLimit = 2;
const timesUsual = 3;
/** Below this nobody is called slow, however short the screen. */
const leastMinutes = 4;
/** Who has not touched anything for so many minutes is talking, helping, puzzled or away from the PC: quiet, not stuck. */
export const untouchedLimit = 5;

/** Why a learner is stuck; null when they are not. The first reason that holds: a call, the quiz, the practice, the screen. */
export function stuckReason(signals: ClassSignals): StuckReason | null {
  if (signals.hasAsked) return { kind: "asked" };
  if (signals.failedTries >= failedTriesLimit) return { kind: "quiz", tries: signals.failedTries };
  if (signals.longPractices >= longPracticesLimit) return { kind: "practice", times: signals.longPractices };
  if (isSlow(signals)) return { kind: "screen", usual: Math.max(1, Math.round(usualMinutes(signals))) };
  return null;
}

function isSlow(signals: ClassSignals): boolean {
  if (signals.minutesUntouched >= untouchedLimit) return false;
  return signals.minutesOnScreen >= Math.max(leastMinutes, timesUsual * usualMinutes(signals));
}

function usualMinutes({ expectedMinutes, classPace }: ClassSignals): number {
  return expectedMinutes * Math.max(1, classPace);
}

/** Too few others say nothing about a class. */
const leastOthers = 4;

/** How much longer than reckoned a class is on its screens now: the median of `minutesOnScreen / expectedMinutes`; 1 for a small class. */
export function paceOf(others: readonly Pick<ClassSignals, "minutesOnScreen" | "expectedMinutes">[]): number {
  if (others.length < leastOthers) return 1;
  const paces = others.map(({ minutesOnScreen, expectedMinutes }) => minutesOnScreen / expectedMinutes).sort((a, b) => a - b);
  const middle = paces.length / 2;
  return ((paces[Math.ceil(middle) - 1] ?? 1) + (paces[Math.floor(middle)] ?? 1)) / 2;
}
