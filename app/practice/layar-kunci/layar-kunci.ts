import type { Hint, Sentence, Simulator } from "../simulator.ts";

export const layarKunciTasks = ["charge", "power-on", "unlock", "lock"] as const;
export type LayarKunciTask = (typeof layarKunciTasks)[number];

export interface LayarKunciConfig {
  /** What is to be done, each once. The phone starts off with `power-on`, open when `lock` comes before `unlock`, else locked. */
  readonly tasks: readonly LayarKunciTask[];
  /** 4 to 6 digits, shown on a paper note beside the phone. */
  readonly pin: string;
}

export interface LayarKunciState {
  readonly screen: "off" | "asleep" | "locked" | "pin" | "home";
  readonly charging: boolean;
  /** The digits typed on the PIN pad so far. */
  readonly entry: string;
  /** What has been done at least once, asked for or not. */
  readonly done: readonly LayarKunciTask[];
  /** Key below `notice.`. */
  readonly notice: string;
}

export const pinKeys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "del", "0", "ok"] as const;

const longestPin = 6;

/** A phone to switch on, charge, unlock and lock. A task stays done once done, whatever happens to the phone afterwards. */
export const layarKunci: Simulator<LayarKunciConfig, LayarKunciState> = {
  start(config) {
    const screen = firstScreen(config.tasks);
    return { screen, charging: false, entry: "", done: [], notice: `start-${screen}` };
  },

  take(state, step, config) {
    if (step === "power") return pressShortly(state);
    if (step === "power-long") return pressLong(state);
    if (step === "plug" && !state.charging) return did({ ...state, charging: true, notice: "plug" }, "charge");
    if (step === "unplug" && state.charging) return { ...state, charging: false, notice: "unplug" };
    if (step === "swipe-up" && state.screen === "locked") return { ...state, screen: "pin", entry: "", notice: "pin" };
    if (state.screen === "pin" && step.startsWith("key:")) return pressPinKey(state, step.slice(4), config);
    return state;
  },

  tasks(state, config) {
    return config.tasks.map((id) => ({ id, done: state.done.includes(id), label: { key: `task.${id}` } }));
  },

  notice(state): Sentence {
    return { key: `notice.${state.notice}`, values: { digits: String(state.entry.length) } };
  },

  hint(state, config): Hint {
    const goal = config.tasks.find((task) => !state.done.includes(task));
    if (goal === undefined) return { key: "hint.finished" };
    if (goal === "charge") return { key: "hint.plug", next: "plug" };
    return hintFor(towardsLock(state, config.pin), state);
  },

  controls(state) {
    const onScreen = state.screen === "pin" ? pinKeys.map((key) => `key:${key}`) : state.screen === "locked" ? ["swipe-up"] : [];
    return [...onScreen, "power", "power-long", state.charging ? "unplug" : "plug"];
  },

  keystroke(state, key) {
    if (state.screen !== "pin") return [];
    if (key === "Backspace") return ["key:del"];
    if (key === "Enter") return ["key:ok"];
    return /^\d$/.test(key) ? [`key:${key}`] : [];
  },

  twins: { plug: "unplug", unplug: "plug" },
};

function firstScreen(tasks: readonly LayarKunciTask[]): LayarKunciState["screen"] {
  if (tasks.includes("power-on")) return "off";
  const lock = tasks.indexOf("lock");
  const unlock = tasks.indexOf("unlock");
  return lock >= 0 && (unlock < 0 || lock < unlock) ? "home" : "asleep";
}

function pressShortly(state: LayarKunciState): LayarKunciState {
  if (state.screen === "off") return { ...state, notice: "still-off" };
  if (state.screen === "asleep") return { ...state, screen: "locked", notice: "woke" };
  const dark = { ...state, screen: "asleep", entry: "", notice: "slept" } as const;
  return state.screen === "home" ? did({ ...dark, notice: "locked" }, "lock") : dark;
}

function pressLong(state: LayarKunciState): LayarKunciState {
  if (state.screen !== "off") return { ...state, screen: "off", entry: "", notice: "off" };
  return did({ ...state, screen: "locked", notice: "on" }, "power-on");
}

function pressPinKey(state: LayarKunciState, key: string, config: LayarKunciConfig): LayarKunciState {
  if (key === "ok") return submitPin(state, config.pin);
  if (key === "del") return { ...state, entry: state.entry.slice(0, -1), notice: state.entry === "" ? "pin-empty" : "pin-erased" };
  if (!/^\d$/.test(key)) return state;
  if (state.entry.length === longestPin) return { ...state, notice: "pin-full" };
  return { ...state, entry: state.entry + key, notice: "pin-typed" };
}

function submitPin(state: LayarKunciState, pin: string): LayarKunciState {
  if (state.entry === "") return { ...state, notice: "pin-empty" };
  if (state.entry !== pin) return { ...state, entry: "", notice: "pin-other" };
  return did({ ...state, screen: "home", entry: "", notice: "unlocked" }, "unlock");
}

function did(state: LayarKunciState, task: LayarKunciTask): LayarKunciState {
  return state.done.includes(task) ? state : { ...state, done: [...state.done, task] };
}

/** The next step on the round off, dark, locked, PIN, open, dark: every task but charging lies on it. */
function towardsLock(state: LayarKunciState, pin: string): string {
  if (state.screen === "off") return "power-long";
  if (state.screen === "locked") return "swipe-up";
  if (state.screen !== "pin") return "power";
  if (state.entry === pin) return "key:ok";
  return pin.startsWith(state.entry) ? `key:${pin.charAt(state.entry.length)}` : "key:del";
}

function hintFor(next: string, state: LayarKunciState): Hint {
  if (next === "power") return { key: state.screen === "home" ? "hint.lock" : "hint.wake", next };
  const digit = /^key:(\d)$/.exec(next)?.[1];
  return digit === undefined ? { key: `hint.${next.replace(":", "-")}`, next } : { key: "hint.digit", values: { digit }, next };
}
