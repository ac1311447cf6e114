import "../support/database.ts";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";

const { db } = await import("#db/client.ts");

/** Small tables that every node of a cluster may hold whole; every other table is led by its village code. See db/README.md. */
const referenceTables = [
  "area_figure", "area_people", "certificate_serial", "consent_text", "curriculum", "curriculum_version", "figures_fold", "holiday", "installation", "mentor_level", "program", "program_affiliation", "program_change", "program_curriculum", "program_event", "program_event_session", "program_field", "program_import", "program_mentor", "program_partner", "program_stage", "program_village", "program_wave",
  "region", "region_change", "region_import", "region_import_line", "region_name", "region_word", "sign_in_limit", "staff", "staff_answer_draft", "staff_audit_event", "staff_coaching", "staff_lesson_completion", "staff_password_issue", "staff_quiz_attempt", "staff_role", "staff_role_end", "staff_session",
];

/** Ids that come from elsewhere: from the course files, from a token's hash; and the one rows about the installation and the fold. */
const naturalIds = ["curriculum.id", "figures_fold.id", "installation.id", "learner_session.id", "paired_device.id", "staff_session.id"];

const migratorTables = ["kysely_migration", "kysely_migration_lock"];

const { rows: tables } = await sql<{ name: string; columns: string[] }>`
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all(${migratorTables})
  group by c.relname order by c.relname`.execute(db);
const distributed = tables.map(({ name }) => name).filter((name) => !referenceTables.includes(name));

describe("the two families of tables", () => {
  it("hold every table exactly once", () => {
    const names = tables.map(({ name }) => name);
    expect(referenceTables.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(referenceTables).size).toBe(referenceTables.length);
    expect(tables.filter(({ name, columns }) => distributed.includes(name) && columns[0] !== "village_code").map(({ name }) => name)).toEqual([]);
  });

  it("keep what grows with learners out of the reference tables", async () => {
    const { rows } = await sql<{ from: string; to: string }>`
      select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
      where contype = 'f' and conrelid::regclass::text = any(${referenceTables})`.execute(db);
    expect(rows.filter((row) => !referenceTables.includes(row.to))).toEqual([]);
  });
});

describe("tables led by the village code", () => {
  it("always have one", async () => {
    const { rows } = await sql<{ table: string }>`
      select attrelid::regclass::text as table from pg_attribute
      where attname = 'village_code' and (not attnotnull or atttypid <> 'text'::regtype) and attrelid::regclass::text = any(${distributed})`.execute(db);
    expect(rows).toEqual([]);
  });

  it("have a primary key, and lead it and every other unique key with the village code", async () => {
    const { rows } = await sql<{ table: string; index: string; isPrimary: boolean; lead: string | null }>`
      select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as index, i.indisprimary as "isPrimary",
        (select attname::text from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) as lead
      from pg_index i where i.indisunique and i.indrelid::regclass::text = any(${distributed})`.execute(db);
    expect(rows.filter((row) => row.lead !== "village_code").map((row) => row.index)).toEqual([]);
    expect(rows.filter((row) => row.isPrimary).map((row) => row.table).sort()).toEqual(distributed.toSorted());
  });

  it("refer to each other within the village only", async () => {
    const { rows } = await sql<{ constraint: string; from: string; to: string }>`
      select conname as constraint,
        (select attname::text from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as from,
        (select attname::text from pg_attribute where attrelid = confrelid and attnum = confkey[1]) as to
      from pg_constraint
      where contype = 'f' and conrelid::regclass::text = any(${distributed}) and confrelid::regclass::text = any(${distributed})`.execute(db);
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.filter((row) => row.from !== "village_code" || row.to !== "village_code")).toEqual([]);
  });
});

describe("ids", () => {
  it("are uuid columns without a default: the application makes UUIDv7", async () => {
    const { rows } = await sql<{ column: string }>`
      select attrelid::regclass::text || '.' || attname as column from pg_attribute
      where attname = 'id' and attnum > 0 and attrelid::regclass::text = any(${tables.map(({ name }) => name)})
        and (atttypid <> 'uuid'::regtype or atthasdef)`.execute(db);
    expect(rows.map((row) => row.column).sort()).toEqual(naturalIds);
  });
});
