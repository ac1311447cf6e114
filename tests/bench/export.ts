import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type Kysely, sql } from "kysely";
import { addressOf } from "#app/launch/open-database.ts";
import { connect } from "#db/client.ts";
import { startPostgres } from "#db/embedded-postgres.ts";
import { newId } from "#db/ids.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { loadRegions } from "#db/regions.ts";
import type { Database } from "#db/schema.ts";
import { allPrograms } from "#app/programs/contributions.ts";
import { makeProgram } from "../programs/rows.ts";
import type { Used } from "./export/read-files.ts";

/**
 * `npm run bench:export`: the memory that the file of the whole country takes beside that of one regency, in both
 * formats. Each reads its files in a process of its own, as many of them as make up the same number of rows, and
 * prints the most that it held: of the heap after collecting, and of the process (`maxRSS`), which tells as much of when
 * V8 collects as of what is held. PostgreSQL is another process.
 * Each of the 83,762 villages has cohorts enough that the country has `ROWS` rows (200,000; up to 1,000,000 and more).
 */
const rows = Number(process.env["ROWS"] ?? 200_000);
const targets = { heap: 1.1, process: 1.5 };
const villages = 83_762;
const places = 91_600;

const dataDir = mkdtempSync(join(tmpdir(), "melek-bench-"));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({ dataDir: join(dataDir, "data"), report: () => undefined });
const url = addressOf(postgres.connection);
const db = connect(url);
try {
  await migrateToLatest(db);
  await loadRegions(db);
  await fill(db, Math.max(0, rows - places));
  const regency = await regencyOf(db, 1000);
  for (const format of ["xlsx", "csv"] as const) {
    const large = await readFiles("", format, 1);
    const small = await readFiles(regency, format, large.rows);
    print(`${format}, one file`, large);
    print(`${format}, files of ${small.rowsOfEach.toLocaleString("en")} rows`, small);
    const ratio = { process: large.maxRss / small.maxRss, heap: large.heap / small.heap };
    console.log(`${" ".repeat(30)}ratio: process ${ratio.process.toFixed(2)}, heap ${ratio.heap.toFixed(2)} (at most ${targets.process} and ${targets.heap})`);
    if (ratio.process > targets.process || ratio.heap > targets.heap) process.exitCode = 1;
  }
} finally {
  await db.destroy();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** The regency whose file has about so many rows. */
async function regencyOf(db: Kysely<Database>, about: number): Promise<string> {
  const { rows: found } = await sql<{ code: string }>`
    select left(code, 5) as code from region where length(code) > 2 group by 1
    order by abs(count(*) * ${rows / places}::float - ${about}) limit 1`.execute(db);
  return found[0]?.code ?? "32.05";
}

async function readFiles(regionCode: string, format: "xlsx" | "csv", atLeast: number): Promise<Used> {
  const child = spawn(process.execPath, ["--expose-gc", "tests/bench/export/read-files.ts", regionCode, format, String(atLeast)], { env: { ...process.env, DATABASE_URL: url }, stdio: ["ignore", "pipe", "inherit"] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit") as Promise<[number]>]);
  if (code !== 0) throw new Error(`reading files ended with ${code}`);
  return JSON.parse(said) as Used;
}

function print(what: string, { rows, bytes, seconds, maxRss, heap }: Used): void {
  const mb = (amount: number) => `${(amount / 1_048_576).toFixed(1)} MB`;
  console.log(`${what.padEnd(30)}${rows.toLocaleString("en").padStart(10)} rows  ${mb(bytes).padStart(9)}  ${seconds.toFixed(1).padStart(6)} s  ${Math.round(rows / seconds).toLocaleString("en").padStart(7)} rows/s  process ${mb(maxRss)}  heap ${mb(heap)}`);
}

/** Cohorts of one person each over all villages in turn; nothing is folded, as no figure but the cohorts' own is asked for. */
async function fill(db: Kysely<Database>, cohorts: number): Promise<void> {
  const programId = await makeProgram(db, { name: "Ukuran", regionCode: "32.05" });
  const versionId = newId();
  await db.insertInto("curriculum").values({ id: "ukuran", title: "Ukuran", year: 1 }).execute();
  await db.insertInto("curriculum_version").values({ id: versionId, curriculum_id: "ukuran", number: 1, structure: "{}", structure_hash: "x", published_at: new Date() }).execute();
  await db.connection().execute(async (connection) => {
    // Without triggers: what is measured here is reading.
    await sql`set session_replication_role = replica`.execute(connection);
    await sql`create temp table made as
      select v.code, n, gen_random_uuid() as cohort_id, gen_random_uuid() as learner_id from
      (select code, row_number() over (order by code) as place from region where kind = 'village') v
      join generate_series(1, ${Math.ceil(cohorts / villages)}::int) n on (n - 1) * ${villages} + v.place <= ${cohorts}`.execute(connection);
    await sql`create temp table at as select distinct code, gen_random_uuid() as center_id from (select distinct code from made) v`.execute(connection);
    await sql`insert into internet_center (village_code, id, name) select code, center_id, 'Balai' from at`.execute(connection);
    await sql`insert into cohort (village_code, id, center_id, program_id, curriculum_version_id, name, starts_on, ends_on)
      select code, cohort_id, center_id, ${programId}, ${versionId}, 'Rombel ' || n, '2026-01-05', '2026-12-18' from made join at using (code)`.execute(connection);
    await sql`insert into learner (village_code, id, center_id, number, name, registered_at) select code, learner_id, center_id, n, 'Siti', now() from made join at using (code)`.execute(connection);
    await sql`insert into enrollment (village_code, id, learner_id, cohort_id, curriculum_version_id, enrolled_at)
      select code, gen_random_uuid(), learner_id, cohort_id, ${versionId}, now() from made`.execute(connection);
    await sql`insert into area_people (region_code, program_id, curriculum_id, people, told)
      select code, ${allPrograms}, '', '{9,0,0,0}', '{"registered":{"low":9,"high":9},"started":{"low":0,"high":0},"finished":{"low":0,"high":0},"certified":{"low":0,"high":0}}' from region`.execute(connection);
    await sql`analyze`.execute(connection);
  });
}
