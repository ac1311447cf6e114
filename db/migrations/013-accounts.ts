import { type Kysely, sql } from "kysely";

/** Accounts as they are given out: passwords for one time, who mentors in a program before having a cohort, and centres that come and go. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff_password_issue (
      id uuid primary key,
      staff_id uuid not null references staff (id),
      issued_at timestamptz not null,
      issued_by uuid references staff (id),
      reason text,
      replaced_at timestamptz
    );
    create unique index staff_password_issue_now on staff_password_issue (staff_id) where replaced_at is null;
    create table program_mentor (
      id uuid primary key,
      program_id uuid not null references program (id),
      staff_id uuid not null references staff (id),
      since timestamptz not null,
      granted_by uuid references staff (id),
      ended_at timestamptz,
      ended_by uuid references staff (id)
    );
    create unique index program_mentor_now on program_mentor (program_id, staff_id) where ended_at is null;
    create index program_mentor_staff on program_mentor (staff_id) where ended_at is null;

    alter table internet_center add column address text;
    create table center_hours (
      village_code text not null,
      center_id uuid not null,
      weekday int not null check (weekday between 1 and 7),
      opens time not null,
      closes time not null check (closes > opens),
      primary key (village_code, center_id, weekday),
      foreign key (village_code, center_id) references internet_center (village_code, id)
    );
    create table internet_center_closing (
      village_code text not null,
      id uuid not null,
      center_id uuid not null,
      closed_at timestamptz not null,
      closed_by uuid references staff (id),
      reason text not null,
      reopened_at timestamptz,
      reopened_by uuid references staff (id),
      primary key (village_code, id),
      foreign key (village_code, center_id) references internet_center (village_code, id)
    );
    create unique index internet_center_closing_now on internet_center_closing (village_code, center_id) where reopened_at is null;
    create table center_mentor (
      village_code text not null,
      id uuid not null,
      center_id uuid not null,
      program_id uuid not null references program (id),
      staff_id uuid not null references staff (id),
      since timestamptz not null,
      granted_by uuid references staff (id),
      ended_at timestamptz,
      ended_by uuid references staff (id),
      primary key (village_code, id),
      foreign key (village_code, center_id) references internet_center (village_code, id)
    );
    create unique index center_mentor_now on center_mentor (village_code, center_id, program_id, staff_id) where ended_at is null;
    create index center_mentor_staff on center_mentor (staff_id) where ended_at is null;
  `.execute(db);
}
