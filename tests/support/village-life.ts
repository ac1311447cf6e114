import { type Kysely, sql } from "kysely";
import { moveLearner } from "#app/mentoring/move-learner.server.ts";
import { removeLearner } from "#app/mentoring/correct-learner.server.ts";
import { removeTarget, setTarget } from "#app/programs/plan/change-plan.server.ts";
import { stampOf } from "#app/programs/plan/plan-form.ts";
import { insertMarks } from "#db/attendance.ts";
import { insertCertificate, insertEnrollmentCompletion } from "#db/certificates.ts";
import { insertEnrollment } from "#db/enrollments.ts";
import { newId } from "#db/ids.ts";
import { updateLearners } from "#db/import-changes.ts";
import { insertLearner } from "#db/learners.ts";
import { insertLessonCompletion, insertPracticeAttempt } from "#db/lesson-progress.ts";
import { insertYearTest } from "#db/measures.ts";
import { findTarget } from "#db/program-targets.ts";
import { insertQuizAttempt } from "#db/quiz-attempts.ts";
import type { Database } from "#db/schema.ts";

/** Numbers from 0 up to `most`, left out, drawn one after another. */
export type Draw = (most: number) => number;

/** Draws from a seed (mulberry32): the same seed draws the same numbers. */
export function drawFrom(seed: number): Draw {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) % most;
  };
}

interface Cohort {
  villageCode: string;
  cohortId: string;
  centerId: string;
  programId: string;
  versionId: string;
  sessionId: string;
}

interface Enrolled extends Cohort {
  learnerId: string;
  enrollmentId: string;
}

export interface Life {
  programs: string[];
  /** Lets something happen to somebody, drawn by chance. */
  happen(): Promise<void>;
}

const villages = ["35.05.04.2014", "35.05.04.2001", "35.05.05.2001", "35.06.01.2001", "64.01.04.2016"];

