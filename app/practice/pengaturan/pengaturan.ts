import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { hintOf } from "./settings-hint.ts";
import { type PengaturanConfig, type PinRow, type SettingsPage, type SettingsRow, isMet, nextPage, rowsOf, startOf, valueBefore } from "./settings.ts";

export interface PengaturanState {
  /** The pages from the first to the one on the screen. */
  readonly path: readonly string[];
  /** What each row is, by its id; see `SettingsGoal.to`. */
  readonly values: Readonly<Record<string, number>>;
  /** The switch that waits for its permission. */
  readonly asking?: string | undefined;
  /** What is typed of a PIN, and whether it was typed once already. */
  readonly entry: string;
  readonly again: boolean;
  /** Ids of the goals that were reached. */
  readonly done: readonly string[];
  readonly notice: Sentence;
}

export const pinKeys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "del", "0", "ok"] as const;

/** The settings of a phone or an app: pages of switches, sliders, choices and PINs, with some that are better left alone. */
export const pengaturan: Simulator<PengaturanConfig, PengaturanState> = {
  start(config) {
    const values = Object.fromEntries(rowsOf(config).map((row) => [row.id, startOf(row)]));
    return { path: [config.pages[0]?.id ?? ""], values, entry: "", again: false, done: [], notice: { key: "notice.start" } };
  },

  take(state, step, config) {
    if (!pengaturan.controls(state, config).includes(step)) return state;
    return reached(pressed(state, step, config), config);
  },

  tasks(state, config) {
    return config.goals.map(({ id, text }) => ({ id, done: state.done.includes(id), label: { key: "task.goal", values: { text } } }));
  },

  notice(state) {
    return state.notice;
  },

  hint(state, config): Hint {
    return hintOf(state, config);
  },

  controls(state, config) {
    if (state.asking !== undefined) return ["allow", "deny"];
    const steps = visibleRows(state, config).flatMap(stepsOf);
    return state.path.length > 1 ? [...steps, "back"] : steps;
  },

  keystroke(state, key, config) {
    if (pinRowOn(state, config) === undefined) return [];
    if (key === "Backspace") return ["key:del"];
    if (key === "Enter") return ["key:ok"];
    return /^\d$/.test(key) ? [`key:${key}`] : [];
  },

  twins: {},
};

/** The page on the screen. */
export function pageNow(state: PengaturanState, config: PengaturanConfig): SettingsPage {
  return config.pages.find(({ id }) => id === state.path.at(-1)) ?? { id: "", rows: [] };
}

/** The rows on the screen: all of its page but those that something has to come before. */
export function visibleRows(state: PengaturanState, config: PengaturanConfig): readonly SettingsRow[] {
  return pageNow(state, config).rows.filter(({ when }) => when === undefined || state.values[when] !== 0);
}

/** The row that the PIN pad on the screen belongs to. */
export function pinRowOn(state: PengaturanState, config: PengaturanConfig): PinRow | undefined {
  return visibleRows(state, config).find((row) => row.kind === "pin");
}

function stepsOf(row: SettingsRow): readonly string[] {
  switch (row.kind) {
    case "page": return [`open:${row.id}`];
    case "switch": return [`flip:${row.id}`];
    case "slider": return [`less:${row.id}`, `more:${row.id}`];
    case "choice": return row.options.map((_, index) => `pick:${row.id}:${index}`);
    case "pin": return pinKeys.map((key) => `key:${key}`);
    case "act": return [`act:${row.id}`];
    case "refuse": return [`no:${row.id}`];
    case "words": return [];
  }
}

