import { scaleLinear } from "d3-scale";
import type { Range } from "../stages.ts";
import { hatchOf, Picture, type PictureProps, pictureWidth } from "./picture.tsx";

/** A bar: what it is of, what is told of it, and how long it is. */
export interface Bar {
  key: string;
  name: string;
  /** As told: a number, a range, or why there is none. */
  value: string;
  /** Null where nothing may be drawn. */
  length: Range | null;
}

export interface BarsProps extends Omit<PictureProps, "height" | "children"> {
  bars: readonly Bar[];
  /** What the longest bar there could be stands for. */
  most: number;
}

const barHeight = 16;
/** Letters that fit beside each other in a line. */
const longestLine = 40;

/** Bars under each other, each with its name and its number. What lies between two numbers is hatched. */
export function Bars({ bars, most, ...picture }: BarsProps) {
  const hasOwnLine = bars.some(({ name, value }) => name.length + value.length > longestLine);
  const rowHeight = hasOwnLine ? 68 : 48;
  const toX = scaleLinear([0, Math.max(most, Number.MIN_VALUE)], [0, pictureWidth - 2]);
  return (
    <Picture {...picture} height={bars.length * rowHeight}>
      {bars.map(({ key, name, value, length }, row) => (
        <g key={key} transform={`translate(0 ${row * rowHeight})`}>
          <text x="0" y="14">
            {name}
          </text>
          <text className="value" x={hasOwnLine ? 0 : pictureWidth} y={hasOwnLine ? 34 : 14} textAnchor={hasOwnLine ? "start" : "end"}>
            {value}
          </text>
          <rect className="track" x="1" y={rowHeight - 28} width={pictureWidth - 2} height={barHeight} />
          {length ? <Length from={toX(length.low)} to={toX(length.high)} y={rowHeight - 28} hatch={hatchOf(picture.id)} /> : null}
        </g>
      ))}
    </Picture>
  );
}

function Length({ from, to, y, hatch }: { from: number; to: number; y: number; hatch: string }) {
  return (
    <>
      {from > 0 ? <rect className="fill" x="1" y={y} width={round(from)} height={barHeight} /> : null}
      {to > from ? <rect className="between" x={round(1 + from)} y={y} width={round(to - from)} height={barHeight} fill={`url(#${hatch})`} /> : null}
    </>
  );
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
