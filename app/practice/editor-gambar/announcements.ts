import type { Drawing } from "../drawings.ts";

/** A line of the announcement: what the paper says is to be typed, a `heading` in large letters. */
export interface Line {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Other ways to write it. */
  readonly also?: readonly string[] | undefined;
}

/** A ready announcement of something else, whose lines are replaced. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly drawing: Drawing;
  /** What stands in each line, in the order of the lines. */
  readonly texts: readonly string[];
}

/** A picture or a group to choose, with why it is right or not. */
export interface Option {
  readonly id: string;
  readonly text: string;
  readonly right?: boolean | undefined;
  readonly why: string;
}

export interface Picture extends Option {
  readonly drawing: Drawing;
}

export interface PengumumanConfig {
  readonly do: "pengumuman";
  /** What is made, such as "pengumuman posyandu". */
  readonly makes: string;
  readonly lines: readonly Line[];
  readonly templates: readonly Template[];
  readonly pictures: readonly Picture[];
  /** With whom it can be shared; without it, saving is the end. */
  readonly groups?: readonly Option[] | undefined;
}

/** Whether a line says what the paper says, whatever the capitals, dots and spaces. */
export function isAsOnPaper(text: string, { value, also = [] }: Line): boolean {
  return [value, ...also].some((right) => plain(right) === plain(text));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
