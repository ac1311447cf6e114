import { sql, type Transaction } from "kysely";
import type { CellFault } from "#app/regions/decree-line.ts";
import type { RegionChangeKind, RegionKind } from "./regions-schema.ts";
import type { Database } from "./schema.ts";

/** Why a row of a decree's file is left out. */
export type LineFault =
  | CellFault
  | "repeated"
  | "parentUnknown"
  | "parentRetired"
  | "oldUnknown"
  | "oldKind"
  | "oldSame"
  | "oldStays"
  | "newerName"
  | "newerRetirement";

/** What a decree's file would change. Lists are cut at `mostShown`, counts are not. */
export interface RegionDifference {
  counts: Record<"lines" | "same" | "new" | "renamed" | "restored" | "changes" | "replaced" | "missing" | "faults", number>;
  added: { code: string; kind: RegionKind; name: string; parent: string }[];
  renamed: { code: string; name: string; oldName: string }[];
  restored: { code: string; name: string; retiredOn: string }[];
  changes: { oldCode: string; oldName: string; newCode: string; newName: string; kind: RegionChangeKind }[];
  /** In force, not in the file, and named there as an old code: the file retires them. */
  replaced: MissingRegion[];
  /** In force and not in the file, though others of their kind beside them are. Retired only if somebody says so. */
  missing: MissingRegion[];
  faults: { line: number; typed: string; name: string; fault: LineFault; /** The row that came first, of a repeated one. */ firstLine: number }[];
  /** Changes when anything here does. */
  fingerprint: string;
}

export interface MissingRegion {
  code: string;
  kind: RegionKind;
  name: string;
  learners: number;
  /** Programs that aim at it. */
  programs: number;
}

export const mostShown = 200;
export const mostMissingShown = 1000;

/**
 * Compares an uploaded file with the regions as they are, in temporary tables of this transaction: `judged_line`,
 * `judged_change` and `judged_missing`. All in the database: the file may have 200,000 rows.
 */
export async function judgeRegions(trx: Transaction<Database>, importId: string): Promise<void> {
  await sql`
    create temp table judged_line on commit drop as
    with file as (
      select line, code, parent_code, kind, name, old_codes, typed, fault,
        first_value(line) over (partition by code order by fault is not null, line) as first_line
      from region_import_line where import_id = ${importId}
    ), upload as (select effective_on from region_import where id = ${importId})
    select file.*, region.name as old_name, region.retired_on, case
      when fault is not null then fault
      when first_line <> line then 'repeated'
      when code = any(old_codes) then 'oldSame'
      when region.name <> file.name and exists (select from region_name past where past.code = file.code and past.valid_until >= upload.effective_on) then 'newerName'
      when region.retired_on > upload.effective_on then 'newerRetirement'
    end as why
    from file cross join upload left join region using (code)`.execute(trx);
  await sql`create index on judged_line (code)`.execute(trx);
  await sql`analyze judged_line`.execute(trx);
  await sql`
    update judged_line as line set why = case
      when exists (select from unnest(old_codes) old where not exists (select from region where region.code = old)) then 'oldUnknown'
      when exists (select from region where region.code = any(old_codes) and region.kind <> line.kind) then 'oldKind'
      else 'oldStays' end
    where why is null and old_codes <> '{}' and (
      exists (select from unnest(old_codes) old left join region on region.code = old where region.code is null or region.kind <> line.kind)
      or line.old_name is not null and line.retired_on is null and exists (
        select from unnest(old_codes) old join judged_line stays on stays.code = old
        where not exists (select from region_change known where known.old_code = old and known.new_code = line.code)))`.execute(trx);
  await sql`
    update judged_line as line set why = case when retired then 'parentRetired' else 'parentUnknown' end
    from (
      select child.line, bool_and(above.code is not null) as retired
      from judged_line child cross join unnest(array[2, 5, 8]) size
      left join region above on above.code = left(child.code, size)
      where child.why is null and length(child.code) > size and (above.code is null or above.retired_on is not null)
        and not exists (select from judged_line entered where entered.code = left(child.code, size) and entered.why is null)
      group by child.line
    ) lost where lost.line = line.line`.execute(trx);
  await sql`
    create temp table judged_change on commit drop as
    with pair as (
      select old.code as old_code, line.code as new_code, line.name as new_name, line.old_name is not null as was_there,
        exists (select from judged_line stays where stays.code = old.code) as old_stays
      from judged_line line cross join unnest(line.old_codes) as old (code) where line.why is null
    )
    select pair.*, region.name as old_name, region.retired_on as old_retired_on, case
      when old_stays or count(*) over (partition by old_code) > 1 then 'split'
      when was_there or count(*) over (partition by new_code) > 1 then 'merge'
      when regexp_replace(old_code, '[.]?[0-9]+$', '') <> regexp_replace(new_code, '[.]?[0-9]+$', '') then 'move'
      else 'recode' end as kind
    from pair join region on region.code = old_code
    where not exists (select from region_change known where known.old_code = pair.old_code and known.new_code = pair.new_code and (pair.old_stays or region.retired_on is not null))`.execute(trx);
  await sql`
    create temp table judged_missing on commit drop as
    with recursive heads as (
      select distinct coalesce(parent_code, '') as code from judged_line where code is not null
    ), missing as (
      select region.code, region.kind, region.name from region join heads on heads.code = coalesce(region.parent_code, '')
      where region.retired_on is null and not exists (select from judged_line line where line.code = region.code)
      union
      select region.code, region.kind, region.name from missing join region on region.parent_code = missing.code
      where region.retired_on is null and not exists (select from judged_line line where line.code = region.code)
    )
    select missing.*, exists (select from judged_change change where change.old_code = missing.code) as is_replaced from missing`.execute(trx);
}

