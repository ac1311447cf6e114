import { isHidden, isSmall, type PublishedCounts, type Stage, type StageCounts, stages } from "./stages.ts";

/**
 * Whether someone who knows what is told of each row, that every stage holds the next, and the true
 * totals of the stages in `exact`, could pin a hidden number or a group of 1-4 people to one value.
 *
 * The rows are a flow of people: into the row (registered), on from stage to stage, and out to where
 * each remains. A number can have another value exactly when the flow can be changed along a cycle
 * through it that keeps all totals (D. Gusfield, "A graph theoretic approach to statistical data
 * security", SIAM J. Comput. 17, 1988). Rows meet only in the places where people remain, so that of
 * the other rows it matters only between which places they can shift someone. The answer is the same for all data that look alike from
 * outside, so that it gives nothing away.
 */
export function canRecover(rows: readonly StageCounts[], published: readonly PublishedCounts[], exact: ReadonlySet<Stage>): boolean {
  if (exact.size === 0) return false;
  const places = placesToRemain(exact);
  const flows = rows.map((row, index) => arcsOf(row, published[index] as PublishedCounts, places));
  const ways = flows.map((arcs) => waysThrough(arcs, places));
  const rowsOfWay = new Map<string, number>();
  for (const way of ways.flat()) rowsOfWay.set(nameOf(way), (rowsOfWay.get(nameOf(way)) ?? 0) + 1);
  return flows.some((arcs, index) => {
    const own = new Set(ways[index]?.map(nameOf));
    const others = [...rowsOfWay].filter(([name, count]) => count > (own.has(name) ? 1 : 0)).map(([name]) => wayNamed(name));
    return arcs.some((arc) => arc.isProtected && !canMove(arc, arcs, others));
  });
}

interface Arc {
  from: number;
  to: number;
  flow: number;
  low: number;
  high: number;
  isProtected: boolean;
}

/** That one more person can go from one node to another. */
type Way = readonly [from: number, to: number];

// Where people remain: outside, or at a stage. A stage without an exact total shares its place with the stage before it.
function placesToRemain(exact: ReadonlySet<Stage>): number[] {
  const places = [0];
  for (const stage of stages) places.push((places.at(-1) as number) + (exact.has(stage) ? 1 : 0));
  return places;
}

// The places come first among the nodes, then the row's own, one a stage.
function arcsOf(row: StageCounts, told: PublishedCounts, places: readonly number[]): Arc[] {
  return stages.flatMap((stage, index) => {
    const here = places.length + index;
    const before = index === 0 ? (places[0] as number) : here - 1;
    const next = stages[index + 1];
    const remaining = row[stage] - (next ? row[next] : 0);
    const onward = { from: before, to: here, flow: row[stage], ...told[stage], isProtected: isHidden(told[stage]) };
    const stay = { from: here, to: places[index + 1] as number, flow: remaining, low: 0, high: Infinity, isProtected: isSmall(remaining) };
    return [onward, stay];
  });
}

// From which place to which other place a row can shift a person.
function waysThrough(arcs: readonly Arc[], places: readonly number[]): Way[] {
  const ways = residualOf(arcs);
  const distinct = [...new Set(places)];
  return distinct.flatMap((from) => distinct.filter((to) => to !== from && reaches(ways, from, to)).map((to): Way => [from, to]));
}

function canMove(arc: Arc, arcs: readonly Arc[], others: readonly Way[]): boolean {
  const ways = [...residualOf(arcs.filter((other) => other !== arc)), ...others];
  return (arc.flow < arc.high && reaches(ways, arc.to, arc.from)) || (arc.flow > arc.low && reaches(ways, arc.from, arc.to));
}

function residualOf(arcs: readonly Arc[]): Way[] {
  return arcs.flatMap(({ from, to, flow, low, high }) => [
    ...(flow < high ? [[from, to] as const] : []),
    ...(flow > low ? [[to, from] as const] : []),
  ]);
}

function reaches(ways: readonly Way[], start: number, end: number): boolean {
  const reached = new Set([start]);
  let before = 0;
  while (before < reached.size && !reached.has(end)) {
    before = reached.size;
    for (const [from, to] of ways) if (reached.has(from)) reached.add(to);
  }
  return reached.has(end);
}

function nameOf([from, to]: Way): string {
  return `${from} ${to}`;
}

function wayNamed(name: string): Way {
  const [from, to] = name.split(" ").map(Number);
  return [from as number, to as number];
}
