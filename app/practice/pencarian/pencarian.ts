import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { readTyped } from "../typed.ts";
import { hintFor } from "./pencarian-hint.ts";
import { type Answer, type Result, answerTo, resultKinds, wordsOf } from "./results.ts";
import { mayLabel, searchField, shownResults, sourceOf } from "./shown-results.ts";

/**
 * `short`: search with 2 to 4 words. `improve`: search again so that it fits. `voice` and `picture`: search without typing.
 * `compare`: open two results of the picture. `sort`: name the kind of each result. `source`: open the source of the
 * AI answer. `open`: open a result that fits.
 */
export const pencarianTasks = ["short", "improve", "voice", "picture", "compare", "sort", "source", "open"] as const;
export type PencarianTask = (typeof pencarianTasks)[number];

export interface Subject {
  readonly text: string;
  readonly good?: boolean | undefined;
  /** Why it may or may not be photographed. */
  readonly why: string;
}

export interface PencarianConfig {
  readonly ask: string;
  readonly tasks: readonly PencarianTask[];
  readonly answers: readonly Answer[];
  /** What was searched for when the exercise starts; then its results are shown. */
  readonly start?: string | undefined;
  /** What is to be said, and what the phone hears the first time. */
  readonly voice?: { readonly say: string; readonly heard: string } | undefined;
  /** What the camera can be pointed at, and the search that a good picture stands for. */
  readonly picture?: { readonly subjects: readonly Subject[]; readonly query: string } | undefined;
}

export interface PencarianState {
  readonly screen: "search" | "voice" | "camera" | "page";
  readonly text: string;
  /** The last search; nothing before the first. */
  readonly query?: string;
  readonly byPicture: boolean;
  readonly searches: number;
  /** How often something was said to the phone. */
  readonly said: number;
  /** The result that is open, by its index. */
  readonly open?: number;
  /** The results of the picture that were opened, by their index. */
  readonly compared: readonly number[];
  /** The results whose kind was named, by their index. */
  readonly sorted: readonly number[];
  readonly done: readonly PencarianTask[];
  readonly notice: Sentence;
}

/** A search with invented results: typed, said or photographed. A task stays done once done. */
export const pencarian: Simulator<PencarianConfig, PencarianState> = {
  start({ start, tasks }) {
    const empty = { screen: "search", text: start ?? "", byPicture: false, searches: 0, said: 0, compared: [], sorted: [], done: [] } as const;
    return { ...empty, ...(start !== undefined && { query: start }), notice: { key: startNotice(start, tasks) } };
  },

  take(state, step, config) {
    if (state.screen === "page") return onPage(state, step, config);
    if (step === "back" && state.screen !== "search") return { ...state, screen: "search", notice: { key: "notice.back" } };
    if (state.screen === "voice") return step === "say" && config.voice !== undefined ? hear(state, config.voice) : state;
    if (state.screen === "camera") return takePicture(state, step, config);
    return onSearch(state, step, config);
  },

  tasks(state, config) {
    return config.tasks.map((id) => ({ id, done: state.done.includes(id), label: { key: `task.${id}`, values: { say: config.voice?.say ?? "" } } }));
  },

  notice: (state) => state.notice,

  hint(state, config): Hint {
    const task = config.tasks.find((any) => !state.done.includes(any));
    if (task === undefined) return { key: "hint.finished" };
    return hintFor(task, state, config);
  },

  controls(state, config) {
    if (state.screen === "page") return [...(sourceOf(state, config) === undefined ? [] : ["source"]), "back"];
    if (state.screen === "voice") return ["say", "back"];
    if (state.screen === "camera") return [...(config.picture?.subjects.map((_, index) => `shoot:${index}`) ?? []), "back"];
    const results = shownResults(state, config).flatMap((_, index) => [...(mayLabel(state, index, config) ? resultKinds.map((kind) => `label:${index}:${kind}`) : []), `open:${index}`]);
    return ["search", ...(state.text === "" ? [] : ["clear"]), ...(config.voice ? ["mic"] : []), ...(config.picture ? ["camera"] : []), ...results];
  },

  // Real keys type into the field by themselves.
  keystroke: () => [],

  twins: {},
};

function startNotice(start: string | undefined, tasks: readonly PencarianTask[]): string {
  if (start !== undefined) return "notice.start-results";
  return tasks[0] === "voice" ? "notice.start-voice" : "notice.start";
}

