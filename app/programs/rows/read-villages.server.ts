import type { Kysely } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import { dayAfter } from "#app/mentoring/village-clock.ts";
import { findKeptArea } from "#db/area-report.ts";
import type { Database } from "#db/schema.ts";
import { countStalledVillages, countWaitingVillages, listStalledVillages, listTargetVillages, listVillagesAtStage, type RowsPart, type StalledSince } from "#db/village-rows.ts";
import { figuresOf } from "../area-figures.ts";
import { allPrograms } from "../contributions.ts";
import { countStalled } from "../pictures/read-stalled.server.ts";
import { type AreaWanted, pathTo } from "../read-area.server.ts";
import { type Stage, stages } from "../stages.ts";
import type { RowsAbout, VillageRow, VillageRows } from "./village-rows.ts";

const rowsOnPage = 100;
/** Days without work, and at least that long without anybody new, after which a village counts as stalled. */
const stalledDays = 30;
/** In a place with more villages than this, those that stalled are counted one place further down: looking for them reads every one. */
const mostLookedThrough = 2000;

/** The villages behind one of a place's numbers, a page of them. Undefined when there is no such place. */
export async function readVillages(db: Kysely<Database>, wanted: AreaWanted, asked: { about: RowsAbout; after: string }, now: Date): Promise<VillageRows | undefined> {
  const path = await pathTo(db, wanted);
  const area = path.at(-1);
  if (!area) return undefined;
  const since = stalledSince(now);
  const { reachedVillages, target, counts } = figuresOf(area, 0, await findKeptArea(db, wanted, since.activeSince), { ...wanted, ...since });
  const lists: VillageRows["lists"] = stages.map((stage) => ({ about: stage, villages: reachedVillages[stage] }));
  if (target) lists.push({ about: "target", villages: target.villages }, { about: "waiting", villages: await countWaitingVillages(db, wanted) });
  const isOfProgram = wanted.programId !== allPrograms;
  const areFew = Math.max(reachedVillages.registered, target?.villages ?? 0) <= mostLookedThrough;
  if (areFew && !isOfProgram) lists.push({ about: "stalled", villages: await countStalledVillages(db, wanted, since) });
  const about = lists.some((list) => list.about === asked.about) ? asked.about : "registered";
  const found = await listRows(db, wanted, about, since, { after: asked.after, limit: rowsOnPage + 1 });
  const rows = found.slice(0, rowsOnPage);
  const next = found.length > rowsOnPage ? (rows.at(-1)?.code ?? null) : null;
  const stalled = areFew && isOfProgram ? await countStalled(db, { ...wanted, today: dayOf(now) }) : null;
  return { path, curriculumId: wanted.curriculumId || null, about, lists, stalled, rows, whole: counts, next, isFirstPage: asked.after === "" };
}

function listRows(db: Kysely<Database>, wanted: AreaWanted, about: RowsAbout, since: StalledSince, part: RowsPart): Promise<VillageRow[]> {
  if (about === "stalled") return listStalledVillages(db, wanted, since, part);
  if (about === "target" || about === "waiting") return listTargetVillages(db, wanted, about === "waiting", part);
  return listVillagesAtStage(db, wanted, stages.indexOf(about satisfies Stage) + 1, part);
}

function stalledSince(now: Date): StalledSince {
  const activeSince = dayAfter(dayOf(now), -stalledDays);
  return { activeSince, newSince: activeSince.slice(0, 7) };
}
