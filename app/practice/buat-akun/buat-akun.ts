import type { Sentence, Simulator } from "../simulator.ts";
import { readTyped } from "../typed.ts";
import { hintFor } from "./buat-akun-hint.ts";
import { faultOf, partNow, textOf, wordsChosen } from "./parts.ts";
import { type PasswordWord, strengthOf } from "./password.ts";

/** The screens of making an account, in their order; an exercise has some of them. */
export const accountParts = ["name", "address", "password", "again", "code", "note"] as const;
export type AccountPart = (typeof accountParts)[number];

export interface NotePlace {
  readonly text: string;
  readonly good?: boolean | undefined;
  readonly why: string;
}

export interface BuatAkunConfig {
  readonly parts: readonly AccountPart[];
  /** Whose account it is; an invented person. */
  readonly name: string;
  /** What stands behind the @. */
  readonly service: string;
  /** Names that somebody else has already, and one that is still free, for the hints. */
  readonly taken: readonly string[];
  readonly free: string;
  /** What the password can be put together from. Nothing is typed, so that nobody types a real password here. */
  readonly words: readonly PasswordWord[];
  /** How many words it should have. */
  readonly least: number;
  /** Digits of the code in the message. */
  readonly code: string;
  /** Who calls for the code and what they say. */
  readonly caller: { readonly who: string; readonly says: string };
  readonly places: readonly NotePlace[];
}

export interface BuatAkunState {
  /** How many parts are done. */
  readonly at: number;
  readonly texts: Readonly<Record<string, string>>;
  /** Indexes of the words of the password, and of those chosen once more. */
  readonly password: readonly number[];
  readonly again: readonly number[];
  /** Whether the password is shown once more. */
  readonly peek: boolean;
  /** The call that comes with the code: it rings, or it is over. */
  readonly call: "rings" | "told" | "over";
  readonly notice: Sentence;
}

/** Makes an account on an invented service, screen after screen, with nothing that could be a real secret. */
export const buatAkun: Simulator<BuatAkunConfig, BuatAkunState> = {
  start({ parts }) {
    return { at: 0, texts: {}, password: [], again: [], peek: false, call: "rings", notice: { key: `notice.start-${parts[0]}` } };
  },

  take(state, step, config) {
    const part = partNow(state, config);
    if (part === undefined) return state;
    if (part === "note") return chooseNote(state, step, config);
    if (part === "password" || part === "again") return chooseWords(state, part, step, config);
    if (part === "code" && state.call !== "over") return answerCall(state, step);
    const typed = readTyped(step);
    if (typed !== undefined) return typed.field === part && typed.text !== textOf(state, part) ? write(state, part, typed.text) : state;
    return step === "next" ? submit(state, part, config) : state;
  },

  tasks(state, { parts, name, least }) {
    return parts.map((part, index) => ({ id: part, done: index < state.at, label: { key: `task.${part}`, values: { name, number: String(least) } } }));
  },

  notice: (state) => state.notice,

  hint: (state, config) => hintFor(state, config),

  controls(state, config) {
    const part = partNow(state, config);
    if (part === undefined) return [];
    if (part === "note") return config.places.map((_, index) => `note:${index}`);
    if (part === "code" && state.call === "rings") return ["call:refuse", "call:tell"];
    if (part === "code" && state.call === "told") return ["call:over"];
    if (part !== "password" && part !== "again") return ["next"];
    const chosen = state[part];
    const words = config.words.map((_, index) => index).filter((index) => !chosen.includes(index)).map((index) => `word:${index}`);
    const peek = part === "again" ? [state.peek ? "peek:hide" : "peek:show"] : [];
    return [...words, ...(chosen.length > 0 ? ["erase"] : []), "next", ...peek];
  },

  // Real keys type into the fields by themselves.
  keystroke: () => [],

  twins: { "peek:show": "peek:hide", "peek:hide": "peek:show" },
};

function write(state: BuatAkunState, part: AccountPart, text: string): BuatAkunState {
  return { ...state, texts: { ...state.texts, [part]: text }, notice: { key: "notice.typed" } };
}

function submit(state: BuatAkunState, part: "name" | "address" | "code", config: BuatAkunConfig): BuatAkunState {
  const fault = faultOf(part, textOf(state, part), config);
  return fault === undefined ? onward(state, config) : { ...state, notice: { key: `notice.${fault}`, values: { name: config.name } } };
}

function chooseWords(state: BuatAkunState, part: "password" | "again", step: string, config: BuatAkunConfig): BuatAkunState {
  const chosen = state[part];
  const index = config.words.findIndex((_, any) => step === `word:${any}` && !chosen.includes(any));
  const word = config.words[index];
  if (word !== undefined) return { ...state, [part]: [...chosen, index], notice: { key: "notice.word", values: { word: word.text } } };
  if (step === "erase" && chosen.length > 0) return { ...state, [part]: chosen.slice(0, -1), notice: { key: "notice.erased" } };
  if (part === "again" && step === (state.peek ? "peek:hide" : "peek:show")) return { ...state, peek: !state.peek, notice: { key: state.peek ? "notice.hidden" : "notice.peek" } };
  if (step !== "next") return state;
  return part === "again" ? confirm(state, config) : submitPassword(state, config);
}

function submitPassword(state: BuatAkunState, config: BuatAkunConfig): BuatAkunState {
  const { key, why } = strengthOf(wordsChosen(state.password, config), config.least);
  return key === "strong" ? onward({ ...state, again: [] }, config) : { ...state, notice: { key: `notice.password-${key}`, values: { why: why ?? "", number: String(config.least) } } };
}

function confirm(state: BuatAkunState, config: BuatAkunConfig): BuatAkunState {
  return state.again.join() === state.password.join() ? onward(state, config) : { ...state, notice: { key: "notice.again-other" } };
}

function answerCall(state: BuatAkunState, step: string): BuatAkunState {
  if (state.call === "told") return step === "call:over" ? { ...state, call: "over", notice: { key: "notice.hung-up" } } : state;
  if (step === "call:tell") return { ...state, call: "told", notice: { key: "notice.told" } };
  return step === "call:refuse" ? { ...state, call: "over", notice: { key: "notice.refused" } } : state;
}

function chooseNote(state: BuatAkunState, step: string, config: BuatAkunConfig): BuatAkunState {
  const place = config.places.find((_, index) => step === `note:${index}`);
  if (place === undefined) return state;
  return place.good ? { ...onward(state, config), notice: { key: "notice.kept", values: { why: place.why } } } : { ...state, notice: { key: "notice.unsafe", values: { why: place.why } } };
}

function onward(state: BuatAkunState, { parts }: BuatAkunConfig): BuatAkunState {
  const part = parts[state.at + 1];
  return { ...state, at: state.at + 1, peek: false, notice: { key: part === undefined ? "notice.made" : `notice.start-${part}` } };
}
