import type { Kysely, Transaction } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import { recordStaffAudit } from "#db/audit.ts";
import { newId } from "#db/ids.ts";
import { listWavesAdded, lockProgram, type ProgramChange, recordProgramChanges } from "#db/program-changes.ts";
import { lockProgramImport, markProgramImportUndone, type ProgramImportKey } from "#db/program-imports.ts";
import { deleteEmptyWave, deleteTarget, listTargetValues, listWaves, upsertTargets, type Wave } from "#db/program-targets.ts";
import type { Database } from "#db/schema.ts";
import { valuesOf } from "./change-plan.server.ts";
import { stampOf } from "./plan-form.ts";
import type { TargetOutcome } from "./plan-targets.ts";

export interface UndoTargets extends ProgramImportKey {
  reason: string;
  staffId: string;
  now: Date;
}

type Applied = Extract<TargetOutcome, { kind: "added" | "changed" }>;

/**
 * Undoes an applied target list in one transaction, once: takes off the villages that it added and gives the others
 * their targets and waves back. What was changed again since stays as it is. Waves
 * that it added go too, where nobody changed them and no village is left in them.
 */
export async function undoTargets(db: Kysely<Database>, request: UndoTargets): Promise<"undone" | "already" | "unknown"> {
  const { programId, importId, reason, staffId, now } = request;
  return db.transaction().execute(async (trx) => {
    await lockProgram(trx, programId);
    const upload = await lockProgramImport(trx, request);
    if (!upload?.appliedAt) return "unknown";
    if (upload.undoneAt) return "already";
    const applied = (upload.outcomes ?? []).flatMap(({ outcome }) => (outcome.kind === "added" || outcome.kind === "changed" ? [outcome] : []));
    const targets = await listTargetValues(trx, programId);
    const untouched = applied.filter(({ villageCode, after }) => stampOf(targets.get(villageCode)) === stampOf(after));
    await giveBack(trx, request, untouched);
    const waves = await takeWavesBack(trx, request, upload.appliedAt);
    const counts = { undone: untouched.length, kept: applied.length - untouched.length, waves };
    await markProgramImportUndone(trx, request, counts, now);
    await recordStaffAudit(trx, { actor: { kind: "staff", id: staffId }, action: "targets.undo", subjectId: importId, details: { programId, reason, ...counts } });
    return "undone";
  });
}

async function takeWavesBack(trx: Transaction<Database>, { programId, reason, staffId, now }: UndoTargets, appliedAt: Date): Promise<number> {
  const added = await listWavesAdded(trx, programId, appliedAt);
  const waves = (await listWaves(trx, programId)).filter((wave) => added.some((values) => values["number"] === wave.number && values["name"] === wave.name && values["startsOn"] === wave.startsOn && values["endsOn"] === wave.endsOn));
  const removed: Wave[] = [];
  for (const wave of waves) if (await deleteEmptyWave(trx, programId, wave.number)) removed.push(wave);
  await recordProgramChanges(trx, removed.map((wave) => ({ id: newId(), programId, villageCode: null, kind: "wave.remove", before: valuesOf(wave), after: {}, reason, changedAt: now, changedBy: staffId })));
  return removed.length;
}

async function giveBack(trx: Transaction<Database>, { programId, reason, staffId, now }: UndoTargets, outcomes: readonly Applied[]): Promise<void> {
  const changed = outcomes.flatMap((outcome) => (outcome.kind === "changed" ? [outcome] : []));
  for (const { kind, villageCode } of outcomes) if (kind === "added") await deleteTarget(trx, programId, villageCode);
  await upsertTargets(trx, programId, changed.map(({ villageCode, before }) => ({ villageCode, ...before })), dayOf(now));
  const changes = outcomes.map(
    (outcome): ProgramChange => ({
      id: newId(),
      programId,
      reason,
      changedAt: now,
      changedBy: staffId,
      villageCode: outcome.villageCode,
      kind: outcome.kind === "added" ? "village.remove" : "village.change",
      before: { ...outcome.after },
      after: outcome.kind === "added" ? {} : { ...outcome.before },
    }),
  );
  await recordProgramChanges(trx, changes);
}
