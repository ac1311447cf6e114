import { scaleLinear, scalePoint } from "d3-scale";
import { area } from "d3-shape";
import type { MonthFigures } from "../area-report.ts";
import { type Stage, stages } from "../stages.ts";

/** Where the lines may be drawn. */
export interface Field {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface TrendLine {
  stage: Stage;
  /** A band as high as what may be told is wide; of an exact number, a line. */
  path: string;
  /** Where it ends, and where its name stands: names keep their distance. */
  endY: number;
  nameY: number;
}

export interface TrendLines {
  lines: TrendLine[];
  /** Numbers of people at the side, with where they stand. */
  ticks: { value: number; y: number }[];
  /** Every third month and the last, with where they stand. */
  months: { month: string; x: number }[];
}

const nameHeight = 17;

/** The months as bands from left to right, one for each stage. */
export function trendLines(months: readonly MonthFigures[], { left, right, top, bottom }: Field): TrendLines {
  const most = Math.max(...months.map(({ counts }) => counts.registered.high), 1);
  const toX = scalePoint(months.map(({ month }) => month), [left, right]);
  const toY = scaleLinear([0, most], [bottom, top]).nice(4);
  const xOf = (month: string) => toX(month) ?? left;
  const lines = stages.map((stage) => {
    const band = area<MonthFigures>(({ month }) => xOf(month), ({ counts }) => toY(counts[stage].low), ({ counts }) => toY(counts[stage].high)).digits(1);
    const last = months.at(-1)?.counts[stage];
    return { stage, path: band([...months]) ?? "", endY: last ? toY((last.low + last.high) / 2) : bottom };
  });
  const names = apart(lines.map(({ endY }) => endY), { gap: nameHeight, top, bottom });
  return {
    lines: lines.map((line, index) => ({ ...line, nameY: names[index] as number })),
    ticks: toY.ticks(4).filter(Number.isInteger).map((value) => ({ value, y: toY(value) })),
    months: months.flatMap(({ month }, index) => ((months.length - 1 - index) % 3 === 0 ? [{ month, x: xOf(month) }] : [])),
  };
}

/** The heights, from the top down in the order of their lines, moved so that none is nearer than `gap` to the next. */
function apart(heights: readonly number[], { gap, top, bottom }: { gap: number; top: number; bottom: number }): number[] {
  const moved = heights.map((height) => Math.max(top, height));
  for (let index = 1; index < moved.length; index += 1) moved[index] = Math.max(moved[index] as number, (moved[index - 1] as number) + gap);
  for (let index = moved.length - 1, most = bottom; index >= 0; index -= 1, most -= gap) moved[index] = Math.min(moved[index] as number, most);
  return moved;
}
