import { dayOf } from "#app/i18n/locale.ts";
import { activeSinceOf, type LastHeard, lastHeardOf } from "./last-heard.ts";
import { exactly, isHidden, leastGroup, type PublishedCounts, type Range, type StageCounts } from "./stages.ts";
import { type ToldPlaces, tellPlaces } from "./told.ts";

/** A village and how many people have reached each stage there. Not for the page: see `reportCompletion`. */
export interface VillageCounts extends StageCounts {
  villageCode: string;
  village: string;
  districtCode: string;
  district: string;
  regencyCode: string;
  regency: string;
  /** People that the program means to reach; null in a village that is no target. */
  target: number | null;
  lastActivityAt: Date | null;
}

/** Finished people of a whole, and the share of it, from 0 up. `whole` is never told as less than five, nor `share` of nothing. */
export interface Rate {
  part: Range;
  whole: Range;
  share: Range;
}

/** The numbers of a row, a group or the total, as everyone may see them. A rate is null where it would say nothing. */
export interface Figures {
  target: number | null;
  counts: PublishedCounts;
  ofRegistered: Rate | null;
  ofTarget: Rate | null;
}

export interface VillageRow extends Figures {
  villageCode: string;
  village: string;
  district: string;
  regency: string;
  hasLearners: boolean;
  lastHeard: LastHeard;
}

export interface VillageGroup extends Figures {
  code: string;
  name: string;
  kind: "district" | "regency";
  rows: VillageRow[];
  /** Of all villages of the group, whichever are selected. */
  villageCount: number;
  villagesWithLearners: number;
}

export interface CompletionReport {
  groups: VillageGroup[];
  totals: Figures;
  targetVillages: number;
  targetVillagesWithLearners: number;
  /** Villages with learners that are no target. Nothing of theirs counts towards a target. */
  otherVillages: number;
  lastHeard: LastHeard;
  isAnythingHidden: boolean;
}

/**
 * All that the page tells of a program. Small groups are hidden: `told` says what the pages of places tell of each
 * village and place, so that the one cannot be taken from the other; rates come from what is told alone. Grouped by
 * regency where there are several, otherwise by district.
 */
export function reportCompletion(villages: readonly VillageCounts[], now: Date, told: ToldPlaces = tellPlaces(villages)): CompletionReport {
  const rows = villages.map((village) => rowOf(village, told(village.villageCode), now));
  const otherVillages = countOthers(rows);
  return {
    groups: groupRows(villages, rows, told),
    totals: figuresOf(sumOfTargets(rows), told(""), otherVillages),
    targetVillages: villages.filter((village) => village.target !== null).length,
    targetVillagesWithLearners: villages.filter((village) => village.target !== null && village.registered > 0).length,
    otherVillages,
    lastHeard: lastHeardOf(lastDayOf(villages), told("").started, activeSinceOf(now)),
    isAnythingHidden: rows.some(({ counts }) => Object.values(counts).some(isHidden)),
  };
}

function rowOf(village: VillageCounts, counts: PublishedCounts, now: Date): VillageRow {
  return {
    villageCode: village.villageCode,
    village: village.village,
    district: village.district,
    regency: village.regency,
    hasLearners: village.registered > 0,
    lastHeard: lastHeardOf(dayOrNull(village.lastActivityAt), counts.started, activeSinceOf(now)),
    ...figuresOf(village.target, counts),
  };
}

function lastDayOf(villages: readonly VillageCounts[]): string | null {
  return villages.reduce<string | null>((last, { lastActivityAt }) => {
    const day = dayOrNull(lastActivityAt);
    return day !== null && (last === null || day > last) ? day : last;
  }, null);
}

function dayOrNull(moment: Date | null): string | null {
  return moment && dayOf(moment);
}

function figuresOf(target: number | null, counts: PublishedCounts, otherVillages = 0): Figures {
  return { target, counts, ofRegistered: rateOf(counts.finished, counts.registered, 1), ofTarget: rateOfTarget(counts, target, otherVillages) };
}

/**
 * Who finished in a place, as a share of the people whom the program means to reach there; may be more than all. Null
 * without a target, where fewer than five people may be registered, and where some of them live in villages that are no
 * target: they must not count towards it. The one definition of every page and file.
 */
export function rateOfTarget(counts: PublishedCounts, target: number | null, otherVillages: number): Rate | null {
  return target === null || otherVillages > 0 || isFew(counts.registered) ? null : rateOf(counts.finished, exactly(target));
}

// Whether a number as told may be that of 1-4 people.
function isFew(range: Range): boolean {
  return isHidden(range) && range.low < leastGroup;
}

/** The share that `part` is of `whole`, both as told, up to `most`; null of nothing and of a whole that may be under five people. */
export function rateOf(part: Range, whole: Range, most = Infinity): Rate | null {
  if (whole.low === 0 || isFew(whole)) return null;
  return { part, whole, share: { low: part.low / whole.high, high: Math.min(most, part.high / whole.low) } };
}

function groupRows(villages: readonly VillageCounts[], rows: readonly VillageRow[], told: ToldPlaces): VillageGroup[] {
  const kind = new Set(villages.map((village) => village.regencyCode)).size > 1 ? "regency" : "district";
  const groups = Map.groupBy(rows.keys(), (index) => (villages[index] as VillageCounts)[`${kind}Code`]);
  return [...groups].map(([code, indexes]) => {
    const members = indexes.map((index) => rows[index] as VillageRow);
    return {
      code,
      name: (members[0] as VillageRow)[kind],
      kind,
      rows: members,
      villageCount: members.length,
      villagesWithLearners: members.filter((row) => row.hasLearners).length,
      ...figuresOf(sumOfTargets(members), told(code), countOthers(members)),
    };
  });
}

function countOthers(rows: readonly VillageRow[]): number {
  return rows.filter((row) => row.target === null).length;
}

function sumOfTargets(rows: readonly VillageRow[]): number {
  return rows.reduce((sum, row) => sum + (row.target ?? 0), 0);
}

/** Which villages to show: all, those with learners, or those without. */
export const selections = ["semua", "mulai", "belum"] as const;
export type Selection = (typeof selections)[number];

/** What `?tampil=` asks for; `otherwise` when it asks for nothing known. */
export function selectionOf(text: string | null, otherwise: Selection): Selection {
  return selections.find((selection) => selection === text) ?? otherwise;
}

/** The groups with only the selected villages; their subtotals stay those of all villages. */
export function selectVillages(groups: readonly VillageGroup[], selection: Selection): VillageGroup[] {
  if (selection === "semua") return [...groups];
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => row.hasLearners === (selection === "mulai")) }))
    .filter((group) => group.rows.length > 0);
}
