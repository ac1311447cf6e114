import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { readTyped, typedStep } from "../typed.ts";

export interface OtherNetwork {
  readonly name: string;
  /** Whether it asks for a password. */
  readonly locked?: boolean | undefined;
  /** Why not to choose it. */
  readonly why: string;
}

export interface WiFiConfig {
  /** The centre's network, as it stands on the paper. */
  readonly name: string;
  readonly password: string;
  /** What else is on the list. */
  readonly others: readonly OtherNetwork[];
  /** An open network that the phone offers by itself, to be refused. */
  readonly offer?: { readonly name: string; readonly why: string } | undefined;
}

export type WiFiTask = "refuse" | "connect" | "disconnect";

export interface WiFiState {
  readonly screen: "home" | "panel" | "list" | "password";
  /** Whether the phone's Wi-Fi is on. */
  readonly on: boolean;
  /** Whether the phone has the centre's password, and so connects by itself. */
  readonly known: boolean;
  readonly text: string;
  readonly done: readonly WiFiTask[];
  readonly notice: Sentence;
}

export const passwordField = "sandi";

/** A phone to connect to the centre's Wi-Fi and to disconnect again, without falling for another network. */
export const wifi: Simulator<WiFiConfig, WiFiState> = {
  start() {
    return { screen: "home", on: false, known: false, text: "", done: [], notice: { key: "notice.start" } };
  },

  take(state, step, config) {
    const typed = readTyped(step);
    if (typed !== undefined) return typeInto(state, typed.field, typed.text);
    return wifi.controls(state, config).includes(step) ? pressed(state, step, config) : state;
  },

  tasks(state, config) {
    return tasksOf(config).map((id) => ({ id, done: state.done.includes(id), label: { key: `task.${id}`, values: { name: config.name } } }));
  },

  notice(state) {
    return state.notice;
  },

  hint(state, config): Hint {
    const goal = tasksOf(config).find((task) => !state.done.includes(task));
    if (goal === undefined) return { key: "hint.finished" };
    if (isOffered(state, config)) return { key: "hint.no", next: "no" };
    if (goal === "disconnect" && state.known) return towardsOff(state);
    return towardsPassword(state, config);
  },

  controls(state, config) {
    if (isOffered(state, config)) return ["no", "yes"];
    switch (state.screen) {
      case "home": return ["swipe"];
      case "panel": return ["fan", "hold", "close"];
      case "list": return ["switch", ...(state.on ? listOf(config).map((_, index) => `net:${index}`) : []), "back"];
      case "password": return ["join", "cancel"];
    }
  },

  // The password has a field of its own.
  keystroke: () => [],

  twins: {},
};

/** The networks in the order of the list: the centre's stands second, so that it is to be looked for. */
export function listOf({ name, others }: WiFiConfig): readonly (OtherNetwork | { readonly name: string; readonly locked: true; readonly why?: undefined })[] {
  return [...others.slice(0, 1), { name, locked: true }, ...others.slice(1)];
}

/** Whether the phone now asks whether to join the open network. */
export function isOffered(state: WiFiState, config: WiFiConfig): boolean {
  return state.screen === "list" && state.on && config.offer !== undefined && !state.done.includes("refuse");
}

/** Whether the phone is on the centre's network. */
export function isConnected(state: WiFiState): boolean {
  return state.on && state.known;
}

function tasksOf(config: WiFiConfig): readonly WiFiTask[] {
  return config.offer === undefined ? ["connect", "disconnect"] : ["refuse", "connect", "disconnect"];
}

function typeInto(state: WiFiState, field: string, text: string): WiFiState {
  if (state.screen !== "password" || field !== passwordField || text === state.text) return state;
  return { ...state, text, notice: { key: "notice.typed" } };
}

function pressed(state: WiFiState, step: string, config: WiFiConfig): WiFiState {
  switch (step) {
    case "swipe": return { ...state, screen: "panel", notice: { key: "notice.panel" } };
    case "close": return { ...state, screen: "home", notice: { key: "notice.home" } };
    case "back": return { ...state, screen: "panel", notice: { key: "notice.panel" } };
    case "hold": return { ...state, screen: "list", notice: { key: state.on ? "notice.list" : "notice.list-off" } };
    case "fan": case "switch": return state.on ? switchOff(state) : { ...state, on: true, notice: { key: state.known ? "notice.by-itself" : "notice.on" } };
    case "no": return { ...did(state, "refuse"), notice: { key: "notice.refused" } };
    case "yes": return { ...state, notice: { key: "notice.offer", values: { why: config.offer?.why ?? "" } } };
    case "cancel": return { ...state, screen: "list", text: "", notice: { key: "notice.list" } };
    case "join": return join(state, config);
    default: return choose(state, config, Number(step.slice(4)));
  }
}

function switchOff(state: WiFiState): WiFiState {
  const off = { ...state, on: false, notice: { key: state.known ? "notice.disconnected" : "notice.off" } };
  return state.known ? did(off, "disconnect") : off;
}

function choose(state: WiFiState, config: WiFiConfig, index: number): WiFiState {
  const network = listOf(config)[index];
  if (network?.why !== undefined) return { ...state, notice: { key: "notice.other", values: { why: network.why } } };
  if (state.known) return { ...state, notice: { key: "notice.already" } };
  return { ...state, screen: "password", text: "", notice: { key: "notice.password" } };
}

function join(state: WiFiState, { password }: WiFiConfig): WiFiState {
  if (state.text === password) return did({ ...state, screen: "list", known: true, text: "", notice: { key: "notice.connected" } }, "connect");
  if (state.text === "") return { ...state, notice: { key: "notice.empty" } };
  const isCase = state.text.toLowerCase() === password.toLowerCase();
  return { ...state, notice: { key: isCase ? "notice.case" : "notice.wrong" } };
}

function did(state: WiFiState, task: WiFiTask): WiFiState {
  return state.done.includes(task) ? state : { ...state, done: [...state.done, task] };
}

/** From wherever to the list with Wi-Fi on, then to the centre's network, its password, and in. */
function towardsPassword(state: WiFiState, config: WiFiConfig): Hint {
  const values = { name: config.name, password: config.password };
  if (state.screen === "home") return { key: "hint.swipe", next: "swipe" };
  if (state.screen === "panel") return state.on ? { key: "hint.hold", next: "hold" } : { key: "hint.fan-on", next: "fan" };
  if (state.screen === "password") return state.text === config.password ? { key: "hint.join", next: "join" } : { key: "hint.type", values, next: typedStep(passwordField, config.password) };
  if (!state.on) return { key: "hint.switch-on", next: "switch" };
  return { key: "hint.net", values, next: `net:${listOf(config).findIndex(({ why }) => why === undefined)}` };
}

/** Back to the fan, and Wi-Fi off; on first where it is off already, as the phone then connects by itself. */
function towardsOff(state: WiFiState): Hint {
  if (state.screen === "home") return { key: "hint.swipe", next: "swipe" };
  if (state.screen === "panel") return { key: state.on ? "hint.fan-off" : "hint.fan-on", next: "fan" };
  return { key: "hint.back", next: "back" };
}
