import type { Hint } from "../simulator.ts";
import { typedStep } from "../typed.ts";
import { pageAt, plainAddress } from "./pages.ts";
import type { PerambanConfig, PerambanState } from "./peramban.ts";
import { addressField, linksShown, shownEntry } from "./shown-page.ts";

/** The next step towards the first task that is not done. */
export function hintFor(state: PerambanState, config: PerambanConfig): Hint {
  const task = config.tasks.find((_, index) => !state.done.includes(index));
  if (task === undefined) return { key: "hint.finished" };
  if (state.screen === "home") return { key: "hint.browser", next: "app:browser" };
  if (task.do === "close") return hintToClose(task.page, state);
  if (state.screen === "tabs") return { key: "hint.tab", values: { number: String(state.front + 1) }, next: `tab:${state.front}` };
  if (task.do === "link") return hintToLink(task.page, state, config);
  return task.do === "back" ? hintToGoBack(task.page, state, config) : hintToType(task.page, state);
}

function hintToType(address: string, state: PerambanState): Hint {
  if (plainAddress(state.bar) === address) return { key: "hint.go", next: "go" };
  return { key: "hint.type", values: { address }, next: typedStep(addressField, address) };
}

function hintToLink(address: string, state: PerambanState, config: PerambanConfig): Hint {
  const at = pageAt(shownEntry(state), config.pages)?.links?.findIndex(({ to }) => to === address) ?? -1;
  if (at >= 0) return { key: "hint.link", values: { text: linksShown(state, config)[at]?.text ?? "" }, next: `link:${at}` };
  const from = config.pages.find(({ links }) => links?.some(({ to }) => to === address));
  const isBehind = from !== undefined && (state.tabs[state.front] ?? []).includes(from.address);
  return isBehind ? { key: "hint.back", next: "back" } : hintToType(from?.address ?? address, state);
}

/** Going back to a page takes having left it: the hints open it, then another one, then go back. */
function hintToGoBack(address: string, state: PerambanState, config: PerambanConfig): Hint {
  if ((state.tabs[state.front] ?? []).slice(0, -1).includes(address)) return { key: "hint.back", next: "back" };
  if (shownEntry(state) !== address) return hintToType(address, state);
  const link = linksShown(state, config).findIndex(({ to }) => to !== address);
  if (link >= 0) return { key: "hint.link", values: { text: linksShown(state, config)[link]?.text ?? "" }, next: `link:${link}` };
  return hintToType(config.pages.find((page) => page.address !== address)?.address ?? address, state);
}

function hintToClose(address: string, state: PerambanState): Hint {
  const at = state.tabs.findIndex((tab) => tab.at(-1) === address);
  if (state.screen === "tabs" && at >= 0) return { key: "hint.close", values: { number: String(at + 1) }, next: `close:${at}` };
  if (at >= 0) return { key: "hint.tabs", next: "tabs" };
  return state.screen === "tabs" ? { key: "hint.tab", values: { number: String(state.front + 1) }, next: `tab:${state.front}` } : hintToType(address, state);
}
