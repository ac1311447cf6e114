import type { Kysely } from "kysely";
import { hashSecret } from "#app/accounts/secret-hash.server.ts";
import { insertMarks, listSessions } from "#db/attendance.ts";
import { askForHelp, upsertPresence } from "#db/class-board.ts";
import { insertCoaching } from "#db/coaching.ts";
import { changeSession, insertSessions, replaceSlots } from "#db/cohort-schedule.ts";
import { insertConsents } from "#db/consents.ts";
import { newId } from "#db/ids.ts";
import { eraseLearner, insertErasure } from "#db/learner-erasure.ts";
import { insertNote } from "#db/learner-notes.ts";
import { insertPin } from "#db/learners.ts";
import { tickTask } from "#db/practical-ticks.ts";
import type { Database } from "#db/schema.ts";
import { insertWaiting } from "#db/waiting-list.ts";
import { demoLearner } from "./steps.ts";

/** Dewi's Rombel Kenari, which has class now and is full. Agus stands in for her for a week, and Retno coaches her. */
export interface ClassWorld {
  cohort: string;
  /** A session of three days ago, marked and corrected; that of now, unmarked; one that is cancelled; one that was moved. */
  past: string;
  now: string;
  cancelled: string;
  moved: string;
  /** The page of who did a task and has a note. */
  learner: string;
  /** The page of whose data were deleted. */
  erased: string;
}

/** In Rombel Kenari: who did a task and has a note, who calls, who is stuck in a quiz, who waits for a place, who took back their consent, whose data were deleted. The PIN of the first four is the shared one. */
export const inClass = { busy: 910, calling: 911, stuck: 912, waiting: 913, withdrawn: 914, erased: 915 };

interface Like {
  village_code: string;
  center_id: string;
  program_id: string;
  curriculum_version_id: string;
}

const [minute, day] = [60_000, 86_400_000];

/** Makes Rombel Kenari at the centre and with the mentor of another cohort. */
export async function openClass(db: Kysely<Database>, like: Like, mentorId: string): Promise<ClassWorld> {
  const [cohortId, now] = [newId(), new Date()];
  const key = { villageCode: like.village_code, cohortId };
  const dates = { starts_on: daysFrom(now, -30), ends_on: daysFrom(now, 60) };
  await db.insertInto("cohort").values({ village_code: like.village_code, center_id: like.center_id, program_id: like.program_id, curriculum_version_id: like.curriculum_version_id, id: cohortId, name: "Rombel Kenari", capacity: 4, ...dates }).execute();
  const staff = new Map((await db.selectFrom("staff").where("username", "in", ["agus", "retno", "yoga"]).select(["username", "id"]).execute()).map(({ username, id }) => [username, id]));
  const mentors = [{ staff_id: mentorId }, { staff_id: staff.get("agus") ?? "", until: new Date(now.getTime() + 7 * day), reason: "Cuti melahirkan" }, { staff_id: staff.get("yoga") ?? "", ended_at: now, reason: "Pindah tugas ke kecamatan lain" }];
  for (const mentor of mentors) await db.insertInto("cohort_mentor").values({ village_code: like.village_code, id: newId(), cohort_id: cohortId, since: new Date(now.getTime() - 30 * day), ...mentor }).execute();
  await insertCoaching(db, { id: newId(), programId: like.program_id, coachId: staff.get("retno") ?? "", mentorId, since: now, grantedBy: mentorId });
  const people = await addPeople(db, like, cohortId, mentorId, now);
  const sessions = await addSessions(db, key, people, mentorId, now);
  const path = `/mentor/rombel/${cohortId}`;
  return { cohort: path, ...sessions, learner: `${path}/peserta/${people.busy.learnerId}`, erased: `${path}/peserta/${people.erased.learnerId}` };
}

type People = Record<keyof typeof inClass, { villageCode: string; learnerId: string; enrollmentId: string }>;

