import type { Drawing } from "../drawings.ts";

/** How many cells a photo is wide and high. Frames and boxes are counted in them. */
export const columns = 8;
export const rows = 6;

/** Cells from the left and the top edge: left, top, right, bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

export interface PhotoItem {
  readonly name: string;
  readonly drawing: Drawing;
  readonly box: Box;
  /** Whether the photo is of this; all else is to be cut away. */
  readonly subject?: boolean | undefined;
}

export interface Describing {
  readonly text: string;
  readonly right?: boolean | undefined;
  readonly why: string;
}

export interface Photo {
  readonly name: string;
  readonly items: readonly PhotoItem[];
  /** How many levels too dark the photo is. */
  readonly dark?: number | undefined;
  /** Words for what is seen and for where; a typed sentence needs one of each. */
  readonly what: readonly string[];
  readonly where: readonly string[];
  readonly choices: readonly Describing[];
}

/** The level of light at which colours are true; from 0, very dark, to 4, much too bright. */
export const trueLight = 2;
export const brightest = 4;

export const whole: Box = [0, 0, columns, rows];
export const sides = ["left", "top", "right", "bottom"] as const;
export type Side = (typeof sides)[number];

/** The box around all that the photo is of. */
export function subjectOf({ items }: Photo): Box {
  const boxes = items.filter(({ subject }) => subject).map(({ box }) => box);
  const edge = (index: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) => pick(...boxes.map((box) => box[index]));
  return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
}

/** Whether two boxes share any cell. */
export function overlap(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

/** What of the photo is within a frame, wholly or in part. */
export function itemsIn(frame: Box, photo: Photo): readonly PhotoItem[] {
  return photo.items.filter(({ box }) => overlap(frame, box));
}

/** What a frame does wrong: it cuts the subject, or something else is still to be seen. Nothing where it is right. */
export function frameFault(frame: Box, photo: Photo): { readonly fault: "cut" | "still"; readonly item: PhotoItem } | undefined {
  const cut = photo.items.find(({ subject, box }) => subject && !holds(frame, box));
  if (cut !== undefined) return { fault: "cut", item: cut };
  const still = itemsIn(frame, photo).find(({ subject }) => !subject);
  return still === undefined ? undefined : { fault: "still", item: still };
}

/** The frame with one side moved a cell `in` or `out`; the same frame where it cannot move. */
export function moved(frame: Box, side: Side, way: "in" | "out"): Box {
  const index = sides.indexOf(side);
  const step = (way === "in" ? 1 : -1) * (index < 2 ? 1 : -1);
  const next = frame.map((edge, place) => (place === index ? edge + step : edge)) as [number, number, number, number];
  const fits = next[0] >= 0 && next[1] >= 0 && next[2] <= columns && next[3] <= rows && next[0] < next[2] && next[1] < next[3];
  return fits ? next : frame;
}

/** The next side to move towards a right frame; nothing where it is right. */
export function wayToFrame(frame: Box, photo: Photo): { readonly side: Side; readonly way: "in" | "out" } | undefined {
  const subject = subjectOf(photo);
  const short = sides.find((_, index) => (index < 2 ? frame[index]! > subject[index]! : frame[index]! < subject[index]!));
  if (short !== undefined) return { side: short, way: "out" };
  const still = itemsIn(frame, photo).find((item) => !item.subject)?.box;
  if (still === undefined) return undefined;
  const side = still[2] <= subject[0] ? "left" : still[0] >= subject[2] ? "right" : still[3] <= subject[1] ? "top" : "bottom";
  return { side, way: "in" };
}

/** What a typed description lacks; nothing where it says what and where. */
export function describingFault(text: string, { what, where }: Photo): "empty" | "what" | "where" | undefined {
  const plain = text.toLowerCase();
  if (plain.trim() === "") return "empty";
  if (!what.some((word) => plain.includes(word.toLowerCase()))) return "what";
  return where.some((word) => plain.includes(word.toLowerCase())) ? undefined : "where";
}

function holds(frame: Box, box: Box): boolean {
  return frame[0] <= box[0] && frame[1] <= box[1] && frame[2] >= box[2] && frame[3] >= box[3];
}
