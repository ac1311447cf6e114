import { dayOf } from "#app/i18n/locale.ts";
import { activeSinceOf, type LastHeard, lastHeardOf } from "./last-heard.ts";
import { exactly, isHidden, leastGroup, type PublishedCounts, type Range, type StageCounts } from "./stages.ts";
import type { ToldPlaces } from "./told.ts";

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

/** What the villages of a district or regency come to in a program. */
export interface PlaceCounts {
  code: string;
  name: string;
  kind: "district" | "regency";
  /** Targets, and others with learners. */
  villageCount: number;
  villagesWithLearners: number;
  targetVillages: number;
  targetVillagesWithLearners: number;
  /** People that the program means to reach there. */
  target: number;
  lastActivityAt: Date | null;
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
  /** Of the villages that are selected; none where these are too many. */
  rows: VillageRow[];
  /** Of all villages of the group, whichever are selected. */
  villageCount: number;
  villagesWithLearners: number;
}

export interface CompletionReport {
  /** Places with villages that are selected. */
  groups: VillageGroup[];
  /** Too many villages are selected to tell of each: they are told of place by place. */
  isLong: boolean;
  totals: Figures;
  targetVillages: number;
  targetVillagesWithLearners: number;
  /** Villages with learners that are no target. Nothing of theirs counts towards a target. */
  otherVillages: number;
  lastHeard: LastHeard;
  isAnythingHidden: boolean;
}

/** More villages than this are told of place by place: nobody reads a table as long, and a phone would wait for it. */
const mostRows = 500;

/** Whether so many villages are selected that they are told of place by place. */
export function isLongReport(places: readonly PlaceCounts[], selection: Selection): boolean {
  return sumOf(places, (place) => selectedIn(place, selection)) > mostRows;
}

/**
 * All that the page tells of a program, of its places and of `villages`, those that are selected (none of a long
 * report). Small groups are hidden: `told` says what the pages of places tell of each village and place, so that the one
 * cannot be taken from the other; rates come from what is told alone.
 */
export function reportCompletion(places: readonly PlaceCounts[], villages: readonly VillageCounts[], { told, selection, now }: { told: ToldPlaces; selection: Selection; now: Date }): CompletionReport {
  const rows = Map.groupBy(villages, (village) => village[places[0]?.kind === "regency" ? "regencyCode" : "districtCode"]);
  const groups = places.map((place) => groupOf(place, (rows.get(place.code) ?? []).map((village) => rowOf(village, told(village.villageCode), now)), told(place.code)));
  const totals = figuresOf(sumOf(places, ({ target }) => target), told(""), sumOf(places, othersIn));
  return {
    groups: groups.filter((_group, index) => selectedIn(places[index] as PlaceCounts, selection) > 0),
    isLong: isLongReport(places, selection),
    totals,
    targetVillages: sumOf(places, ({ targetVillages }) => targetVillages),
    targetVillagesWithLearners: sumOf(places, ({ targetVillagesWithLearners }) => targetVillagesWithLearners),
    otherVillages: sumOf(places, othersIn),
    lastHeard: lastHeardOf(lastDayOf(places), told("").started, { activeSince: activeSinceOf(now), isPart: false }),
    isAnythingHidden: [totals, ...groups, ...groups.flatMap((group) => group.rows)].some(({ counts }) => Object.values(counts).some(isHidden)),
  };
}

function groupOf(place: PlaceCounts, rows: VillageRow[], counts: PublishedCounts): VillageGroup {
  const { code, name, kind, villageCount, villagesWithLearners, target } = place;
  return { code, name, kind, rows, villageCount, villagesWithLearners, ...figuresOf(target, counts, othersIn(place)) };
}

function selectedIn({ villageCount, villagesWithLearners }: PlaceCounts, selection: Selection): number {
  return { semua: villageCount, mulai: villagesWithLearners, belum: villageCount - villagesWithLearners }[selection];
}

function othersIn({ villageCount, targetVillages }: PlaceCounts): number {
  return villageCount - targetVillages;
}

function sumOf(places: readonly PlaceCounts[], numberOf: (place: PlaceCounts) => number): number {
  return places.reduce((sum, place) => sum + numberOf(place), 0);
}

function rowOf(village: VillageCounts, counts: PublishedCounts, now: Date): VillageRow {
  return {
    villageCode: village.villageCode,
    village: village.village,
    district: village.district,
    regency: village.regency,
    hasLearners: village.registered > 0,
    lastHeard: lastHeardOf(dayOrNull(village.lastActivityAt), counts.started, { activeSince: activeSinceOf(now), isPart: true }),
    ...figuresOf(village.target, counts),
  };
}

function lastDayOf(places: readonly PlaceCounts[]): string | null {
  return places.reduce<string | null>((last, { lastActivityAt }) => {
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

/** Which villages to show: all, those with learners, or those without. */
export const selections = ["semua", "mulai", "belum"] as const;
export type Selection = (typeof selections)[number];

/** What `?tampil=` asks for; `otherwise` when it asks for nothing known. */
export function selectionOf(text: string | null, otherwise: Selection): Selection {
  return selections.find((selection) => selection === text) ?? otherwise;
}
