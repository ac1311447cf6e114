import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { readTyped, typedStep } from "../typed.ts";

export interface StoreApp {
  readonly name: string;
  readonly maker: string;
  /** Stars from 1 to 5. */
  readonly rating: number;
  readonly permissions: readonly string[];
}

export interface FakeApp extends StoreApp {
  /** Whether it stands above all others, as an ad. */
  readonly ad?: boolean | undefined;
  /** Why not to install it. */
  readonly why: string;
}

export interface TokoAplikasiConfig {
  /** The app to install; its name and maker stand on a paper. */
  readonly app: StoreApp;
  readonly fakes: readonly FakeApp[];
  /** What to type into the store's search box. */
  readonly search: string;
  /** An app on the phone that waits for its update. */
  readonly update?: string | undefined;
  /** A message with a file to refuse. */
  readonly file?: { readonly from: string; readonly says: string; readonly name: string; readonly why: string } | undefined;
}

export type StoreTask = "search" | "look" | "install" | "update" | "file";

export interface TokoAplikasiState {
  readonly page: "home" | "store" | "results" | "app" | "mine" | "message" | "file";
  /** Which of `listOf` is open. */
  readonly open: number;
  /** What stands in the search box. */
  readonly text: string;
  /** Whether the permissions of the open app are shown. */
  readonly looking: boolean;
  readonly done: readonly StoreTask[];
  readonly notice: Sentence;
}

export const searchField = "cari";

/** A store of apps: search, look at maker, stars and permissions, install, update, and refuse a file from a message. */
export const tokoAplikasi: Simulator<TokoAplikasiConfig, TokoAplikasiState> = {
  start() {
    return { page: "home", open: 0, text: "", looking: false, done: [], notice: { key: "notice.start" } };
  },

  take(state, step, config) {
    const typed = readTyped(step);
    if (typed !== undefined) return typeInto(state, typed.field, typed.text);
    return tokoAplikasi.controls(state, config).includes(step) ? pressed(state, step, config) : state;
  },

  tasks(state, config) {
    const values = { name: config.app.name, update: config.update ?? "" };
    return tasksOf(config).map((id) => ({ id, done: state.done.includes(id), label: { key: `task.${id}`, values } }));
  },

  notice(state) {
    return state.notice;
  },

  hint(state, config): Hint {
    const goal = tasksOf(config).find((task) => !state.done.includes(task));
    if (goal === undefined) return { key: "hint.finished" };
    if (goal === "file") return towardsFile(state);
    if (goal === "update") return towardsUpdate(state, config);
    return towardsApp(state, config, goal);
  },

  controls(state, config) {
    switch (state.page) {
      case "home": return config.file === undefined ? ["store"] : ["store", "message"];
      case "store": return ["search", ...(config.update === undefined ? [] : ["mine"]), "back"];
      case "results": return [...listOf(config).map((_, index) => `app:${index}`), "back"];
      case "app": return [...(state.looking ? [] : ["look"]), ...(isInstalled(state, config) ? [] : ["install"]), "back"];
      case "mine": return state.done.includes("update") ? ["back"] : ["update", "back"];
      case "message": return state.done.includes("file") ? ["back"] : ["open", "delete", "back"];
      case "file": return ["cancel", "run"];
    }
  },

  // The search has a field of its own.
  keystroke: () => [],

  twins: {},
};

/** What a search finds: ads first, then the app, then what only looks like it. */
export function listOf({ app, fakes }: TokoAplikasiConfig): readonly (StoreApp & { readonly ad?: boolean | undefined; readonly why?: string | undefined })[] {
  return [...fakes.filter(({ ad }) => ad), app, ...fakes.filter(({ ad }) => !ad)];
}

/** Whether the open app is on the phone. */
export function isInstalled(state: TokoAplikasiState, config: TokoAplikasiConfig): boolean {
  return state.done.includes("install") && listOf(config)[state.open] === config.app;
}

function tasksOf(config: TokoAplikasiConfig): readonly StoreTask[] {
  const more = [...(config.update === undefined ? [] : ["update" as const]), ...(config.file === undefined ? [] : ["file" as const])];
  return ["search", "look", "install", ...more];
}

function typeInto(state: TokoAplikasiState, field: string, text: string): TokoAplikasiState {
  if (state.page !== "store" || field !== searchField || text === state.text) return state;
  return { ...state, text, notice: { key: "notice.typed" } };
}

