import "../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { loader as streamLoader } from "#app/routes/mentor/class-stream.ts";
import { action, loader } from "#app/routes/mentor/class.tsx";
import { action as notesAction, loader as notesLoader } from "#app/routes/mentor/notes.tsx";
import { loader as homeLoader } from "#app/routes/learn/home.tsx";
import { streamClass } from "#app/mentoring/class-stream.server.ts";
import { changesOf, emptyRow } from "#app/mentoring/class-row.ts";
import { askForHelp, helpTimes, upsertPresence } from "#db/class-board.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, context } from "../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeLearner, requestAs, type Staff } from "../support/cast.ts";

const minute = 60_000;
const copy = copyIn("id");
let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
});

const module = () => cast.curriculum.courses[0]!.modules[0]!;
const firstLesson = () => module().lessons[0]!;
const ago = (minutes: number) => new Date(Date.now() - minutes * minute);

/** Puts a learner on a screen for some minutes, touched a moment ago. */
async function sitOn(learner: Learner, screen: string, minutes: number, touchedAgo = 0) {
  await upsertPresence(db, learner, { lessonId: firstLesson().id, screen }, ago(minutes));
  await db.updateTable("learner_presence").set({ seen_at: ago(touchedAgo) }).where("learner_id", "=", learner.learnerId).execute();
}

async function failQuiz(learner: Learner) {
  const attempt = { bank_hash: "x", items: "[]", answers: "{}", correct_items: 2, total_items: 5, pass_mark: 0.8, passed: false, submitted_at: new Date() };
  await db.insertInto("quiz_attempt").values({ village_code: learner.villageCode, id: newId(), enrollment_id: learner.enrollmentId, module_id: module().id, ...attempt }).execute();
}

const board = async (who: Staff = cast.dewi) => answerOf(loader({ request: await requestAs(who, `/mentor/rombel/${cast.cohort.cohortId}/kelas`), params: { cohort: cast.cohort.cohortId }, context }));
const rowOf = async (learner: Learner) => (await board()).data.rows[learner.number];
const send = async (who: Staff, fields: Record<string, string>) => answerOf(action({ request: await requestAs(who, "/kelas", form(fields)), params: { cohort: cast.cohort.cohortId }, context }));

