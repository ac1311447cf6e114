import type { Hint, Sentence, Simulator } from "../simulator.ts";
import type { CardIcon } from "./card-icons.ts";

export interface CardGroup {
  readonly id: string;
  readonly name: string;
}

export interface Card {
  readonly id: string;
  readonly text: string;
  /** A second line, such as where the thing was seen. */
  readonly note?: string | undefined;
  readonly icon?: CardIcon | undefined;
  /** The id of the group in which it belongs. */
  readonly group: string;
  /** Why it belongs there; told after a right answer as after another one. */
  readonly why: string;
}

export interface PilahKartuConfig {
  readonly groups: readonly CardGroup[];
  /** In the order in which they come. */
  readonly cards: readonly Card[];
}

export interface PilahKartuState {
  /** Ids of the cards still to sort; the first lies on the table. */
  readonly left: readonly string[];
  /** Whether the card on the table was put into another group than its own, and waits to be put back. */
  readonly missed: boolean;
  readonly notice: Sentence;
}

/** Cards to sort into groups, one at a time. A card put elsewhere comes back after the others, as often as needed. */
export const pilahKartu: Simulator<PilahKartuConfig, PilahKartuState> = {
  start(config) {
    return { left: config.cards.map(({ id }) => id), missed: false, notice: { key: "notice.start" } };
  },

  take(state, step, config) {
    const card = cardOnTable(state, config);
    if (card === undefined) return state;
    if (state.missed) return step === "next" ? putBack(state) : state;
    const group = config.groups.find(({ id }) => step === stepTo(id));
    if (group === undefined) return state;
    if (group.id !== card.group) return { ...state, missed: true, notice: { key: "notice.missed", values: { why: card.why } } };
    return { ...state, left: state.left.slice(1), notice: { key: "notice.right", values: { why: card.why } } };
  },

  tasks(state, config) {
    const all = config.cards.length;
    const values = { all: String(all), sorted: String(all - state.left.length) };
    return [{ id: "sort", done: state.left.length === 0, label: { key: "task.sort", values } }];
  },

  notice(state) {
    return state.notice;
  },

  hint(state, config): Hint {
    const card = cardOnTable(state, config);
    if (card === undefined) return { key: "hint.finished" };
    if (state.missed) return { key: "hint.next", next: "next" };
    const name = config.groups.find(({ id }) => id === card.group)?.name ?? "";
    return { key: "hint.to", values: { why: card.why, name }, next: stepTo(card.group) };
  },

  controls(state, config) {
    if (state.left.length === 0) return [];
    return state.missed ? ["next"] : config.groups.map(({ id }) => stepTo(id));
  },

  // Tab and Enter do all there is to do.
  keystroke: () => [],

  twins: {},

  subject: (state, config) => (state.missed ? undefined : cardOnTable(state, config)?.text),
};

/** The card to sort now; none when all are sorted. */
export function cardOnTable(state: PilahKartuState, config: PilahKartuConfig): Card | undefined {
  return config.cards.find(({ id }) => id === state.left[0]);
}

/** The step that puts the card on the table into a group. */
export function stepTo(group: string): string {
  return `to:${group}`;
}

function putBack(state: PilahKartuState): PilahKartuState {
  const left = [...state.left.slice(1), ...state.left.slice(0, 1)];
  return { left, missed: false, notice: { key: left.length === 1 ? "notice.again" : "notice.back" } };
}
