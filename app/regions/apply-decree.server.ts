import type { Kysely } from "kysely";
import { recordStaffAudit } from "#db/audit.ts";
import { applyDifference, closeRegionImport, findStranded, lockRegionImport, type StrandedRegion } from "#db/region-changes.ts";
import { judgeRegions, readDifference, type RegionDifference } from "#db/region-difference.ts";
import { forgetOldRegionLines, insertRegionImport, insertRegionImportLines, type NewRegionImport, type RegionImport } from "#db/region-imports.ts";
import { refreshStatistics } from "#db/regions.ts";
import type { Database } from "#db/schema.ts";
import { readDecree } from "./read-decree.server.ts";

/** How long the rows of a file that nobody applied are kept, at most. */
const keptFor = 90 * 86_400_000;

/** Keeps a decree's file for a look at what it would change; regions stay as they are. Throws `DecreeUnreadable`, and then nothing is kept. */
export async function keepDecree(db: Kysely<Database>, upload: NewRegionImport, bytes: Buffer): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await forgetOldRegionLines(trx, new Date(upload.uploadedAt.getTime() - keptFor));
    if (!(await insertRegionImport(trx, upload))) return;
    const lines = await readDecree(bytes, (batch) => insertRegionImportLines(trx, upload.importId, batch));
    const details = { lines, decree: upload.decree };
    await recordStaffAudit(trx, { actor: { kind: "staff", id: upload.uploadedBy }, action: "region.upload", subjectId: upload.importId, details });
  });
}

/** What a file would change now. */
export async function previewDecree(db: Kysely<Database>, importId: string): Promise<RegionDifference> {
  return db.transaction().execute(async (trx) => {
    await judgeRegions(trx, importId);
    return readDifference(trx);
  });
}

export interface DecreeDecision {
  staffId: string;
  now: Date;
  /** What was looked at: applied only as it was. */
  fingerprint: string;
  /** Codes that the file leaves out, to be retired. */
  ticked: readonly string[];
}

/** `again`: it was applied already. `changed`: regions have changed since it was looked at. */
export type DecreeOutcome = "applied" | "again" | "changed" | { stranded: StrandedRegion };

/** Applies a file in one transaction: once, and as it was looked at. */
export async function applyDecree(db: Kysely<Database>, upload: RegionImport, { staffId, now, fingerprint, ticked }: DecreeDecision): Promise<DecreeOutcome> {
  const outcome = await db.transaction().execute(async (trx): Promise<DecreeOutcome> => {
    if (!(await lockRegionImport(trx, upload.importId))) return "again";
    await judgeRegions(trx, upload.importId);
    const difference = await readDifference(trx);
    if (difference.fingerprint !== fingerprint) return "changed";
    const stranded = await findStranded(trx, ticked);
    if (stranded) return { stranded };
    const retired = await applyDifference(trx, upload, ticked);
    const { new: added, renamed, restored, changes, faults } = difference.counts;
    const counts = { new: added, renamed, restored, changes, retired, faults };
    await closeRegionImport(trx, upload.importId, { staffId, now, counts });
    const details = { ...counts, decree: upload.decree, effectiveOn: upload.effectiveOn };
    await recordStaffAudit(trx, { actor: { kind: "staff", id: staffId }, action: "region.import", subjectId: upload.importId, details });
    return "applied";
  });
  if (outcome === "applied") await refreshStatistics(db);
  return outcome;
}
