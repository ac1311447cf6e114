import type { Hint } from "../simulator.ts";
import { typedStep } from "../typed.ts";
import type { PencarianConfig, PencarianState, PencarianTask } from "./pencarian.ts";
import { type Answer, type Result, answerTo } from "./results.ts";
import { searchField, shownResults, sourceOf } from "./shown-results.ts";

/** The next step towards `task`, wherever one got. */
export function hintFor(task: PencarianTask, state: PencarianState, config: PencarianConfig): Hint {
  const here = state.screen;
  if (task === "picture" || (task === "compare" && !state.byPicture)) return hintToShoot(state, config);
  if (task === "voice") return hintToSay(state, config);
  if (here === "voice" || here === "camera") return { key: "hint.back", next: "back" };
  if (task === "short") return hintToSearch(state, firstQuery(config), true);
  if (task === "improve") return state.searches === 0 ? hintToSearch(state, firstQuery(config), true) : hintToSearch(state, goodQuery(config), true);
  if (task === "compare") return hintToOpen(state, shownResults(state, config).findIndex((_, index) => !state.compared.includes(index)), config);
  if (task === "sort") return hintToSort(state, config);
  const wanted = (result: Result) => (task === "source" ? result.source !== undefined : result.good === true);
  const answer = config.answers.find(({ results }) => results.some(wanted));
  if (task === "source" && here === "page" && sourceOf(state, config) !== undefined) return { key: "hint.source", next: "source" };
  const at = shownResults(state, config).findIndex(wanted);
  return at < 0 ? hintToSearch(state, answer?.query ?? "", false) : hintToOpen(state, at, config);
}

function hintToSearch(state: PencarianState, query: string, again: boolean): Hint {
  if (state.screen === "page") return { key: "hint.back", next: "back" };
  if (state.text === query && (again || state.query !== query)) return { key: "hint.search", next: "search" };
  return { key: "hint.type", values: { text: query }, next: typedStep(searchField, query) };
}

function hintToOpen(state: PencarianState, index: number, config: PencarianConfig): Hint {
  if (state.screen === "page") return { key: "hint.back", next: "back" };
  return { key: "hint.open", values: { title: shownResults(state, config)[index]?.title ?? "" }, next: `open:${index}` };
}

function hintToSort(state: PencarianState, config: PencarianConfig): Hint {
  const wanted = answerToSort(config);
  if (state.query === undefined || config.answers[answerTo(state.query, config.answers)] !== wanted) return hintToSearch(state, wanted?.query ?? "", true);
  if (state.screen === "page") return { key: "hint.back", next: "back" };
  const index = shownResults(state, config).findIndex((_, any) => !state.sorted.includes(any));
  const result = shownResults(state, config)[index];
  return { key: "hint.label", values: { why: result?.why ?? "" }, words: { kind: `kind.${result?.kind}` }, next: `label:${index}:${result?.kind}` };
}

function hintToSay(state: PencarianState, { voice }: PencarianConfig): Hint {
  if (state.screen === "voice") return { key: "hint.say", values: { say: voice?.say ?? "" }, next: "say" };
  if (state.screen !== "search") return { key: "hint.back", next: "back" };
  return state.said > 0 && state.text === voice?.say ? { key: "hint.search", next: "search" } : { key: "hint.mic", next: "mic" };
}

function hintToShoot(state: PencarianState, { picture }: PencarianConfig): Hint {
  if (state.screen === "search") return { key: "hint.camera", next: "camera" };
  if (state.screen !== "camera") return { key: "hint.back", next: "back" };
  const index = picture?.subjects.findIndex(({ good }) => good) ?? 0;
  return { key: "hint.shoot", values: { text: picture?.subjects[index]?.text ?? "" }, next: `shoot:${index}` };
}

function firstQuery({ answers }: PencarianConfig): string {
  return (answers.find(({ good }) => !good) ?? answers[0])?.query ?? "";
}

function goodQuery({ answers }: PencarianConfig): string {
  return answers.find(({ good }) => good)?.query ?? "";
}

/** The answer with the most kinds of results, which are the ones to name. */
function answerToSort({ answers }: PencarianConfig): Answer | undefined {
  return [...answers].sort((one, other) => kindsIn(other) - kindsIn(one))[0];
}

function kindsIn({ results }: Answer): number {
  return new Set(results.map(({ kind }) => kind)).size;
}
