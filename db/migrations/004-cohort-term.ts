import { type Kysely, sql } from "kysely";
import { consentTextVersion1 } from "./004-consent-text.ts";

/** What a mentor needs to run a cohort through a term. Each key of what grows with learners leads with the village code, see db/README.md. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table holiday (
      day date primary key,
      name text not null,
      is_decreed boolean not null,
      source text not null
    );
    create table consent_text (
      version int primary key,
      body text not null,
      published_at timestamptz not null
    );
    create table staff_coaching (
      id uuid primary key,
      program_id uuid not null references program (id),
      coach_id uuid not null references staff (id),
      mentor_id uuid not null references staff (id),
      since timestamptz not null,
      granted_by uuid references staff (id),
      ended_at timestamptz,
      check (coach_id <> mentor_id)
    );
    create unique index staff_coaching_now on staff_coaching (coach_id, mentor_id, program_id) where ended_at is null;
    create index staff_coaching_mentor on staff_coaching (mentor_id) where ended_at is null;
    create table mentor_level (
      id uuid primary key,
      staff_id uuid not null references staff (id),
      programme text not null,
      level text not null,
      number text,
      issued_on date not null,
      expires_on date check (expires_on >= issued_on),
      recorded_at timestamptz not null,
      recorded_by uuid references staff (id),
      withdrawn_at timestamptz,
      withdrawn_by uuid references staff (id)
    );
    create index mentor_level_staff on mentor_level (staff_id);
    create table staff_lesson_completion (
      staff_id uuid not null references staff (id),
      lesson_id text not null,
      completed_at timestamptz not null,
      primary key (staff_id, lesson_id)
    );
    create table staff_quiz_attempt (
      id uuid primary key,
      staff_id uuid not null references staff (id),
      module_id text not null,
      bank_hash text not null,
      items jsonb not null,
      answers jsonb not null,
      correct_items int not null check (correct_items between 0 and total_items),
      total_items int not null check (total_items > 0),
      passed boolean not null,
      submitted_at timestamptz not null
    );
    create index staff_quiz_attempt_staff on staff_quiz_attempt (staff_id, module_id);

    alter table cohort
      add column capacity int check (capacity > 0),
      add column created_at timestamptz,
      add column created_by uuid references staff (id);
    alter table cohort_mentor
      add column until timestamptz,
      add column reason text;

    create table cohort_slot (
      village_code text not null,
      id uuid not null,
      cohort_id uuid not null,
      weekday int not null check (weekday between 1 and 7),
      starts_at time not null,
      minutes int not null check (minutes between 15 and 480),
      primary key (village_code, id),
      foreign key (village_code, cohort_id) references cohort (village_code, id)
    );
    create index cohort_slot_cohort on cohort_slot (village_code, cohort_id);
    create table cohort_session (
      village_code text not null,
      id uuid not null,
      cohort_id uuid not null,
      starts_at timestamptz not null,
      minutes int not null check (minutes between 15 and 480),
      cancelled_at timestamptz,
      primary key (village_code, id),
      foreign key (village_code, cohort_id) references cohort (village_code, id)
    );
    create index cohort_session_cohort on cohort_session (village_code, cohort_id, starts_at);
    create table cohort_session_change (
      village_code text not null,
      id uuid not null,
      session_id uuid not null,
      kind text not null check (kind in ('added', 'moved', 'cancelled', 'restored')),
      old_starts_at timestamptz not null,
      new_starts_at timestamptz,
      reason text not null,
      changed_at timestamptz not null,
      changed_by uuid not null references staff (id),
      primary key (village_code, id),
      foreign key (village_code, session_id) references cohort_session (village_code, id)
    );
    create table cohort_waiting (
      village_code text not null,
      id uuid not null,
      cohort_id uuid not null,
      learner_id uuid not null,
      since timestamptz not null,
      added_by uuid not null references staff (id),
      ended_at timestamptz,
      primary key (village_code, id),
      foreign key (village_code, cohort_id) references cohort (village_code, id),
      foreign key (village_code, learner_id) references learner (village_code, id)
    );
    create unique index cohort_waiting_now on cohort_waiting (village_code, cohort_id, learner_id) where ended_at is null;
    create table enrollment_move (
      village_code text not null,
      id uuid not null,
      enrollment_id uuid not null,
      old_cohort_id uuid not null,
      new_cohort_id uuid not null,
      reason text not null,
      moved_at timestamptz not null,
      moved_by uuid not null references staff (id),
      primary key (village_code, id),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id),
      foreign key (village_code, old_cohort_id) references cohort (village_code, id),
      foreign key (village_code, new_cohort_id) references cohort (village_code, id)
    );

    create table learner_import (
      village_code text not null,
      id uuid not null,
      cohort_id uuid not null,
      file_name text not null,
      lines jsonb not null,
      unread_columns text[] not null default '{}',
      uploaded_at timestamptz not null,
      uploaded_by uuid not null references staff (id),
      applied_at timestamptz,
      undone_at timestamptz,
      primary key (village_code, id),
      foreign key (village_code, cohort_id) references cohort (village_code, id)
    );
    create table learner_import_change (
      village_code text not null,
      import_id uuid not null,
      learner_id uuid not null,
      kind text not null check (kind in ('added', 'changed', 'enrolled', 'waiting')),
      before jsonb,
      after jsonb not null default '{}',
      kept text check (kept in ('active', 'edited')),
      primary key (village_code, import_id, learner_id, kind),
      foreign key (village_code, import_id) references learner_import (village_code, id)
    );
    create table learner_consent (
      village_code text not null,
      id uuid not null,
      learner_id uuid not null,
      text_version int not null references consent_text (version),
      purpose text not null check (purpose in ('learning', 'certificate', 'photo', 'statistics')),
      given boolean not null,
      channel text not null check (channel in ('read-aloud', 'paper', 'screen')),
      guardian_name text,
      recorded_at timestamptz not null,
      witness_id uuid references staff (id),
      primary key (village_code, id),
      foreign key (village_code, learner_id) references learner (village_code, id)
    );
    create index learner_consent_learner on learner_consent (village_code, learner_id, purpose, recorded_at desc);
    create table paired_device (
      village_code text not null,
      id text not null,
      center_id uuid not null,
      name text not null,
      paired_at timestamptz not null,
      paired_by uuid not null references staff (id),
      ended_at timestamptz,
      primary key (village_code, id),
      foreign key (village_code, center_id) references internet_center (village_code, id)
    );

    create table attendance_mark (
      village_code text not null,
      id uuid not null,
      session_id uuid not null,
      learner_id uuid not null,
      status text not null check (status in ('present', 'late', 'excused', 'absent')),
      minutes int not null check (minutes between 0 and 480),
      reason text,
      marked_at timestamptz not null,
      marked_by uuid not null references staff (id),
      primary key (village_code, id),
      foreign key (village_code, session_id) references cohort_session (village_code, id),
      foreign key (village_code, learner_id) references learner (village_code, id)
    );
    create index attendance_mark_session on attendance_mark (village_code, session_id, learner_id, marked_at desc);
    create table practical_tick (
      village_code text not null,
      id uuid not null,
      enrollment_id uuid not null,
      lesson_id text not null,
      by text not null check (by in ('learner', 'mentor')),
      ticked_at timestamptz not null,
      ticked_by uuid references staff (id),
      withdrawn_at timestamptz,
      primary key (village_code, id),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id)
    );
    create unique index practical_tick_now on practical_tick (village_code, enrollment_id, lesson_id, by) where withdrawn_at is null;
    create table help_request (
      village_code text not null,
      id uuid not null,
      learner_id uuid not null,
      place text not null,
      asked_at timestamptz not null,
      answered_at timestamptz,
      answered_by uuid references staff (id),
      primary key (village_code, id),
      foreign key (village_code, learner_id) references learner (village_code, id)
    );
    create unique index help_request_open on help_request (village_code, learner_id) where answered_at is null;
    create table learner_presence (
      village_code text not null,
      learner_id uuid not null,
      lesson_id text,
      screen text,
      since timestamptz not null,
      seen_at timestamptz not null,
      primary key (village_code, learner_id),
      foreign key (village_code, learner_id) references learner (village_code, id)
    );
    create table learner_note (
      village_code text not null,
      id uuid not null,
      learner_id uuid not null,
      body text not null check (length(body) between 1 and 1000),
      is_for_learner boolean not null,
      written_at timestamptz not null,
      written_by uuid not null references staff (id),
      primary key (village_code, id),
      foreign key (village_code, learner_id) references learner (village_code, id)
    );
    create index learner_note_learner on learner_note (village_code, learner_id);
    alter table quiz_attempt add column entered_by uuid references staff (id);
    create table paper_sheet (
      village_code text not null,
      id uuid not null,
      batch_id uuid not null,
      code text not null,
      enrollment_id uuid not null,
      module_id text not null,
      items jsonb not null,
      printed_at timestamptz not null,
      printed_by uuid not null references staff (id),
      taken_at timestamptz,
      primary key (village_code, id),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id)
    );
    create unique index paper_sheet_code on paper_sheet (village_code, code);
    create unique index paper_sheet_batch on paper_sheet (village_code, batch_id, enrollment_id);
    create index paper_sheet_enrollment on paper_sheet (village_code, enrollment_id, module_id);
  `.execute(db);
  await sql`insert into consent_text (version, body, published_at) values (1, ${consentTextVersion1}, now())`.execute(db);
}
