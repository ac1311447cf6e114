import type { Kysely } from "kysely";
import { findFoldTime } from "#db/area-report.ts";
import { listOneLessonVillages, listQuietVillages } from "#db/quiet-villages.ts";
import type { Database } from "#db/schema.ts";
import { allCurricula } from "../contributions.ts";
import { foldFigures } from "../fold-figures.server.ts";
import { dayBefore, type Reason, reasons, type Stalled, stalledDays, stalledOf } from "./stalled.ts";

export interface StalledWanted {
  programId: string;
  regionCode: string;
  /** Empty for all. */
  curriculumId: string;
  /** `YYYY-MM-DD`. */
  today: string;
  /** How many are passed over, and how many are told at most; past the end, the last of them are told. */
  from: number;
  limit: number;
}

/** A village that stands still, and whether nobody there came back after the first lesson. */
export interface StalledRow extends Stalled {
  isOneLesson: boolean;
}

export interface StalledReport {
  /** False until the figures have first been worked out whole: nothing is then told. */
  isCounted: boolean;
  rows: StalledRow[];
  /** How many were passed over. */
  from: number;
  /** Of all, told or passed over. */
  total: number;
  byReason: Record<Reason, number>;
}

type StalledChoice = Omit<StalledWanted, "from" | "limit">;

/** How many villages of a program's place stand still, by what is kept now; null until the figures have first been worked out whole. */
export async function countStalled(db: Kysely<Database>, choice: StalledChoice): Promise<number | null> {
  return (await findFoldTime(db)) === null ? null : (await listStalled(db, choice)).length;
}

async function listStalled(db: Kysely<Database>, choice: StalledChoice): Promise<Stalled[]> {
  return stalledOf(await listQuietVillages(db, { ...choice, recentSince: dayBefore(choice.today, stalledDays - 1) }), { today: choice.today, isPart: choice.curriculumId !== allCurricula });
}

/** Why a village of a program stands still, by what is kept now; undefined of one that does not, and until the figures have first been worked out whole. */
export async function findStalled(db: Kysely<Database>, choice: Omit<StalledChoice, "regionCode"> & { villageCode: string }): Promise<Stalled | undefined> {
  const { villageCode, ...shared } = choice;
  if ((await findFoldTime(db)) === null) return undefined;
  return (await listStalled(db, { ...shared, regionCode: villageCode.slice(0, 8) })).find((row) => row.villageCode === villageCode);
}

/** The villages of a program's place that stand still, longest first. */
export async function readStalled(db: Kysely<Database>, { today, from, limit, ...choice }: StalledWanted, now: Date): Promise<StalledReport> {
  await foldFigures(db, now);
  const isCounted = (await findFoldTime(db)) !== null;
  const all = isCounted ? await listStalled(db, { ...choice, today }) : [];
  const first = Math.min(from, Math.max(0, Math.ceil(all.length / limit) - 1) * limit);
  const shown = all.slice(first, first + limit);
  // What a few people did is not told more closely than that it is long ago.
  const dated = shown.filter(({ reason, since }) => reason === "quiet" && since !== null).map(({ villageCode }) => villageCode);
  const oneLesson = dated.length > 0 ? await listOneLessonVillages(db, choice, dated) : new Set<string>();
  return {
    isCounted,
    rows: shown.map((row) => ({ ...row, isOneLesson: oneLesson.has(row.villageCode) })),
    from: first,
    total: all.length,
    byReason: Object.fromEntries(reasons.map((reason) => [reason, all.filter((row) => row.reason === reason).length])) as Record<Reason, number>,
  };
}
