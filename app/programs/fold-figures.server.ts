import type { Kysely, Transaction } from "kysely";
import { findFoldTime } from "#db/area-report.ts";
import { takeStaleCenters } from "#db/center-activity.ts";
import {
  addToFigures,
  isAnyoneStale,
  isAnythingStale,
  keepLearnerFigures,
  listCountedLearners,
  listFigures,
  listTargets,
  lockFolding,
  noteFold,
  takeStaleLearners,
  takeStaleTargets,
} from "#db/figures.ts";
import type { Database } from "#db/schema.ts";
import { allCurricula, contributionsOf, differenceOf } from "./contributions.ts";
import { type FigureSums, figureSums } from "./figure-sums.ts";
import { addCenters, recountCenters } from "./fold-centers.server.ts";
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
    const changedCenters = await takeStaleCenters(trx);
    const learners = await listCountedLearners(trx, stale);
    const changes = figureSums();
    const kept = learners.map((learner) => {
      const figures = contributionsOf(learner.facts);
      for (const [key, amounts] of Object.entries(differenceOf(learner.before, figures))) changes.add(`${learner.villageCode}|${key}`, amounts);
      return { ...learner, figures };
    });
    await keepLearnerFigures(trx, kept);
    await addCenters(trx, learners, changes);
    await recountCenters(trx, changedCenters, changes);
    await addTargets(trx, targets, changes);
    await addToFigures(trx, changes.list());
    await retellPeople(trx, changes.list());
    const isLeft = await isAnyoneStale(trx);
    if (!isLeft) await noteFold(trx, now);
    return isLeft;
  });
}

/** As many things that happened as a page folds in itself before it is shown. */
const foldedByPage = 300;

/**
 * Brings the figures up to date before they are shown, as far as that takes a moment; answers up to when all that
 * happened is in them, null when they were never whole. Writes nothing when nothing happened.
 */
export async function freshenFigures(db: Kysely<Database>, now: Date): Promise<Date | null> {
  if (!(await isAnythingStale(db)) || !(await foldFigures(db, now, foldedByPage))) return now;
  return findFoldTime(db);
}

/** Brings everything up to date, and says how often it had to fold. */
export async function foldAllFigures(db: Kysely<Database>, now: Date): Promise<number> {
  let folds = 1;
  while (await foldFigures(db, now)) folds += 1;
  return folds;
}

async function addTargets(trx: Transaction<Database>, targets: readonly { villageCode: string; programId: string }[], changes: FigureSums): Promise<void> {
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
