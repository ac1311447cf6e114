import { sql, type Transaction } from "kysely";
import { newId } from "./ids.ts";
import type { Database } from "./schema.ts";

/** A region that would go while regions in it stay. */
export interface StrandedRegion {
  code: string;
  name: string;
  /** How many stay in it. */
  children: number;
}

/**
 * Which region of those that the file replaces or somebody ticked would leave others in it behind; undefined when none
 * would. Needs `judgeRegions` in this transaction.
 */
export async function findStranded(trx: Transaction<Database>, ticked: readonly string[]): Promise<StrandedRegion | undefined> {
  const { rows } = await sql<StrandedRegion>`
    select gone.code, gone.name, count(*)::int as children
    from judged_missing gone join (
      select code, parent_code from region where retired_on is null union select code, parent_code from judged_line where why is null
    ) child on child.parent_code = gone.code
    where ${isGone("gone", ticked)} and not exists (select from judged_missing also where also.code = child.code and ${isGone("also", ticked)})
    group by gone.code, gone.name order by gone.code limit 1`.execute(trx);
  return rows[0];
}

/** Writes what a file changes, and retires what it replaces and what was ticked of what it leaves out. Nothing is deleted. */
export async function applyDifference(trx: Transaction<Database>, upload: { importId: string; decree: string; effectiveOn: string }, ticked: readonly string[]): Promise<number> {
  const { importId, decree, effectiveOn } = upload;
  await sql`
    insert into region (code, kind, parent_code, name)
    select code, kind, parent_code, name from judged_line where why is null and old_name is null order by code`.execute(trx);
  await sql`
    insert into region_name (code, name, valid_from, valid_until, decree)
    select code, old_name, (select max(valid_until) from region_name past where past.code = line.code), ${effectiveOn}::date, ${decree}::text
    from judged_line line where why is null and old_name <> name`.execute(trx);
  await sql`
    update region set name = line.name, retired_on = null from judged_line line
    where line.code = region.code and line.why is null and (line.old_name <> line.name or line.retired_on is not null)`.execute(trx);
  await insertChanges(trx, { importId, decree, effectiveOn });
  const { numAffectedRows } = await sql`
    update region set retired_on = ${effectiveOn} from judged_missing missing where missing.code = region.code and ${isGone("missing", ticked)}`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

async function insertChanges(trx: Transaction<Database>, { importId, decree, effectiveOn }: { importId: string; decree: string; effectiveOn: string }) {
  const { rows } = await sql<{ old: string; new: string; kind: string }>`select old_code as old, new_code as new, kind from judged_change order by old_code, new_code`.execute(trx);
  await sql`
    insert into region_change (id, old_code, new_code, kind, reason, effective_on, import_id)
    select id, old_code, new_code, kind, ${decree}::text, ${effectiveOn}::date, ${importId}::uuid
    from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.old)}::text[], ${rows.map((row) => row.new)}::text[], ${rows.map((row) => row.kind)}::text[]) as new (id, old_code, new_code, kind)
    on conflict (old_code, new_code, effective_on) do nothing`.execute(trx);
}

function isGone(table: string, ticked: readonly string[]) {
  return sql`(${sql.ref(`${table}.is_replaced`)} or ${sql.ref(`${table}.code`)} = any(${ticked}::text[]))`;
}

/** Takes the file for this transaction alone, and keeps others from changing regions meanwhile. False when it was applied already, or was never uploaded. */
export async function lockRegionImport(trx: Transaction<Database>, importId: string): Promise<boolean> {
  const open = await trx.selectFrom("region_import").where("id", "=", importId).where("applied_at", "is", null).select("id").forUpdate().executeTakeFirst();
  if (!open) return false;
  await sql`lock table region in share row exclusive mode`.execute(trx);
  return true;
}

/** Closes a file: what it did stays, its rows go. */
export async function closeRegionImport(trx: Transaction<Database>, importId: string, by: { staffId: string; now: Date; counts: Record<string, number> }): Promise<void> {
  await trx.updateTable("region_import").set({ applied_at: by.now, applied_by: by.staffId, counts: JSON.stringify(by.counts) }).where("id", "=", importId).execute();
  await trx.deleteFrom("region_import_line").where("import_id", "=", importId).execute();
}
