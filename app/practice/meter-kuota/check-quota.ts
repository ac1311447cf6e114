import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { gigabytes, rupiah } from "./amounts.ts";

export interface Quota {
  readonly name: string;
  /** Gigabytes left. */
  readonly left: number;
  /** The last day, as the app writes it. */
  readonly until: string;
  /** What an extra quota is only good for; told when it is opened. */
  readonly only?: string | undefined;
}

export interface DataPackage {
  readonly name: string;
  readonly gigabytes: number;
  readonly days: number;
  /** Rupiah. */
  readonly price: number;
}

export interface CheckConfig {
  readonly do: "cek";
  /** Rupiah of credit. */
  readonly credit: number;
  /** The first is the main one. */
  readonly quotas: readonly Quota[];
  readonly packages?: readonly DataPackage[] | undefined;
  /** What the app wants to sell as soon as it opens. */
  readonly offer?: { readonly name: string; readonly price: number } | undefined;
}

export type CheckTask = "refuse" | "left" | "until" | "cheapest";

export interface CheckState {
  readonly do: "cek";
  readonly page: "home" | "app" | "quota" | "packages";
  /** Which quota is open. */
  readonly quota: number;
  readonly done: readonly CheckTask[];
  readonly notice: Sentence;
}

/** A provider's app: what is left of the quota and until when, what a package costs for each gigabyte, and an offer to refuse. */
export const checkQuota: Simulator<CheckConfig, CheckState> = {
  start() {
    return { do: "cek", page: "home", quota: 0, done: [], notice: { key: "notice.start" } };
  },

  take(state, step, config) {
    return checkQuota.controls(state, config).includes(step) ? pressed(state, step, config) : state;
  },

  tasks(state, config) {
    const values = { name: config.quotas[0]?.name ?? "" };
    return tasksOf(config).map((id) => ({ id, done: state.done.includes(id), label: { key: `task.${id}`, values } }));
  },

  notice(state) {
    return state.notice;
  },

  hint(state, config): Hint {
    const goal = tasksOf(config).find((task) => !state.done.includes(task));
    if (goal === undefined) return { key: "hint.finished" };
    if (state.page === "home") return { key: "hint.app", next: "app" };
    if (isOffered(state, config)) return { key: "hint.cancel", next: "cancel" };
    return goal === "cheapest" ? towardsCheapest(state, config) : towardsMain(state, config, goal);
  },

  controls(state, config) {
    if (state.page === "home") return ["app"];
    if (isOffered(state, config)) return ["cancel", "buy"];
    if (state.page === "app") return [...config.quotas.map((_, index) => `quota:${index}`), ...(config.packages === undefined ? [] : ["packages"]), "back"];
    if (state.page === "packages") return [...(config.packages ?? []).map((_, index) => `package:${index}`), "back"];
    const asked = questionOf(state);
    return [...(asked === undefined ? [] : optionsOf(config, asked).map((_, index) => `${asked}:${index}`)), "back"];
  },

  keystroke: () => [],

  twins: {},
};

/** Whether the app's offer lies over it. */
export function isOffered(state: CheckState, config: CheckConfig): boolean {
  return state.page !== "home" && config.offer !== undefined && !state.done.includes("refuse");
}

/** What is asked about the open quota: first how much is left of the main one, then until when. */
export function questionOf(state: CheckState): "left" | "until" | undefined {
  if (state.page !== "quota" || state.quota !== 0) return undefined;
  return (["left", "until"] as const).find((task) => !state.done.includes(task));
}

/** The answers to choose from: what any quota would be the answer for, the small amounts and the later quotas first. */
export function optionsOf(config: CheckConfig, question: "left" | "until"): readonly string[] {
  if (question === "until") return [...config.quotas].reverse().map(({ until }) => until);
  return config.quotas.map(({ left }) => left).sort((one, other) => one - other).map(gigabytes);
}

