import { setTimeout as pause } from "node:timers/promises";
import type { Kysely } from "kysely";
import { logger } from "#app/operations/logger.server.ts";
import type { Database } from "#db/schema.ts";
import { foldFigures } from "./fold-figures.server.ts";

/**
 * Folds what happens into the figures of areas, once a minute and until nothing waits, so that a page seldom finds more
 * than it folds in itself. `stop` resolves when the last fold is done.
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
    const isLeft = await foldFigures(db, new Date()).catch((error: unknown) => {
      logger.error({ err: error }, "figures of areas were not brought up to date");
      return false;
    });
    if (!isLeft) await pause(every, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
