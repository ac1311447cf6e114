import "../support/database.ts";
import { sql, type Transaction } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { issueCertificateIfEarned } from "#app/certificates/issue-certificate.server.ts";
import { readCode } from "#app/certificates/verification-code.ts";
import { db } from "#db/client.ts";
import type { Database } from "#db/schema.ts";
import { completeLesson, doAllButLastQuiz, type Enrolled, enroll, makeStudy, served, type Study, takeQuiz } from "./enrolled.ts";

const april = new Date("2026-04-10T03:00:00Z");
// Half past midnight on 21 November in Jakarta, still the 20th in UTC.
const november = new Date("2026-11-20T17:30:00Z");
let study: Study;
let lastModule: string;

beforeAll(async () => {
  study = await makeStudy();
});

async function almostDone(name?: string): Promise<Enrolled> {
  const enrolled = await enroll(study, name);
  lastModule = await doAllButLastQuiz(enrolled, study.structure, april);
  return enrolled;
}

async function passLastQuiz(enrolled: Enrolled, at = november) {
  return db.transaction().execute(async (trx) => {
    await takeQuiz(enrolled, lastModule, 12, at, trx);
    return issueCertificateIfEarned(trx, enrolled, at);
  });
}

function certificatesOf({ enrollmentId }: Enrolled) {
  return db.selectFrom("certificate").where("enrollment_id", "=", enrollmentId).selectAll().execute();
}

async function serials(): Promise<number[]> {
  const rows = await db.selectFrom("certificate").select("number").execute();
  return rows.map(({ number }) => Number(number.slice(0, 4))).sort((a, b) => a - b);
}

test("nothing is issued while a quiz is missing or failed", async () => {
  const enrolled = await almostDone();
  await takeQuiz(enrolled, lastModule, 9, november);
  const outcome = await db.transaction().execute((trx) => issueCertificateIfEarned(trx, enrolled, november));
  expect(outcome).toBe("not-earned");
  expect(await certificatesOf(enrolled)).toEqual([]);
});

test("an enrollment that does not exist has earned nothing", async () => {
  const nobody = { villageCode: study.villageCode, enrollmentId: "00000000-0000-7000-8000-000000000000" };
  expect(await db.transaction().execute((trx) => issueCertificateIfEarned(trx, nobody, november))).toBe("not-earned");
});

test("the last quiz issues the certificate, with all that it says", async () => {
  const enrolled = await almostDone("Siti Aminah");
  await takeQuiz(enrolled, served(study.structure).moduleIds[0] ?? "", 12, new Date("2026-05-01T03:00:00Z"));
  expect(await passLastQuiz(enrolled)).toBe("issued");
  const [certificate] = await certificatesOf(enrolled);
  expect(certificate?.number).toMatch(/^\d{4}\/LD-T1\/35\.05\/XI\/2026$/);
  expect(readCode(certificate?.code ?? "")).toBe(certificate?.code);
  expect(certificate?.content).toMatchObject({
    learnerName: "Siti Aminah",
    village: "Plosorejo",
    district: "Kademangan",
    regency: "Kabupaten Blitar",
    programName: "Literasi Digital Blitar",
    ownerName: "Dinas Kominfo Kabupaten Blitar",
    curriculumTitle: study.structure.title,
    year: 1,
    startedOn: "2026-04-10",
    finishedOn: "2026-11-21",
    signatoryName: "Dra. Sri Wahyuni, M.Si.",
    signatoryTitle: "Kepala Dinas",
  });
  const minutes = study.structure.courses.flatMap((course) => course.modules.flatMap((module) => module.lessons));
  expect(certificate?.content.minutes).toBe(minutes.filter(({ id }) => id !== "Z9.9").reduce((total, lesson) => total + lesson.minutes, 0));
  const percents = certificate?.content.courses.flatMap((course) => course.modules.map(({ percent }) => percent)) ?? [];
  expect(percents[0]).toBe(100);
  expect(percents.slice(1, -1).every((percent) => percent === 92)).toBe(true);
  const completion = await db.selectFrom("enrollment_completion").where("enrollment_id", "=", enrolled.enrollmentId).selectAll().execute();
  expect(completion.map(({ completed_at }) => completed_at)).toEqual([november]);
});

test("an issue is audited without a name", async () => {
  const enrolled = await almostDone("Nama Rahasia");
  await passLastQuiz(enrolled);
  const [certificate] = await certificatesOf(enrolled);
  const events = await db.selectFrom("audit_event").where("subject_id", "=", certificate?.id ?? "").selectAll().execute();
  expect(events).toMatchObject([{ action: "certificate.issue", actor_kind: "system", details: { number: certificate?.number } }]);
  expect(JSON.stringify(events)).not.toContain("Rahasia");
});

