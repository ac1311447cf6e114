import { type Kysely, sql } from "kysely";
import { newId } from "./ids.ts";
import type { Database } from "./schema.ts";

export type Actor = { kind: "learner" | "staff"; id: string } | { kind: "system"; id: null };

export interface AuditEntry {
  actor: Actor;
  /** What was done, such as `pin.reset`, `quiz.mark`, `certificate.issue`, `role.grant`. */
  action: string;
  /** The row it was done to. */
  subjectId: string;
  /** Never a name, a PIN or a hash. */
  details?: Record<string, string | number | boolean | null>;
}

/** Records a change about people of a village. Call it in the transaction that makes the change. */
export async function recordAudit(db: Kysely<Database>, villageCode: string, entry: AuditEntry): Promise<void> {
  await db.insertInto("audit_event").values({ village_code: villageCode, ...columnsOf(entry) }).execute();
}

/** Records many changes about people of a village at once. Call it in the transaction that makes them. */
export async function recordAudits(db: Kysely<Database>, villageCode: string, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map(columnsOf);
  const pick = (column: keyof (typeof rows)[number]) => rows.map((row) => row[column]);
  await sql`
    insert into audit_event (village_code, id, actor_kind, actor_id, action, subject_id, details)
    select ${villageCode}, new.* from unnest(${pick("id")}::uuid[], ${pick("actor_kind")}::text[], ${pick("actor_id")}::uuid[],
      ${pick("action")}::text[], ${pick("subject_id")}::text[], ${pick("details")}::jsonb[]) as new`.execute(db);
}

/** Records a change about staff. Call it in the transaction that makes the change. */
export async function recordStaffAudit(db: Kysely<Database>, entry: AuditEntry): Promise<void> {
  await db.insertInto("staff_audit_event").values(columnsOf(entry)).execute();
}

function columnsOf({ actor, action, subjectId, details = {} }: AuditEntry) {
  return { id: newId(), actor_kind: actor.kind, actor_id: actor.id, action, subject_id: subjectId, details: JSON.stringify(details) };
}
