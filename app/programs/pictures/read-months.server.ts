import type { Kysely } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import { type AreaChoice, findKeptArea } from "#db/area-report.ts";
import type { Database } from "#db/schema.ts";
import { monthsOf } from "../area-figures.ts";
import type { MonthFigures } from "../area-report.ts";
import { foldFigures } from "../fold-figures.server.ts";
import { activeSinceOf } from "../last-heard.ts";
import { type PublishedCounts, stages } from "../stages.ts";

/** The last twelve months of a place, for a page that tells `told` of it: empty where they may not be told, or would not end there. */
export async function readMonths(db: Kysely<Database>, choice: AreaChoice, told: PublishedCounts, now: Date): Promise<MonthFigures[]> {
  await foldFigures(db, now);
  const kept = await findKeptArea(db, choice, activeSinceOf(now));
  const keptTold = kept?.told;
  if (!keptTold) return [];
  const isSame = stages.every((stage) => keptTold[stage].low === told[stage].low && keptTold[stage].high === told[stage].high);
  return isSame ? monthsOf(kept.figures, keptTold, dayOf(now)) : [];
}
