import type { Kysely, Transaction } from "kysely";
import { type AuditEntry, recordAudits } from "#db/audit.ts";
import {
  deleteEnrollments,
  deleteLearners,
  deleteOpenWaitings,
  type ImportChangeOfLearner,
  keepImportChanges,
  listActiveEnrollments,
  listActiveLearners,
  listImportChanges,
  lockLearnerValues,
  updateLearners,
} from "#db/import-changes.ts";
import { type ImportKey, lockImport, markImportUndone } from "#db/learner-imports.ts";
import { lockCenter } from "#db/learners.ts";
import { lockCohort } from "#db/cohort-schedule.ts";
import type { Database } from "#db/schema.ts";
import { type ImportCohort, importEntry } from "./apply-import.server.ts";

export interface UndoImport extends ImportKey {
  cohort: ImportCohort;
  staffId: string;
  now: Date;
}

/** What undoing leaves as it is, and why: the person has been active since, or somebody changed it since. */
interface Kept {
  learnerId: string;
  kind: ImportChangeOfLearner["kind"];
  why: "active" | "edited";
}

/**
 * Undoes an applied import in one transaction, once however often it is asked: takes away the people whom it added,
 * with their places, and gives back the values that it changed. Who has signed in or done anything since stays, and so
 * does a value that somebody changed again; the import's changes then say why they were kept.
 */
export async function undoImport(db: Kysely<Database>, request: UndoImport): Promise<"undone" | "already" | "unknown"> {
  return db.transaction().execute(async (trx) => {
    await lockCenter(trx, request.cohort);
    await lockCohort(trx, request.cohort);
    const upload = await lockImport(trx, request);
    if (!upload?.appliedAt) return "unknown";
    if (upload.undoneAt) return "already";
    const changes = await listImportChanges(trx, request);
    const kept = [...(await takeAway(trx, request, changes, upload.appliedAt)), ...(await giveBack(trx, request, changes))];
    await keepImportChanges(trx, request, kept);
    await markImportUndone(trx, request, request.now);
    await recordAudits(trx, request.villageCode, [importEntry(request, "import.undo", { kept: kept.length }), ...removals(changes, kept, request)]);
    return "undone";
  });
}

/** Takes away whom the import added or placed; answers who stays. */
async function takeAway(trx: Transaction<Database>, { villageCode }: UndoImport, changes: readonly ImportChangeOfLearner[], appliedAt: Date): Promise<Kept[]> {
  const of = (kind: ImportChangeOfLearner["kind"]) => changes.filter((change) => change.kind === kind);
  const [enrolled, waiting, added] = [of("enrolled"), of("waiting"), of("added")];
  const made = { enrollmentIds: enrolled.map(rowOf), waitingIds: waiting.map(rowOf) };
  const activeEnrollments = new Set(await listActiveEnrollments(trx, villageCode, made.enrollmentIds, appliedAt));
  const active = new Set(await listActiveLearners(trx, villageCode, added.map(({ learnerId }) => learnerId), made));
  for (const change of enrolled) if (activeEnrollments.has(rowOf(change))) active.add(change.learnerId);
  const newcomers = new Set(added.map(({ learnerId }) => learnerId));
  const stays = (change: ImportChangeOfLearner) => (newcomers.has(change.learnerId) ? active.has(change.learnerId) : activeEnrollments.has(rowOf(change)));
  await deleteEnrollments(trx, villageCode, enrolled.filter((change) => !stays(change)).map(rowOf));
  const leaving = waiting.filter((change) => !(newcomers.has(change.learnerId) && stays(change)));
  const left = new Set(await deleteOpenWaitings(trx, villageCode, leaving.map(rowOf)));
  await deleteLearners(trx, villageCode, added.filter((change) => !stays(change)).map(({ learnerId }) => learnerId));
  return [
    ...[...enrolled, ...added].filter(stays).map(({ learnerId, kind }) => ({ learnerId, kind, why: "active" as const })),
    ...waiting
      .filter((change) => (newcomers.has(change.learnerId) ? stays(change) : !left.has(rowOf(change))))
      .map(({ learnerId, kind }) => ({ learnerId, kind, why: newcomers.has(learnerId) ? ("active" as const) : ("edited" as const) })),
  ];
}

function rowOf({ after }: ImportChangeOfLearner): string {
  return String(after["id"]);
}

/** Gives back the values that the import changed and nobody since; answers whose stay as they are. */
async function giveBack(trx: Transaction<Database>, { villageCode }: UndoImport, changes: readonly ImportChangeOfLearner[]): Promise<Kept[]> {
  const changed = changes.filter(({ kind }) => kind === "changed");
  const now = new Map((await lockLearnerValues(trx, villageCode, changed.map(({ learnerId }) => learnerId))).map((values) => [values.learnerId, values]));
  const isUntouched = ({ learnerId, after }: ImportChangeOfLearner) => {
    const values = now.get(learnerId);
    return values !== undefined && Object.entries(after).every(([field, value]) => values[field as "name" | "birthYear" | "gender"] === value);
  };
  const restored = changed.filter(isUntouched).flatMap(({ learnerId, before }) => {
    const values = now.get(learnerId);
    return values ? [{ ...values, ...before }] : [];
  });
  await updateLearners(trx, villageCode, restored);
  return changed.filter((change) => !isUntouched(change)).map(({ learnerId, kind }) => ({ learnerId, kind, why: "edited" }));
}

function removals(changes: readonly ImportChangeOfLearner[], kept: readonly Kept[], { staffId, importId }: UndoImport): AuditEntry[] {
  const actor = { kind: "staff", id: staffId } as const;
  const stays = new Set(kept.map(({ learnerId, kind }) => `${kind} ${learnerId}`));
  const undone = changes.filter(({ learnerId, kind }) => !stays.has(`${kind} ${learnerId}`));
  return undone.flatMap((change): AuditEntry[] => {
    const { learnerId, kind } = change;
    if (kind === "added") return [{ actor, action: "learner.remove", subjectId: learnerId, details: { importId } }];
    if (kind === "changed") return [{ actor, action: "learner.restore", subjectId: learnerId, details: { importId } }];
    return [{ actor, action: kind === "enrolled" ? "enrollment.remove" : "waiting.remove", subjectId: rowOf(change), details: { learnerId, importId } }];
  });
}