async function addPeople(db: Kysely<Database>, { village_code: villageCode, center_id, curriculum_version_id }: Like, cohortId: string, mentorId: string, now: Date): Promise<People> {
  const names = { busy: "Sumarni Kusumawardhani Prawirodirjo", calling: "Painah", stuck: "Wagiyo Hadisumarto", waiting: "Karsinah Binti Karsodimejo", withdrawn: "Wasinem Tirtodiharjo", erased: "Ngatirah" };
  const hash = await hashSecret(demoLearner(inClass.busy).pin);
  const people = {} as People;
  for (const role of Object.keys(inClass) as (keyof typeof inClass)[]) {
    const [learnerId, enrollmentId] = [newId(), newId()];
    people[role] = { villageCode, learnerId, enrollmentId };
    await db.insertInto("learner").values({ village_code: villageCode, id: learnerId, center_id, number: inClass[role], name: names[role], birth_year: 1962, registered_at: now }).execute();
    await insertPin(db, { villageCode, learnerId, hash, issuedAt: now, issuedBy: mentorId });
    if (role === "waiting") await db.transaction().execute((trx) => insertWaiting(trx, { villageCode, cohortId, waitingId: newId(), learnerId, since: now, addedBy: mentorId }));
    else await db.insertInto("enrollment").values({ village_code: villageCode, id: enrollmentId, learner_id: learnerId, cohort_id: cohortId, curriculum_version_id, enrolled_at: now }).execute();
  }
  const { busy, calling, stuck, withdrawn, erased } = people;
  await takeBackConsent(db, withdrawn, mentorId, now);
  await db.transaction().execute((trx) => insertErasure(trx, erased, { askedBy: "learner", staffId: mentorId, now }).then(() => eraseLearner(trx, erased)));
  await upsertPresence(db, busy, { lessonId: "A1.1", screen: null }, now);
  await tickTask(db, { ...busy, lessonId: "A1.1", by: "learner", actorId: busy.learnerId }, now);
  await insertNote(db, { ...busy, id: newId(), body: "Besok bawa kacamata baca, ya Bu. Huruf di layar sudah saya besarkan.", isForLearner: true, staffId: mentorId, now });
  await insertNote(db, { ...busy, id: newId(), body: "Dekat jendela supaya terang.", isForLearner: false, staffId: mentorId, now });
  await upsertPresence(db, calling, { lessonId: "A1.2", screen: null }, now);
  await askForHelp(db, calling, "Pelajaran “Mengetik di HP”", new Date(now.getTime() - 4 * minute));
  await upsertPresence(db, stuck, { lessonId: "A1", screen: "kuis" }, now);
  const failed = { bank_hash: "x", items: "[]", answers: "{}", correct_items: 4, total_items: 10, pass_mark: 0.8, passed: false, submitted_at: now };
  for (let tries = 0; tries < 2; tries += 1) await db.insertInto("quiz_attempt").values({ village_code: villageCode, id: newId(), enrollment_id: stuck.enrollmentId, module_id: "A1", ...failed }).execute();
  return people;
}

async function takeBackConsent(db: Kysely<Database>, { villageCode, learnerId }: People["withdrawn"], witnessId: string, now: Date): Promise<void> {
  const answer = { villageCode, learnerId, textVersion: 1, purpose: "learning", channel: "paper", guardianName: null, witnessId } as const;
  await insertConsents(db, [
    { ...answer, consentId: newId(), given: true, recordedAt: new Date(now.getTime() - 20 * day) },
    { ...answer, consentId: newId(), given: false, recordedAt: new Date(now.getTime() - day) },
  ]);
}

async function addSessions(db: Kysely<Database>, key: { villageCode: string; cohortId: string }, { busy, calling, stuck, erased }: People, staffId: string, now: Date) {
  await replaceSlots(db, key, [{ weekday: 2, startsAt: "09:00", minutes: 60 }, { weekday: 4, startsAt: "15:30", minutes: 60 }]);
  const times = [now.getTime() - 3 * day, now.getTime() - 10 * minute, now.getTime() + 2 * day, now.getTime() + 4 * day];
  await insertSessions(db, key, times.map((time) => ({ startsAt: new Date(time), minutes: 60 })));
  const [past, running, next, later] = (await listSessions(db, key)).map(({ sessionId, startsAt }) => ({ id: sessionId, startsAt }));
  if (!past || !running || !next || !later) throw new Error("Rombel Kenari has no sessions");
  const of = { villageCode: key.villageCode, sessionId: past.id, markedBy: staffId };
  const present = { status: "present", minutes: 60, reason: null } as const;
  await insertMarks(db, [busy, calling, erased].map(({ learnerId }) => ({ learnerId, ...present })), { ...of, markedAt: new Date(now.getTime() - 2 * day) });
  await insertMarks(db, [{ learnerId: stuck.learnerId, status: "excused", minutes: 0, reason: "Acara desa di balai dusun" }, { learnerId: calling.learnerId, status: "late", minutes: 25, reason: null }], { ...of, markedAt: new Date(now.getTime() - day) });
  const change = { reason: "Balai desa dipakai rapat", changedAt: now, changedBy: staffId };
  await db.transaction().execute(async (trx) => {
    await changeSession(trx, key, next.id, { ...change, changeId: newId(), kind: "cancelled", oldStartsAt: next.startsAt, newStartsAt: null });
    await changeSession(trx, key, later.id, { ...change, changeId: newId(), kind: "moved", oldStartsAt: later.startsAt, newStartsAt: new Date(later.startsAt.getTime() + 90 * minute) });
  });
  return { past: past.id, now: running.id, cancelled: next.id, moved: later.id };
}

function daysFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * day).toISOString().slice(0, 10);
}
