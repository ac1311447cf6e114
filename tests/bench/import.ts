import { mkdtempSync, rmSync, writeFileSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { applyImport, previewImport } from "#app/mentoring/intake/apply-import.server.ts";
import { readList } from "#app/mentoring/intake/read-list.server.ts";
import { undoImport } from "#app/mentoring/intake/undo-import.server.ts";
import { addressOf } from "#app/launch/open-database.ts";
import { connect } from "#db/client.ts";
import { startPostgres } from "#db/embedded-postgres.ts";
import { newId } from "#db/ids.ts";
import { insertImport } from "#db/learner-imports.ts";
import { migrateToLatest } from "#db/migrate.ts";
import type { Database } from "#db/schema.ts";
import { workbook } from "../support/workbook.ts";

/**
 * `npm run bench:import`: what a list of 1,000 people takes, from its bytes to the preview and from the button to the
 * last row written, beside a plain COPY of the same people into a table like `learner` in the same run. Each round has
 * a centre with 1,000 learners already, of whom 100 are in the list. Medians; the ratio is the median of each round's.
 */
const [people, already, rounds] = [1000, 100, 15];
const village = "35.05.04.2014";
const given = ["Siti", "Budi", "Wati", "Tono", "Slamet", "Sri", "Joko", "Rina", "Agus", "Dewi", "Hasan", "Ningsih", "Paijo"];
const family = ["Aminah", "Santoso", "Rahayu", "Wibowo", "Lestari", "Hidayat", "Utami", "Prasetyo", "Handayani", "Nugroho", "Kartika"];

const dataDir = mkdtempSync(join(tmpdir(), "melek-bench-"));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({ dataDir: join(dataDir, "data"), report: () => undefined });
const db = connect(addressOf(postgres.connection));
try {
  await migrateToLatest(db);
  const world = await makeWorld(db);
  await sql`create table plain_learner (like learner including all)`.execute(db);
  const seen = { csv: [] as number[], workbook: [] as number[], apply: [] as number[], undo: [] as number[], copy: [] as number[] };
  // The first turn warms up; the five take turns, so that whatever else the machine does weighs on all of them.
  for (let round = 0; round <= rounds; round += 1) {
    const turn = await measure(db, world);
    if (round > 0) for (const what of Object.keys(seen) as (keyof typeof seen)[]) seen[what].push(turn[what]);
  }
  print("COPY of 1,000 rows", seen.copy, seen.copy);
  print("CSV read and previewed", seen.csv, seen.copy);
  print("workbook read and previewed", seen.workbook, seen.copy);
  print("applied", seen.apply, seen.copy);
  print("undone", seen.undo, seen.copy);
} finally {
  await db.destroy();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function measure(db: Kysely<Database>, world: World) {
  const cohort = await makeCohort(db, world);
  await fill(db, cohort);
  const rows = Array.from({ length: people }, (_, index) => ({ name: nameOf(index + people - already), year: 1950 + ((index + people - already) % 40), gender: index % 2 ? "P" : "L" }));
  const csv = Buffer.from(`\uFEFFnama;tahun lahir;jenis kelamin\r\n${rows.map(({ name, year, gender }) => `${name};${year};${gender}`).join("\r\n")}`);
  const sheet = workbook([["nama", "tahun lahir", "jenis kelamin"], ...rows.map(({ name, year, gender }) => [name, year, gender])]);
  const key = { villageCode: village, cohortId: cohort.cohortId, importId: newId() };
  const now = new Date();

  const copy = await timed(() => copyPeople(db, rows, cohort.centerId));
  const fromSheet = await timed(async () => previewImport(db, cohort, await linesOf(sheet), now));
  const fromCsv = await timed(async () => previewImport(db, cohort, await linesOf(csv), now));
  if (fromCsv.result.totals.refused > 0 || fromCsv.result.totals.added !== people - already) throw new Error(JSON.stringify(fromCsv.result.totals));
  await insertImport(db, { ...key, lines: await linesOf(csv), unreadColumns: [], fileName: "daftar.csv", uploadedAt: now, uploadedBy: world.staffId });
  const asked = { ...key, cohort, staffId: world.staffId, now };
  const choices = new Map(fromCsv.result.lines.filter(({ candidates }) => candidates.length > 0).map(({ line, candidates }) => [line.line, candidates[0]?.learner.learnerId ?? ""]));
  const applied = await timed(() => applyImport(db, { ...asked, fingerprint: fromCsv.result.fingerprint, choices }));
  if (applied.result.kind !== "applied") throw new Error(`answered ${applied.result.kind}`);
  const undone = await timed(() => undoImport(db, asked));
  return { copy: copy.ms, workbook: fromSheet.ms, csv: fromCsv.ms, apply: applied.ms, undo: undone.ms };
}

async function linesOf(bytes: Buffer) {
  const list = await readList(bytes);
  if ("fault" in list || list.lines.length !== people) throw new Error("the list is not read whole");
  return list.lines;
}

/** PostgreSQL's own way to take rows in, from a file that it reads itself. */
async function copyPeople(db: Kysely<Database>, rows: readonly { name: string; year: number; gender: string }[], centerId: string): Promise<void> {
  const file = join(dataDir, "people.csv");
  const at = new Date().toISOString();
  writeFileSync(file, rows.map(({ name, year, gender }, index) => [village, newId(), centerId, index + 1, name, year, gender === "P" ? "female" : "male", at].join(",")).join("\n"), { mode: 0o644 });
  await sql`copy plain_learner (village_code, id, center_id, number, name, birth_year, gender, registered_at) from ${sql.lit(file)} with (format csv)`.execute(db);
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

type World = { programId: string; versionId: string; staffId: string };

async function makeWorld(db: Kysely<Database>): Promise<World> {
  const [programId, versionId, staffId] = [newId(), newId(), newId()];
  await db.insertInto("region").values({ code: "35", kind: "province", parent_code: null, name: "Jawa Timur" }).execute();
  await db.insertInto("region").values({ code: village, kind: "village", parent_code: "35", name: "Plosorejo" }).execute();
  const signing = { certificate_prefix: "LD", signatory_name: "Sri", signatory_title: "Kepala Dinas" };
  await db.insertInto("program").values({ id: programId, name: "Program", owner_name: "Dinas", region_code: "35", starts_on: "2026-01-01", ...signing }).execute();
  await db.insertInto("curriculum").values({ id: "T1", title: "T1", year: 1 }).execute();
  await db.insertInto("curriculum_version").values({ id: versionId, curriculum_id: "T1", number: 1, structure: "{}", structure_hash: "x", published_at: new Date() }).execute();
  await db.insertInto("staff").values({ id: staffId, username: "dewi", name: "Dewi", password_hash: "none" }).execute();
  return { programId, versionId, staffId };
}

async function makeCohort(db: Kysely<Database>, { programId, versionId }: World) {
  const [centerId, cohortId] = [newId(), newId()];
  await db.insertInto("internet_center").values({ village_code: village, id: centerId, name: "Pojok Internet" }).execute();
  const cohort = { program_id: programId, curriculum_version_id: versionId, name: "Rombel", starts_on: "2026-01-01", ends_on: "2026-12-31" };
  await db.insertInto("cohort").values({ village_code: village, id: cohortId, center_id: centerId, ...cohort }).execute();
  return { villageCode: village, centerId, cohortId, curriculumVersionId: versionId, capacity: null };
}

async function fill(db: Kysely<Database>, { villageCode, centerId }: Awaited<ReturnType<typeof makeCohort>>): Promise<void> {
  const learners = Array.from({ length: people }, (_, index) => ({
    village_code: villageCode, id: newId(), center_id: centerId, number: index + 1, name: nameOf(index), birth_year: 1950 + (index % 40), registered_at: new Date(),
  }));
  await db.insertInto("learner").values(learners).execute();
}

function nameOf(index: number): string {
  return `${given[index % given.length]} ${family[Math.floor(index / given.length) % family.length]} ${String.fromCharCode(65 + (Math.floor(index / 143) % 26))}${String.fromCharCode(97 + (index % 23))}u`;
}

function print(what: string, times: readonly number[], base: readonly number[]): void {
  const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
  const ratio = median(times.map((ms, round) => ms / (base[round] ?? NaN)));
  console.log(`${what}: ${median([...times]).toFixed(1)} ms, ${ratio.toFixed(1)} times the COPY`);
}
