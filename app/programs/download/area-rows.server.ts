import type { Kysely } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import { isKelurahan } from "#app/regions/kelurahan.ts";
import { countPlaces, type ListedPlace, listPlaces } from "#db/area-download.ts";
import { type AreaChoice, type CohortPeople, listCohortPeopleOf, listKeptPlaces, listRegionNames } from "#db/area-report.ts";
import { countDesaByArea, countStagesByArea, listVillagePlans } from "#db/area-stages.ts";
import type { Database } from "#db/schema.ts";
import { figuresOf } from "../area-figures.ts";
import type { Area } from "../area-report.ts";
import { activeSinceOf } from "../last-heard.ts";
import { publishCohorts } from "../publish-cohorts.ts";
import type { AreaRow, PlaceOfPlan } from "./area-columns.ts";

/** Places read at once: what is in the memory at any time, however many there are in all. */
const placesAtOnce = 100;

/**
 * All that is told of a place and of everything in it, down to the cohorts: each before those that lie in it, in lots
 * to be written one after the other. As on the pages of places, and for the same readers. `villages` says how many
 * villages lie in each place.
 */
export async function* areaRows(db: Kysely<Database>, choice: AreaChoice, villages: ReadonlyMap<string, number>, now: Date): AsyncGenerator<AreaRow[]> {
  const activeSince = activeSinceOf(now);
  const today = dayOf(now);
  const names = await namesAround(db, choice.regionCode);
  // Of the few thousand places above villages, whichever lie in the place; villages come with their lots.
  const stages = await countStagesByArea(db, choice, today);
  const desa = await countDesaByArea(db, choice.regionCode);
  if (choice.regionCode === "") yield rowsOf([nation]);
  for (let after = ""; ; ) {
    const places = await listPlaces(db, choice.regionCode, after, placesAtOnce);
    const last = places.at(-1);
    if (!last) return;
    yield rowsOf(places);
    after = last.code;
  }

  async function rowsOf(places: readonly Place[]): Promise<AreaRow[]> {
    const kept = new Map((await listKeptPlaces(db, choice, places.map(({ code }) => code), activeSince)).map((one) => [one.regionCode, one]));
    const inVillages = places.filter(({ kind }) => kind === "village").map(({ code }) => code);
    const plans = await listVillagePlans(db, choice.programId, inVillages, today);
    const planOf = ({ code, kind }: Place): PlaceOfPlan => {
      if (kind !== "village") return { desa: desa.get(code) ?? 0, wave: null, reached: stages.get(code) ?? null };
      return { desa: isKelurahan(code) ? 0 : 1, wave: plans.get(code)?.wave ?? null, reached: plans.get(code)?.reached ?? null };
    };
    const cohorts = Map.groupBy(await listCohortPeopleOf(db, inVillages, choice), ({ villageCode }) => villageCode);
    return places.flatMap(({ code, name, kind, isRetired }): AreaRow[] => {
      names.splice(code === "" ? 0 : code.split(".").length, Infinity, name);
      if (isRetired && !kept.has(code)) return [];
      const [, province, regency, district, village] = names;
      const around = { code, province, regency, district, village, plan: planOf({ code, name, kind, isRetired }) };
      const figures = figuresOf({ code, name, kind }, villages.get(code) ?? 1, kept.get(code), { activeSince, programId: choice.programId });
      return [figures, ...cohortsOf(cohorts.get(code) ?? [], choice.programId)].map((one) => ({ ...around, figures: one }));
    });
  }
}

type Place = Area & Pick<ListedPlace, "isRetired">;
const nation: Place = { code: "", name: "Indonesia", kind: "nation", isRetired: false };

function cohortsOf(cohorts: readonly CohortPeople[], programId: string): AreaRow["figures"][] {
  const told = publishCohorts(cohorts);
  return cohorts.map(({ cohortId, name }, index) => figuresOf({ code: cohortId, kind: "cohort", name }, 0, { told: told[index] ?? null, figures: {}, lastOn: null }, { activeSince: "", programId }));
}

/** The names of the places around a place, by how deep they lie: the nation's first. */
async function namesAround(db: Kysely<Database>, regionCode: string): Promise<string[]> {
  const parts = regionCode.split(".");
  const codes = parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join("."));
  const names = new Map((await listRegionNames(db, codes)).map(({ code, name }) => [code, name]));
  return [nation.name, ...codes.map((code) => names.get(code) ?? "")];
}

/** About how many rows `areaRows` will have. */
export async function countAreaRows(db: Kysely<Database>, choice: AreaChoice): Promise<number> {
  const { places, cohorts } = await countPlaces(db, choice);
  return places + cohorts;
}
