import type { Hint } from "../simulator.ts";
import type { PengaturanState } from "./pengaturan.ts";
import { type PengaturanConfig, type PinRow, type SettingsRow, pageOf, rowsOf, wayTo } from "./settings.ts";

/** The next step towards the first goal that is not reached: out of a question, back, onward, or on the row itself. */
export function hintOf(state: PengaturanState, config: PengaturanConfig): Hint {
  const goal = config.goals.find(({ id }) => !state.done.includes(id));
  const row = rowsOf(config).find(({ id }) => id === goal?.row);
  if (goal === undefined || row === undefined) return { key: "hint.finished" };
  return towards(state, config, row, goal.to);
}

/** Rows that each need another one first, in a circle, have no way: `pengaturanConfig` refuses them for want of a hint. */
function towards(state: PengaturanState, config: PengaturanConfig, row: SettingsRow, to: number, turns = 0): Hint {
  if (turns > 40) return { key: "hint.finished" };
  const needed = rowsOf(config).find(({ id }) => id === row.when);
  if (needed !== undefined && state.values[needed.id] === 0) return towards(state, config, needed, 1, turns + 1);
  if (state.asking !== undefined) return state.asking === row.id ? { key: "hint.allow", next: "allow" } : { key: "hint.deny", next: "deny" };
  const page = pageOf(config, row.id)?.id ?? "";
  const now = state.path.at(-1);
  if (now === page) return onRow(state, row, to);
  const way = wayTo(config, page) ?? [];
  const onward = way.find((any) => pageOf(config, any.id)?.id === now);
  return onward === undefined ? { key: "hint.back", next: "back" } : towards(state, config, onward, 1, turns + 1);
}

function onRow(state: PengaturanState, row: SettingsRow, to: number): Hint {
  const values = { text: row.text };
  switch (row.kind) {
    case "page": return { key: "hint.press", values, next: `open:${row.id}` };
    case "switch": return { key: "hint.press", values, next: `flip:${row.id}` };
    case "act": return { key: "hint.press", values, next: `act:${row.id}` };
    case "choice": return { key: "hint.pick", values: { option: row.options[to] ?? "" }, next: `pick:${row.id}:${to}` };
    case "slider": {
      const isMore = (state.values[row.id] ?? 0) < to;
      const named = isMore ? row.more : row.less;
      const next = `${isMore ? "more" : "less"}:${row.id}`;
      return named === undefined ? { key: isMore ? "hint.more" : "hint.less", values, next } : { key: "hint.named", values: { text: named }, next };
    }
    case "pin": return onPad(state, row);
    default: return { key: "hint.finished" };
  }
}

function onPad({ entry, again }: PengaturanState, { pin }: PinRow): Hint {
  if (entry === pin) return { key: "hint.key-ok", next: "key:ok" };
  if (!pin.startsWith(entry)) return { key: "hint.key-del", next: "key:del" };
  const digit = pin.charAt(entry.length);
  return { key: again ? "hint.digit-again" : "hint.digit", values: { digit }, next: `key:${digit}` };
}
