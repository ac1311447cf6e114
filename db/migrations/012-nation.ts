import { type Kysely, sql } from "kysely";

/** What keeping figures for a whole nation needs, and what it found missing; see db/README.md. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index area_people_program on area_people (program_id, curriculum_id, region_code);
    create index program_village_village on program_village (village_code);
    create index cohort_mentor_cohort on cohort_mentor (village_code, cohort_id);
    create index cohort_mentor_staff_ever on cohort_mentor (staff_id);

    -- Whose last day of work at a center may have gone with them: their village's centers are counted anew.
    create table center_stale (
      village_code text not null,
      seq bigint generated always as identity,
      primary key (village_code, seq)
    );
    create function note_centers() returns trigger language plpgsql as $$
    begin
      insert into center_stale (village_code) values (old.village_code);
      return null;
    end $$;
    create trigger counted_at_center after update of cohort_id or delete on enrollment for each row execute function note_centers();
    create trigger counted_at_center after update of center_id or delete on learner for each row execute function note_centers();

    -- Only a second piece of work on the last day counts nothing, whatever day it is now: work may be told of later.
    create function note_lesson() returns trigger language plpgsql as $$
    begin
      insert into learner_stale (village_code, learner_id)
      select e.village_code, e.learner_id from enrollment e
      where e.village_code = new.village_code and e.id = new.enrollment_id
        and not exists (select 1 from enrollment_activity a where a.village_code = new.village_code and a.enrollment_id = new.enrollment_id
                        and a.last_on = (new.completed_at at time zone 'Asia/Jakarta')::date);
      return null;
    end $$;
    create function note_attempt() returns trigger language plpgsql as $$
    begin
      insert into learner_stale (village_code, learner_id)
      select e.village_code, e.learner_id from enrollment e
      where e.village_code = new.village_code and e.id = new.enrollment_id
        and not exists (select 1 from enrollment_activity a where a.village_code = new.village_code and a.enrollment_id = new.enrollment_id
                        and a.last_on = (new.submitted_at at time zone 'Asia/Jakarta')::date);
      return null;
    end $$;
    drop trigger counted on lesson_completion;
    drop trigger counted on quiz_attempt;
    drop trigger counted on practice_attempt;
    create trigger counted after insert on lesson_completion for each row execute function note_lesson();
    create trigger counted after insert on quiz_attempt for each row when (new.entered_by is null) execute function note_attempt();
    create trigger counted after insert on practice_attempt for each row execute function note_attempt();
    drop function note_work();
    insert into center_stale (village_code) select distinct village_code from center_activity;
  `.execute(db);
}
