import { type Pillar, pillars } from "#app/catalog/course.ts";
import { ageBands, allPrograms } from "./contributions.ts";
import type { Area, AreaFigures, BeforeAndAfter, BreakdownGroup, MonthFigures } from "./area-report.ts";
import { tellGain } from "./gain.ts";
import { lastHeardOf } from "./last-heard.ts";
import { exactly, isHidden, leastGroup, type PublishedCounts, type Range, stages } from "./stages.ts";
import { publishRow } from "./suppression.ts";

/** What is kept of a place; see `KeptArea`. */
export interface KeptFigures {
  told: PublishedCounts | null;
  figures: Record<string, number[]>;
  lastOn: string | null;
  otherVillages?: number;
}

/** People of whom shares are told, rounded to 5 %: a group of 1-4 then cannot be told from nobody. */
const leastForShares = 100;
const shareStep = 20;

/** Marks of which a share is told: the one meeting to which one person came is no rate. */
const leastMarks = 20;

/** The largest of 1, 2, 5, 10, 20, 50, 100 ... that a number reaches: of marks told more closely, those of a few people could be left after subtracting. */
function roundedDown(count: number): number {
  const ten = 10 ** Math.floor(Math.log10(count));
  return ten * ([5, 2].find((step) => count >= step * ten) ?? 1);
}

/** A place's figures as everyone who may see it is told them, of one program or of all. `activeSince` is the first day that counts a center as active. */
export function figuresOf(area: Area, villages: number, kept: KeptFigures | undefined, { activeSince, programId }: { activeSince: string; programId: string }): AreaFigures {
  const figures = kept?.figures ?? {};
  const counts = kept?.told ?? publishRow({ registered: 0, started: 0, finished: 0, certified: 0 });
  const [targetVillages = 0, targetLearners = 0] = figures["target"] ?? [];
  const [registered = 0, started = 0, finished = 0, certified = 0] = figures["villages"] ?? [];
  const [marked = 0, came = 0] = figures["attendance"] ?? [];
  const active = Object.entries(figures).filter(([facet]) => facet.startsWith("center:") && facet.slice(7) >= activeSince);
  return {
    area,
    villages,
    otherVillages: kept?.otherVillages ?? 0,
    target: targetVillages > 0 ? { villages: targetVillages, learners: targetLearners } : null,
    reachedVillages: { registered, started, finished, certified },
    counts,
    gain: gainOf(figures, counts.finished),
    attendance: marked >= leastMarks && counts.registered.low >= leastGroup ? { percent: Math.round((100 * came) / marked), marks: roundedDown(marked) } : null,
    centers: { active: active.reduce((sum, [, [centers = 0]]) => sum + centers, 0), all: figures["centers"]?.[0] ?? 0 },
    lastHeard: lastHeardOf(kept?.lastOn ?? null, counts.started, { activeSince, isPart: area.kind === "village" && programId !== allPrograms }),
  };
}

function gainOf(figures: Record<string, number[]>, finished: Range): AreaFigures["gain"] {
  const sums = pillars.map((pillar) => {
    const [people = 0, startCorrect = 0, startTotal = 0, closeCorrect = 0, closeTotal = 0] = figures[`gain:${pillar}`] ?? [];
    return { pillar, people, start: { correct: startCorrect, total: startTotal }, close: { correct: closeCorrect, total: closeTotal } };
  });
  const told = tellGain(sums, finished);
  if (!told) return null;
  const byPillar = told.rows.flatMap(({ pillar, ...row }) => (pillar ? [{ pillar, ...row }] : []));
  return {
    byPillar: Object.fromEntries(byPillar.map(({ pillar, points }) => [pillar, points])) as Record<Pillar, number>,
    shares: Object.fromEntries(byPillar.map(({ pillar, start, close }) => [pillar, { before: Math.round(100 * start), after: Math.round(100 * close) }])) as Record<Pillar, BeforeAndAfter>,
    all: told.rows.at(-1)?.points ?? 0,
  };
}

/** Shares by gender; null where `told` leaves open whether there are 100 people. */
export function genderShares(figures: Record<string, number[]>, told: PublishedCounts): BreakdownGroup[] | null {
  return sharesOf(figures, told, ["female", "male", "-"], (facet) => facet.split(":")[1] as string);
}

/** Shares by age band; null where `told` leaves open whether there are 100 people. */
export function ageShares(figures: Record<string, number[]>, told: PublishedCounts): BreakdownGroup[] | null {
  return sharesOf(figures, told, ageBands, (facet) => facet.split(":")[2] as string);
}

function sharesOf(figures: Record<string, number[]>, told: PublishedCounts, keys: readonly string[], keyOf: (facet: string) => string): BreakdownGroup[] | null {
  const people = Object.entries(figures).filter(([facet]) => facet.startsWith("people:"));
  const sum = (stage: number, key?: string) => people.filter(([facet]) => key === undefined || keyOf(facet) === key).reduce((total, [, amounts]) => total + (amounts[stage] ?? 0), 0);
  if (told.registered.low < leastForShares) return null;
  const [registered, finished] = [sum(0), sum(2)];
  return keys.map((key) => ({
    key,
    ofRegistered: Math.round((sum(0, key) / registered) * shareStep) / shareStep,
    ofFinished: told.finished.low < leastForShares ? null : Math.round((sum(2, key) / finished) * shareStep) / shareStep,
  }));
}

/** How many people had reached each stage by the end of each of the last twelve months up to `today`, as `MonthFigures` says; nothing where a number of now must be hidden. */
export function monthsOf(figures: Record<string, number[]>, told: PublishedCounts, today: string): MonthFigures[] {
  if (stages.some((stage) => isHidden(told[stage]))) return [];
  const sums = [0, 0, 0, 0];
  const shown = lastMonths(today);
  const reached = new Map(Object.entries(figures).flatMap(([facet, amounts]) => (facet.startsWith("month:") ? [[facet.slice(6), amounts] as const] : [])));
  for (const [month, amounts] of reached) if (month < (shown[0] as string)) amounts.forEach((amount, stage) => (sums[stage] = (sums[stage] ?? 0) + amount));
  const counted = shown.map((month): MonthFigures => {
    reached.get(month)?.forEach((amount, stage) => (sums[stage] = (sums[stage] ?? 0) + amount));
    const [registered = 0, started = 0, finished = 0, certified = 0] = sums;
    if (month === shown.at(-1)) return { month, counts: told };
    return { month, counts: { registered: fiveOf(registered), started: fiveOf(started), finished: fiveOf(finished), certified: fiveOf(certified) } };
  });
  return counted.map(({ month, counts }) => ({ month, counts: noMoreThan(counts, told) }));
}

// Nobody who has reached a stage leaves it: no month can have had more than there are now.
function noMoreThan(counts: PublishedCounts, now: PublishedCounts): PublishedCounts {
  const capped = { ...counts };
  for (const stage of stages) capped[stage] = { low: Math.min(counts[stage].low, now[stage].high), high: Math.min(counts[stage].high, now[stage].high) };
  return capped;
}

// Exact numbers of a month that is over, minus those of the places within, would tell of a place that was still small then.
function fiveOf(count: number): Range {
  if (count === 0) return exactly(0);
  const low = Math.floor(count / leastGroup) * leastGroup;
  return { low: Math.max(1, low), high: low + leastGroup - 1 };
}

function lastMonths(today: string): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: 12 }, (_none, index) => {
    const at = year * 12 + (month - 1) - (11 - index);
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}
