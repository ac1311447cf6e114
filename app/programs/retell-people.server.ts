import type { Transaction } from "kysely";
import { type AreaKey, type AreaPeople, keepAreaPeople, listAllPeopleAt, listAreaParts, listAreaPeople, sumPeople } from "#db/area-people.ts";
import { addToFigures, type FigureChange } from "#db/figures.ts";
import type { Database } from "#db/schema.ts";
import { allCurricula, allPrograms } from "./contributions.ts";
import { countsOf, type PublishedCounts } from "./stages.ts";
import { toldBeside, toldOfWhole } from "./told.ts";

/**
 * Works out anew what may be told of the places whose people changed, villages first, then what they lie in;
 * and in how many villages people have reached each stage.
 */
export async function retellPeople(trx: Transaction<Database>, changes: readonly FigureChange[]): Promise<void> {
  const touched = withWholes(changes.filter(({ facet }) => facet.startsWith("people:")));
  const villages = touched.filter(({ regionCode }) => levelOf(regionCode) === 4);
  const before = byKey(await listAreaPeople(trx, villages));
  await retellPlaces(trx, touched);
  const after = await listAreaPeople(trx, villages);
  await addToFigures(trx, reachedVillages(before, after));
}

/** Works out anew what may be told of these places, and counts their people anew; villages first, then what they lie in. */
export async function retellPlaces(trx: Transaction<Database>, keys: readonly AreaKey[]): Promise<void> {
  for (const level of [4, 3, 2, 1, 0]) await retellLevel(trx, keys.filter(({ regionCode }) => levelOf(regionCode) === level));
}

async function retellLevel(trx: Transaction<Database>, keys: readonly AreaKey[]): Promise<void> {
  if (keys.length === 0) return;
  const parts = Map.groupBy(await listAreaParts(trx, keys.filter(({ regionCode }) => levelOf(regionCode) < 4)), (part) => nameOf({ ...part, regionCode: part.parentCode }));
  const places = (await sumPeople(trx, keys)).map((place): AreaPeople => {
    const told = toldOfWhole(countsOf(place.people), (parts.get(nameOf(place)) ?? []).map((part) => ({ counts: countsOf(part.people), told: part.told })));
    return { ...place, told };
  });
  await keepAreaPeople(trx, places);
  await keepAreaPeople(trx, await heldBack(trx, places, parts));
}

// What stands for several programs or curricula is told no closer than each of them at the same place, and than the places in it.
async function heldBack(trx: Transaction<Database>, places: readonly AreaPeople[], parts: ReadonlyMap<string, readonly AreaPeople[]>): Promise<AreaPeople[]> {
  const all = await listAllPeopleAt(trx, [...new Set(places.map(({ regionCode }) => regionCode))]);
  const at = Map.groupBy(all, ({ regionCode }) => regionCode);
  return places.flatMap((place) => {
    const here = at.get(place.regionCode) ?? [];
    const apart = here.filter((one) => isPartOf(one, place)).map((one) => one.told);
    const told: PublishedCounts = toldBeside(place.told, apart, parts.get(nameOf(place))?.map((part) => part.told));
    return told === place.told ? [] : [{ ...place, told }];
  });
}

// The cells that make up the place's: each program and curriculum apart, as far as the place is not one of them.
function isPartOf(one: AreaKey, place: AreaKey): boolean {
  const ofProgram = place.programId === allPrograms ? one.programId !== allPrograms : one.programId === place.programId;
  const ofCurriculum = place.curriculumId === allCurricula ? one.curriculumId !== allCurricula : one.curriculumId === place.curriculumId;
  return ofProgram && ofCurriculum;
}

function reachedVillages(before: ReadonlyMap<string, AreaPeople>, after: readonly AreaPeople[]): FigureChange[] {
  const sums = new Map<string, FigureChange>();
  for (const { people, ...village } of after) {
    const old = before.get(nameOf(village))?.people ?? [];
    const amounts = people.map((count, stage) => Number(count > 0) - Number((old[stage] ?? 0) > 0));
    if (amounts.every((amount) => amount === 0)) continue;
    const parts = village.regionCode.split(".");
    for (const regionCode of [...parts.map((_part, index) => parts.slice(0, index + 1).join(".")), ""]) {
      const key = { regionCode, programId: village.programId, curriculumId: village.curriculumId };
      const sum = sums.get(nameOf(key)) ?? { ...key, facet: "villages", amounts: [0, 0, 0, 0] };
      sums.set(nameOf(key), { ...sum, amounts: sum.amounts.map((amount, stage) => amount + (amounts[stage] ?? 0)) });
    }
  }
  return [...sums.values()];
}

/** 0 for the nation, 4 for a village. */
function levelOf(regionCode: string): number {
  return regionCode === "" ? 0 : regionCode.split(".").length;
}

/** Each once, with all programs and all curricula at the same place: what is told of them hangs on what is told of each. */
export function withWholes(keys: readonly AreaKey[]): AreaKey[] {
  const all = keys.flatMap(({ regionCode, programId, curriculumId }) =>
    [programId, allPrograms].flatMap((program) => [curriculumId, allCurricula].map((curriculum) => ({ regionCode, programId: program, curriculumId: curriculum }))),
  );
  return [...new Map(all.map((key) => [nameOf(key), key])).values()];
}

function byKey(places: readonly AreaPeople[]): Map<string, AreaPeople> {
  return new Map(places.map((place) => [nameOf(place), place]));
}

function nameOf({ regionCode, programId, curriculumId }: AreaKey): string {
  return `${regionCode}|${programId}|${curriculumId}`;
}
