import type { Transaction } from "kysely";
import { type CenterDay, countCenterActivity, keepCenterActivity, listCenterActivity, replaceCenterActivity } from "#db/center-activity.ts";
import type { CountedLearner } from "#db/figures.ts";
import type { Database } from "#db/schema.ts";
import { allCurricula, allPrograms } from "./contributions.ts";
import type { FigureSums } from "./figure-sums.ts";

/** Each center is counted on the last day on which somebody worked there: sums over 30 days are the centers that were active. */
export async function addCenters(trx: Transaction<Database>, learners: readonly CountedLearner[], changes: FigureSums): Promise<void> {
  const known = byKey(await listCenterActivity(trx, learners.map((one) => one.villageCode)));
  const newer = new Map<string, CenterDay>();
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
  for (const [key, day] of newer) {
    const before = known.get(key);
    if (before) countCenter(changes, before, -1);
    countCenter(changes, day, 1);
  }
  await keepCenterActivity(trx, [...newer.values()]);
}

/** Counts the centers of villages anew where somebody left, or was deleted, whose work may have been the last there. */
export async function recountCenters(trx: Transaction<Database>, villageCodes: readonly string[], changes: FigureSums): Promise<void> {
  if (villageCodes.length === 0) return;
  const [known, now] = [await listCenterActivity(trx, villageCodes), await countCenterActivity(trx, villageCodes)];
  for (const day of known) countCenter(changes, day, -1);
  for (const day of now) countCenter(changes, day, 1);
  await replaceCenterActivity(trx, villageCodes, now);
}

/** Counts a center among those that were ever at work, and on its last day. */
export function countCenter(sums: FigureSums, { villageCode, programId, lastOn }: CenterDay, amount: 1 | -1): void {
  sums.add(`${villageCode}|${programId}|${allCurricula}|centers`, [amount]);
  sums.add(`${villageCode}|${programId}|${allCurricula}|center:${lastOn}`, [amount]);
}

function byKey(days: readonly CenterDay[]): Map<string, CenterDay> {
  return new Map(days.map((day) => [keyOf(day), day]));
}

function keyOf({ villageCode, centerId, programId }: CenterDay): string {
  return `${villageCode}|${centerId}|${programId}`;
}