function pressed(state: TokoAplikasiState, step: string, config: TokoAplikasiConfig): TokoAplikasiState {
  switch (step) {
    case "store": case "mine": case "message": return { ...state, page: step, notice: { key: `notice.${step}` } };
    case "back": return { ...state, page: pageBefore(state), looking: false, notice: { key: "notice.back" } };
    case "search": return search(state, config);
    case "look": return look(state, config);
    case "install": return install(state, config);
    case "update": return { ...did(state, "update"), notice: { key: "notice.updated", values: { update: config.update ?? "" } } };
    case "open": return { ...state, page: "file", notice: { key: "notice.file" } };
    case "delete": return { ...did(state, "file"), notice: { key: "notice.deleted" } };
    case "cancel": return { ...state, page: "message", notice: { key: "notice.cancelled" } };
    case "run": return { ...state, notice: { key: "notice.run", values: { why: config.file?.why ?? "" } } };
    default: return { ...state, page: "app", open: Number(step.slice(4)), looking: false, notice: { key: "notice.app" } };
  }
}

function pageBefore({ page }: TokoAplikasiState): TokoAplikasiState["page"] {
  if (page === "app") return "results";
  return page === "results" || page === "mine" ? "store" : "home";
}

function search(state: TokoAplikasiState, config: TokoAplikasiConfig): TokoAplikasiState {
  const text = state.text.trim().toLowerCase();
  if (text === "") return { ...state, notice: { key: "notice.empty" } };
  const finds = text.includes(config.search.toLowerCase()) || (text.length > 2 && config.app.name.toLowerCase().includes(text));
  if (!finds) return { ...state, notice: { key: "notice.nothing", values: { search: config.search } } };
  return { ...did(state, "search"), page: "results", notice: { key: "notice.results" } };
}

function look(state: TokoAplikasiState, config: TokoAplikasiConfig): TokoAplikasiState {
  const app = listOf(config)[state.open];
  const looking = { ...state, looking: true };
  if (app?.why !== undefined) return { ...looking, notice: { key: "notice.doubt", values: { why: app.why } } };
  return { ...did(looking, "look"), notice: { key: "notice.fits" } };
}

function install(state: TokoAplikasiState, config: TokoAplikasiConfig): TokoAplikasiState {
  const app = listOf(config)[state.open];
  if (app?.why !== undefined) return { ...state, notice: { key: "notice.fake", values: { why: app.why } } };
  if (!state.done.includes("look")) return { ...state, notice: { key: "notice.look-first" } };
  return { ...did(state, "install"), notice: { key: "notice.installed" } };
}

function did(state: TokoAplikasiState, task: StoreTask): TokoAplikasiState {
  return state.done.includes(task) ? state : { ...state, done: [...state.done, task] };
}

/** Back to the home screen from wherever the store or the message is not. */
function outOf(state: TokoAplikasiState): Hint {
  return state.page === "file" ? { key: "hint.cancel", next: "cancel" } : { key: "hint.back", next: "back" };
}

function towardsFile(state: TokoAplikasiState): Hint {
  if (state.page === "home") return { key: "hint.message", next: "message" };
  return state.page === "message" ? { key: "hint.delete", next: "delete" } : outOf(state);
}

function towardsUpdate(state: TokoAplikasiState, config: TokoAplikasiConfig): Hint {
  if (state.page === "home") return { key: "hint.store", next: "store" };
  if (state.page === "store") return { key: "hint.mine", next: "mine" };
  return state.page === "mine" ? { key: "hint.update", values: { update: config.update ?? "" }, next: "update" } : outOf(state);
}

function towardsApp(state: TokoAplikasiState, config: TokoAplikasiConfig, goal: StoreTask): Hint {
  const at = listOf(config).indexOf(config.app);
  if (state.page === "home") return { key: "hint.store", next: "store" };
  if (state.page === "store") {
    if (state.text === config.search) return { key: "hint.search", next: "search" };
    return { key: "hint.type", values: { search: config.search }, next: typedStep(searchField, config.search) };
  }
  if (state.page === "results") return { key: "hint.app", values: { name: config.app.name }, next: `app:${at}` };
  if (state.page === "app" && state.open === at && !(goal === "look" && state.looking)) return { key: `hint.${goal}`, next: goal };
  return outOf(state);
}
