import type { Insertable, Kysely } from "kysely";
import { pillars } from "#app/catalog/course.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { newId } from "#db/ids.ts";
import type { VillageStage } from "#db/programs-schema.ts";
import type { Database } from "#db/schema.ts";
import { makeProgram, makeStaff } from "./rows.ts";

/** Numbers from 0 up to 1 that a seed settles (mulberry32). */
export function chancesOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface RandomWorld {
  programs: { id: string; regionCode: string }[];
  curricula: string[];
  /** Villages that have anything at all. */
  villages: string[];
}

type Rows = { [Table in "internet_center" | "cohort" | "learner" | "enrollment" | "lesson_completion" | "enrollment_completion" | "certificate" | "certificate_revocation" | "year_test_attempt" | "cohort_session" | "attendance_mark"]: Insertable<Database[Table]>[] };

const day = 86_400_000;

/** Programs with targets, cohorts of two curricula, people in one or several of them and what they did, all as `seed` has it, up to `now`. */
export async function makeRandomWorld(db: Kysely<Database>, seed: number, now: Date): Promise<RandomWorld> {
  const chance = chancesOf(seed);
  const upTo = (most: number) => Math.floor(chance() * (most + 1));
  const oneOf = <T>(all: readonly T[]) => all[upTo(all.length - 1)] as T;
  const daysAgo = (most: number) => new Date(now.getTime() - chance() * most * day);
  const rows: Rows = { internet_center: [], cohort: [], learner: [], enrollment: [], lesson_completion: [], enrollment_completion: [], certificate: [], certificate_revocation: [], year_test_attempt: [], cohort_session: [], attendance_mark: [] };
  const curricula = [await makeCurriculum(db, `c1-${seed}`, 1), await makeCurriculum(db, `c2-${seed}`, 2)];
  const staffId = await makeStaff(db);
  const programs: RandomWorld["programs"] = [];
  const centers = new Map<string, string>();
  const people = new Map<string, string[]>();

  for (let number = 0; number < 2; number += 1) {
    const regionCode = oneOf(["35.05", "35.05", "64.01", "35"]);
    const districts = await db.selectFrom("region").where("kind", "=", "district").where("code", "like", `${regionCode === "35" ? oneOf(["35.05", "35.07"]) : regionCode}.%`).select("code").orderBy("code").execute();
    const villages: string[] = [];
    for (let place = upTo(2); place >= 0; place -= 1) {
      const within = await db.selectFrom("region").where("parent_code", "=", oneOf(districts).code).select("code").orderBy("code").execute();
      for (let village = upTo(4); village >= 0; village -= 1) villages.push(oneOf(within).code);
    }
    const chosen = [...new Set(villages)];
    const targets = Object.fromEntries(chosen.filter(() => chance() < 0.8).map((code) => [code, upTo(40)]));
    const programId = await makeProgram(db, { name: `Program ${seed}-${number}`, regionCode, targets });
    programs.push({ id: programId, regionCode });
    await db.insertInto("program_wave").values([1, 2].map((wave) => ({ program_id: programId, number: wave, name: `Gelombang ${wave}` }))).execute();
    for (const code of chosen) {
      if (chance() < 0.7) await db.updateTable("program_village").set({ wave: oneOf([1, 2]) }).where("program_id", "=", programId).where("village_code", "=", code).execute();
      const reached = (["internet", "center", "cohort", "graduates"] as const).filter(() => chance() < 0.6);
      for (const stage of reached) await addStage({ program_id: programId, village_code: code, stage });
    }
    for (const code of chosen) for (let cohort = upTo(2); cohort > 0; cohort -= 1) addCohort(programId, code, cohort);
  }
  for (const [table, all] of Object.entries(rows)) if (all.length > 0) await db.insertInto(table as keyof Rows).values(all).execute();
  return { programs, curricula: curricula.map(({ id }) => id), villages: [...centers.keys()] };

  /** Most by now, some to come, some taken back. */
  async function addStage(place: { program_id: string; village_code: string; stage: VillageStage }): Promise<void> {
    const reached = { ...place, id: newId(), recorded_at: now, source: null, recorded_by: null, withdrawn_at: chance() < 0.2 ? now : null };
    await db.insertInto("program_stage").values({ ...reached, reached_on: dayOf(chance() < 0.2 ? new Date(now.getTime() + day) : daysAgo(300)) }).execute();
  }

  function addCohort(programId: string, villageCode: string, number: number): void {
    const place = { village_code: villageCode };
    const centerId = centers.get(villageCode) ?? newId();
    if (!centers.has(villageCode)) rows.internet_center.push({ ...place, id: centerId, name: "Balai" });
    centers.set(villageCode, centerId);
    const cohort = { ...place, id: newId(), center_id: centerId, program_id: programId, curriculum_version_id: oneOf(curricula).versionId, name: oneOf(["=Rombel", `Rombel ${number}`, "Rombel; \"Satu\""]), starts_on: "2026-01-05", ends_on: "2026-12-18" };
    rows.cohort.push(cohort);
    const sessions = Array.from({ length: upTo(2) }, () => ({ ...place, id: newId(), cohort_id: cohort.id, starts_at: daysAgo(200), minutes: 90 }));
    rows.cohort_session.push(...sessions);
    const readiness = chance();
    const known = [...(people.get(villageCode) ?? [])];
    for (let person = oneOf([0, 1, 2, 3, 4, 5, 6, 8, 10, 14]); person > 0; person -= 1) {
      const again = chance() < 0.2 ? known.pop() : undefined;
      const learnerId = again ?? addLearner(villageCode, centerId);
      const enrollment = { ...place, id: newId(), learner_id: learnerId, cohort_id: cohort.id, curriculum_version_id: cohort.curriculum_version_id, enrolled_at: daysAgo(200) };
      rows.enrollment.push(enrollment);
      for (const session of sessions) {
        if (chance() < 0.8) rows.attendance_mark.push({ ...place, id: newId(), session_id: session.id, learner_id: learnerId, status: oneOf(["present", "late", "excused", "absent"] as const), minutes: 60, reason: null, marked_at: session.starts_at, marked_by: staffId });
      }
      addDeeds(villageCode, enrollment.id, readiness);
    }
  }

  function addLearner(villageCode: string, centerId: string): string {
    const id = newId();
    const those = people.get(villageCode) ?? [];
    people.set(villageCode, [...those, id]);
    rows.learner.push({ village_code: villageCode, id, center_id: centerId, number: those.length + 1, name: "Siti", gender: oneOf(["female", "male", null]), birth_year: chance() < 0.2 ? null : 1940 + upTo(65), registered_at: daysAgo(200) });
    return id;
  }

  function addDeeds(villageCode: string, enrollmentId: string, readiness: number): void {
    const deed = { village_code: villageCode, enrollment_id: enrollmentId };
    if (chance() > readiness + 0.2) return;
    rows.lesson_completion.push({ ...deed, lesson_id: "A1.1", completed_at: daysAgo(150) });
    if (chance() > readiness) return;
    rows.enrollment_completion.push({ ...deed, completed_at: daysAgo(100) });
    for (const kind of ["start", "close"] as const) if (chance() < 0.9) addTest(deed, kind);
    if (chance() < 0.3) return;
    const certificateId = newId();
    rows.certificate.push({ ...deed, id: certificateId, code: certificateId, number: "1", content: "{}", issued_at: daysAgo(50) });
    if (chance() < 0.1) rows.certificate_revocation.push({ village_code: villageCode, certificate_id: certificateId, revoked_at: now, reason: "salah nama" });
  }

  function addTest(deed: { village_code: string; enrollment_id: string }, kind: "start" | "close"): void {
    const byPillar = Object.fromEntries(pillars.map((pillar) => [pillar, { correct: upTo(5), total: 5 }]));
    const sheet = { bank_hash: "x", items: "[]", answers: "{}", by_pillar: JSON.stringify(byPillar), by_module: "{}", correct_items: 1, total_items: 20 };
    rows.year_test_attempt.push({ ...deed, id: newId(), kind, ...sheet, submitted_at: daysAgo(100) });
  }
}

async function makeCurriculum(db: Kysely<Database>, id: string, year: 1 | 2): Promise<{ id: string; versionId: string }> {
  const versionId = newId();
  await db.insertInto("curriculum").values({ id, title: `Tahun ${year}`, year }).execute();
  await db.insertInto("curriculum_version").values({ id: versionId, curriculum_id: id, number: 1, structure: "{}", structure_hash: id, published_at: new Date() }).execute();
  return { id, versionId };
}
