import { type Kysely, sql } from "kysely";

/** Regions that are found as one types, that keep their history, and that a decree changes. See db/README.md. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- As searching compares names: without case, diacritics and apostrophes, one space between words. app/regions/search-text.ts does the same to what is typed.
    create function region_fold(name text) returns text language sql immutable parallel safe as $$
      select trim(regexp_replace(regexp_replace(lower(normalize(name, NFD)), '[\u0300-\u036f''\u2018\u2019\u02bb\u02bc\u0060\u00b4]', '', 'g'), '[^a-z0-9]+', ' ', 'g'))
    $$;
    alter table region
      add column retired_on date,
      add column folded text collate "C" not null generated always as (region_fold(name)) stored;
    create index region_name_start on region (kind, folded, code) where retired_on is null;
    create index region_kind_code on region (kind, (code collate "C"));
    create index region_code_start on region ((code collate "C"));

    create table region_import (
      id uuid primary key,
      decree text not null,
      effective_on date not null,
      file_name text not null,
      uploaded_at timestamptz not null,
      uploaded_by uuid not null references staff (id),
      applied_at timestamptz,
      applied_by uuid references staff (id),
      counts jsonb
    );
    create table region_import_line (
      import_id uuid not null references region_import (id),
      line int not null,
      code text collate "C",
      parent_code text,
      kind text,
      name text not null,
      old_codes text[] not null,
      typed text not null,
      fault text,
      primary key (import_id, line)
    );

    alter table region_change
      add column kind text check (kind in ('split', 'merge', 'move', 'recode')),
      add column import_id uuid references region_import (id),
      add constraint region_change_is_change check (old_code <> new_code) not valid;
    update region_change set kind = case
      when (select count(*) from region_change same where same.old_code = region_change.old_code) > 1 then 'split'
      when (select count(*) from region_change same where same.new_code = region_change.new_code) > 1 then 'merge'
      when regexp_replace(old_code, '[.]?[0-9]+$', '') <> regexp_replace(new_code, '[.]?[0-9]+$', '') then 'move'
      else 'recode' end;
    alter table region_change alter column kind set not null;
    create index region_change_new_code on region_change (new_code);

    create table region_name (
      code text not null references region (code),
      name text not null,
      valid_from date,
      valid_until date not null,
      decree text not null,
      primary key (code, valid_until),
      check (valid_from < valid_until)
    );

    create table region_word (
      word text collate "C" not null,
      code text collate "C" not null references region (code),
      name text collate "C" not null,
      kind_rank smallint not null,
      is_current boolean not null,
      primary key (word, name, code, is_current) include (kind_rank)
    );
    create index region_word_code on region_word (code);

    create function write_region_words(codes text[]) returns void language sql as $$
      delete from region_word where code = any(codes);
      insert into region_word (word, code, name, kind_rank, is_current)
      select distinct word, code, folded, array_position(array['province', 'regency', 'district', 'village'], kind), is_current
      from (
        select code, kind, folded, retired_on is null as is_current from region where code = any(codes)
        union
        select code, kind, region_fold(region_name.name), false from region_name join region using (code) where code = any(codes)
      ) named, regexp_split_to_table(folded, ' ') word
    $$;
    create function keep_region_words() returns trigger language plpgsql as $$
    begin
      perform write_region_words(array(select code from touched));
      return null;
    end $$;
    create trigger region_words_added after insert on region referencing new table as touched for each statement execute function keep_region_words();
    create trigger region_words_changed after update on region referencing new table as touched for each statement execute function keep_region_words();
    create trigger region_words_kept after insert on region_name referencing new table as touched for each statement execute function keep_region_words();
    select write_region_words(array(select code from region));`.execute(db);
}
