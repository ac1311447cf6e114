import { type Place, columns, rows, wayBetween } from "./village-map.ts";

/** Between two crossings, in the picture's own units. */
const block = 48;
const margin = 32;
const width = (columns - 1) * block + 2 * margin;
const height = (rows - 1) * block + 2 * margin;

interface MapPictureProps {
  readonly home: readonly [number, number];
  /** The places to mark, with the numbers they have in the list. */
  readonly marked: readonly Place[];
  readonly chosen?: Place | undefined;
  /** Whether the way to the chosen place is drawn. */
  readonly way: boolean;
  readonly showHome: boolean;
  readonly zoom: number;
}

/** The village from above: fields, a river, roads, and the marks on them. Everything in it is told in words below as well. */
export function MapPicture({ home, marked, chosen, way, showHome, zoom }: MapPictureProps) {
  return (
    <svg className="map-picture" viewBox={viewOf(home, chosen, zoom)} aria-hidden="true">
      <rect className="map-land" width={width} height={height} />
      <Fields />
      <path className="map-river" d={`M${width * 0.62} 0c-30 60 40 90 6 150s-20 60-10 ${height}`} />
      {Array.from({ length: columns }, (_, column) => <path key={`c${column}`} className="map-road" d={`M${x(column)} 0V${height}`} />)}
      {Array.from({ length: rows }, (_, row) => <path key={`r${row}`} className="map-road" d={`M0 ${y(row)}H${width}`} />)}
      {way && chosen !== undefined && (
        <polyline className="map-way" points={wayBetween(home, chosen.at).corners.map(([column, row]) => `${x(column)},${y(row)}`).join(" ")} />
      )}
      {showHome && <circle className="map-home" cx={x(home[0])} cy={y(home[1])} r="8" />}
      {marked.map((place, index) => <Mark key={place.id} place={place} number={index + 1} chosen={place.id === chosen?.id} />)}
    </svg>
  );
}

function Mark({ place, number, chosen }: { place: Place; number: number; chosen: boolean }) {
  return (
    <g className="map-mark" data-chosen={chosen || undefined} transform={`translate(${x(place.at[0])} ${y(place.at[1])})`}>
      <path d="M0 2C-9-8-11-13-11-18a11 11 0 0 1 22 0C11-13 9-8 0 2z" />
      <text y="-13" textAnchor="middle">{number}</text>
    </g>
  );
}

/** Rice fields and houses between the roads, always the same ones. */
function Fields() {
  const plots = Array.from({ length: (columns - 1) * (rows - 1) }, (_, index) => [index % (columns - 1), Math.floor(index / (columns - 1))] as const);
  return (
    <>
      {plots.map(([column, row]) => (
        (column * 5 + row * 3) % 4 < 2
          ? <path key={`${column}-${row}`} className="map-field" d={`M${x(column) + 9} ${y(row) + 9}h30v30h-30zm0 10h30m-30 10h30`} />
          : <path key={`${column}-${row}`} className="map-houses" d={`M${x(column) + 10} ${y(row) + 19}l6-6 6 6v8h-12zm14 12l6-6 6 6v8h-12z`} />
      ))}
    </>
  );
}

function viewOf(home: readonly [number, number], chosen: Place | undefined, zoom: number): string {
  const scale = [1, 0.75, 0.5][zoom] ?? 1;
  const middle = chosen?.at ?? home;
  const left = Math.min(Math.max(0, x(middle[0]) - (width * scale) / 2), width * (1 - scale));
  const top = Math.min(Math.max(0, y(middle[1]) - (height * scale) / 2), height * (1 - scale));
  return `${left} ${top} ${width * scale} ${height * scale}`;
}

function x(column: number): number {
  return margin + column * block;
}

function y(row: number): number {
  return margin + row * block;
}
