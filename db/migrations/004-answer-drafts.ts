import { type Kysely, sql } from "kysely";

/** What a learner has answered on a sheet that they have not handed in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table answer_draft (
      village_code text not null,
      enrollment_id uuid not null,
      sheet text not null,
      form_id uuid not null,
      bank_hash text not null,
      typed jsonb not null,
      saved_at timestamptz not null,
      primary key (village_code, enrollment_id, sheet),
      foreign key (village_code, enrollment_id) references enrollment (village_code, id)
    )`.execute(db);
}
