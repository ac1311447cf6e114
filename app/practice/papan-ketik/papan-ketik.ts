import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { type KeyboardPage, canType, charOn, isOn, keyStep, keyboardPages, signNames } from "./keyboard.ts";

export interface PapanKetikConfig {
  /** The lines to type, one after another, to the letter. */
  readonly lines: readonly string[];
}

export interface PapanKetikState {
  /** How many lines are done; all of them when the exercise is finished. */
  readonly line: number;
  readonly text: string;
  /** Whether the next letter is a capital. The keyboard turns it on by itself at the start of a sentence. */
  readonly shift: boolean;
  readonly page: KeyboardPage;
  /** Whether the learner asked for bigger keys. */
  readonly big: boolean;
  readonly notice: Sentence;
}

const longestText = 80;

/** A phone keyboard on which lines are typed to the letter. Another letter than expected is typed as on a real phone, and erased again. */
export const papanKetik: Simulator<PapanKetikConfig, PapanKetikState> = {
  start() {
    return { line: 0, text: "", shift: true, page: "abc", big: false, notice: { key: "notice.start" } };
  },

  take(state, step, config) {
    if (state.line >= config.lines.length) return state;
    const char = charOn(state.page, step);
    if (char !== undefined) return type(state, state.shift ? char.toUpperCase() : char, config);
    if (step === "space") return { ...type(state, " ", config), page: "abc" };
    if (step === "back") return erase(state, config);
    if (step === "done") return submitLine(state, config);
    return changeKeys(state, step);
  },

  tasks(state, config) {
    return config.lines.map((line, index) => ({
      id: `line-${index + 1}`,
      done: index < state.line,
      label: { key: "task.line", values: { line } },
    }));
  },

  notice(state) {
    return state.notice;
  },

  hint(state, config): Hint {
    const line = config.lines[state.line];
    if (line === undefined) return { key: "hint.finished" };
    const next = nextStep(state, line);
    if (next.startsWith("key:")) return { ...named("hint.key", line.charAt(state.text.length)), next };
    return { key: next === "shift" ? `hint.shift-${state.shift ? "off" : "on"}` : `hint.${next.replace(":", "-")}`, next };
  },

  controls(state, config) {
    if (state.line >= config.lines.length) return [];
    const keys = [...keyboardPages[state.page].join(""), ",", "."].map(keyStep);
    const shift = state.page === "abc" ? ["shift", "page:num"] : ["page:abc"];
    return [...keys, ...shift, "space", "back", "done", state.big ? "keys:small" : "keys:big"];
  },

  keystroke(state, key) {
    if (key === "Backspace") return ["back"];
    if (key === "Enter") return ["done"];
    return canType(key) ? stepsTo(state, key) : [];
  },

  twins: { "page:num": "page:abc", "page:abc": "page:num", "keys:big": "keys:small", "keys:small": "keys:big" },
};

function type(state: PapanKetikState, char: string, config: PapanKetikConfig): PapanKetikState {
  if (state.text.length >= longestText) return { ...state, notice: { key: "notice.full" } };
  const text = state.text + char;
  const notice = isOnTheWay(text, state, config) ? named("notice.typed", char) : { key: "notice.other" };
  return { ...state, text, shift: startsSentence(text), notice };
}

function erase(state: PapanKetikState, config: PapanKetikConfig): PapanKetikState {
  if (state.text === "") return { ...state, notice: { key: "notice.empty" } };
  const text = state.text.slice(0, -1);
  const notice = { key: isOnTheWay(text, state, config) ? "notice.erased" : "notice.erase-more" };
  return { ...state, text, shift: startsSentence(text), notice };
}

function submitLine(state: PapanKetikState, config: PapanKetikConfig): PapanKetikState {
  if (state.text !== config.lines[state.line]) return { ...state, notice: { key: "notice.not-same" } };
  const line = state.line + 1;
  return { ...state, line, text: "", shift: true, page: "abc", notice: { key: line < config.lines.length ? "notice.line-done" : "notice.all-done" } };
}

function changeKeys(state: PapanKetikState, step: string): PapanKetikState {
  const { page, shift, big } = state;
  if (step === "shift" && page === "abc") return { ...state, shift: !shift, notice: { key: `notice.shift-${shift ? "off" : "on"}` } };
  if (step === "page:num" && page === "abc") return { ...state, page: "num", notice: { key: "notice.page-num" } };
  if (step === "page:abc" && page === "num") return { ...state, page: "abc", notice: { key: "notice.page-abc" } };
  if (step === "keys:big" && !big) return { ...state, big: true, notice: { key: "notice.keys-big" } };
  if (step === "keys:small" && big) return { ...state, big: false, notice: { key: "notice.keys-small" } };
  return state;
}

function nextStep(state: PapanKetikState, line: string): string {
  if (!line.startsWith(state.text)) return "back";
  return state.text === line ? "done" : (stepsTo(state, line.charAt(state.text.length))[0] ?? "done");
}

/** The steps from this state until `char` is typed: turn the page, switch to capitals or back, press the key. */
function stepsTo(state: PapanKetikState, char: string): string[] {
  if (char === " ") return ["space"];
  const small = char.toLowerCase();
  const page = isOn(state.page, small) ? [] : [state.page === "abc" ? "page:num" : "page:abc"];
  const shift = /[a-z]/i.test(char) && state.shift !== (char !== small) ? ["shift"] : [];
  return [...page, ...shift, keyStep(char)];
}

function isOnTheWay(text: string, state: PapanKetikState, config: PapanKetikConfig): boolean {
  return config.lines[state.line]?.startsWith(text) ?? false;
}

function startsSentence(text: string): boolean {
  return /(^|[.?!] )$/.test(text);
}

function named(key: string, char: string): Sentence {
  const sign = char === " " ? "space" : signNames[char];
  return sign === undefined ? { key, values: { key: char } } : { key, words: { key: `sign.${sign}` } };
}
