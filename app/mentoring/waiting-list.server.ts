import type { Kysely } from "kysely";
import { recordAudit } from "#db/audit.ts";
import { lockCohort } from "#db/cohort-schedule.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { findLearnerOfCohort } from "#db/enrollments.ts";
import type { Database } from "#db/schema.ts";
import { countSeats, endWaiting, findWaiting, listWaiting, type WaitingLearner } from "#db/waiting-list.ts";
import { seatLearner } from "./enroll-learner.server.ts";

export interface WaitingDecision {
  cohort: CohortSummary;
  waitingId: string;
  staffId: string;
  now: Date;
}

export type SeatResult = "seated" | "full" | "notFirst" | "refused" | "unknown";

/**
 * Gives the first in line the place that is free. Sent twice, it seats one person. `refused`: by now they have finished
 * the curriculum or learn it in another program, and wait no more. Nothing else changes unless it answers `seated`.
 */
export async function seatFirst(db: Kysely<Database>, { cohort, waitingId, staffId, now }: WaitingDecision): Promise<SeatResult> {
  return db.transaction().execute(async (trx) => {
    const { capacity } = await lockCohort(trx, cohort);
    const waiting = await findWaiting(trx, cohort, waitingId);
    if (!waiting) return "unknown";
    const { learnerId } = waiting;
    if (waiting.isOver) return (await findLearnerOfCohort(trx, cohort, learnerId)) ? "seated" : "notFirst";
    if ((await listWaiting(trx, cohort))[0]?.waitingId !== waitingId) return "notFirst";
    const { enrolled } = await countSeats(trx, cohort);
    if (capacity !== null && enrolled >= capacity) return "full";
    await endWaiting(trx, cohort, learnerId, now);
    return (await seatLearner(trx, { learnerId, cohort, staffId, now })) ? "seated" : "refused";
  });
}

/** Gives every free place to those who wait, the first in line first. Answers how many got one. Who cannot be seated any more (`refused` above) waits no more. */
export async function seatAll(db: Kysely<Database>, { cohort, staffId, now }: Omit<WaitingDecision, "waitingId">): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { capacity } = await lockCohort(trx, cohort);
    let free = (capacity ?? Infinity) - (await countSeats(trx, cohort)).enrolled;
    let seated = 0;
    for (const { learnerId } of await listWaiting(trx, cohort)) {
      if (free <= 0) break;
      await endWaiting(trx, cohort, learnerId, now);
      if (!(await seatLearner(trx, { learnerId, cohort, staffId, now }))) continue;
      free -= 1;
      seated += 1;
    }
    return seated;
  });
}

/** Takes someone out of the line who does not want the place any more. */
export async function leaveLine(db: Kysely<Database>, { cohort, waitingId, staffId, now }: WaitingDecision): Promise<"left" | "unknown"> {
  return db.transaction().execute(async (trx) => {
    await lockCohort(trx, cohort);
    const waiting = await findWaiting(trx, cohort, waitingId);
    if (!waiting) return "unknown";
    if (waiting.isOver || !(await endWaiting(trx, cohort, waiting.learnerId, now))) return "left";
    const details = { learnerId: waiting.learnerId, cohortId: cohort.cohortId };
    await recordAudit(trx, cohort.villageCode, { actor: { kind: "staff", id: staffId }, action: "waiting.remove", subjectId: waitingId, details });
    return "left";
  });
}

/** The line of a cohort and the places for it. */
export interface Places {
  capacity: number | null;
  enrolled: number;
  waiting: WaitingLearner[];
}

/** How full a cohort is, and who waits. */
export async function readPlaces(db: Kysely<Database>, cohort: Pick<CohortSummary, "villageCode" | "cohortId" | "capacity">): Promise<Places> {
  const { enrolled } = await countSeats(db, cohort);
  return { capacity: cohort.capacity, enrolled, waiting: await listWaiting(db, cohort) };
}
