import { type Kysely, type RawBuilder, sql } from "kysely";
import { catalog } from "#app/catalog/catalog.server.ts";
import { hashSecret } from "#app/accounts/secret-hash.server.ts";
import { publishCurriculum } from "#db/curricula.ts";
import type { Database } from "#db/schema.ts";
import type { Size } from "./size.ts";

/** Who signs in to look at the pages. */
export const lead = { username: "bench", password: "angka-seluruh-desa" };

/** The regency whose villages come first, and are in every set. */
export const regency = "32.05";

/** An id that counts up, as those of the application do with time. `kind` keeps those of one kind apart from others. */
const id = (kind: number, number: string) => sql.raw(`('00000000-0000-7000-8${String(kind).padStart(3, "0")}-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`);
export const programIdOf = (code: string) => `00000000-0000-7000-8001-${Number(code.replace(".", "")).toString(16).padStart(12, "0")}`;

/** A number from 0 up to `most`, left out, that hangs on `key` and `salt` alone. */
const chance = (salt: number, key: string, most: number) => sql.raw(`(hashint8extended((${key})::bigint, ${salt}) & 2147483647) % ${most}`);

/**
 * Fills a database that has its schema and regions with invented people, in SQL and from a fixed seed: the same
 * numbers make the same set. No trigger counts meanwhile: figures are made afterwards, by the rebuild.
 */
export async function fill(db: Kysely<Database>, { villages, learners, events }: Size): Promise<void> {
  const curriculum = catalog().curricula[0];
  if (!curriculum) throw new Error("no curriculum is compiled");
  const versionId = await publishCurriculum(db, curriculum, new Date("2026-01-01T00:00:00Z"));
  const passwordHash = await hashSecret(lead.password);
  await db.connection().execute(async (connection) => {
    for (const statement of [...settings, ...world(villages, versionId, passwordHash), ...people(learners, versionId), ...deeds(events / learners), ...results]) await statement.execute(connection);
  });
  await sql`vacuum (analyze)`.execute(db);
}

const settings = [sql`set session_replication_role = replica`, sql`set synchronous_commit = off`, sql`set work_mem = '256MB'`];

function world(villages: number, versionId: string, passwordHash: string): RawBuilder<unknown>[] {
  return [
    sql`create unlogged table bench_village as
      select number, code, left(code, 2) as province, case when code like ${`${regency}.%`} then ${regency} else left(code, 2) end as area
      from (select code, row_number() over (order by (code like ${`${regency}.%`}) desc, hashtextextended(code, 7)) as number from region where kind = 'village') ranked
      where number <= ${villages} order by code`,
    sql`insert into staff (id, username, name, password_hash) values (${id(2, "1")}, ${lead.username}, 'Pemimpin Contoh', ${passwordHash})`,
    sql`insert into staff_role (id, staff_id, role, granted_at) values (${id(3, "1")}, ${id(2, "1")}, 'admin', now())`,
    sql`insert into curriculum (id, title, year) values ('tahun-2', 'Memanfaatkan Layanan Digital', 2) on conflict do nothing`,
    sql`insert into curriculum_version (id, curriculum_id, number, structure, structure_hash, published_at)
      select ${id(4, "2")}, 'tahun-2', 1000, structure, structure_hash, published_at from curriculum_version where id = ${versionId}`,
    sql`insert into program (id, name, owner_name, region_code, starts_on, certificate_prefix, signatory_name, signatory_title)
      select ${id(1, "replace(code, '.', '')::int")}, 'Program ' || name, 'Pemerintah ' || name, code, '2025-01-01', 'LD', 'Contoh', 'Kepala Dinas'
      from region where code in (select area from bench_village)`,
    sql`insert into program_curriculum (program_id, curriculum_id) select program.id, curriculum_id from program cross join curriculum_version where curriculum_version.id in (${versionId}, ${id(4, "2")})`,
    sql`insert into program_village (program_id, village_code, target_learners, joined_on) select ${id(1, "replace(area, '.', '')::int")}, code, 30, '2025-01-01' from bench_village`,
    sql`insert into program_stage (id, program_id, village_code, stage, reached_on, recorded_at)
      select ${id(5, "number * 4 + step")}, ${id(1, "replace(area, '.', '')::int")}, code, stage, '2025-02-01', now()
      from bench_village cross join unnest(array['internet', 'center', 'cohort']) with ordinality as reached (stage, step)`,
    sql`insert into internet_center (village_code, id, name) select code, ${id(6, "number")}, 'Pusat Internet Desa' from bench_village`,
    sql`insert into cohort (village_code, id, center_id, program_id, curriculum_version_id, name, starts_on, ends_on)
      select code, ${id(7, "number * 2 + year - 1")}, ${id(6, "number")}, ${id(1, "replace(area, '.', '')::int")}, case year when 1 then ${versionId}::uuid else ${id(4, "2")} end, 'Rombel Tahun ' || year, '2025-02-01', '2027-12-31'
      from bench_village cross join generate_series(1, 2) year`,
    sql`insert into staff (id, username, name, password_hash) select distinct ${id(19, "left(replace(code, '.', ''), 6)::int")}, 'pendamping-' || left(code, 8), 'Pendamping ' || left(code, 8), 'none' from bench_village`,
    sql`insert into cohort_mentor (village_code, id, cohort_id, staff_id, since) select village_code, id, id, ${id(19, "left(replace(village_code, '.', ''), 6)::int")}, '2025-02-01' from cohort`,
    sql`insert into cohort_session (village_code, id, cohort_id, starts_at, minutes)
      select code, ${id(8, "number * 8 + week")}, ${id(7, "number * 2")}, timestamptz '2025-02-03 02:00Z' + week * interval '7 days', 120 from bench_village cross join generate_series(0, 3) week`,
  ];
}

