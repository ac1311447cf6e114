import { isHidden, isSmall, type PublishedCounts, type Stage, type StageCounts, stages } from "./stages.ts";

/**
 * Whether someone who knows what is told of each row, that every stage holds the next, and the true
 * totals of the stages in `exact`, could pin a hidden number or a group of 1-4 people to one value.
 *
 * The rows are a flow of people: into the row (registered), on from stage to stage, and out to where
 * each remains. A number can have another value exactly when the flow can be changed along a cycle
 * through it that keeps all totals (D. Gusfield, "A graph theoretic approach to statistical data
 * security", SIAM J. Comput. 17, 1988). The answer is the same for all data that look alike from
 * outside, so that it gives nothing away.
 */
export function canRecover(rows: readonly StageCounts[], published: readonly PublishedCounts[], exact: ReadonlySet<Stage>): boolean {
  if (exact.size === 0) return false;
  const arcs = arcsOf(rows, published, exact);
  const network = residualOf(arcs);
  return arcs.some((arc) => arc.isProtected && !canMove(network, arc));
}

interface Arc {
  from: number;
  to: number;
  flow: number;
  low: number;
  high: number;
  isProtected: boolean;
}

function arcsOf(rows: readonly StageCounts[], published: readonly PublishedCounts[], exact: ReadonlySet<Stage>): Arc[] {
  const places = placesToRemain(exact);
  return rows.flatMap((row, rowIndex) => {
    const told = published[rowIndex] as PublishedCounts;
    // A row told whole neither hides anything nor lets anything move.
    if (!stages.some((stage) => isHidden(told[stage]))) return [];
    return stages.flatMap((stage, index) => {
      const here = stages.length + 1 + rowIndex * stages.length + index;
      const before = index === 0 ? (places[0] as number) : here - 1;
      const next = stages[index + 1];
      const remaining = row[stage] - (next ? row[next] : 0);
      const onward = { from: before, to: here, flow: row[stage], ...told[stage], isProtected: isHidden(told[stage]) };
      const stay = { from: here, to: places[index + 1] as number, flow: remaining, low: 0, high: Infinity, isProtected: isSmall(remaining) };
      return [onward, stay];
    });
  });
}

// Where people remain: outside, or at a stage. A stage without an exact total shares its place with the stage before it.
function placesToRemain(exact: ReadonlySet<Stage>): number[] {
  const places = [0];
  for (const stage of stages) places.push((places.at(-1) as number) + (exact.has(stage) ? 1 : 0));
  return places;
}

type Residual = Map<number, { to: number; arc: Arc }[]>;

function residualOf(arcs: readonly Arc[]): Residual {
  const network: Residual = new Map();
  const add = (from: number, to: number, arc: Arc) => {
    const known = network.get(from);
    if (known) known.push({ to, arc });
    else network.set(from, [{ to, arc }]);
  };
  for (const arc of arcs) {
    if (arc.flow < arc.high) add(arc.from, arc.to, arc);
    if (arc.flow > arc.low) add(arc.to, arc.from, arc);
  }
  return network;
}

function canMove(network: Residual, arc: Arc): boolean {
  return (arc.flow < arc.high && reaches(network, arc.to, arc.from, arc)) || (arc.flow > arc.low && reaches(network, arc.from, arc.to, arc));
}

function reaches(network: Residual, from: number, to: number, without: Arc): boolean {
  const seen = new Set([from]);
  const open = [from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === to) return true;
    for (const step of network.get(node) ?? []) {
      if (step.arc === without || seen.has(step.to)) continue;
      seen.add(step.to);
      open.push(step.to);
    }
  }
  return false;
}
