import { type Kysely, sql } from "kysely";

/** What is measured beside the quizzes: the year's two tests, what they let a learner skip, and questions that come back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table year_test_attempt (
      village_code text not null,
      id uuid not null,
      enrollment_id uuid not null,
      kind text not null check (kind in ('start', 'close')),
      bank_hash text not null,
      items jsonb not null,
      answers jsonb not null,
      by_pillar jsonb not null,
      by_module jsonb not null,
      correct_items int not null check (correct_items between 0 and total_items),
      total_items int not null check (total_items > 0),
      submitted_at timestamptz not null,
      primary key (village_code, id),
      unique (village_code, enrollment_id, kind),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id)
    );
    create table module_skip (
      village_code text not null,
      enrollment_id uuid not null,
      module_id text not null,
      granted boolean not null,
      decided_at timestamptz not null,
      decided_by uuid not null references staff (id),
      primary key (village_code, enrollment_id, module_id),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id)
    );
    create table review_attempt (
      village_code text not null,
      id uuid not null,
      enrollment_id uuid not null,
      module_id text not null,
      round int not null check (round between 1 and 3),
      bank_hash text not null,
      items jsonb not null,
      answers jsonb not null,
      correct_items int not null check (correct_items between 0 and total_items),
      total_items int not null check (total_items > 0),
      submitted_at timestamptz not null,
      primary key (village_code, id),
      unique (village_code, enrollment_id, module_id, round),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id)
    );
    create index quiz_attempt_module on quiz_attempt (module_id, submitted_at desc);
  `.execute(db);
}
