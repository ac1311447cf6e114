import { type Kysely, sql } from "kysely";
import type { RegionChangeKind } from "./regions-schema.ts";
import type { Database } from "./schema.ts";

/** A region that another one became, or was. */
export interface RelatedRegion {
  /** The code that was asked about. */
  of: string;
  code: string;
  name: string;
  /** When it is no longer in force. */
  retiredOn: string | null;
  /** How and when it went over: the change nearest to it. Null for the region that was asked about. */
  kind: RegionChangeKind | null;
  effectiveOn: string | null;
}

/**
 * The codes that each of these codes stands for today: itself while it is in force, and what split from it or took its
 * place, at any depth. None when it was retired and nothing took its place. What was learned before a change stays with
 * the old code; nobody is moved by a decree.
 */
export async function currentCodesOf(db: Kysely<Database>, codes: readonly string[]): Promise<RelatedRegion[]> {
  const { rows } = await sql<RelatedRegion>`
    with recursive reached (of, code, kind, effective_on) as (
      select code, code, null::text, '-infinity'::date from unnest(${codes}::text[]) as code
      union
      select reached.of, change.new_code, change.kind, change.effective_on from reached
      join region_change change on change.old_code = reached.code and change.effective_on > reached.effective_on
    ), first as (
      select distinct on (of, code) * from reached order by of, code, effective_on = '-infinity' desc, effective_on desc
    )
    select first.of, region.code, region.name, region.retired_on as "retiredOn", first.kind, nullif(first.effective_on, '-infinity') as "effectiveOn"
    from first join region using (code)
    where region.retired_on is null
    order by first.of, first.effective_on = '-infinity' desc, region.code`.execute(db);
  return rows;
}

/**
 * The codes that these codes came from, at any depth, the latest first: a retired one is shown under its successor as
 * "dahulu …", one that is still in force as what it split from. A change is followed only into those that came before it,
 * so that no chain turns in a circle: a code that was given again is told apart by its dates.
 */
export async function formerCodesOf(db: Kysely<Database>, codes: readonly string[]): Promise<RelatedRegion[]> {
  const { rows } = await sql<RelatedRegion>`
    with recursive reached (of, code, kind, effective_on) as (
      select code, code, null::text, 'infinity'::date from unnest(${codes}::text[]) as code
      union
      select reached.of, change.old_code, change.kind, change.effective_on from reached
      join region_change change on change.new_code = reached.code and change.effective_on < reached.effective_on
    ), latest as (
      select distinct on (of, code) * from reached where code <> of order by of, code, effective_on desc
    )
    select latest.of, region.code, region.name, region.retired_on as "retiredOn", latest.kind, latest.effective_on as "effectiveOn"
    from latest join region using (code)
    order by latest.of, latest.effective_on desc, region.code`.execute(db);
  return rows;
}

export interface RegionName {
  name: string;
  /** The first day of the name; null as far back as we know. */
  from: string | null;
  /** The first day of the next name; null for the name of today. */
  until: string | null;
  /** The decree that ended it. */
  decree: string | null;
}

/** All names that a region had, the oldest first, that of today last. Empty for a code that never was. */
export async function listRegionNames(db: Kysely<Database>, code: string): Promise<RegionName[]> {
  const { rows } = await sql<RegionName>`
    select name, valid_from as "from", valid_until as until, decree from region_name where code = ${code}
    union all
    select region.name, (select max(valid_until) from region_name past where past.code = region.code), null, null from region where code = ${code}
    order by until nulls last`.execute(db);
  return rows;
}

/** What a region was called on a day (`YYYY-MM-DD`); undefined for a code that never was. */
export async function regionNameOn(db: Kysely<Database>, code: string, day: string): Promise<string | undefined> {
  const names = await listRegionNames(db, code);
  return names.find(({ until }) => until === null || day < until)?.name;
}