// Each village has its share, and those that come first one more; rows are written in the order of their keys.
function people(learners: number, versionId: string): RawBuilder<unknown>[] {
  return [
    sql`create unlogged table bench_learner as
      select v.code, v.number as village, turn * (select count(*) from bench_village) + v.number as number, turn + 1 as place
      from bench_village v cross join lateral generate_series(0, (${learners} - v.number) / (select count(*) from bench_village)) turn
      where v.number <= ${learners} order by v.code, turn`,
    sql`insert into learner (village_code, id, center_id, number, name, birth_year, gender, registered_at)
      select code, ${id(9, "number")}, ${id(6, "village")}, place, 'Peserta ' || place, 1945 + ${chance(1, "number", 65)}, case ${chance(2, "number", 20)} when 0 then null when 1 then 'male' when 2 then 'male' when 3 then 'male' when 4 then 'male' when 5 then 'male' when 6 then 'male' when 7 then 'male' when 8 then 'male' else 'female' end, '2025-02-01'
      from bench_learner`,
    sql`create unlogged table bench_enrollment as
      select code, village, number, year, number * 2 + year - 1 as enrollment, timestamptz '2025-02-03 02:00Z' + (${chance(3, "number", 500)}) * interval '1 day' + (year - 1) * interval '30 days' as at,
        ${chance(4, "number * 2 + year", 10)} as luck
      from bench_learner cross join generate_series(1, 2) year where year = 1 or ${chance(5, "number", 10)} = 0`,
    sql`insert into enrollment (village_code, id, learner_id, cohort_id, curriculum_version_id, enrolled_at)
      select code, ${id(10, "enrollment")}, ${id(9, "number")}, ${id(7, "village * 2 + year - 1")}, case year when 1 then ${versionId}::uuid else ${id(4, "2")} end, at from bench_enrollment`,
    sql`insert into attendance_mark (village_code, id, session_id, learner_id, status, minutes, marked_at, marked_by)
      select code, ${id(11, "number * 8 + week")}, ${id(8, "village * 8 + week")}, ${id(9, "number")}, case when ${chance(6, "number * 8 + week", 5)} = 0 then 'absent' else 'present' end, 100, timestamptz '2025-02-03 04:00Z' + week * interval '7 days', ${id(2, "1")}
      from bench_learner cross join generate_series(0, 3) week`,
    sql`analyze`,
  ];
}

