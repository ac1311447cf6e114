import { type Kysely, sql } from "kysely";

/** Regions, programs, curricula and staff: small tables that every node of a cluster may hold whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table region (
      code text primary key check (code ~ '^[0-9]{2}([.][0-9]{2}([.][0-9]{2}([.][0-9]{4})?)?)?$'),
      kind text not null check (kind in ('province', 'regency', 'district', 'village')),
      parent_code text references region (code),
      name text not null,
      check ((kind = 'province') = (parent_code is null))
    );
    create index region_parent_code on region (parent_code);
    create index region_village_name on region (lower(name) text_pattern_ops) where kind = 'village';

    create table region_change (
      id uuid primary key,
      old_code text not null,
      new_code text not null,
      reason text not null,
      effective_on date not null,
      recorded_at timestamptz not null default now(),
      unique (old_code, new_code, effective_on)
    );

    create table program (
      id uuid primary key,
      name text not null,
      owner_name text not null,
      region_code text not null references region (code),
      starts_on date not null,
      certificate_prefix text not null,
      signatory_name text not null,
      signatory_title text not null
    );
    create table program_field (
      program_id uuid not null references program (id),
      name text not null,
      primary key (program_id, name)
    );
    create table program_village (
      program_id uuid not null references program (id),
      village_code text not null references region (code),
      target_learners int not null check (target_learners >= 0),
      joined_on date not null,
      primary key (program_id, village_code)
    );
    create table certificate_serial (
      program_id uuid not null references program (id),
      year int not null,
      last_number int not null,
      primary key (program_id, year)
    );

    create table curriculum (
      id text primary key,
      title text not null,
      year int not null
    );
    create table curriculum_version (
      id uuid primary key,
      curriculum_id text not null references curriculum (id),
      number int not null,
      structure jsonb not null,
      structure_hash text not null,
      published_at timestamptz not null,
      unique (curriculum_id, number)
    );

    create table staff (
      id uuid primary key,
      username text not null unique check (username = lower(username)),
      name text not null,
      password_hash text not null,
      created_at timestamptz not null default now()
    );
    create table staff_role (
      id uuid primary key,
      staff_id uuid not null references staff (id),
      role text not null check (role in ('lead', 'admin')),
      program_id uuid references program (id),
      region_code text references region (code),
      granted_at timestamptz not null,
      granted_by uuid references staff (id),
      check (num_nonnulls(program_id, region_code) <= 1),
      check (role = 'admin' or num_nonnulls(program_id, region_code) = 1)
    );
    create index staff_role_staff_id on staff_role (staff_id);
    create table staff_role_end (
      role_id uuid primary key references staff_role (id),
      ended_at timestamptz not null,
      ended_by uuid references staff (id),
      reason text not null
    );
    create table staff_session (
      id text primary key,
      staff_id uuid not null references staff (id),
      expires_at timestamptz not null
    );
    create index staff_session_staff_id on staff_session (staff_id);
    create table staff_audit_event (
      id uuid primary key,
      happened_at timestamptz not null default now(),
      actor_kind text not null,
      actor_id uuid,
      action text not null,
      subject_id text not null,
      details jsonb not null
    );

    create table installation (
      id int primary key check (id = 1),
      secret text not null
    );

    create table sign_in_limit (
      key text primary key,
      points int not null default 0,
      expire bigint
    );
  `.execute(db);
}
