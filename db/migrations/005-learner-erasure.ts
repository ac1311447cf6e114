import { type Kysely, sql } from "kysely";

/** Whose data were deleted because they asked for it (UU 27/2022, articles 8 and 43). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table learner_erasure (
      village_code text not null,
      learner_id uuid not null,
      asked_by text not null check (asked_by in ('learner', 'guardian', 'family')),
      erased_at timestamptz not null,
      erased_by uuid not null references staff (id),
      primary key (village_code, learner_id),
      foreign key (village_code, learner_id) references learner (village_code, id)
    )`.execute(db);
}
