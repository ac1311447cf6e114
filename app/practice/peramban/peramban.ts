import type { Sentence, Simulator } from "../simulator.ts";
import { readTyped } from "../typed.ts";
import { type Page, pageAt, plainAddress, slipIn } from "./pages.ts";
import { hintFor } from "./peramban-hint.ts";
import { addressField, linksShown, shownEntry } from "./shown-page.ts";

/** How a page is to be reached or left: by typing its address, by a link, by going back to it, or by closing its tab. */
export const perambanWays = ["type", "link", "back", "close"] as const;
export type PerambanWay = (typeof perambanWays)[number];

export interface PerambanTask {
  readonly do: PerambanWay;
  /** The address of the page. */
  readonly page: string;
}

export interface PerambanConfig {
  readonly tasks: readonly PerambanTask[];
  readonly pages: readonly Page[];
  /** Addresses of the tabs that are open at the start, the first in front. Without them the browser is still closed. */
  readonly tabs?: readonly string[] | undefined;
}

/** The pages of a tab, the last one shown: an address, `?` and the words of a search, or nothing for an empty tab. */
export type Tab = readonly string[];

export interface PerambanState {
  /** The phone's home screen, a page, or the list of tabs. */
  readonly screen: "home" | "page" | "tabs";
  readonly tabs: readonly Tab[];
  readonly front: number;
  /** What stands in the address bar. */
  readonly bar: string;
  /** Indexes of the tasks that are done. */
  readonly done: readonly number[];
  readonly notice: Sentence;
}

export const homeApps = ["browser", "messages", "camera", "phone"] as const;
const mostTabs = 6;

/** A browser with tabs and invented sites. A task stays done once done, and a wrong page is left by going back. */
export const peramban: Simulator<PerambanConfig, PerambanState> = {
  start({ tabs }) {
    if (tabs === undefined) return { screen: "home", tabs: [[""]], front: 0, bar: "", done: [], notice: { key: "notice.start-home" } };
    return { screen: "page", tabs: tabs.map((address) => [address]), front: 0, bar: tabs[0] ?? "", done: [], notice: { key: "notice.start-page" } };
  },

  take(state, step, config) {
    if (state.screen === "home") return openApp(state, step);
    return state.screen === "tabs" ? pressTabs(state, step, config) : pressPage(state, step, config);
  },

  tasks(state, config) {
    return config.tasks.map((task, index) => ({
      id: `task-${index + 1}`,
      done: state.done.includes(index),
      label: { key: `task.${task.do}`, values: { address: task.page, title: titleOf(task.page, config) } },
    }));
  },

  notice: (state) => state.notice,

  hint: (state, config) => hintFor(state, config),

  controls(state, config) {
    if (state.screen === "home") return homeApps.map((app) => `app:${app}`);
    if (state.screen === "tabs") {
      const tabs = state.tabs.flatMap((_, index) => [`tab:${index}`, `close:${index}`]);
      return [...tabs, ...(state.tabs.length < mostTabs ? ["tab:new"] : [])];
    }
    const links = linksShown(state, config).map((_, index) => `link:${index}`);
    return ["go", ...(state.bar === "" ? [] : ["clear"]), "tabs", ...links, "back"];
  },

  // The address bar is a field, and Tab and Enter do the rest.
  keystroke: () => [],

  twins: {},
};

function openApp(state: PerambanState, step: string): PerambanState {
  const app = homeApps.find((name) => step === `app:${name}`);
  if (app === undefined) return state;
  return app === "browser" ? { ...state, screen: "page", notice: { key: "notice.browser" } } : { ...state, notice: { key: "notice.other-app" } };
}

function pressPage(state: PerambanState, step: string, config: PerambanConfig): PerambanState {
  const typed = readTyped(step);
  if (typed !== undefined) return typed.field === addressField && typed.text !== state.bar ? { ...state, bar: typed.text, notice: { key: "notice.typed" } } : state;
  if (step === "clear" && state.bar !== "") return { ...state, bar: "", notice: { key: "notice.cleared" } };
  if (step === "tabs") return { ...state, screen: "tabs", notice: { key: "notice.tabs" } };
  if (step === "go") return goTo(state, config);
  if (step === "back") return goBack(state, config);
  const link = linksShown(state, config).find((_, index) => step === `link:${index}`);
  return link === undefined ? state : show(state, link.to, "link", config);
}

