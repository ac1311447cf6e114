import { type Kysely, sql } from "kysely";

/**
 * Figures of areas, kept as things happen. Whatever changes what a person counts for notes that person as stale, in
 * the same transaction and by the database itself, so that no path of writing can forget it; `foldFigures` brings the
 * figures of their village, district, regency, province and nation up to date. See db/README.md.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table learner_figure (
      village_code text not null,
      learner_id uuid not null,
      figures jsonb not null,
      primary key (village_code, learner_id)
    );
    create table enrollment_activity (
      village_code text not null,
      enrollment_id uuid not null,
      last_on date not null,
      primary key (village_code, enrollment_id)
    );
    create table learner_stale (
      village_code text not null,
      seq bigint generated always as identity,
      learner_id uuid not null,
      primary key (village_code, seq)
    );
    create table target_stale (
      village_code text not null,
      seq bigint generated always as identity,
      program_id uuid not null,
      primary key (village_code, seq)
    );
    create table center_activity (
      village_code text not null,
      center_id uuid not null,
      program_id uuid not null,
      last_on date not null,
      primary key (village_code, center_id, program_id)
    );
    create table area_figure (
      region_code text not null,
      program_id uuid not null,
      curriculum_id text not null,
      facet text collate "C" not null,
      amounts int[] not null,
      parent_code text generated always as (case when region_code <> '' then coalesce(substring(region_code from '^(.*)[.][^.]+$'), '') end) stored,
      primary key (region_code, program_id, curriculum_id, facet)
    );
    create index area_figure_parent on area_figure (parent_code, program_id, curriculum_id, facet);
    create table area_people (
      region_code text not null,
      program_id uuid not null,
      curriculum_id text not null,
      people int[] not null,
      told jsonb not null,
      parent_code text generated always as (case when region_code <> '' then coalesce(substring(region_code from '^(.*)[.][^.]+$'), '') end) stored,
      primary key (region_code, program_id, curriculum_id)
    );
    create index area_people_parent on area_people (parent_code, program_id, curriculum_id);
    create table figures_fold (
      id int primary key check (id = 1),
      folded_at timestamptz not null
    );
    create index attendance_mark_learner on attendance_mark (village_code, learner_id);

    create function note_learner() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        insert into learner_stale (village_code, learner_id) values (old.village_code, old.learner_id);
      end if;
      if tg_op <> 'DELETE' then
        insert into learner_stale (village_code, learner_id) values (new.village_code, new.learner_id);
      end if;
      return null;
    end $$;
    create function note_learner_itself() returns trigger language plpgsql as $$
    begin
      insert into learner_stale (village_code, learner_id) values (old.village_code, old.id);
      return null;
    end $$;
    create function note_enrolled() returns trigger language plpgsql as $$
    begin
      insert into learner_stale (village_code, learner_id)
      select e.village_code, e.learner_id from enrollment e
      where e.village_code = coalesce(new.village_code, old.village_code) and e.id = coalesce(new.enrollment_id, old.enrollment_id);
      return null;
    end $$;
    -- A second piece of work on one day changes nothing that is counted.
    create function note_work() returns trigger language plpgsql as $$
    begin
      insert into learner_stale (village_code, learner_id)
      select e.village_code, e.learner_id from enrollment e
      where e.village_code = new.village_code and e.id = new.enrollment_id
        and not exists (select 1 from enrollment_activity a where a.village_code = new.village_code and a.enrollment_id = new.enrollment_id
                        and a.last_on >= (now() at time zone 'Asia/Jakarta')::date);
      return null;
    end $$;
    create function note_certificate() returns trigger language plpgsql as $$
    begin
      insert into learner_stale (village_code, learner_id)
      select e.village_code, e.learner_id from certificate c
      join enrollment e on e.village_code = c.village_code and e.id = c.enrollment_id
      where c.village_code = new.village_code and c.id = new.certificate_id;
      return null;
    end $$;
    create function note_target() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        insert into target_stale (village_code, program_id) values (old.village_code, old.program_id);
      end if;
      if tg_op <> 'DELETE' then
        insert into target_stale (village_code, program_id) values (new.village_code, new.program_id);
      end if;
      return null;
    end $$;

    create trigger counted after insert or update of cohort_id, enrolled_at or delete on enrollment for each row execute function note_learner();
    create trigger counted after update of gender, birth_year, center_id or delete on learner for each row execute function note_learner_itself();
    create trigger counted after insert on lesson_completion for each row execute function note_work();
    create trigger counted after insert on quiz_attempt for each row when (new.entered_by is null) execute function note_work();
    create trigger counted_from_paper after insert on quiz_attempt for each row when (new.entered_by is not null) execute function note_enrolled();
    create trigger counted after insert on practice_attempt for each row execute function note_work();
    create trigger counted after insert or delete on enrollment_completion for each row execute function note_enrolled();
    create trigger counted after insert on year_test_attempt for each row execute function note_enrolled();
    create trigger counted after insert or delete on certificate for each row execute function note_enrolled();
    create trigger counted after insert on certificate_revocation for each row execute function note_certificate();
    create trigger counted after insert or update or delete on attendance_mark for each row execute function note_learner();
    create trigger counted after insert or update or delete on program_village for each row execute function note_target();
  `.execute(db);
  // What was there before counts too.
  await sql`insert into learner_stale (village_code, learner_id) select distinct village_code, learner_id from enrollment`.execute(db);
  await sql`insert into target_stale (village_code, program_id) select village_code, program_id from program_village`.execute(db);
}
