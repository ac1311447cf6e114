import { setTimeout as pause } from "node:timers/promises";
import type { Kysely } from "kysely";
import { logger } from "#app/operations/logger.server.ts";
import type { Database } from "#db/schema.ts";
import { checkWorkDays } from "./anomalies/check-days.server.ts";
import { foldFigures } from "./fold-figures.server.ts";

/**
 * Folds what happens into the figures of areas, once a minute and until nothing waits, so that a page seldom finds more
 * than it folds in itself; and looks at the days of cohorts that are over. `stop` resolves when the last of both is done.
 */
export function keepFiguresFresh(db: Kysely<Database>, every = 60_000): { stop(): Promise<void> } {
  const ending = new AbortController();
  const ended = foldUntil(ending.signal, db, every);
  return {
    stop: () => {
      ending.abort();
      return ended;
    },
  };
}

async function foldUntil(signal: AbortSignal, db: Kysely<Database>, every: number): Promise<void> {
  while (!signal.aborted) {
    const isLeft = await foldFigures(db, new Date()).catch(toldOf("figures of areas were not brought up to date"));
    const isUnchecked = await checkWorkDays(db, new Date()).catch(toldOf("days of cohorts were not looked at"));
    if (!isLeft && !isUnchecked) await pause(every, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

function toldOf(what: string): (error: unknown) => false {
  return (error) => {
    logger.error({ err: error }, what);
    return false;
  };
}
