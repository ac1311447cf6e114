import "../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { findLearnerOfCohort, insertEnrollment, listCohortLearners } from "#db/enrollments.ts";
import { newId } from "#db/ids.ts";
import { saveSkipDecision } from "#db/module-skips.ts";
import { enroll, makeClassroom, makeLearner, plosorejo } from "../mentoring/classroom.ts";

let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let siti: Awaited<ReturnType<typeof makeLearner>>;
beforeEach(async () => {
  classroom = await makeClassroom();
  siti = await makeLearner(classroom.cohort, 1, "Siti");
});

const day = (number: number) => new Date(`2026-11-${String(number).padStart(2, "0")}T09:00:00+07:00`);

async function finishLesson(enrollmentId: string, lessonId: string, completedAt: Date) {
  await db.insertInto("lesson_completion").values({ village_code: plosorejo, enrollment_id: enrollmentId, lesson_id: lessonId, completed_at: completedAt }).execute();
}

async function takeQuiz(enrollmentId: string, moduleId: string, correct: number, submittedAt: Date) {
  const quiz = { bank_hash: "x", items: "[]", answers: "{}", total_items: 5, pass_mark: 0.8 };
  await db
    .insertInto("quiz_attempt")
    .values({ village_code: plosorejo, id: newId(), enrollment_id: enrollmentId, module_id: moduleId, correct_items: correct, passed: correct >= 4, submitted_at: submittedAt, ...quiz })
    .execute();
}

function decide(enrollmentId: string, moduleId: string, granted: boolean) {
  return saveSkipDecision(db, { villageCode: plosorejo, enrollmentId, moduleId, granted, decidedAt: day(5), staffId: classroom.dewi.staffId });
}

async function theLearner() {
  return (await listCohortLearners(db, [classroom.cohort])).get(classroom.cohort.cohortId)?.[0];
}

describe("listCohortLearners", () => {
  it("tells of a newcomer that nothing is done yet", async () => {
    await enroll(classroom.cohort, siti.learnerId, day(2));
    expect(await theLearner()).toEqual({
      learnerId: siti.learnerId,
      number: 1,
      name: "Siti",
      enrolledAt: day(2),
      lastSeenAt: null,
      lastProgressAt: null,
      lessonsDone: 0,
      lessonsTotal: 3,
      lastQuiz: null,
      failingQuiz: null,
      completedAt: null,
      certificateCode: null,
    });
  });

  it("counts the lessons that the pinned curriculum asks for", async () => {
    const enrollmentId = await enroll(classroom.cohort, siti.learnerId, day(2));
    await finishLesson(enrollmentId, "A1.1", day(3));
    await finishLesson(enrollmentId, "A1.2", day(5));
    await finishLesson(enrollmentId, "Z9.9", day(4));
    expect(await theLearner()).toMatchObject({ lessonsDone: 2, lessonsTotal: 3, lastProgressAt: day(5), lastSeenAt: day(5) });
  });

  it("counts as done, and does not chase, what a mentor let the learner skip", async () => {
    const enrollmentId = await enroll(classroom.cohort, siti.learnerId, day(2));
    await finishLesson(enrollmentId, "A1.1", day(3));
    await finishLesson(enrollmentId, "A2.1", day(3));
    await takeQuiz(enrollmentId, "A1", 2, day(3));
    await takeQuiz(enrollmentId, "A1", 2, day(4));
    await decide(enrollmentId, "A1", false);
    expect(await theLearner()).toMatchObject({ lessonsDone: 2, lessonsTotal: 3, failingQuiz: { tries: 2 } });
    await decide(enrollmentId, "A1", true);
    expect(await theLearner()).toMatchObject({ lessonsDone: 3, lessonsTotal: 3, failingQuiz: null });
  });

  it("tells the last quiz, and the one that was failed most often and never passed", async () => {
    const enrollmentId = await enroll(classroom.cohort, siti.learnerId, day(2));
    await takeQuiz(enrollmentId, "A1", 2, day(3));
    await takeQuiz(enrollmentId, "A1", 3, day(4));
    await takeQuiz(enrollmentId, "A2", 4, day(5));
    const learner = await theLearner();
    expect(learner?.lastQuiz).toEqual({ moduleTitle: "HP Nyaman", correct: 4, total: 5, passed: true });
    expect(learner?.failingQuiz).toEqual({ moduleTitle: "Mengenal HP", tries: 2 });
    await takeQuiz(enrollmentId, "A1", 5, day(6));
    await takeQuiz(enrollmentId, "A1", 1, day(7));
    expect((await theLearner())?.failingQuiz).toBeNull();
  });

  it("calls a quiz that the curriculum no longer has by its id", async () => {
    await takeQuiz(await enroll(classroom.cohort, siti.learnerId), "Z9", 4, day(3));
    expect((await theLearner())?.lastQuiz?.moduleTitle).toBe("Z9");
  });

  it("takes the later of signing in and finishing something for the last visit", async () => {
    await finishLesson(await enroll(classroom.cohort, siti.learnerId, day(2)), "A1.1", day(5));
    await db.updateTable("learner").set({ last_seen_at: day(8) }).where("id", "=", siti.learnerId).execute();
    expect(await theLearner()).toMatchObject({ lastSeenAt: day(8), lastProgressAt: day(5) });
  });

  it("tells a certificate until it is revoked", async () => {
    const enrollmentId = await enroll(classroom.cohort, siti.learnerId, day(2));
    await db.insertInto("enrollment_completion").values({ village_code: plosorejo, enrollment_id: enrollmentId, completed_at: day(20) }).execute();
    const certificateId = newId();
    await db
      .insertInto("certificate")
      .values({ village_code: plosorejo, id: certificateId, enrollment_id: enrollmentId, code: certificateId, number: "0001/X", content: "{}", issued_at: day(20) })
      .execute();
    expect(await theLearner()).toMatchObject({ completedAt: day(20), certificateCode: certificateId });
    await db.insertInto("certificate_revocation").values({ village_code: plosorejo, certificate_id: certificateId, revoked_at: day(21), revoked_by: null, reason: "salah nama" }).execute();
    expect(await theLearner()).toMatchObject({ completedAt: day(20), certificateCode: null });
  });

  it("keeps cohorts apart and knows an empty one", async () => {
    await enroll(classroom.cohort, siti.learnerId);
    const learners = await listCohortLearners(db, [classroom.cohort, classroom.otherCohort]);
    expect(learners.get(classroom.cohort.cohortId)).toHaveLength(1);
    expect(learners.get(classroom.otherCohort.cohortId)).toEqual([]);
    expect(await listCohortLearners(db, [])).toEqual(new Map());
  });
});

it("enrolls a learner once", async () => {
  const { cohort, dewi } = classroom;
  const enrollment = () => ({ ...cohort, enrollmentId: newId(), learnerId: siti.learnerId, enrolledAt: day(2), enrolledBy: dewi.staffId });
  expect(await insertEnrollment(db, enrollment())).toBe(true);
  expect(await insertEnrollment(db, enrollment())).toBe(false);
});

it("finds a learner in their own cohort only", async () => {
  const enrollmentId = await enroll(classroom.cohort, siti.learnerId, day(2));
  const found = { learnerId: siti.learnerId, number: 1, name: "Siti", enrollmentId, enrolledAt: day(2) };
  expect(await findLearnerOfCohort(db, classroom.cohort, siti.learnerId)).toEqual(found);
  expect(await findLearnerOfCohort(db, classroom.otherCohort, siti.learnerId)).toBeUndefined();
});
