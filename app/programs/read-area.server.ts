import type { Kysely } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import { type AreaChoice, countVillagesByArea, findKeptArea, listCohortPeople, listKeptParts, listRegionNames } from "#db/area-report.ts";
import type { Database } from "#db/schema.ts";
import { ageShares, figuresOf, genderShares, monthsOf } from "./area-figures.ts";
import type { Area, AreaFigures, AreaReport } from "./area-report.ts";
import { freshenFigures } from "./fold-figures.server.ts";
import { activeSinceOf } from "./last-heard.ts";
import { publishCohorts } from "./publish-cohorts.ts";

/** A place to report, and the top of what its reader may see. */
export interface AreaWanted extends AreaChoice {
  top: string;
}

/**
 * What is told of a place and of the places in it. What happened since the last fold is taken in first, up to a
 * bound, so that the figures are those of now. Undefined when there is no such place.
 */
export async function readArea(db: Kysely<Database>, wanted: AreaWanted, now: Date): Promise<AreaReport | undefined> {
  const asOf = await freshenFigures(db, now);
  const path = await pathTo(db, wanted);
  const area = path.at(-1);
  if (!area) return undefined;
  const today = dayOf(now);
  const activeSince = activeSinceOf(now);
  const [kept, villages] = await Promise.all([findKeptArea(db, wanted, activeSince), villageCounts(db)]);
  const whole = figuresOf(area, villages.get(area.code) ?? 1, kept, { activeSince, programId: wanted.programId });
  const figures = kept?.figures ?? {};
  return {
    path,
    curriculumId: wanted.curriculumId || null,
    whole,
    parts: area.kind === "village" ? await cohortsOf(db, wanted) : await partsOf(db, wanted, { villages, activeSince }),
    byGender: genderShares(figures, whole.counts),
    byAge: ageShares(figures, whole.counts),
    months: monthsOf(figures, whole.counts, today),
    asOf,
  };
}

async function partsOf(db: Kysely<Database>, choice: AreaChoice, { villages, activeSince }: { villages: ReadonlyMap<string, number>; activeSince: string }): Promise<AreaFigures[]> {
  const parts = await listKeptParts(db, choice, activeSince);
  const names = new Map((await listRegionNames(db, parts.map((part) => part.regionCode))).map((region) => [region.code, region]));
  return parts.flatMap((part) => {
    const region = names.get(part.regionCode);
    return region ? [figuresOf(region, villages.get(part.regionCode) ?? 1, part, { activeSince, programId: choice.programId })] : [];
  });
}

async function cohortsOf(db: Kysely<Database>, choice: AreaChoice): Promise<AreaFigures[]> {
  const cohorts = await listCohortPeople(db, choice);
  const told = publishCohorts(cohorts);
  return cohorts.map(({ cohortId, name }, index) => ({
    ...figuresOf({ code: cohortId, kind: "cohort", name }, 0, { told: told[index] ?? null, figures: {}, lastOn: null }, { activeSince: "", programId: choice.programId }),
  }));
}

/** The place with all that it lies in, from the top of the reader's scope; nothing when the place does not exist. */
export async function pathTo(db: Kysely<Database>, { regionCode, top }: Pick<AreaWanted, "regionCode" | "top">): Promise<Area[]> {
  const parts = regionCode === "" ? [] : regionCode.split(".");
  const codes = parts.map((_part, index) => parts.slice(0, index + 1).join("."));
  const regions = new Map((await listRegionNames(db, codes)).map((region) => [region.code, region]));
  if (codes.some((code) => !regions.has(code))) return [];
  const nation: Area = { code: "", kind: "nation", name: "Indonesia" };
  return [nation, ...codes.map((code) => regions.get(code) as Area)].filter(({ code }) => code.length >= top.length);
}

// The ministry's list changes once a year or so; counting it costs more than a page.
let villagesByArea: { counts: Promise<Map<string, number>>; until: number } | undefined;

/** Counts the villages anew when they are asked for next: after a decree. */
export function forgetVillageCounts(): void {
  villagesByArea = undefined;
}

/** How many villages lie in every place, by its code. */
export function villageCounts(db: Kysely<Database>): Promise<Map<string, number>> {
  if (!villagesByArea || villagesByArea.until < Date.now()) villagesByArea = { counts: countVillagesByArea(db), until: Date.now() + 600_000 };
  return villagesByArea.counts;
}