function pressed(state: PengaturanState, step: string, config: PengaturanConfig): PengaturanState {
  const [what = "", id = "", number = ""] = step.split(":");
  if (what === "back") return { ...shown(state, state.path.slice(0, -1)), notice: { key: "notice.back" } };
  if (what === "allow") return { ...set(state, state.asking ?? "", 1), asking: undefined, notice: { key: "notice.allowed" } };
  if (what === "deny") return { ...state, asking: undefined, notice: { key: "notice.denied" } };
  if (what === "key") return typed(state, id, config);
  const row = visibleRows(state, config).find((any) => any.id === id);
  const value = state.values[id] ?? 0;
  switch (row?.kind) {
    case "page": return goOn(state, row, config, { key: "notice.page", values: { text: config.pages.find((page) => page.id === row.to)?.title ?? row.text } });
    case "switch":
      if (row.permission !== undefined && value === 0) return { ...state, asking: id, notice: { key: "notice.asked" } };
      return { ...set(state, id, 1 - value), notice: { key: value === 0 ? "notice.on" : "notice.off", values: { text: row.text } } };
    case "slider": return moved(state, row.id, row.text, row.levels, what === "more" ? value + 1 : value - 1);
    case "choice": return { ...set(state, id, Number(number)), notice: { key: "notice.level", values: { text: row.text, level: row.options[Number(number)] ?? "" } } };
    case "act": return goOn(set(state, id, 1), row, config, { key: "notice.says", values: { says: row.says } });
    case "refuse": return { ...state, notice: { key: "notice.refuse", values: { why: row.why } } };
    default: return state;
  }
}

function moved(state: PengaturanState, id: string, text: string, levels: readonly string[], to: number): PengaturanState {
  const level = levels[to];
  if (level !== undefined) return { ...set(state, id, to), notice: { key: "notice.level", values: { text, level } } };
  return { ...state, notice: { key: to < 0 ? "notice.least" : "notice.most", values: { text } } };
}

function typed(state: PengaturanState, key: string, config: PengaturanConfig): PengaturanState {
  const row = pinRowOn(state, config);
  if (row === undefined) return state;
  const digits = String(row.pin.length);
  if (key === "del") return { ...state, entry: state.entry.slice(0, -1), notice: { key: state.entry === "" ? "notice.pin-empty" : "notice.pin-erased" } };
  if (key !== "ok") {
    if (state.entry.length === row.pin.length) return { ...state, notice: { key: "notice.pin-full" } };
    return { ...state, entry: state.entry + key, notice: { key: "notice.pin-typed", values: { number: String(state.entry.length + 1), digits } } };
  }
  if (state.entry === "") return { ...state, notice: { key: "notice.pin-empty" } };
  if (state.entry !== row.pin) return { ...state, entry: "", notice: { key: "notice.pin-other" } };
  if (!state.again) return { ...state, entry: "", again: true, notice: { key: "notice.pin-again" } };
  return goOn({ ...set(state, row.id, 1), entry: "", again: false }, row, config, { key: "notice.pin-set" });
}

/** The state on the page that a row leads to, if it leads anywhere: one it came through already, or a new one. */
function goOn(state: PengaturanState, row: SettingsRow, config: PengaturanConfig, notice: Sentence): PengaturanState {
  const to = nextPage(row);
  if (to === undefined || !config.pages.some(({ id }) => id === to)) return { ...state, notice };
  const before = state.path.indexOf(to);
  return { ...shown(state, before < 0 ? [...state.path, to] : state.path.slice(0, before + 1)), notice };
}

function shown(state: PengaturanState, path: readonly string[]): PengaturanState {
  return { ...state, path, entry: "", again: false };
}

function set(state: PengaturanState, id: string, value: number): PengaturanState {
  return { ...state, values: { ...state.values, [id]: value } };
}

/** The state with the goals that it has reached. A goal waits for those before it on its row. */
function reached(state: PengaturanState, config: PengaturanConfig): PengaturanState {
  const done = config.goals.reduce<readonly string[]>((ids, goal, index) => {
    const row = rowsOf(config).find(({ id }) => id === goal.row);
    const isNext = config.goals.slice(0, index).every((earlier) => earlier.row !== goal.row || ids.includes(earlier.id));
    if (row === undefined || ids.includes(goal.id) || !isNext) return ids;
    return isMet(row, goal, valueBefore(config, goal), state.values[goal.row] ?? 0) ? [...ids, goal.id] : ids;
  }, state.done);
  return { ...state, done };
}