/** Two programs of two curricula in villages of four districts, and all that can happen there, through the functions that the application has for it. */
export async function startLife(db: Kysely<Database>, draw: Draw): Promise<Life> {
  const staffId = newId();
  await db.insertInto("staff").values({ id: staffId, username: staffId, name: "Dewi", password_hash: "x" }).execute();
  const versions = [await makeVersion(db), await makeVersion(db)];
  const programs = [await makeProgram(db), await makeProgram(db)];
  const cohorts: Cohort[] = [];
  for (const villageCode of villages) {
    const centers = [newId(), newId()];
    await db.insertInto("internet_center").values(centers.map((id) => ({ village_code: villageCode, id, name: "Balai" }))).execute();
    for (const programId of programs) for (const versionId of versions) cohorts.push(await makeCohort(db, { villageCode, programId, versionId, centerId: centers[draw(2)] as string }));
    cohorts.push(await makeCohort(db, { villageCode, programId: programs[0] as string, versionId: versions[0] as string, centerId: centers[1] as string }));
  }
  const pick = <T>(from: readonly T[]) => from[draw(from.length)];
  const enrolled: Enrolled[] = [];
  let number = 0;
  // Days lie up to two years back, and later ones may come before earlier ones: work is sent in late.
  const at = () => new Date(Date.parse("2026-11-20T03:00:00Z") - draw(700) * 86_400_000 + draw(1200) * 60_000);

  async function enroll(cohort: Cohort, learnerId: string): Promise<void> {
    const enrollment = { ...cohort, learnerId, enrollmentId: newId() };
    const isNew = await insertEnrollment(db, { ...enrollment, curriculumVersionId: cohort.versionId, enrolledAt: at(), enrolledBy: staffId });
    if (isNew) enrolled.push(enrollment);
  }
  async function register(): Promise<void> {
    const cohort = pick(cohorts) as Cohort;
    const learnerId = newId();
    number += 1;
    const person = { name: `Orang ${number}`, birthYear: pick([null, 1950, 1980, 2005, 2012]) ?? null, gender: pick(["female", "male", null] as const) ?? null };
    await insertLearner(db, { ...cohort, learnerId, number, ...person, registeredAt: at(), registeredBy: staffId });
    await enroll(cohort, learnerId);
  }
  const byEnrolled: ((one: Enrolled) => Promise<unknown>)[] = [
    (one) => enroll(pick(cohorts.filter((cohort) => cohort.villageCode === one.villageCode)) as Cohort, one.learnerId),
    (one) => insertLessonCompletion(db, { ...one, lessonId: `pelajaran-${draw(4)}`, completedAt: at() }),
    (one) => insertPracticeAttempt(db, { ...one, id: newId(), lessonId: "A1", simulator: "gerak-jari", steps: [], finished: true, submittedAt: at() }),
    (one) => insertQuizAttempt(db, { ...one, ...sheet(), moduleId: "A1", passMark: 0.8, passed: draw(2) === 1, submittedAt: at(), enteredBy: draw(3) === 0 ? staffId : null }),
    (one) => insertYearTest(db, { ...one, ...sheet(), kind: "start", byPillar: tallies(), byModule: {}, submittedAt: at() }),
    (one) => insertYearTest(db, { ...one, ...sheet(), kind: "close", byPillar: tallies(), byModule: {}, submittedAt: at() }),
    (one) => insertEnrollmentCompletion(db, one.villageCode, one.enrollmentId, at()),
    (one) => insertCertificate(db, { ...one, id: newId(), code: newId(), number: "1", content: {} as never, issuedAt: at() }),
    revoke,
    (one) => insertMarks(db, [{ learnerId: one.learnerId, status: pick(["present", "late", "excused", "absent"] as const) ?? "present", minutes: 60, reason: null }], { ...one, markedAt: at(), markedBy: staffId }),
    (one) => updateOne(one),
    move,
    remove,
    (one) => db.updateTable("learner").set({ center_id: (pick(cohorts.filter((cohort) => cohort.villageCode === one.villageCode)) as Cohort).centerId, number: (number += 1) }).where("village_code", "=", one.villageCode).where("id", "=", one.learnerId).execute(),
  ];

  function updateOne({ villageCode, learnerId }: Enrolled): Promise<void> {
    const values = { name: "Orang Lain", birthYear: pick([null, 1949, 1979, 2004]) ?? null, gender: pick(["female", "male", null] as const) ?? null };
    return db.transaction().execute((trx) => updateLearners(trx, villageCode, [{ learnerId, ...values }]));
  }
  async function revoke({ villageCode, enrollmentId }: Enrolled): Promise<void> {
    await sql`insert into certificate_revocation (village_code, certificate_id, revoked_at, reason)
      select village_code, id, now(), 'Contoh' from certificate where village_code = ${villageCode} and enrollment_id = ${enrollmentId} on conflict do nothing`.execute(db);
  }
  async function move(one: Enrolled): Promise<void> {
    const other = pick(cohorts.filter((cohort) => cohort.villageCode === one.villageCode)) as Cohort;
    const moved = { from: one, learnerId: one.learnerId, newCohortId: other.cohortId, moveId: newId(), reason: "Pindah", ledPrograms: programs, staffId, now: new Date("2026-11-20T03:00:00Z") };
    if ((await moveLearner(db, moved)) === "moved") Object.assign(one, other);
  }
  async function remove(one: Enrolled): Promise<void> {
    const cohort = { ...one, curriculumVersionId: one.versionId } as never;
    if ((await removeLearner(db, { cohort, learnerId: one.learnerId, staffId, now: new Date() })) === "removed") enrolled.splice(enrolled.indexOf(one), 1);
  }
  async function retarget(): Promise<void> {
    const [programId, villageCode] = [pick(programs) as string, pick(villages) as string];
    const change = { formId: newId(), program: { id: programId, regionCode: "35.05" }, reason: "Ubah", staffId, now: new Date(), villageCode, seen: stampOf(await findTarget(db, programId, villageCode)) };
    await (draw(3) === 0 ? removeTarget(db, change) : setTarget(db, { ...change, values: { learners: draw(50), wave: null } }));
  }
  const sheet = () => ({ id: newId(), bankHash: "x", items: [], answers: {}, correct: draw(5), total: 5 });
  const tallies = () => Object.fromEntries(["cakap", "etis", "budaya", "aman"].map((pillar) => [pillar, { correct: draw(6), total: 5 }]));

  return {
    programs,
    async happen() {
      const one = pick(enrolled);
      const what = draw(byEnrolled.length + 8);
      if (!one || what < 6) await register();
      else if (what < 8) await retarget();
      else await byEnrolled[what - 8]?.(one);
    },
  };
}

async function makeVersion(db: Kysely<Database>): Promise<string> {
  const [id, versionId] = [newId(), newId()];
  await db.insertInto("curriculum").values({ id, title: "Mengenal internet", year: 1 }).execute();
  await db.insertInto("curriculum_version").values({ id: versionId, curriculum_id: id, number: 1, structure: "{}", structure_hash: id, published_at: new Date() }).execute();
  return versionId;
}

async function makeProgram(db: Kysely<Database>): Promise<string> {
  const id = newId();
  const signing = { certificate_prefix: "LD", signatory_name: "Ibu", signatory_title: "Kepala" };
  await db.insertInto("program").values({ id, name: "Program", owner_name: "Dinas", region_code: "35.05", starts_on: "2024-01-01", ...signing }).execute();
  return id;
}

async function makeCohort(db: Kysely<Database>, { villageCode, programId, versionId, centerId }: Omit<Cohort, "cohortId" | "sessionId">): Promise<Cohort> {
  const [cohortId, sessionId] = [newId(), newId()];
  const dates = { starts_on: "2024-01-01", ends_on: "2027-12-31" };
  await db.insertInto("cohort").values({ village_code: villageCode, id: cohortId, center_id: centerId, program_id: programId, curriculum_version_id: versionId, name: "Rombel", ...dates }).execute();
  await db.insertInto("cohort_session").values({ village_code: villageCode, id: sessionId, cohort_id: cohortId, starts_at: new Date("2026-03-01T02:00:00Z"), minutes: 90 }).execute();
  return { villageCode, cohortId, centerId, programId, versionId, sessionId };
}