describe("the board during class", () => {
  it("shows who is on which screen, for how long, and what they did last", async () => {
    await sitOn(cast.sari, "aku-2", 2);
    await failQuiz(cast.sari);
    const row = await rowOf(cast.sari);
    expect(row).toMatchObject({ place: firstLesson().title, screen: expect.stringMatching(/^Layar \d+: /) as string, result: "Kuis: 2 dari 5, belum lulus", stuck: "", helpAt: null });
    expect(Math.round((Date.now() / 1000 - row!.since!) / 60)).toBe(2);
  });

  it("shows nobody who was not seen for half an hour", async () => {
    await sitOn(cast.sari, "aku-2", 60, 31);
    expect(await rowOf(cast.sari)).toEqual(emptyRow);
  });

  it("keeps who opened a lesson and froze, and says that they are quiet", async () => {
    await sitOn(cast.sari, "aku-2", 14, 14);
    const row = await rowOf(cast.sari);
    expect(row).toMatchObject({ stuck: "", place: firstLesson().title });
    expect(Math.round((Date.now() / 1000 - row!.quietAt!) / 60)).toBe(14);
    await sitOn(cast.sari, "aku-3", 6, 4);
    expect((await rowOf(cast.sari))?.quietAt).toBeNull();
  });

  it("says in one sentence why someone is stuck", async () => {
    await sitOn(cast.sari, "aku-2", 9);
    expect((await rowOf(cast.sari))?.stuck).toMatch(/^Lama sekali di layar ini, biasanya \d+ menit\.$/);
    await failQuiz(cast.sari);
    await failQuiz(cast.sari);
    expect((await rowOf(cast.sari))?.stuck).toBe("Sudah 2 kali berturut-turut gagal di kuis ini.");
  });

  it("takes who left the PC, and a class that is slow together, for fine", async () => {
    await sitOn(cast.sari, "aku-2", 9, 6);
    expect((await rowOf(cast.sari))?.stuck).toBe("");
    await sitOn(cast.sari, "aku-2", 9);
    for (const number of [2, 3, 4, 5, 6]) await sitOn(await makeLearner(db, cast.cohort, { number, name: `Peserta ${number}`, by: cast.dewi }), "aku-1", 9);
    expect((await rowOf(cast.sari))?.stuck).toBe("");
  });

  it("counts a practice that took far too many steps twice", async () => {
    await sitOn(cast.sari, "ingat", 1);
    for (let n = 0; n < 2; n += 1) {
      const attempt = { lesson_id: firstLesson().id, simulator: "x", steps: JSON.stringify(Array.from({ length: 400 }, () => "s")), finished: true, submitted_at: new Date() };
      await db.insertInto("practice_attempt").values({ village_code: cast.sari.villageCode, id: newId(), enrollment_id: cast.sari.enrollmentId, ...attempt }).execute();
    }
    expect((await rowOf(cast.sari))?.stuck).toBe("2 kali latihan dengan langkah lebih dari dua kali lipat yang perlu.");
  });

  it("shows who calls, and keeps who answered and after how long", async () => {
    const asked = ago(4);
    await askForHelp(db, cast.sari, "Kuis “Mengenal HP”", asked);
    expect(await rowOf(cast.sari)).toMatchObject({ helpPlace: "Kuis “Mengenal HP”", helpAt: Math.round(asked.getTime() / 1000) });
    const answered = await send(cast.dewi, { peserta: cast.sari.learnerId, tugas: "dibantu" });
    expect(answered).toMatchObject({ status: 303, location: `/mentor/rombel/${cast.cohort.cohortId}/kelas` });
    await send(cast.dewi, { peserta: cast.sari.learnerId, tugas: "dibantu" });
    expect((await rowOf(cast.sari))?.helpAt).toBeNull();
    const times = await helpTimes(db, cast.cohort, ago(60), new Date());
    expect(times).toMatchObject({ answered: 1, open: 0 });
    expect(Math.round((times.medianSeconds ?? 0) / 60)).toBe(4);
    const request = await db.selectFrom("help_request").where("learner_id", "=", cast.sari.learnerId).select("answered_by as by").execute();
    expect(request).toEqual([{ by: cast.dewi.staffId }]);
    const audit = await db.selectFrom("audit_event").where("village_code", "=", cast.sari.villageCode).where("actor_id", "in", [cast.dewi.staffId, cast.sari.learnerId]).select("action").orderBy("happened_at").execute();
    expect(audit.map((event) => event.action)).toEqual(["help.ask", "help.answer"]);
  });

  it("ticks a task seen done once, and takes it back", async () => {
    await sitOn(cast.sari, "di-hp", 1);
    const fields = { peserta: cast.sari.learnerId, pelajaran: firstLesson().id };
    await send(cast.dewi, { ...fields, tugas: "disaksikan" });
    expect((await send(cast.dewi, { ...fields, tugas: "disaksikan", dari: "peserta" })).location).toContain(`/peserta/${cast.sari.learnerId}#tugas`);
    expect((await rowOf(cast.sari))?.ticks).toBe("m");
    await send(cast.dewi, { ...fields, tugas: "dibatalkan" });
    expect((await rowOf(cast.sari))?.ticks).toBe("");
    const rows = await db.selectFrom("practical_tick").where("enrollment_id", "=", cast.sari.enrollmentId).select(["by", "ticked_by as tickedBy", "withdrawn_at as withdrawnAt"]).execute();
    expect(rows).toEqual([{ by: "mentor", tickedBy: cast.dewi.staffId, withdrawnAt: expect.any(Date) as Date }]);
  });

  it("is nobody else's to read or to change", async () => {
    expect((await board(cast.rudi)).status).toBe(404);
    for (const tugas of ["dibantu", "disaksikan", "dibatalkan"]) {
      expect((await send(cast.rudi, { peserta: cast.sari.learnerId, pelajaran: firstLesson().id, tugas })).status).toBe(404);
      expect((await send(cast.dewi, { peserta: cast.tono.learnerId, pelajaran: firstLesson().id, tugas })).status).toBe(404);
    }
    expect((await send(cast.dewi, { peserta: cast.sari.learnerId, pelajaran: "X9.9", tugas: "disaksikan" })).status).toBe(404);
    expect((await send(cast.dewi, { peserta: cast.sari.learnerId, pelajaran: firstLesson().id, tugas: "hapus" })).status).toBe(404);
    const stream = await answerOf(streamLoader({ request: await requestAs(cast.rudi, "/arus"), params: { cohort: cast.cohort.cohortId }, context }));
    expect(stream.status).toBe(404);
  });
});