/** The package with the lowest price for each gigabyte. */
export function cheapestOf(packages: readonly DataPackage[]): DataPackage | undefined {
  return [...packages].sort((one, other) => priceEach(one) - priceEach(other))[0];
}

/** Rupiah for each gigabyte. */
export function priceEach(one: DataPackage): number {
  return one.price / one.gigabytes;
}

function tasksOf(config: CheckConfig): readonly CheckTask[] {
  return [...(config.offer === undefined ? [] : ["refuse" as const]), "left", "until", ...(config.packages === undefined ? [] : ["cheapest" as const])];
}

function rightAnswer(config: CheckConfig, question: "left" | "until"): string {
  const main = config.quotas[0];
  return question === "until" ? main?.until ?? "" : gigabytes(main?.left ?? 0);
}

function pressed(state: CheckState, step: string, config: CheckConfig): CheckState {
  const [what = "", number = "0"] = step.split(":");
  const index = Number(number);
  switch (what) {
    case "app": return { ...state, page: "app", notice: { key: config.offer !== undefined && !state.done.includes("refuse") ? "notice.offered" : "notice.app" } };
    case "cancel": return { ...did(state, "refuse"), notice: { key: "notice.refused" } };
    case "buy": return { ...state, notice: { key: "notice.buy", values: { price: rupiah(config.offer?.price ?? 0) } } };
    case "packages": return { ...state, page: "packages", notice: { key: "notice.packages" } };
    case "back": return { ...state, page: state.page === "app" ? "home" : "app", notice: { key: "notice.back" } };
    case "quota": return { ...state, page: "quota", quota: index, notice: openedQuota(config.quotas[index], index) };
    case "package": return choosePackage(state, config, index);
    default: return answer(state, config, what === "until" ? "until" : "left", index);
  }
}

function openedQuota(quota: Quota | undefined, index: number): Sentence {
  if (index === 0) return { key: "notice.main" };
  return { key: "notice.extra", values: { only: quota?.only ?? "" } };
}

function answer(state: CheckState, config: CheckConfig, question: "left" | "until", index: number): CheckState {
  const right = rightAnswer(config, question);
  if (optionsOf(config, question)[index] !== right) return { ...state, notice: { key: `notice.${question}-other` } };
  return { ...did(state, question), notice: { key: `notice.${question}-right`, values: { answer: right } } };
}

function choosePackage(state: CheckState, config: CheckConfig, index: number): CheckState {
  const chosen = config.packages?.[index];
  if (chosen === undefined) return state;
  const values = { name: chosen.name, each: rupiah(priceEach(chosen)) };
  if (chosen !== cheapestOf(config.packages ?? [])) return { ...state, notice: { key: "notice.dearer", values } };
  return { ...did(state, "cheapest"), notice: { key: "notice.cheapest", values } };
}

function did(state: CheckState, task: CheckTask): CheckState {
  return state.done.includes(task) ? state : { ...state, done: [...state.done, task] };
}

function towardsMain(state: CheckState, config: CheckConfig, goal: CheckTask): Hint {
  if (state.page === "app") return { key: "hint.main", values: { name: config.quotas[0]?.name ?? "" }, next: "quota:0" };
  const question = questionOf(state);
  if (question === undefined || question !== goal) return { key: "hint.back", next: "back" };
  const right = rightAnswer(config, question);
  return { key: `hint.${question}`, values: { answer: right }, next: `${question}:${optionsOf(config, question).indexOf(right)}` };
}

function towardsCheapest(state: CheckState, config: CheckConfig): Hint {
  const packages = config.packages ?? [];
  const cheapest = cheapestOf(packages);
  if (state.page === "app") return { key: "hint.packages", next: "packages" };
  if (state.page !== "packages" || cheapest === undefined) return { key: "hint.back", next: "back" };
  return { key: "hint.cheapest", values: { name: cheapest.name }, next: `package:${packages.indexOf(cheapest)}` };
}
