import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import type { Study } from "../certificates/enrolled.ts";

interface Traced {
  villageCode: string;
  learnerId: string;
  enrollmentId: string;
}

/** Makes a staff member the cohort's mentor, and leaves a row about a learner, with their name wherever somebody may type one, in every table that can hold it. */
export async function leaveTraces({ villageCode, learnerId, enrollmentId }: Traced, { study, staffId, name }: { study: Study; staffId: string; name: string }): Promise<void> {
  const [at, importId, sessionId] = [new Date(), newId(), newId()];
  const own = { village_code: villageCode, learner_id: learnerId };
  const done = { village_code: villageCode, enrollment_id: enrollmentId };
  const answered = { bank_hash: "x", items: JSON.stringify([{ id: "q", shown: [] }]), answers: JSON.stringify({ q: [name] }), correct_items: 1, total_items: 2, submitted_at: at };
  await db.insertInto("cohort_mentor").values({ village_code: villageCode, id: newId(), cohort_id: study.cohortId, staff_id: staffId, since: at }).execute();
  await db.updateTable("learner").set({ birth_year: 1957, gender: "female", last_seen_at: at }).where("id", "=", learnerId).execute();
  await db.insertInto("learner_pin").values({ ...own, hash: "x", issued_at: at }).execute();
  await db.insertInto("learner_session").values({ ...own, id: newId(), expires_at: new Date(at.getTime() + 60_000) }).execute();
  await db.insertInto("learner_presence").values({ ...own, since: at, seen_at: at }).execute();
  await db.insertInto("help_request").values({ ...own, id: newId(), place: "Menyalakan HP", asked_at: at }).execute();
  await db.insertInto("learner_note").values({ ...own, id: newId(), body: `${name} perlu kacamata`, is_for_learner: false, written_at: at, written_by: staffId }).execute();
  await db.insertInto("learner_consent").values({ ...own, id: newId(), text_version: 1, purpose: "learning", given: true, channel: "paper", guardian_name: name, recorded_at: at }).execute();
  await db.insertInto("learner_consent").values({ ...own, id: newId(), text_version: 1, purpose: "certificate", given: false, channel: "paper", recorded_at: at }).execute();
  await db.insertInto("cohort_waiting").values({ ...own, id: newId(), cohort_id: study.cohortId, since: at, added_by: staffId, ended_at: at }).execute();
  await db.insertInto("cohort_session").values({ village_code: villageCode, id: sessionId, cohort_id: study.cohortId, starts_at: at, minutes: 60 }).execute();
  await db.insertInto("attendance_mark").values({ ...own, id: newId(), session_id: sessionId, status: "excused", minutes: 0, reason: `${name} sakit`, marked_at: at, marked_by: staffId }).execute();
  const changeId = newId();
  await db.insertInto("cohort_session_change").values({ village_code: villageCode, id: changeId, session_id: sessionId, kind: "cleared", old_starts_at: at, reason: "Salah hari", changed_at: at, changed_by: staffId }).execute();
  await db.insertInto("cleared_mark").values({ ...own, id: newId(), change_id: changeId, status: "excused", minutes: 0, reason: `${name} sakit`, marked_at: at, marked_by: staffId }).execute();
  await db.insertInto("answer_draft").values({ ...done, sheet: "kuis:A1", form_id: newId(), bank_hash: "x", typed: JSON.stringify({ q: [name] }), saved_at: at }).execute();
  await db.insertInto("practice_attempt").values({ ...done, id: newId(), lesson_id: "A1.1", simulator: "BuatAkun", steps: JSON.stringify([`type:${name}`]), finished: true, submitted_at: at }).execute();
  await db.insertInto("quiz_attempt").values({ ...done, ...answered, id: newId(), module_id: "A1", pass_mark: 0.8, passed: false }).execute();
  await db.insertInto("review_attempt").values({ ...done, ...answered, id: newId(), module_id: "A1", round: 1 }).execute();
  await db.insertInto("year_test_attempt").values({ ...done, ...answered, id: newId(), kind: "start", by_pillar: "{}", by_module: "{}" }).execute();
  await db.insertInto("paper_sheet").values({ ...done, id: newId(), batch_id: newId(), code: newId().slice(-8), module_id: "A1", items: "[]", printed_at: at, printed_by: staffId }).execute();
  await db.insertInto("enrollment_move").values({ ...done, id: newId(), old_cohort_id: study.cohortId, new_cohort_id: study.cohortId, reason: `${name} pindah rumah`, moved_at: at, moved_by: staffId }).execute();
  const line = { line: 2, name: name.toUpperCase(), birth: "1957", gender: "P", number: "" };
  await db.insertInto("learner_import").values({ village_code: villageCode, id: importId, cohort_id: study.cohortId, file_name: "daftar.csv", lines: JSON.stringify([line]), uploaded_at: at, uploaded_by: staffId }).execute();
  await db.insertInto("learner_import_change").values({ ...own, import_id: importId, kind: "changed", before: JSON.stringify({ name }), after: JSON.stringify({ name }) }).execute();
}
