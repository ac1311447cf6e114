import type { VillageStanding } from "#db/village-stages.ts";
import type { Area, AreaFigures } from "../area-report.ts";
import type { PublishedCounts } from "../stages.ts";
import { begunIn, countStandings, type Standing, standingOf } from "./tiles.ts";

/** A line of the report: a place within, with its people as the area's own page tells them. */
export interface ReportPlace {
  area: Area;
  counts: PublishedCounts;
  /** Target villages, and how many of them have begun; null where there are none, and of a village. */
  targets: { begun: number; all: number } | null;
  /** How far a village is; null of what holds villages. */
  standing: Standing | null;
}

export interface ReportPlaces {
  places: ReportPlace[];
  /** How many more there are than fit the sheet. */
  others: number;
}

/** How many fit the sheet: districts and villages in three columns, regencies with their longer names in two. */
const mostShown = { regency: 38, others: 45 };

/** The places within, by code; of more than fit the sheet, those with targets first. */
export function reportPlaces(parts: readonly AreaFigures[], villages: readonly VillageStanding[]): ReportPlaces {
  const fitting = parts.toSorted((one, other) => Number(one.target === null) - Number(other.target === null)).slice(0, mostShown[parts[0]?.area.kind === "regency" ? "regency" : "others"]);
  return { places: parts.filter((part) => fitting.includes(part)).map((part) => placeOf(part, villages)), others: parts.length - fitting.length };
}

function placeOf({ area, counts }: AreaFigures, villages: readonly VillageStanding[]): ReportPlace {
  if (area.kind === "village") {
    const village = villages.find(({ villageCode }) => villageCode === area.code);
    return { area, counts, targets: null, standing: village ? standingOf(village) : null };
  }
  const within = countStandings(villages.filter(({ villageCode }) => villageCode.startsWith(`${area.code}.`)), "targets");
  return { area, counts, targets: within.all > 0 ? { begun: begunIn(within.counts), all: within.all } : null, standing: null };
}

/** The places in columns: as few as keep the table low, and as long as each other but for the last. */
export function inColumns(places: readonly ReportPlace[]): ReportPlace[][] {
  const most = places[0]?.area.kind === "regency" ? 2 : 3;
  const columns = places.length <= 10 ? 1 : places.length <= 24 ? 2 : most;
  const length = Math.ceil(places.length / columns);
  return Array.from({ length: columns }, (_none, column) => places.slice(column * length, (column + 1) * length)).filter((column) => column.length > 0);
}

/** How many villages that stand still are named in a sentence where their table has no room. */
export const mostNamed = 3;

/** How many villages that stand still fit the sheet besides the places: each is as high as two of their lines. */
export function roomForStalled(places: readonly ReportPlace[]): number {
  const lines = inColumns(places)[0]?.length ?? 0;
  return lines > 12 ? 0 : Math.floor(8 - lines / 2);
}