function onSearch(state: PencarianState, step: string, config: PencarianConfig): PencarianState {
  const typed = readTyped(step);
  if (typed !== undefined) return typed.field === searchField && typed.text !== state.text ? { ...state, text: typed.text, notice: { key: "notice.typed" } } : state;
  if (step === "clear" && state.text !== "") return { ...state, text: "", notice: { key: "notice.cleared" } };
  if (step === "search") return search(state, config);
  if (step === "mic" && config.voice !== undefined) return { ...state, screen: "voice", notice: { key: "notice.mic", values: { say: config.voice.say } } };
  if (step === "camera" && config.picture !== undefined) return { ...state, screen: "camera", notice: { key: "notice.camera" } };
  const [, act, at, kind] = /^(open|label):(\d):?(\w*)$/.exec(step) ?? [];
  const index = Number(at);
  const result = act === undefined ? undefined : shownResults(state, config)[index];
  if (result === undefined) return state;
  if (act === "open") return kind === "" ? openResult(state, index, result, config) : state;
  const named = resultKinds.find((any) => any === kind);
  return named === undefined || !mayLabel(state, index, config) ? state : label(state, index, result, named, config);
}

function search(state: PencarianState, config: PencarianConfig): PencarianState {
  const count = wordsOf(state.text).length;
  if (count === 0) return { ...state, notice: { key: "notice.empty" } };
  const answer = config.answers[answerTo(state.text, config.answers)];
  const isShort = count >= 2 && count <= 4;
  const done: PencarianTask[] = [
    ...(isShort && answer !== undefined ? ["short" as const] : []),
    ...(isShort && answer?.good && state.searches > 0 ? ["improve" as const] : []),
    ...(state.said > 0 && config.voice?.say === state.text ? ["voice" as const] : []),
  ];
  const key = count > 4 ? "long" : answer === undefined ? "nothing" : answer.good ? "fits" : config.tasks.includes("improve") ? "not-quite" : "results";
  const after = { ...state, query: state.text, byPicture: false, searches: state.searches + 1, sorted: [], notice: { key: `notice.${key}` } };
  return did(after, done);
}

function hear(state: PencarianState, voice: NonNullable<PencarianConfig["voice"]>): PencarianState {
  const text = state.said === 0 ? voice.heard : voice.say;
  return { ...state, screen: "search", text, said: state.said + 1, notice: { key: text === voice.say ? "notice.heard" : "notice.misheard", values: { text } } };
}

function takePicture(state: PencarianState, step: string, { picture }: PencarianConfig): PencarianState {
  const subject = picture?.subjects.find((_, index) => step === `shoot:${index}`);
  if (subject === undefined || picture === undefined) return state;
  if (!subject.good) return { ...state, notice: { key: "notice.no-picture", values: { why: subject.why } } };
  const after = { ...state, screen: "search", query: picture.query, byPicture: true, sorted: [], notice: { key: "notice.picture" } } as const;
  return did(after, ["picture"]);
}

function onPage(state: PencarianState, step: string, config: PencarianConfig): PencarianState {
  if (step === "back") {
    const { open: _, ...rest } = state;
    return { ...rest, screen: "search", notice: { key: "notice.back" } };
  }
  const source = step === "source" ? sourceOf(state, config) : undefined;
  const result = source === undefined ? undefined : shownResults(state, config)[source];
  return result === undefined || source === undefined ? state : did(openResult(state, source, result, config), ["source"]);
}

function openResult(state: PencarianState, index: number, result: Result, config: PencarianConfig): PencarianState {
  const compared = state.byPicture && !state.compared.includes(index) ? [...state.compared, index] : state.compared;
  const leadsOn = result.source !== undefined && config.tasks.includes("source");
  const key = leadsOn ? "leads-on" : !config.tasks.includes("open") ? "opened" : result.good ? "good" : "not-good";
  const after = { ...state, screen: "page", open: index, compared, notice: { key: `notice.${key}`, values: { why: result.why } } } as const;
  return did(after, [...(result.good ? ["open" as const] : []), ...(compared.length > 1 ? ["compare" as const] : [])]);
}

function label(state: PencarianState, index: number, result: Result, kind: Result["kind"], config: PencarianConfig): PencarianState {
  if (kind !== result.kind) return { ...state, notice: { key: "notice.other-kind", values: { why: result.why } } };
  const sorted = [...state.sorted, index];
  const after = { ...state, sorted, notice: { key: "notice.right-kind", values: { why: result.why } } };
  const needed = config.answers.reduce((most, { results }) => Math.max(most, new Set(results.map((any) => any.kind)).size), 0);
  const all = shownResults(state, config);
  const isWhole = sorted.length === all.length && new Set(all.map((any) => any.kind)).size === needed;
  return isWhole ? did(after, ["sort"]) : after;
}

function did(state: PencarianState, tasks: readonly PencarianTask[]): PencarianState {
  const fresh = tasks.filter((task) => !state.done.includes(task));
  return fresh.length === 0 ? state : { ...state, done: [...state.done, ...fresh] };
}
