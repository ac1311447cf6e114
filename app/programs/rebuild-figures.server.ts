import type { Kysely, Transaction } from "kysely";
import { type AreaKey, listAllPeopleAt } from "#db/area-people.ts";
import { countCenterActivity, dropGoneActivity, replaceCenterActivity } from "#db/center-activity.ts";
import { addToFigures, dropStale, type FigureChange, keepLearnerFigures, type LearnerKey, listAllTargets, listCountedLearners, whileNobodyFolds } from "#db/figures.ts";
import { listCountedVillages, listEveryone, listFiguresOf, recountFigures, sumFiguresIn } from "#db/recount.ts";
import type { Database } from "#db/schema.ts";
import { allCurricula, contributionsOf } from "./contributions.ts";
import { differenceOfFigures, type FigureSums, figureSums } from "./figure-sums.ts";
import { countCenter } from "./fold-centers.server.ts";
import { retellPlaces, withWholes } from "./retell-people.server.ts";

export interface Rebuilt {
  people: number;
  /** Places looked at, and figures compared there once they were worked out anew. */
  areas: number;
  figures: number;
  /** Figures that had to be put right. */
  mended: number;
  /** Figures that are still not what was counted, a line each; none, unless the fold and the recount disagree. */
  differences: string[];
}

/** People whose figures are worked out at a time. */
const batch = 1000;

/**
 * Works out every figure of every area anew, from what people did, and compares villages and districts with the
 * recount in SQL and what lies above them with the sums of what lies in it. District by district, so that it needs no
 * more memory for a nation than for a district, and other folds wait for a moment only: safe while the application
 * runs. What is wrong is put right; `report` is told of each province.
 */
export async function rebuildFigures(db: Kysely<Database>, report: (provinceCode: string) => void = () => undefined): Promise<Rebuilt> {
  const total: Rebuilt = { people: 0, areas: 0, figures: 0, mended: 0, differences: [] };
  const districts = await listCountedVillages(db);
  const above = (length: number) => [...new Set([...districts.keys()].map((code) => code.slice(0, length)))];
  for (const province of above(2)) {
    for (const [code, villages] of districts) {
      if (code.startsWith(`${province}.`)) addTo(total, await whileNobodyFolds(db, (trx) => rebuildDistrict(trx, code, villages)));
    }
    report(province);
  }
  for (const code of [...above(5), ...above(2), ""]) addTo(total, await whileNobodyFolds(db, (trx) => rebuildWhole(trx, code)));
  return total;
}

function addTo(total: Rebuilt, { people, areas, figures, mended, differences }: Rebuilt): void {
  total.people += people;
  total.areas += areas;
  total.figures += figures;
  total.mended += mended;
  total.differences.push(...differences);
}

async function rebuildDistrict(trx: Transaction<Database>, districtCode: string, villages: readonly string[]): Promise<Rebuilt> {
  await dropStale(trx, villages);
  const sums = figureSums((village) => [village, districtCode]);
  const everyone = await listEveryone(trx, villages);
  for (let from = 0; from < everyone.length; from += batch) await addPeople(trx, everyone.slice(from, from + batch), sums);
  await addCenters(trx, villages, sums);
  for (const { villageCode, programId, learners } of await listAllTargets(trx, villages)) sums.add(`${villageCode}|${programId}|${allCurricula}|target`, [1, learners]);
  addReached(sums, villages);
  const codes = [...villages, districtCode];
  const mended = await mend(trx, codes, sums.list());
  const counted = (await recountFigures(trx, villages)).filter(({ regionCode }) => regionCode.length >= districtCode.length);
  return { people: everyone.length, areas: codes.length, mended, ...(await compare(trx, codes, counted)) };
}

async function addPeople(trx: Transaction<Database>, keys: readonly LearnerKey[], sums: FigureSums): Promise<void> {
  const people = (await listCountedLearners(trx, keys)).map((learner) => ({ ...learner, figures: contributionsOf(learner.facts) }));
  for (const { villageCode, figures } of people) for (const [key, amounts] of Object.entries(figures)) sums.add(`${villageCode}|${key}`, amounts);
  await keepLearnerFigures(trx, people);
}

async function addCenters(trx: Transaction<Database>, villages: readonly string[], sums: FigureSums): Promise<void> {
  await dropGoneActivity(trx, villages);
  const days = await countCenterActivity(trx, villages);
  for (const day of days) countCenter(sums, day, 1);
  await replaceCenterActivity(trx, villages, days);
}

// In how many villages people have reached each stage: in each of them, one or none.
function addReached(sums: FigureSums, villages: readonly string[]): void {
  const reached = new Map<string, number[]>();
  for (const { regionCode, programId, curriculumId, facet, amounts } of sums.list()) {
    if (!facet.startsWith("people:") || !villages.includes(regionCode)) continue;
    const key = `${regionCode}|${programId}|${curriculumId}`;
    reached.set(key, [0, 1, 2, 3].map((stage) => Math.max(reached.get(key)?.[stage] ?? 0, Number((amounts[stage] ?? 0) > 0))));
  }
  for (const [key, amounts] of reached) sums.add(`${key}|villages`, amounts);
}

async function rebuildWhole(trx: Transaction<Database>, code: string): Promise<Rebuilt> {
  const mended = await mend(trx, [code], await sumFiguresIn(trx, code));
  return { people: 0, areas: 1, mended, ...(await compare(trx, [code], await sumFiguresIn(trx, code))) };
}

/** Puts the figures of places right, and what is told of them; answers how many were wrong. */
async function mend(trx: Transaction<Database>, codes: readonly string[], figures: readonly FigureChange[]): Promise<number> {
  const wrong = differenceOfFigures(await listFiguresOf(trx, codes), figures);
  await addToFigures(trx, wrong);
  const keys: AreaKey[] = [...(await listAllPeopleAt(trx, codes)), ...figures.filter(({ facet }) => facet.startsWith("people:"))];
  await retellPlaces(trx, withWholes(keys));
  return wrong.length;
}

/** Compares what is kept of places, and the people told of there, with what was counted. */
async function compare(trx: Transaction<Database>, codes: readonly string[], counted: readonly FigureChange[]): Promise<{ figures: number; differences: string[] }> {
  const kept = [...(await listFiguresOf(trx, codes)), ...(await listAllPeopleAt(trx, codes)).map(({ people, ...key }) => ({ ...key, facet: allPeople, amounts: people }))];
  const expected = [...counted, ...peopleIn(counted)];
  const differences = differenceOfFigures(kept, expected).map(
    ({ regionCode, programId, curriculumId, facet, amounts }) => `${regionCode || "nation"} ${programId} ${curriculumId || "all"} ${facet}: ${amounts.join(" ")}`,
  );
  return { figures: expected.length, differences };
}

const allPeople = "people";

function peopleIn(figures: readonly FigureChange[]): FigureChange[] {
  const people = new Map<string, FigureChange>();
  for (const { regionCode, programId, curriculumId, facet, amounts } of figures) {
    if (!facet.startsWith("people:")) continue;
    const key = `${regionCode}|${programId}|${curriculumId}`;
    const sum = people.get(key)?.amounts ?? [0, 0, 0, 0];
    people.set(key, { regionCode, programId, curriculumId, facet: allPeople, amounts: sum.map((amount, stage) => amount + (amounts[stage] ?? 0)) });
  }
  return [...people.values()];
}
