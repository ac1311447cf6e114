import { type Kysely, sql, type Transaction } from "kysely";
import { recordStaffAudit } from "./audit.ts";
import type { ChangedValues, ProgramChangeKind } from "./programs-schema.ts";
import type { Database } from "./schema.ts";

export interface ProgramChange {
  /** The form's UUID: the same form never changes anything twice. */
  id: string;
  programId: string;
  /** Null when it is about the whole program. */
  villageCode: string | null;
  kind: ProgramChangeKind;
  before: ChangedValues;
  after: ChangedValues;
  reason: string;
  changedAt: Date;
  changedBy: string;
}

/** Holds a program's targets, waves and stages until the transaction ends, so that no two changes cross. */
export async function lockProgram(trx: Transaction<Database>, programId: string): Promise<void> {
  await trx.selectFrom("program").where("id", "=", programId).select("id").forNoKeyUpdate().execute();
}

/** Whether a form was taken before. */
export async function isChangeKnown(db: Kysely<Database>, id: string): Promise<boolean> {
  return (await db.selectFrom("program_change").where("id", "=", id).select("id").executeTakeFirst()) !== undefined;
}

/** Keeps a change with its reason, also in the staff's audit log. Call it in the transaction that makes the change. */
export async function recordProgramChange(trx: Transaction<Database>, change: ProgramChange): Promise<void> {
  await recordProgramChanges(trx, [change]);
  const { id, programId, villageCode, kind, before, after, reason, changedBy } = change;
  const details = { changeId: id, programId, villageCode, before: JSON.stringify(before), after: JSON.stringify(after), reason };
  await recordStaffAudit(trx, { actor: { kind: "staff", id: changedBy }, action: kind, subjectId: villageCode ?? programId, details });
}

/** The waves that were added at this very moment, as the list that added them was applied, with their values then. */
export async function listWavesAdded(db: Kysely<Database>, programId: string, at: Date): Promise<ChangedValues[]> {
  const added = await db.selectFrom("program_change").where("program_id", "=", programId).where("kind", "=", "wave.add").where("changed_at", "=", at).select("after").execute();
  return added.map(({ after }) => after);
}

/** The villages that were changed at this very moment. */
export async function listVillagesChanged(db: Kysely<Database>, programId: string, at: Date): Promise<Set<string>> {
  const changed = await db.selectFrom("program_change").where("program_id", "=", programId).where("changed_at", "=", at).where("village_code", "is not", null).select("village_code as code").execute();
  return new Set(changed.flatMap(({ code }) => code ?? []));
}

/** Keeps many changes at once; who calls records them in the audit log. */
export async function recordProgramChanges(trx: Transaction<Database>, changes: readonly ProgramChange[]): Promise<void> {
  const pick = (key: keyof ProgramChange) => changes.map((change) => (key === "before" || key === "after" ? JSON.stringify(change[key]) : change[key]));
  await sql`
    insert into program_change (id, program_id, village_code, kind, before, after, reason, changed_at, changed_by)
    select * from unnest(${pick("id")}::uuid[], ${pick("programId")}::uuid[], ${pick("villageCode")}::text[], ${pick("kind")}::text[],
      ${pick("before")}::jsonb[], ${pick("after")}::jsonb[], ${pick("reason")}::text[], ${pick("changedAt")}::timestamptz[], ${pick("changedBy")}::uuid[])`.execute(trx);
}

export interface ToldChange extends Omit<ProgramChange, "changedBy" | "programId" | "villageCode"> {
  changedBy: string;
}

/** What was changed in a village of a program, or (null) in the program itself; newest first, with who did it by name. */
export async function listProgramChanges(db: Kysely<Database>, programId: string, villageCode: string | null): Promise<ToldChange[]> {
  return db
    .selectFrom("program_change as change")
    .innerJoin("staff", "staff.id", "change.changed_by")
    .where("change.program_id", "=", programId)
    .where("change.village_code", villageCode === null ? "is" : "=", villageCode)
    .select(["change.id", "change.kind", "change.before", "change.after", "change.reason", "change.changed_at as changedAt", "staff.name as changedBy"])
    .orderBy("change.changed_at", "desc")
    .orderBy("change.id", "desc")
    .limit(200)
    .execute();
}
