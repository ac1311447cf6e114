import type { Kysely, Transaction } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import { hoursStamp, type OpenDay } from "#app/mentoring/opening-hours.ts";
import { recordAudit } from "#db/audit.ts";
import { replaceCenterHours } from "#db/center-hours.ts";
import type { Database } from "#db/schema.ts";
import { endClosing, insertCenter, insertClosing, listVillageCenters, lockVillageCenters, updateCenter, type VillageCenter } from "#db/village-centers.ts";
import { centerStamp, type ReadCenter } from "./center-form.ts";

export interface CenterChange {
  villageCode: string;
  centerId: string;
  staffId: string;
  now: Date;
}

/**
 * `stale`: somebody changed it since the form was shown; `inUse`: cohorts that are not over have it;
 * `noHours`: none were recorded, and none are given. Unless it answers `done`, nothing changes.
 */
export type CenterResult = "done" | "taken" | "stale" | "inUse" | "noHours" | "unknown";

/** Adds a centre to a village. The form's UUID becomes its id: the same form never adds two. */
export async function addCenter(db: Kysely<Database>, change: CenterChange & { center: ReadCenter }): Promise<CenterResult> {
  const { villageCode, centerId, center } = change;
  return changing(db, change, async (trx, centers, note) => {
    if (centers.some((one) => one.centerId === centerId)) return "done";
    if (isTaken(centers, center.name, centerId)) return "taken";
    await insertCenter(trx, { villageCode, centerId, ...center });
    await note("center.add", { ...center });
    return "done";
  });
}

/** Gives a centre another name or address. `seen` is `centerStamp` of what the form showed. */
export async function changeCenter(db: Kysely<Database>, change: CenterChange & { center: ReadCenter; seen: string }): Promise<CenterResult> {
  const { villageCode, centerId, center } = change;
  return changing(db, change, async (trx, centers, note) => {
    const before = centers.find((one) => one.centerId === centerId);
    if (!before) return "unknown";
    if (centerStamp(before) === centerStamp(center)) return "done";
    if (centerStamp(before) !== change.seen) return "stale";
    if (isTaken(centers, center.name, centerId)) return "taken";
    await updateCenter(trx, { villageCode, centerId, ...center });
    await note("center.change", { ...center, oldName: before.name, oldAddress: before.address });
    return "done";
  });
}

/** Records when a centre is open; no hours at all take back what was recorded. `seen` is `hoursStamp` of what the form showed. */
export async function changeHours(db: Kysely<Database>, change: CenterChange & { hours: readonly OpenDay[]; seen: string }): Promise<CenterResult> {
  const { villageCode, centerId, hours, seen } = change;
  return changing(db, change, async (trx, centers, note) => {
    const before = centers.find((one) => one.centerId === centerId);
    if (!before) return "unknown";
    const [old, wanted] = [hoursStamp(before.hours), hoursStamp(hours)];
    if (wanted === "" && seen === "") return "noHours";
    if (old === wanted) return "done";
    if (old !== seen) return "stale";
    await replaceCenterHours(trx, { villageCode, centerId }, hours);
    await note("center.hours", { hours: wanted || null, oldHours: old || null });
    return "done";
  });
}

/** Closes a centre to new cohorts. Who learned there still signs in. A form that was taken before changes nothing. */
export async function closeCenter(db: Kysely<Database>, change: CenterChange & { formId: string; reason: string }): Promise<CenterResult> {
  const { villageCode, centerId, formId, reason, staffId, now } = change;
  return changing(db, change, async (trx, centers, note) => {
    const before = centers.find((one) => one.centerId === centerId);
    if (!before) return "unknown";
    if (before.closed) return "done";
    if (before.cohorts > 0) return "inUse";
    await insertClosing(trx, { villageCode, id: formId, centerId, closedAt: now, closedBy: staffId, reason });
    await note("center.close", { reason });
    return "done";
  });
}

export async function reopenCenter(db: Kysely<Database>, change: CenterChange): Promise<CenterResult> {
  const { villageCode, centerId, staffId, now } = change;
  return changing(db, change, async (trx, centers, note) => {
    const before = centers.find((one) => one.centerId === centerId);
    if (!before) return "unknown";
    if (!before.closed) return "done";
    await endClosing(trx, { villageCode, centerId, by: staffId, at: now });
    await note("center.reopen", {});
    return "done";
  });
}

/** Learners choose their centre by its name: no two open ones of a village have the same. */
function isTaken(centers: readonly VillageCenter[], name: string, centerId: string): boolean {
  return centers.some((one) => one.centerId !== centerId && !one.closed && one.name.toLowerCase() === name.toLowerCase());
}

type Note = (action: string, details: Record<string, string | null>) => Promise<void>;

async function changing(db: Kysely<Database>, { villageCode, centerId, staffId, now }: CenterChange, change: (trx: Transaction<Database>, centers: VillageCenter[], note: Note) => Promise<CenterResult>): Promise<CenterResult> {
  return db.transaction().execute(async (trx) => {
    await lockVillageCenters(trx, villageCode);
    return change(trx, await listVillageCenters(trx, villageCode, dayOf(now)), (action, details) =>
      recordAudit(trx, villageCode, { actor: { kind: "staff", id: staffId }, action, subjectId: centerId, details }),
    );
  });
}
