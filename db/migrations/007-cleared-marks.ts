import { type Kysely, sql } from "kysely";

/** Marks that were taken back, each with the change of its session that says who did so and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cleared_mark (
      village_code text not null,
      id uuid not null,
      change_id uuid not null,
      learner_id uuid not null,
      status text not null,
      minutes int not null,
      reason text,
      marked_at timestamptz not null,
      marked_by uuid not null references staff (id),
      primary key (village_code, id),
      foreign key (village_code, change_id) references cohort_session_change (village_code, id),
      foreign key (village_code, learner_id) references learner (village_code, id)
    );
    create index cleared_mark_change on cleared_mark (village_code, change_id);
    create index cleared_mark_learner on cleared_mark (village_code, learner_id);
    alter table cohort_session_change drop constraint cohort_session_change_kind_check;
    alter table cohort_session_change add constraint cohort_session_change_kind_check check (kind in ('added', 'moved', 'cancelled', 'restored', 'cleared'));
  `.execute(db);
}