/** Reads a stream as it comes; `text` is all of it so far. */
function listen(stream: ReadableStream<Uint8Array>) {
  const heard = { text: "", ended: false };
  const decoder = new TextDecoder();
  const done = (async () => {
    const reader = stream.getReader();
    for (let piece = await reader.read(); piece.value; piece = await reader.read()) heard.text += decoder.decode(piece.value);
    heard.ended = true;
  })();
  return { heard, done };
}

describe("the stream of the board", () => {
  const open = async (path = "/arus") => {
    const leave = new AbortController();
    const request = await requestAs(cast.dewi, path, { signal: leave.signal });
    const answer = await answerOf(streamLoader({ request, params: { cohort: cast.cohort.cohortId }, context }));
    return { response: answer.response!, leave };
  };

  it("tells a call within 3 seconds, and only what changed", async () => {
    await sitOn(cast.sari, "aku-1", 1);
    const { stamp } = (await board()).data;
    const { response, leave } = await open(`/arus?v=${stamp}`);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const { heard, done } = listen(response.body!);
    await expect.poll(() => heard.text).toBe("retry: 3000\n\n");
    const asked = Date.now();
    await askForHelp(db, cast.sari, "Kuis", new Date());
    await expect.poll(() => heard.text, { timeout: 4000, interval: 20 }).toContain("data: ");
    expect(Date.now() - asked).toBeLessThan(3000);
    const events = heard.text.match(/^data: .*$/gm)!.map((line) => JSON.parse(line.slice(6)) as unknown);
    expect(events).toEqual([{ 1: { h: expect.any(Number) as number, q: "Kuis" } }]);
    leave.abort();
    await done;
    expect(heard.ended).toBe(true);
  });

  it("sends the whole board to a page that is older", async () => {
    await sitOn(cast.sari, "aku-1", 1);
    const { response, leave } = await open();
    const { heard, done } = listen(response.body!);
    await expect.poll(() => heard.text).toContain(`"p":"${firstLesson().title}"`);
    leave.abort();
    await done;
  });

  it("ends when the server stops", async () => {
    const closing = new AbortController();
    const answer = await answerOf(streamLoader({ request: await requestAs(cast.dewi, "/arus"), params: { cohort: cast.cohort.cohortId }, context: { ...context, closing: closing.signal } }));
    const { heard, done } = listen(answer.response!.body!);
    closing.abort();
    await done;
    expect(heard.ended).toBe(true);
  });

  it("ends when the cohort is the viewer's no more", async () => {
    const { response } = await open();
    const { done, heard } = listen(response.body!);
    await db.updateTable("cohort_mentor").set({ ended_at: new Date() }).where("cohort_id", "=", cast.cohort.cohortId).execute();
    await done;
    expect(heard.ended).toBe(true);
  }, 20_000);

  it("takes less than 5 KB a minute for 24 people who turn a page each minute", async () => {
    const learners = [cast.sari];
    for (let number = 2; number <= 24; number += 1) learners.push(await makeLearner(db, cast.cohort, { number, name: `Peserta ${number}`, by: cast.dewi }));
    for (const learner of learners) await sitOn(learner, "tujuan", 0);
    const { heard, done } = listen(streamClass(db, cast.cohort, copy, { mayStillRead: () => Promise.resolve(true), stamp: "", signals: [AbortSignal.timeout(9000)] }));
    await expect.poll(() => heard.text).toContain("data: ");
    const first = Buffer.byteLength(heard.text);
    for (const learner of learners) {
      await upsertPresence(db, learner, { lessonId: firstLesson().id, screen: "aku-1" }, new Date());
      if (learner.number % 8 === 0) await failQuiz(learner);
      if (learner.number === 5) await askForHelp(db, learner, "Pelajaran “Menyalakan HP”", new Date());
    }
    await done;
    const later = Buffer.byteLength(heard.text) - first;
    const beats = 3 * 3;
    console.log(`24 people: the whole board ${first} bytes once, then ${later + beats} bytes for a minute`);
    expect(heard.text).toContain("belum lulus");
    expect(first + later + beats).toBeLessThan(5 * 1024);
  }, 20_000);

  it("says nothing where nothing changed", () => {
    const rows = { 1: { ...emptyRow, place: "A" } };
    expect(changesOf(rows, { 1: { ...emptyRow, place: "A" } })).toBeNull();
    expect(changesOf(rows, { 1: { ...emptyRow, place: "A", since: 5 } })).toBe('{"1":{"t":5}}');
  });
});