test("a certificate once issued stays as it is", async () => {
  const enrolled = await almostDone();
  await passLastQuiz(enrolled);
  const before = await certificatesOf(enrolled);
  await db.updateTable("learner").set({ name: "Nama Baru" }).where("id", "=", enrolled.learnerId).execute();
  expect(await passLastQuiz(enrolled, new Date("2026-12-01T03:00:00Z"))).toBe("already");
  expect(await certificatesOf(enrolled)).toEqual(before);
});

test("a last lesson and a last quiz at once still issue one certificate", async () => {
  const enrolled = await enroll(study);
  const { lessonIds, moduleIds } = served(study.structure);
  for (const id of lessonIds.slice(1)) await completeLesson(enrolled, id, april);
  for (const id of moduleIds.slice(1)) await takeQuiz(enrolled, id, 12, april);
  const outcomes = await overlap(
    enrolled,
    (trx) => completeLesson(enrolled, lessonIds[0] ?? "", november, trx),
    (trx) => takeQuiz(enrolled, moduleIds[0] ?? "", 12, november, trx),
  );
  expect(outcomes).toEqual(["not-earned", "issued"]);
  expect(await certificatesOf(enrolled)).toHaveLength(1);
});

test("the same quiz twice at once issues one certificate", async () => {
  const enrolled = await almostDone();
  const submit = (trx: Transaction<Database>) => takeQuiz(enrolled, lastModule, 12, november, trx);
  expect(await overlap(enrolled, submit, submit)).toEqual(["issued", "already"]);
  expect(await certificatesOf(enrolled)).toHaveLength(1);
});

test("learners who finish together get numbers in a row, also when one of them is rolled back", async () => {
  const before = (await serials()).length;
  const learners = [];
  for (let count = 0; count < 6; count += 1) learners.push(await almostDone(`Peserta ${count}`));
  const allWritten = meetingOf(learners.length);
  const outcomes = await Promise.allSettled(
    learners.map((enrolled, index) =>
      inTransaction(enrolled, (trx) => takeQuiz(enrolled, lastModule, 12, november, trx), allWritten, index === 2 ? "roll-back" : "commit"),
    ),
  );
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(await serials()).toEqual(Array.from({ length: before + 5 }, (_, index) => index + 1));
});

test("numbers start again in a new year, and each program counts for itself", async () => {
  const enrolled = await almostDone();
  await passLastQuiz(enrolled, new Date("2026-12-31T17:00:00Z"));
  expect((await certificatesOf(enrolled))[0]?.number).toBe("0001/LD-T1/35.05/I/2027");
  const other = await makeStudy();
  const elsewhere = await enroll(other);
  await doAllButLastQuiz(elsewhere, other.structure, april);
  await passLastQuiz(elsewhere);
  expect((await certificatesOf(elsewhere))[0]?.number).toBe("0001/LD-T1/35.05/XI/2026");
});

type Write = (trx: Transaction<Database>) => Promise<void>;

/** Two transactions that have both written before either issues; the first commits only when the second waits for it or is done. */
async function overlap(enrolled: Enrolled, writeFirst: Write, writeSecond: Write) {
  const bothWritten = meetingOf(2);
  const firstIssued = Promise.withResolvers<void>();
  let secondDone = false;
  const first = db.transaction().execute(async (trx) => {
    await writeFirst(trx);
    await bothWritten();
    const outcome = await issueCertificateIfEarned(trx, enrolled, november);
    firstIssued.resolve();
    await lockIsAwaited(() => secondDone);
    return outcome;
  });
  const second = db.transaction().execute(async (trx) => {
    await writeSecond(trx);
    await bothWritten();
    await firstIssued.promise;
    const outcome = await issueCertificateIfEarned(trx, enrolled, november);
    secondDone = true;
    return outcome;
  });
  return Promise.all([first, second]);
}

async function lockIsAwaited(orElse: () => boolean): Promise<void> {
  while (!orElse()) {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    if (rows.length > 0) return;
  }
}

/** Writes, waits until the others have written too, then issues. */
function inTransaction(enrolled: Enrolled, write: Write, allWritten: () => Promise<void>, end: "commit" | "roll-back") {
  return db.transaction().execute(async (trx) => {
    await write(trx);
    await allWritten();
    const outcome = await issueCertificateIfEarned(trx, enrolled, november);
    if (end === "roll-back") throw new Error("rolled back");
    return outcome;
  });
}

/** A meeting that lets everyone go on once `size` have come. */
function meetingOf(size: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come === size) resolve();
    return promise;
  };
}