// Of ten people one never starts; the others do from one thing up to more than twice the mean. Of each twenty things 15 are lessons, 3 quizzes, 2 practices.
function deeds(each: number): RawBuilder<unknown>[] {
  const quiz = JSON.stringify(Array.from({ length: 10 }, (_none, place) => ({ id: `soal-${place}`, order: [2, 0, 3, 1] })));
  const many = (share: number) => sql.raw(`(select code, village, number, enrollment, at, generate_series(0, (hashint8extended(enrollment, 11) & 2147483647) % greatest(1, round(${(each * share * 2) / 1.1 / 0.9}))::int) as step from bench_enrollment where luck > 0)`);
  return [
    sql`insert into lesson_completion (village_code, enrollment_id, lesson_id, completed_at)
      select code, ${id(10, "enrollment")}, 'pelajaran-' || lpad(step::text, 3, '0'), at + step * interval '2 days' from ${many(0.75)} done`,
    sql`insert into quiz_attempt (village_code, id, enrollment_id, module_id, bank_hash, items, answers, correct_items, total_items, pass_mark, passed, submitted_at)
      select code, ${id(12, "enrollment * 1024 + step")}, ${id(10, "enrollment")}, 'modul-' || step, 'bench', ${quiz}::jsonb, ${quiz}::jsonb, 8, 10, 0.8, true, at + step * interval '9 days' from ${many(0.15)} done`,
    sql`insert into audit_event (village_code, id, actor_kind, actor_id, action, subject_id, details)
      select code, ${id(13, "enrollment * 1024 + step")}, 'learner', ${id(9, "number")}, 'quiz.mark', ${id(12, "enrollment * 1024 + step")}::text, '{"correct": 8, "total": 10}' from ${many(0.15)} done`,
    sql`insert into practice_attempt (village_code, id, enrollment_id, lesson_id, simulator, steps, finished, submitted_at)
      select code, ${id(14, "enrollment * 1024 + step")}, ${id(10, "enrollment")}, 'pelajaran-' || step, 'gerak-jari', '[{"do": "tap"}, {"do": "swipe"}]', true, at + step * interval '11 days' from ${many(0.1)} done`,
  ];
}

const tallies = (salt: number) => sql`jsonb_build_object(${sql.join(["cakap", "etis", "budaya", "aman"].flatMap((pillar, index) => [sql.lit(pillar), sql`jsonb_build_object('correct', ${chance(salt + index, "enrollment", 5)} + 1, 'total', 5)`]))})`;

const results = [
  sql`insert into enrollment_completion (village_code, enrollment_id, completed_at) select code, ${id(10, "enrollment")}, at + interval '90 days' from bench_enrollment where luck > 6`,
  sql`insert into certificate (village_code, id, enrollment_id, code, number, content, issued_at)
    select code, ${id(15, "enrollment")}, ${id(10, "enrollment")}, 'BENCH' || enrollment, enrollment || '/LD', '{}', at + interval '91 days' from bench_enrollment where luck > 6`,
  sql`insert into certificate_revocation (village_code, certificate_id, revoked_at, reason)
    select code, ${id(15, "enrollment")}, at + interval '99 days', 'Contoh' from bench_enrollment where luck > 6 and ${chance(8, "enrollment", 50)} = 0`,
  ...(["start", "close"] as const).map(
    (kind, close) => sql`insert into year_test_attempt (village_code, id, enrollment_id, kind, bank_hash, items, answers, by_pillar, by_module, correct_items, total_items, submitted_at)
      select code, ${id(16 + close, "enrollment")}, ${id(10, "enrollment")}, ${kind}, 'bench', '[]', '{}', ${tallies(20 + close * 4)}, '{}', 10, 20, at + ${close * 90} * interval '1 day' from bench_enrollment where luck > ${close ? 6 : 3}`,
  ),
];
