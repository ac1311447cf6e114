import { createHash } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import { recordStaffAudit } from "#db/audit.ts";
import { newId } from "#db/ids.ts";
import { lockProgram, type ProgramChange, recordProgramChanges } from "#db/program-changes.ts";
import { lockProgramImport, markProgramImportApplied, type ProgramImportKey } from "#db/program-imports.ts";
import { listKnownVillages, listTargetValues, listVillagesNamed, listWaves, upsertTargets, upsertWave } from "#db/program-targets.ts";
import { currentCodesOf } from "#db/region-history.ts";
import type { Database } from "#db/schema.ts";
import { bareName, planTargets, type TargetPlan } from "./plan-targets.ts";
import { readVillageCode, type TargetLine } from "./target-list.ts";

/** What a list would do now, and what tells this plan from another one. */
export interface TargetPreview extends TargetPlan {
  fingerprint: string;
}

/** Plans a target list. Changes nothing. */
export async function previewTargets(db: Kysely<Database>, program: { id: string; regionCode: string }, lines: readonly TargetLine[]): Promise<TargetPreview> {
  const named = await listVillagesNamed(db, program.regionCode, lines.flatMap(({ code, village }) => (code === "" && village !== "" ? [bareName(village)] : [])));
  const codes = [...lines.flatMap(({ code }) => readVillageCode(code) ?? []), ...named.map(({ code }) => code)];
  const [villages, targets, waves] = [await listKnownVillages(db, codes), await listTargetValues(db, program.id), await listWaves(db, program.id)];
  const retired = [...villages].flatMap(([code, { isRetired }]) => (isRetired && !targets.has(code) ? [code] : []));
  const successors = Map.groupBy(retired.length > 0 ? await currentCodesOf(db, retired) : [], ({ of }) => of);
  // The database gives the cells back in an order of its own; the fingerprint is of one order.
  const rows = lines.map(({ line, code, village, district, learners, wave, startsOn, endsOn }) => ({ line, code, village, district, learners, wave, startsOn, endsOn }));
  const plan = planTargets(rows, { regionCode: program.regionCode, villages, successors, named, targets, waves: new Map(waves.map((wave) => [wave.number, wave])) });
  return { ...plan, fingerprint: createHash("sha256").update(JSON.stringify(plan)).digest("base64url") };
}

export interface ApplyTargets extends ProgramImportKey {
  program: { id: string; regionCode: string };
  /** Of the preview that was looked at. */
  fingerprint: string;
  /** What waves that the list names first are called, from their number. */
  nameOf: (wave: number) => string;
  reason: string;
  staffId: string;
  now: Date;
}

export type ApplyTargetsResult = "applied" | "already" | "unknown" | "nothing" | "changed";

/**
 * Applies a target list in one transaction, exactly as its preview says, once. Refused rows are left out. `changed`: the
 * program was changed since the preview was looked at; `nothing`: no row would change anything. Then nothing changes.
 */
export async function applyTargets(db: Kysely<Database>, request: ApplyTargets): Promise<ApplyTargetsResult> {
  const { program, now } = request;
  return db.transaction().execute(async (trx) => {
    await lockProgram(trx, program.id);
    const upload = await lockProgramImport(trx, request);
    if (!upload) return "unknown";
    if (upload.appliedAt) return "already";
    const preview = await previewTargets(trx, program, upload.lines);
    if (preview.fingerprint !== request.fingerprint) return "changed";
    if (preview.counts.added + preview.counts.changed === 0) return "nothing";
    await write(trx, request, preview);
    await markProgramImportApplied(trx, request, preview, now);
    return "applied";
  });
}

async function write(trx: Transaction<Database>, { program, importId, nameOf, reason, staffId, now }: ApplyTargets, { lines, newWaves, counts }: TargetPlan): Promise<void> {
  const waves = newWaves.map((wave) => ({ ...wave, name: nameOf(wave.number) }));
  for (const wave of waves) await upsertWave(trx, program.id, wave);
  const outcomes = lines.flatMap(({ outcome }) => (outcome.kind === "added" || outcome.kind === "changed" ? [outcome] : []));
  await upsertTargets(trx, program.id, outcomes.map(({ villageCode, after }) => ({ villageCode, ...after })), dayOf(now));
  const common = { programId: program.id, reason, changedAt: now, changedBy: staffId };
  const changes: ProgramChange[] = [
    ...waves.map((wave) => ({ ...common, id: newId(), villageCode: null, kind: "wave.add" as const, before: {}, after: { ...wave } })),
    ...outcomes.map((outcome) => ({
      ...common,
      id: newId(),
      villageCode: outcome.villageCode,
      kind: outcome.kind === "added" ? ("village.add" as const) : ("village.change" as const),
      before: outcome.kind === "changed" ? { ...outcome.before } : {},
      after: { ...outcome.after },
    })),
  ];
  await recordProgramChanges(trx, changes);
  const details = { programId: program.id, reason, ...counts, waves: newWaves.length };
  await recordStaffAudit(trx, { actor: { kind: "staff", id: staffId }, action: "targets.import", subjectId: importId, details });
}