describe("notes about a learner", () => {
  const params = () => ({ cohort: cast.cohort.cohortId, learner: cast.sari.learnerId });
  const write = async (who: Staff, fields: Record<string, string>) => answerOf(notesAction({ request: await requestAs(who, "/catatan", form({ formId: newId(), ...fields })), params: params(), context }));
  const notes = async (who: Staff = cast.dewi) => answerOf(notesLoader({ request: await requestAs(who, "/catatan"), params: params(), context }));
  const seen = async () => (await answerOf(homeLoader({ request: await requestAs(cast.sari, "/belajar"), params: {}, context }))).data.notes.map(({ body }) => body);

  it("are written once, listed with who wrote them, and seen by the learner only where the mentor says so", async () => {
    const formId = newId();
    await write(cast.dewi, { formId, catatan: " Perlu kacamata baca. " });
    await write(cast.dewi, { formId, catatan: " Perlu kacamata baca. " });
    expect(await seen()).toEqual([]);
    expect((await write(cast.dewi, { catatan: "Hebat, Bu Sari!", bolehLihat: "ya" })).status).toBe(303);
    expect(await seen()).toEqual(["Hebat, Bu Sari!"]);
    const listed = (await notes()).data.notes.map(({ body, isForLearner, writtenBy }) => ({ body, isForLearner, writtenBy }));
    expect(listed).toEqual([
      { body: "Hebat, Bu Sari!", isForLearner: true, writtenBy: "Dewi" },
      { body: "Perlu kacamata baca.", isForLearner: false, writtenBy: "Dewi" },
    ]);
  });

  it("that are empty or too long come back with all that was typed", async () => {
    expect(await write(cast.dewi, { catatan: "  ", bolehLihat: "ya" })).toMatchObject({ status: 400, data: { fault: "empty", isForLearner: true } });
    expect(await write(cast.dewi, { catatan: "x".repeat(1001) })).toMatchObject({ status: 400, data: { fault: "long", count: 1001, typed: "x".repeat(1001) } });
    expect(await write(cast.dewi, { catatan: `${"a\r\n".repeat(499)}ab` })).toMatchObject({ status: 303 });
  });

  it("are nobody else's", async () => {
    expect((await notes(cast.rudi)).status).toBe(404);
    expect((await write(cast.rudi, { catatan: "x" })).status).toBe(404);
  });
});
