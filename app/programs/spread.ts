import type { Coaching } from "#db/coaching.ts";
import { publishRow } from "./suppression.ts";
import type { Range } from "./stages.ts";

/** Whether all of a program's people in a village are one mentor's, and how many they are in all. */
export interface Teaching {
  staffId: string;
  name: string;
  villageCode: string;
  village: string;
  isAll: boolean;
  villagePeople: number;
}

/** Somebody in the cascade, with those whom they coach. */
export interface SpreadNode {
  staffId: string;
  name: string;
  /** 1 for who is coached by nobody. */
  level: number;
  /** Villages in which they have a cohort of their own. */
  villages: string[];
  /** The people of their own cohorts. */
  people: Range;
  /** All whom they reach: their own people, and those of everybody below them. */
  reach: Range;
  coached: SpreadNode[];
}

export interface Spread {
  roots: SpreadNode[];
  /** How many of the staff stand on each level, and whom they teach; the people come below the last. */
  levels: { level: number; staff: number; people: Range }[];
  people: Range;
  villages: number;
}

/**
 * How far a program has spread: from those whom nobody coaches, down to the people of each village. Who has several
 * coaches stands below the nearest to the top. What is told of each mentor adds nothing to what is told of villages:
 * where several share a village, a mentor's part is told as a range.
 */
export function spreadOf(coaching: readonly Pick<Coaching, "coachId" | "coachName" | "mentorId" | "mentorName">[], teaching: readonly Teaching[]): Spread {
  const names = new Map([...teaching.map(({ staffId, name }) => [staffId, name] as const), ...coaching.flatMap((one) => [[one.coachId, one.coachName] as const, [one.mentorId, one.mentorName] as const])]);
  const coached = new Set(coaching.map(({ mentorId }) => mentorId));
  const taught = Map.groupBy(teaching, ({ staffId }) => staffId);
  const nodeOf = (staffId: string, level: number): SpreadNode => {
    const own = taught.get(staffId) ?? [];
    const people = sumOf(own.map(toldOf));
    return { staffId, name: names.get(staffId) ?? "", level, villages: own.map(({ village }) => village), people, reach: people, coached: [] };
  };
  const roots = [...names.keys()].filter((id) => !coached.has(id)).map((id) => nodeOf(id, 1));
  const placed = new Map(roots.map((node) => [node.staffId, node]));
  // A map takes in what is added while it is gone through: level by level.
  for (const [coachId, coach] of placed) {
    for (const { mentorId } of coaching.filter((one) => one.coachId === coachId && !placed.has(one.mentorId))) {
      const node = nodeOf(mentorId, coach.level + 1);
      coach.coached.push(node);
      placed.set(mentorId, node);
    }
  }
  const nodes = [...placed.values()];
  for (const node of nodes.toReversed()) node.reach = sumOf([node.people, ...node.coached.map(({ reach }) => reach)]);
  for (const node of nodes) node.coached.sort(byName);
  const last = Math.max(0, ...nodes.map(({ level }) => level));
  const levels = Array.from({ length: last }, (_level, index) => nodes.filter(({ level }) => level === index + 1)).map((onLevel, index) => ({ level: index + 1, staff: onLevel.length, people: sumOf(onLevel.map(({ people }) => people)) }));
  const villages = [...new Map(teaching.map((one) => [one.villageCode, one.villagePeople]))];
  return { roots: roots.sort((a, b) => b.coached.length - a.coached.length || byName(a, b)), levels, people: sumOf(villages.map(([, people]) => toldPeople(people))), villages: villages.length };
}

function toldOf({ isAll, villagePeople }: Teaching): Range {
  const whole = toldPeople(villagePeople);
  return isAll ? whole : { low: 1, high: whole.high };
}

function toldPeople(people: number): Range {
  return publishRow({ registered: people, started: 0, finished: 0, certified: 0 }).registered;
}

function sumOf(ranges: readonly Range[]): Range {
  return { low: ranges.reduce((sum, { low }) => sum + low, 0), high: ranges.reduce((sum, { high }) => sum + high, 0) };
}

function byName(a: SpreadNode, b: SpreadNode): number {
  return a.name.localeCompare(b.name, "id");
}
