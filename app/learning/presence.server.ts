import type { Kysely } from "kysely";
import { logger } from "#app/operations/logger.server.ts";
import { type LearnerKey, upsertPresence, type Whereabouts } from "#db/class-board.ts";
import type { Database } from "#db/schema.ts";

/** Where a learner stays is written again after so long only, in milliseconds; where they go at once. */
const rewriteAfter = 20_000;
/** More learners than come to one server in a day: what is remembered never grows beyond. */
const mostRemembered = 5_000;

interface Written extends Whereabouts {
  at: number;
}
const written = new Map<string, Written>();

/**
 * Notes where a learner is, for their mentor's board. Nobody waits for it and its failure fails nothing.
 * `screen` null: the lesson was opened, on which screen nobody knows.
 */
export function notePresence(db: Kysely<Database>, { villageCode, learnerId }: LearnerKey, place: Whereabouts, now = Date.now()): void {
  const last = written.get(learnerId);
  const isSame = last?.lessonId === place.lessonId && (place.screen === null ? last.screen !== "latihan" : last.screen === place.screen);
  if (isSame && now - last.at < rewriteAfter) return;
  if (written.size >= mostRemembered) written.clear();
  const screen = isSame ? last.screen : place.screen;
  written.set(learnerId, { lessonId: place.lessonId, screen, at: now });
  upsertPresence(db, { villageCode, learnerId }, { lessonId: place.lessonId, screen }, new Date(now)).catch((error: unknown) => {
    written.delete(learnerId);
    logger.warn({ err: error }, "presence not written");
  });
}
