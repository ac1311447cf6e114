import { type Kysely, sql } from "kysely";

/** Everything that grows with learners. Each key leads with the village code, see db/README.md. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table internet_center (
      village_code text not null references region (code),
      id uuid not null,
      name text not null,
      primary key (village_code, id)
    );

    create table learner (
      village_code text not null,
      id uuid not null,
      center_id uuid not null,
      number int not null check (number > 0),
      name text not null check (length(name) between 1 and 80),
      birth_year int check (birth_year between 1900 and 2100),
      gender text check (gender in ('female', 'male')),
      registered_at timestamptz not null,
      registered_by uuid references staff (id),
      last_seen_at timestamptz,
      primary key (village_code, id),
      unique (village_code, center_id, number),
      foreign key (village_code, center_id) references internet_center (village_code, id)
    );
    create table learner_pin (
      village_code text not null,
      learner_id uuid not null,
      hash text not null,
      issued_at timestamptz not null,
      issued_by uuid references staff (id),
      primary key (village_code, learner_id),
      foreign key (village_code, learner_id) references learner (village_code, id)
    );
    create table learner_session (
      village_code text not null,
      id text not null,
      learner_id uuid not null,
      expires_at timestamptz not null,
      primary key (village_code, id),
      foreign key (village_code, learner_id) references learner (village_code, id)
    );
    create index learner_session_learner on learner_session (village_code, learner_id);

    create table cohort (
      village_code text not null,
      id uuid not null,
      center_id uuid not null,
      program_id uuid not null references program (id),
      curriculum_version_id uuid not null references curriculum_version (id),
      name text not null,
      starts_on date not null,
      ends_on date not null check (ends_on >= starts_on),
      primary key (village_code, id),
      foreign key (village_code, center_id) references internet_center (village_code, id)
    );
    create index cohort_program on cohort (program_id, village_code);
    create table cohort_mentor (
      village_code text not null,
      id uuid not null,
      cohort_id uuid not null,
      staff_id uuid not null references staff (id),
      since timestamptz not null,
      granted_by uuid references staff (id),
      ended_at timestamptz,
      primary key (village_code, id),
      foreign key (village_code, cohort_id) references cohort (village_code, id)
    );
    create unique index cohort_mentor_now on cohort_mentor (village_code, cohort_id, staff_id) where ended_at is null;
    create index cohort_mentor_staff on cohort_mentor (staff_id) where ended_at is null;

    create table enrollment (
      village_code text not null,
      id uuid not null,
      learner_id uuid not null,
      cohort_id uuid not null,
      curriculum_version_id uuid not null references curriculum_version (id),
      enrolled_at timestamptz not null,
      enrolled_by uuid references staff (id),
      primary key (village_code, id),
      unique (village_code, learner_id, cohort_id),
      foreign key (village_code, learner_id) references learner (village_code, id),
      foreign key (village_code, cohort_id) references cohort (village_code, id)
    );
    create index enrollment_cohort on enrollment (village_code, cohort_id);
    create table enrollment_completion (
      village_code text not null,
      enrollment_id uuid not null,
      completed_at timestamptz not null,
      primary key (village_code, enrollment_id),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id)
    );

    create table lesson_completion (
      village_code text not null,
      enrollment_id uuid not null,
      lesson_id text not null,
      completed_at timestamptz not null,
      primary key (village_code, enrollment_id, lesson_id),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id)
    );
    create table practice_attempt (
      village_code text not null,
      id uuid not null,
      enrollment_id uuid not null,
      lesson_id text not null,
      simulator text not null,
      steps jsonb not null,
      finished boolean not null,
      submitted_at timestamptz not null,
      primary key (village_code, id),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id)
    );
    create index practice_attempt_enrollment on practice_attempt (village_code, enrollment_id);
    create table quiz_attempt (
      village_code text not null,
      id uuid not null,
      enrollment_id uuid not null,
      module_id text not null,
      bank_hash text not null,
      items jsonb not null,
      answers jsonb not null,
      correct_items int not null check (correct_items between 0 and total_items),
      total_items int not null check (total_items > 0),
      pass_mark double precision not null check (pass_mark between 0 and 1),
      passed boolean not null,
      submitted_at timestamptz not null,
      primary key (village_code, id),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id)
    );
    create index quiz_attempt_enrollment on quiz_attempt (village_code, enrollment_id, module_id);

    create table certificate (
      village_code text not null,
      id uuid not null,
      enrollment_id uuid not null,
      code text not null,
      number text not null,
      content jsonb not null,
      issued_at timestamptz not null,
      primary key (village_code, id),
      unique (village_code, enrollment_id),
      unique (village_code, code),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id)
    );
    create index certificate_code on certificate (code);
    create table certificate_revocation (
      village_code text not null,
      certificate_id uuid not null,
      revoked_at timestamptz not null,
      revoked_by uuid references staff (id),
      reason text not null,
      primary key (village_code, certificate_id),
      foreign key (village_code, certificate_id) references certificate (village_code, id)
    );

    create table audit_event (
      village_code text not null,
      id uuid not null,
      happened_at timestamptz not null default now(),
      actor_kind text not null,
      actor_id uuid,
      action text not null,
      subject_id text not null,
      details jsonb not null,
      primary key (village_code, id)
    );
    create index audit_event_subject on audit_event (village_code, subject_id);
  `.execute(db);
}
