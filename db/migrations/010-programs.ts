import { type Kysely, sql } from "kysely";

/** Programs as they are run: who gives what, waves, stages of villages, what was changed and why; and who may only look. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table program
      add column ends_on date,
      add constraint program_dates check (ends_on >= starts_on);
    create table program_partner (
      id uuid primary key,
      program_id uuid not null references program (id),
      name text not null,
      gives text not null,
      since timestamptz not null,
      ended_at timestamptz
    );
    create index program_partner_program on program_partner (program_id);
    create table program_curriculum (
      program_id uuid not null references program (id),
      curriculum_id text not null references curriculum (id),
      primary key (program_id, curriculum_id)
    );
    create table program_affiliation (
      program_id uuid not null references program (id),
      name text not null,
      people int check (people >= 0),
      primary key (program_id, name)
    );
    create table program_event (
      id uuid primary key,
      program_id uuid not null references program (id),
      name text not null,
      people int check (people >= 0)
    );
    create index program_event_program on program_event (program_id);
    create table program_event_session (
      event_id uuid not null references program_event (id),
      number int not null check (number > 0),
      starts_at timestamptz not null,
      minutes int not null check (minutes between 15 and 720),
      primary key (event_id, number)
    );
    create table program_wave (
      program_id uuid not null references program (id),
      number int not null check (number between 1 and 99),
      name text not null,
      starts_on date,
      ends_on date check (ends_on >= starts_on),
      primary key (program_id, number)
    );
    alter table program_village
      add column wave int,
      add constraint program_village_wave foreign key (program_id, wave) references program_wave (program_id, number);
    create table program_stage (
      id uuid primary key,
      program_id uuid not null references program (id),
      village_code text not null references region (code),
      stage text not null check (stage in ('internet', 'center', 'cohort', 'graduates')),
      reached_on date not null,
      source text,
      recorded_at timestamptz not null,
      recorded_by uuid references staff (id),
      withdrawn_at timestamptz
    );
    create unique index program_stage_now on program_stage (program_id, village_code, stage) where withdrawn_at is null;
    create table program_change (
      id uuid primary key,
      program_id uuid not null references program (id),
      village_code text references region (code),
      kind text not null,
      before jsonb not null,
      after jsonb not null,
      reason text not null,
      changed_at timestamptz not null,
      changed_by uuid not null references staff (id)
    );
    create index program_change_village on program_change (program_id, village_code, changed_at);
    create table program_import (
      id uuid primary key,
      program_id uuid not null references program (id),
      file_name text not null,
      lines jsonb not null,
      unread_columns text[] not null default '{}',
      uploaded_at timestamptz not null,
      uploaded_by uuid not null references staff (id),
      applied_at timestamptz,
      counts jsonb,
      outcomes jsonb,
      undone_at timestamptz
    );
    create index program_import_program on program_import (program_id, uploaded_at);

    alter table staff_role
      drop constraint staff_role_role_check,
      add constraint staff_role_role_check check (role in ('lead', 'viewer', 'admin')),
      add column reason text;

    insert into program_curriculum (program_id, curriculum_id)
      select distinct cohort.program_id, v.curriculum_id from cohort join curriculum_version v on v.id = cohort.curriculum_version_id;
    insert into program_stage (id, program_id, village_code, stage, reached_on, recorded_at)
      select gen_random_uuid(), program_id, village_code, 'cohort', min(starts_on), now() from cohort group by program_id, village_code;
    insert into program_stage (id, program_id, village_code, stage, reached_on, recorded_at)
      select gen_random_uuid(), cohort.program_id, cohort.village_code, 'graduates', min((f.completed_at at time zone 'Asia/Jakarta')::date), now()
      from enrollment_completion f
      join enrollment e on e.village_code = f.village_code and e.id = f.enrollment_id
      join cohort on cohort.village_code = e.village_code and cohort.id = e.cohort_id
      group by cohort.program_id, cohort.village_code;
  `.execute(db);
}
