import type { Kysely, Transaction } from "kysely";
import {
  addToFigures,
  type CountedLearner,
  type FigureChange,
  keepCenterActivity,
  isAnyoneStale,
  keepLearnerFigures,
  listCenterActivity,
  listCountedLearners,
  listFigures,
  listTargets,
  lockFolding,
  noteFold,
  takeStaleLearners,
  takeStaleTargets,
} from "#db/figures.ts";
import type { Database } from "#db/schema.ts";
import { allCurricula, allPrograms, contributionsOf, differenceOf } from "./contributions.ts";
import { retellPeople } from "./retell-people.server.ts";

/**
 * Brings the figures of areas up to date with up to `limit` things that happened since; answers whether more wait.
 * Only when none does are the figures those of `now`. Costs as much as there is to take in, whatever the country's
 * size. Safe to run twice at once.
 */
export async function foldFigures(db: Kysely<Database>, now: Date, limit = 2000): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await lockFolding(trx);
    const stale = await takeStaleLearners(trx, limit);
    const targets = await takeStaleTargets(trx);
    const learners = await listCountedLearners(trx, stale);
    const changes = new Sums();
    const kept = learners.map((learner) => {
      const figures = contributionsOf(learner.facts);
      for (const [key, amounts] of Object.entries(differenceOf(learner.before, figures))) changes.add(`${learner.villageCode}|${key}`, amounts);
      return { ...learner, figures };
    });
    await keepLearnerFigures(trx, kept);
    await addCenters(trx, learners, changes);
    await addTargets(trx, targets, changes);
    await addToFigures(trx, changes.list());
    await retellPeople(trx, changes.list());
    const isLeft = await isAnyoneStale(trx);
    if (!isLeft) await noteFold(trx, now);
    return isLeft;
  });
}

/** Brings everything up to date, and says how often it had to fold. */
export async function foldAllFigures(db: Kysely<Database>, now: Date): Promise<number> {
  let folds = 1;
  while (await foldFigures(db, now)) folds += 1;
  return folds;
}

/** Amounts by `region|program|curriculum|facet`, in a village and in every area around it. */
class Sums {
  readonly #amounts = new Map<string, number[]>();

  add(villageKey: string, amounts: readonly number[]): void {
    const [villageCode = "", ...rest] = villageKey.split("|");
    for (const regionCode of areasAround(villageCode)) this.#addAt([regionCode, ...rest].join("|"), amounts);
  }

  #addAt(key: string, amounts: readonly number[]): void {
    const sum = this.#amounts.get(key) ?? [];
    amounts.forEach((amount, index) => (sum[index] = (sum[index] ?? 0) + amount));
    this.#amounts.set(key, sum);
  }

  list(): FigureChange[] {
    return [...this.#amounts].flatMap(([key, amounts]) => {
      const [regionCode = "", programId = "", curriculumId = "", facet = ""] = key.split("|");
      return amounts.some((amount) => amount !== 0) ? [{ regionCode, programId, curriculumId, facet, amounts }] : [];
    });
  }
}

/** The village, its district, regency, province and the nation, by their codes. */
export function areasAround(regionCode: string): string[] {
  const parts = regionCode.split(".");
  return parts.map((_part, index) => parts.slice(0, parts.length - index).join(".")).concat("");
}

// Each center is counted on the last day on which somebody worked there: sums over 30 days are the centers that were active.
async function addCenters(trx: Transaction<Database>, learners: readonly CountedLearner[], changes: Sums): Promise<void> {
  const known = new Map((await listCenterActivity(trx, learners.map((one) => one.villageCode))).map((one) => [keyOf(one), one]));
  const newer = new Map<string, { villageCode: string; centerId: string; programId: string; lastOn: string }>();
  for (const { villageCode, centerId, facts } of learners) {
    if (!centerId) continue;
    for (const { programId, lastOn } of facts.enrollments) {
      for (const counted of [programId, allPrograms]) {
        const day = { villageCode, centerId, programId: counted, lastOn: lastOn ?? "" };
        const before = newer.get(keyOf(day)) ?? known.get(keyOf(day));
        if (day.lastOn > (before?.lastOn ?? "")) newer.set(keyOf(day), day);
      }
    }
  }
  for (const [key, { villageCode, programId, lastOn }] of newer) {
    const before = known.get(key);
    if (before) changes.add(`${villageCode}|${programId}|${allCurricula}|center:${before.lastOn}`, [-1]);
    else changes.add(`${villageCode}|${programId}|${allCurricula}|centers`, [1]);
    changes.add(`${villageCode}|${programId}|${allCurricula}|center:${lastOn}`, [1]);
  }
  await keepCenterActivity(trx, [...newer.values()]);
}

function keyOf({ villageCode, centerId, programId }: { villageCode: string; centerId: string; programId: string }): string {
  return `${villageCode}|${centerId}|${programId}`;
}

async function addTargets(trx: Transaction<Database>, targets: readonly { villageCode: string; programId: string }[], changes: Sums): Promise<void> {
  const keys = targets.map(({ villageCode, programId }) => ({ regionCode: villageCode, programId, curriculumId: allCurricula }));
  const before = new Map((await listFigures(trx, keys, "target")).map((one) => [`${one.regionCode}|${one.programId}`, one.amounts]));
  const now = new Map((await listTargets(trx, targets)).map((one) => [`${one.villageCode}|${one.programId}`, one.learners]));
  for (const { villageCode, programId } of targets) {
    const key = `${villageCode}|${programId}`;
    const [villages = 0, learners = 0] = before.get(key) ?? [];
    const wanted = now.get(key);
    changes.add(`${villageCode}|${programId}|${allCurricula}|target`, [(wanted === undefined ? 0 : 1) - villages, (wanted ?? 0) - learners]);
  }
}