/** What a file would change, once `judgeRegions` has compared it in this transaction. */
export async function readDifference(trx: Transaction<Database>): Promise<RegionDifference> {
  const { rows: totals } = await sql<RegionDifference["counts"] & { fingerprint: string }>`
    select line.*, missing.*, changes.*, md5(concat_ws('|', line.digest, missing.digest, changes.digest)) as fingerprint from
    (select count(*)::int as lines,
      count(*) filter (where why is null and old_name = name and retired_on is null)::int as same,
      count(*) filter (where why is null and old_name is null)::int as new,
      count(*) filter (where why is null and old_name <> name)::int as renamed,
      count(*) filter (where why is null and retired_on is not null)::int as restored,
      count(*) filter (where why is not null)::int as faults,
      md5(string_agg(concat_ws(';', line, why, old_name, retired_on), '|' order by line) filter (where why is not null or old_name is distinct from name or retired_on is not null)) as digest
    from judged_line) line,
    (select count(*) filter (where is_replaced)::int as replaced, count(*) filter (where not is_replaced)::int as missing, md5(string_agg(code, '|' order by code)) as digest from judged_missing) missing,
    (select count(*)::int as changes, md5(string_agg(concat_ws('>', old_code, new_code, kind), '|' order by old_code, new_code)) as digest from judged_change) changes`.execute(trx);
  const [total] = totals;
  if (!total) throw new Error("nothing was judged");
  const { lines, same, new: fresh, renamed, restored, changes, replaced, missing, faults, fingerprint } = total;
  return {
    counts: { lines, same, new: fresh, renamed, restored, changes, replaced, missing, faults },
    fingerprint,
    added: await listed(trx, sql`
      select line.code, line.kind, line.name, coalesce(above.name, region.name, '') as parent from judged_line line
      left join region on region.code = line.parent_code left join judged_line above on above.code = line.parent_code and above.why is null
      where line.why is null and line.old_name is null order by line.code limit ${mostShown}`),
    renamed: await listed(trx, sql`select code, name, old_name as "oldName" from judged_line where why is null and old_name <> name order by code limit ${mostShown}`),
    restored: await listed(trx, sql`select code, name, retired_on as "retiredOn" from judged_line where why is null and retired_on is not null order by code limit ${mostShown}`),
    changes: await listed(trx, sql`
      select old_code as "oldCode", old_name as "oldName", new_code as "newCode", new_name as "newName", kind from judged_change order by old_code, new_code limit ${mostShown}`),
    replaced: await listMissing(trx, true, mostShown),
    missing: await listMissing(trx, false, mostMissingShown),
    faults: await listed(trx, sql`select line, typed, name, why as fault, first_line as "firstLine" from judged_line where why is not null order by line limit ${mostShown}`),
  };
}

async function listMissing(trx: Transaction<Database>, isReplaced: boolean, limit: number): Promise<MissingRegion[]> {
  return listed(trx, sql`
    select code, kind, name,
      (select count(*)::int from learner where learner.village_code = judged_missing.code) as learners,
      (select count(*)::int from program_village target where target.village_code = judged_missing.code) as programs
    from judged_missing where is_replaced = ${isReplaced} order by code limit ${limit}`);
}

async function listed<Row>(trx: Transaction<Database>, query: ReturnType<typeof sql>): Promise<Row[]> {
  return (await query.execute(trx)).rows as Row[];
}
