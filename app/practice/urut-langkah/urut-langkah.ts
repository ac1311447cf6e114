import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { shownOrder } from "./shown-order.ts";

export interface OrderedStep {
  readonly id: string;
  readonly text: string;
  /** Why it has to wait; told when it is tapped too early. */
  readonly why?: string | undefined;
}

export interface Distractor {
  readonly id: string;
  readonly text: string;
  /** Why it is none of the steps. */
  readonly why: string;
}

export interface UrutLangkahConfig {
  /** In their right order. */
  readonly steps: readonly OrderedStep[];
  /** What sounds like a step and is none. */
  readonly distractors?: readonly Distractor[] | undefined;
}

export interface UrutLangkahState {
  /** How many of the steps are in their places. */
  readonly placed: number;
  /** Ids of the distractors that were tapped, and lie aside. */
  readonly aside: readonly string[];
  readonly notice: Sentence;
}

/** Steps to tap one after another in their right order. A step tapped too early stays; what is no step is put aside. */
export const urutLangkah: Simulator<UrutLangkahConfig, UrutLangkahState> = {
  start() {
    return { placed: 0, aside: [], notice: { key: "notice.start" } };
  },

  take(state, step, config) {
    const card = cardsLeft(state, config).find(({ id }) => step === stepOf(id));
    const expected = config.steps[state.placed];
    if (card === undefined || expected === undefined) return state;
    if (card.id === expected.id) return place(state, config);
    const why = card.why ?? "";
    if (!config.steps.some(({ id }) => id === card.id)) return { ...state, aside: [...state.aside, card.id], notice: { key: "notice.other", values: { why } } };
    return { ...state, notice: why === "" ? { key: "notice.early" } : { key: "notice.early-why", values: { why } } };
  },

  tasks(state, config) {
    const values = { all: String(config.steps.length), placed: String(state.placed) };
    return [{ id: "order", done: state.placed === config.steps.length, label: { key: "task.order", values } }];
  },

  notice(state) {
    return state.notice;
  },

  hint(state, config): Hint {
    const next = config.steps[state.placed];
    if (next === undefined) return { key: "hint.finished" };
    return { key: "hint.pick", values: { text: next.text }, next: stepOf(next.id) };
  },

  controls(state, config) {
    return cardsLeft(state, config).map(({ id }) => stepOf(id));
  },

  // Tab and Enter do all there is to do.
  keystroke: () => [],

  twins: {},
};

/** What can be tapped now, in the order in which it is shown; nothing once all steps are in their places. */
export function cardsLeft(state: UrutLangkahState, config: UrutLangkahConfig): readonly OrderedStep[] {
  if (state.placed === config.steps.length) return [];
  const gone = [...config.steps.slice(0, state.placed).map(({ id }) => id), ...state.aside];
  return shownOrder<OrderedStep>([...config.steps, ...(config.distractors ?? [])]).filter(({ id }) => !gone.includes(id));
}

/** The step that takes a card as the next of the steps. */
export function stepOf(id: string): string {
  return `pick:${id}`;
}

function place(state: UrutLangkahState, config: UrutLangkahConfig): UrutLangkahState {
  const placed = state.placed + 1;
  const left = config.steps.length - placed;
  return { ...state, placed, notice: { key: left === 1 ? "notice.one-left" : "notice.right", values: { number: String(placed) } } };
}