function goTo(state: PerambanState, config: PerambanConfig): PerambanState {
  const address = plainAddress(state.bar);
  if (address === "") return { ...state, notice: { key: "notice.empty" } };
  if (pageAt(address, config.pages) !== undefined) return show(state, address, "type", config);
  const found = push(state, `?${state.bar.trim()}`);
  return { ...found, notice: { key: `notice.found-${slipIn(state.bar, config.pages)}` } };
}

function goBack(state: PerambanState, config: PerambanConfig): PerambanState {
  const history = state.tabs[state.front] ?? [];
  if (history.length < 2) return { ...state, notice: { key: "notice.no-back" } };
  const back = withTab(state, history.slice(0, -1));
  const entry = shownEntry(back);
  return did({ ...back, bar: barOf(entry), notice: { key: "notice.back" } }, "back", entry, config);
}

function show(state: PerambanState, address: string, way: PerambanWay, config: PerambanConfig): PerambanState {
  const page = pageAt(address, config.pages);
  const shown = did(push(state, address), way, address, config);
  const isAskedToType = way === "link" && config.tasks.some((task, index) => task.do === "type" && task.page === address && !shown.done.includes(index));
  const isWanted = config.tasks.some((task) => task.page === address);
  const key = page?.fake !== undefined ? "notice.fake" : isAskedToType ? "notice.by-link" : isWanted ? "notice.opened" : "notice.other";
  return { ...shown, notice: { key, values: { title: page?.title ?? "", address, why: page?.fake ?? "" } } };
}

function pressTabs(state: PerambanState, step: string, config: PerambanConfig): PerambanState {
  if (step === "tab:new" && state.tabs.length < mostTabs) {
    return { ...state, screen: "page", tabs: [...state.tabs, [""]], front: state.tabs.length, bar: "", notice: { key: "notice.new-tab" } };
  }
  const at = state.tabs.findIndex((_, index) => step === `tab:${index}` || step === `close:${index}`);
  if (at < 0) return state;
  return step.startsWith("close") ? closeTab(state, at, config) : { ...state, screen: "page", front: at, bar: barOf(state.tabs[at]?.at(-1) ?? ""), notice: { key: "notice.tab" } };
}

function closeTab(state: PerambanState, at: number, config: PerambanConfig): PerambanState {
  const closed = state.tabs[at]?.at(-1) ?? "";
  const left = state.tabs.filter((_, index) => index !== at);
  const front = Math.max(0, state.front >= at ? state.front - 1 : state.front);
  const isWanted = config.tasks.some((task) => task.do === "close" && task.page === closed);
  return did({ ...state, tabs: left.length === 0 ? [[""]] : left, front, notice: { key: isWanted ? "notice.closed" : "notice.closed-other" } }, "close", closed, config);
}

function did(state: PerambanState, way: PerambanWay, page: string, { tasks }: PerambanConfig): PerambanState {
  const now = tasks.findIndex((task, index) => task.do === way && task.page === page && !state.done.includes(index));
  return now < 0 ? state : { ...state, done: [...state.done, now] };
}

function push(state: PerambanState, entry: string): PerambanState {
  const history = (state.tabs[state.front] ?? []).filter((before) => before !== "");
  return { ...withTab(state, history.at(-1) === entry ? history : [...history, entry]), bar: barOf(entry) };
}

function withTab(state: PerambanState, tab: Tab): PerambanState {
  return { ...state, tabs: state.tabs.map((before, index) => (index === state.front ? tab : before)) };
}

function barOf(entry: string): string {
  return entry.replace(/^\?/, "");
}

function titleOf(address: string, { pages }: PerambanConfig): string {
  return pageAt(address, pages)?.title ?? address;
}
