import type { DeviceIcon } from "../device-icons.ts";
import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { megabytes } from "./amounts.ts";

export interface Consumer {
  readonly name: string;
  readonly icon?: DeviceIcon | undefined;
  /** Where its switch is on a real phone. */
  readonly note?: string | undefined;
  /** Megabytes of quota an hour. */
  readonly quota: number;
  /** Percent of the battery an hour. */
  readonly battery: number;
  /** Why it is better left on; without it, it is to be switched off. */
  readonly keep?: string | undefined;
}

export interface SaveConfig {
  readonly do: "hemat";
  /** Gigabytes of a full quota, from which the exercise starts. */
  readonly total: number;
  readonly consumers: readonly Consumer[];
}

export interface SaveState {
  readonly do: "hemat";
  /** Megabytes and percent that are left. */
  readonly quota: number;
  readonly battery: number;
  /** Whether each consumer is on, in their order. */
  readonly on: readonly boolean[];
  /** Whether the meters were seen to sink slowly. */
  readonly seen: boolean;
  readonly notice: Sentence;
}

/** A meter of quota and battery that sinks by the hour, and switches of what eats them: some are to be switched off. */
export const saveQuota: Simulator<SaveConfig, SaveState> = {
  start(config) {
    return { do: "hemat", quota: config.total * 1000, battery: 100, on: config.consumers.map(() => true), seen: false, notice: { key: "notice.start-save" } };
  },

  take(state, step, config) {
    if (step === "wait") return waitAnHour(state, config);
    const index = /^flip:\d$/.test(step) ? Number(step.slice(5)) : -1;
    const consumer = config.consumers[index];
    return consumer === undefined ? state : flip(state, consumer, index);
  },

  tasks(state, config) {
    const off = config.consumers.flatMap(({ name, keep }, index) =>
      keep === undefined ? [{ id: `off-${index}`, done: !state.on[index], label: { key: "task.off", values: { name } } }] : []);
    return [...off, { id: "see", done: state.seen, label: { key: "task.see" } }];
  },

  notice(state) {
    return state.notice;
  },

  hint(state, config): Hint {
    const index = config.consumers.findIndex(({ keep }, at) => keep === undefined && state.on[at]);
    if (index >= 0) return { key: "hint.off", values: { name: config.consumers[index]?.name ?? "" }, next: `flip:${index}` };
    return state.seen ? { key: "hint.finished" } : { key: "hint.wait", next: "wait" };
  },

  controls(_state, config) {
    return [...config.consumers.map((_, index) => `flip:${index}`), "wait"];
  },

  keystroke: () => [],

  twins: {},
};

/** What is eaten in an hour: megabytes and percent. */
export function eatenIn(on: readonly boolean[], { consumers }: SaveConfig): { readonly quota: number; readonly battery: number } {
  const eating = consumers.filter((_, index) => on[index]);
  return { quota: eating.reduce((sum, { quota }) => sum + quota, 0), battery: eating.reduce((sum, { battery }) => sum + battery, 0) };
}

function flip(state: SaveState, { name, keep }: Consumer, index: number): SaveState {
  if (keep !== undefined) return { ...state, notice: { key: "notice.keep", values: { why: keep } } };
  const on = state.on.map((was, at) => (at === index ? !was : was));
  return { ...state, on, notice: { key: on[index] ? "notice.on" : "notice.off", values: { name } } };
}

function waitAnHour(state: SaveState, config: SaveConfig): SaveState {
  const eaten = eatenIn(state.on, config);
  const isSaving = config.consumers.every(({ keep }, index) => keep !== undefined || !state.on[index]);
  if (state.quota < eaten.quota || state.battery < eaten.battery) {
    return { ...state, quota: config.total * 1000, battery: 100, notice: { key: "notice.refilled" } };
  }
  const before = eatenIn(config.consumers.map(() => true), config);
  const values = { quota: megabytes(eaten.quota), battery: String(eaten.battery), before: megabytes(before.quota) };
  return {
    ...state,
    quota: state.quota - eaten.quota,
    battery: state.battery - eaten.battery,
    seen: state.seen || isSaving,
    notice: { key: isSaving ? "notice.slow" : "notice.fast", values },
  };
}
