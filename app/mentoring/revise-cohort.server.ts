import type { Kysely } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import { recordAudit } from "#db/audit.ts";
import { deleteSessions, insertSessions, isNameTaken, listSessions, listSlots, lockCohort, replaceSlots, resizeSession, updateTerms } from "#db/cohort-schedule.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import type { CohortKey } from "#db/enrollments.ts";
import { noteFirstCohort } from "#db/program-stages.ts";
import type { Database } from "#db/schema.ts";
import type { CohortTimes } from "./cohort-form.ts";
import { planFor } from "./create-cohort.server.ts";
import { reviseSessions } from "./schedule.ts";
import { zoneOf } from "./village-clock.ts";

export interface ReviseCohort {
  cohort: Pick<CohortSummary, "villageCode" | "cohortId" | "centerId">;
  times: CohortTimes;
  /** `stampOf` what the form showed. */
  seen: string;
  staffId: string;
  now: Date;
}

export type ReviseResult = "revised" | "stale" | "nameTaken" | "noSessions";

/**
 * Changes a cohort's name, dates, places and weekly schedule. Sessions to come are planned anew; those that have begun,
 * were moved, cancelled or restored, or in which somebody was marked, stay. A form that shows what somebody else has
 * changed since answers `stale`, and nothing is changed.
 */
export async function reviseCohort(db: Kysely<Database>, { cohort, times, seen, staffId, now }: ReviseCohort): Promise<ReviseResult> {
  return db.transaction().execute(async (trx) => {
    const { name, startsOn, endsOn, capacity, slots } = times;
    const before = { ...(await lockCohort(trx, cohort)), slots: await listSlots(trx, cohort) };
    if (stampOf(before) === stampOf(times)) return "revised";
    if (stampOf(before) !== seen) return "stale";
    if (before.name !== name && (await isNameTaken(trx, cohort, name, dayOf(now)))) return "nameTaken";
    const [plan, standing] = [await planFor(trx, cohort.villageCode, times), await listSessions(trx, cohort)];
    if (plan.sessions.length === 0) return "noSessions";
    const { add, resize, remove } = reviseSessions(plan.sessions, standing, now, zoneOf(cohort.villageCode));
    await updateTerms(trx, cohort, { name, startsOn, endsOn, capacity });
    await noteFirstCohort(trx, cohort, dayOf(now), now);
    await replaceSlots(trx, cohort, slots);
    await deleteSessions(trx, cohort, remove);
    for (const { id, minutes } of resize) await resizeSession(trx, cohort, id, minutes);
    await insertSessions(trx, cohort, add);
    const details = { startsOn, endsOn, capacity, slots: stampOfSlots(slots), added: add.length, removed: remove.length };
    await recordAudit(trx, cohort.villageCode, { actor: { kind: "staff", id: staffId }, action: "cohort.revise", subjectId: cohort.cohortId, details });
    return "revised";
  });
}

/** What a form about the cohort shows, in one text: two forms that show the same have the same stamp. */
export function stampOf({ name, startsOn, endsOn, capacity, slots }: CohortTimes): string {
  return [name, startsOn, endsOn, capacity ?? "", stampOfSlots(slots)].join("|");
}

function stampOfSlots(slots: CohortTimes["slots"]): string {
  return slots
    .map(({ weekday, startsAt, minutes }) => `${weekday} ${startsAt} ${minutes}`)
    .sort()
    .join(", ");
}

/** A cohort's name, dates, places and weekly schedule as they are now. */
export async function findTimes(db: Kysely<Database>, cohort: CohortKey & Omit<CohortTimes, "slots">): Promise<CohortTimes> {
  const { name, startsOn, endsOn, capacity } = cohort;
  return { name, startsOn, endsOn, capacity, slots: await listSlots(db, cohort) };
}
