import type { Kysely } from "kysely";
import { dayAfter } from "#app/mentoring/village-clock.ts";
import { countAnomalies, findOldestWorkDay, listAnomalies, type ListedAnomaly } from "#db/anomalies.ts";
import type { Database } from "#db/schema.ts";
import { type AnomalyKind, anomalyKinds } from "./anomaly.ts";
import { workDayOf } from "./work-day.ts";

/** So many days back is asked about. */
const daysShown = 30;
/** Rows of each kind on the page of all, and on a page of one kind. */
const [fewRows, manyRows] = [10, 50];

export interface AnomalySection {
  kind: AnomalyKind;
  findings: number;
  cohorts: number;
  rows: ListedAnomaly[];
}

export interface AnomalyReport {
  sections: AnomalySection[];
  /** Of a page of one kind; null on the page of all. */
  paging: { kind: AnomalyKind; page: number; pages: number } | null;
  /** The last day of which everything was looked at, `YYYY-MM-DD`. */
  checkedUntil: string;
}

/** What is worth a question at a place or in a program. Mentors are named for who answers for them alone: `mayWrite`. `asked` is what stands in the address: one kind, and which page of it. */
export async function readAnomalies(db: Kysely<Database>, { mayWrite = false, ...where }: { regionCode: string; programId: string | null; mayWrite?: boolean }, asked: URLSearchParams, now: Date): Promise<AnomalyReport> {
  const today = workDayOf(now);
  const choice = { ...where, since: dayAfter(today, -daysShown) };
  const kind = anomalyKinds.find((one) => one === asked.get("jenis")) ?? null;
  const wish = /^\d{1,4}$/.test(asked.get("halaman") ?? "") ? Number(asked.get("halaman")) : 1;
  const [counts, waiting] = await Promise.all([countAnomalies(db, choice), findOldestWorkDay(db, today)]);
  const found = anomalyKinds.flatMap((one) => counts.filter((count) => count.kind === one && (kind === null || kind === one)));
  const pages = Math.max(1, Math.ceil((found[0]?.findings ?? 0) / manyRows));
  const page = Math.min(Math.max(1, wish), pages);
  const part = kind === null ? { from: 0, limit: fewRows } : { from: (page - 1) * manyRows, limit: manyRows };
  const rowsOf = async (one: AnomalyKind) => (await listAnomalies(db, choice, { kind: one, ...part })).map((row) => (mayWrite ? row : { ...row, mentors: [] }));
  const sections = await Promise.all(found.map(async (one) => ({ ...one, rows: await rowsOf(one.kind) })));
  return { sections, paging: kind === null ? null : { kind, page, pages }, checkedUntil: dayAfter(waiting ?? today, -1) };
}
