import type { Hint } from "../simulator.ts";
import { typedStep } from "../typed.ts";
import type { BuatAkunConfig, BuatAkunState } from "./buat-akun.ts";
import { faultOf, partNow, rightText, textOf } from "./parts.ts";

/** The next step of the part that is on the screen. */
export function hintFor(state: BuatAkunState, config: BuatAkunConfig): Hint {
  const part = partNow(state, config);
  if (part === undefined) return { key: "hint.finished" };
  if (part === "note") return hintForNote(config);
  if (part === "password" || part === "again") return hintForWords(state, part, config);
  if (part === "code" && state.call === "rings") return { key: "hint.refuse", next: "call:refuse" };
  if (part === "code" && state.call === "told") return { key: "hint.hang-up", next: "call:over" };
  const text = rightText(part, config);
  if (faultOf(part, textOf(state, part), config) === undefined) return { key: "hint.next", next: "next" };
  return { key: `hint.${part}`, values: { text }, next: typedStep(part, text) };
}

function hintForNote({ places }: BuatAkunConfig): Hint {
  const index = places.findIndex(({ good }) => good);
  return { key: "hint.note", values: { text: places[index]?.text ?? "" }, next: `note:${index}` };
}

function hintForWords(state: BuatAkunState, part: "password" | "again", { words, least }: BuatAkunConfig): Hint {
  const chosen = state[part];
  const wanted = part === "again" ? state.password : undefined;
  const isGood = (index: number, at: number) => (wanted === undefined ? words[index]?.why === undefined : wanted[at] === index);
  if (!chosen.every(isGood)) return { key: "hint.erase", next: "erase" };
  if (chosen.length >= (wanted?.length ?? least)) return { key: "hint.next", next: "next" };
  const index = wanted?.[chosen.length] ?? words.findIndex(({ why }, any) => why === undefined && !chosen.includes(any));
  return { key: part === "again" ? "hint.word-again" : "hint.word", values: { word: words[index]?.text ?? "" }, next: `word:${index}` };
}
