import { type Kysely, sql } from "kysely";

/** What a mentor has answered on a sheet of their own that they have not handed in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff_answer_draft (
      staff_id uuid not null references staff (id),
      sheet text not null,
      form_id uuid not null,
      bank_hash text not null,
      typed jsonb not null,
      saved_at timestamptz not null,
      primary key (staff_id, sheet)
    )`.execute(db);
}
