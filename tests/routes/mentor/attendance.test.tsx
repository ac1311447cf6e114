import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { action, loader } from "#app/routes/mentor/mark-attendance.tsx";
import { loader as listLoader } from "#app/routes/mentor/attendance.tsx";
import { loader as boardLoader } from "#app/routes/mentor/board.tsx";
import { loader as cohortsLoader } from "#app/routes/mentor/cohorts.tsx";
import { loader as sheetLoader } from "#app/routes/mentor/sign-in-sheet.tsx";
import { attendance } from "#app/i18n/id/attendance.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { makeSession, markAs } from "../../attendance/term.ts";
import { withdrawLearning } from "../../mentoring/consents.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeCohort, makeLearner, makeStaff, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
let budi: Learner;
let lina: Staff;
let session: Awaited<ReturnType<typeof makeSession>>;
beforeEach(async () => {
  cast = await castOf(db);
  budi = await makeLearner(db, cast.cohort, { number: 2, name: "Budi", by: cast.dewi });
  lina = await makeStaff(db, "Lina");
  await db.insertInto("cohort_mentor").values({ village_code: cast.cohort.villageCode, id: newId(), cohort_id: cast.cohort.cohortId, staff_id: lina.staffId, since: new Date() }).execute();
  session = await makeSession(cast.cohort);
});

interface By {
  person?: Learner | Staff | null;
  cohort?: string;
  sessionId?: string;
}

function at({ person = cast.dewi, cohort = cast.cohort.cohortId, sessionId = session.sessionId }: By) {
  return { person, path: `/mentor/rombel/${cohort}/hadir/${sessionId}`, params: { cohort, session: sessionId } };
}

async function open(by: By = {}) {
  const { person, path, params } = at(by);
  return answerOf(loader({ request: await requestAs(person, path), params, context }));
}

type Taps = Record<string, { status?: string; minutes?: string; reason?: string; seen?: string }>;

async function send(taps: Taps, { all = false, startsAt = session.startsAt, ...by }: By & { all?: boolean; startsAt?: Date } = {}) {
  const { person, path, params } = at(by);
  const fields: [string, string][] = Object.entries(taps).flatMap(([learnerId, { status, minutes = "", reason = "", seen = "" }]) => [
    [`seen.${learnerId}`, seen],
    [`minutes.${learnerId}`, minutes],
    [`reason.${learnerId}`, reason],
    ...(status ? [[`status.${learnerId}`, status] as [string, string]] : []),
  ]);
  const request = await requestAs(person, path, form([["startsAt", startsAt.toISOString()], ...(all ? [["semua", "hadir"] as [string, string]] : []), ...fields]));
  return answerOf(action({ request, params, context }));
}

function marks(learner: Learner = cast.sari) {
  return db.selectFrom("attendance_mark").where("learner_id", "=", learner.learnerId).select(["id", "status", "minutes", "reason", "marked_by"]).orderBy("marked_at").orderBy("id").execute();
}

describe("marking who came", () => {
  it("keeps one row a person, with who marked them, and is audited", async () => {
    expect(await send({ [cast.sari.learnerId]: { status: "present" }, [budi.learnerId]: { status: "excused", reason: "Sakit" } })).toMatchObject({
      status: 303,
      location: `/mentor/rombel/${cast.cohort.cohortId}/hadir/${session.sessionId}?tersimpan=2`,
    });
    expect(await marks()).toMatchObject([{ status: "present", minutes: 60, reason: null, marked_by: cast.dewi.staffId }]);
    expect(await marks(budi)).toMatchObject([{ status: "excused", minutes: 0, reason: "Sakit" }]);
    const events = await db.selectFrom("audit_event").where("subject_id", "=", session.sessionId).select(["action", "details"]).execute();
    expect(events).toEqual([{ action: "attendance.mark", details: { marks: 2, corrections: 0 } }]);
    expect((await open()).data.people.map(({ number, name, marks: of }) => [number, name, of.map(({ status, markedBy }) => [status, markedBy])])).toEqual([
      [1, "Sari", [["present", "Dewi"]]],
      [2, "Budi", [["excused", "Dewi"]]],
    ]);
  });

  it("fills in who is not marked yet, on one tap, and leaves who is", async () => {
    expect((await send({ [cast.sari.learnerId]: {}, [budi.learnerId]: { status: "absent" } }, { all: true })).status).toBe(303);
    expect(await marks()).toMatchObject([{ status: "present", minutes: 60 }]);
    expect(await marks(budi)).toMatchObject([{ status: "absent" }]);
    await send({ [cast.sari.learnerId]: {}, [budi.learnerId]: {} }, { all: true });
    expect([await marks(), await marks(budi)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it("writes only who was changed, and keeps what stood before", async () => {
    await send({ [cast.sari.learnerId]: { status: "present" }, [budi.learnerId]: { status: "present" } });
    const [first] = await marks(budi);
    const [sariFirst] = await marks();
    await send({ [cast.sari.learnerId]: { status: "present", seen: sariFirst?.id ?? "" }, [budi.learnerId]: { status: "late", minutes: "30", seen: first?.id ?? "" } });
    expect(await marks()).toHaveLength(1);
    expect(await marks(budi)).toMatchObject([{ status: "present" }, { status: "late", minutes: 30 }]);
    expect((await open()).data.people[1]?.marks.map(({ status }) => status)).toEqual(["late", "present"]);
  });

  it("counts once, however often and at once it is sent", async () => {
    const taps = { [cast.sari.learnerId]: { status: "present" } };
    const answers = await Promise.all([send(taps), send(taps), send(taps)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await marks()).toHaveLength(1);
  });

  it("tells what is wrong beside the person, keeps what was typed and saves everybody else", async () => {
    const taps = { [cast.sari.learnerId]: { status: "present", minutes: "600" }, [budi.learnerId]: { status: "late" } };
    const answer = await send(taps);
    expect(answer).toMatchObject({ status: 400, data: { kind: "wrong", saved: 1, faults: { [cast.sari.learnerId]: "minutes" } } });
    expect(answer.data.typed[cast.sari.learnerId]).toEqual({ status: "present", minutes: "600", reason: "" });
    expect(await marks()).toEqual([]);
    expect(await marks(budi)).toMatchObject([{ status: "late", minutes: 45 }]);
    expect((await send({ [cast.sari.learnerId]: { status: "excused" } })).data).toMatchObject({ faults: { [cast.sari.learnerId]: "reason" } });
  });

  it("marks nobody who is not in the cohort", async () => {
    await send({ [cast.tono.learnerId]: { status: "present" }, [newId()]: { status: "present" }, "x'; --": { status: "present" } });
    expect(await db.selectFrom("attendance_mark").where("session_id", "=", session.sessionId).select("id").execute()).toEqual([]);
  });
});

describe("two mentors at once", () => {
  it("are told person by person what the other wrote; nothing is written over it, everybody else is saved", async () => {
    await send({ [cast.sari.learnerId]: { status: "absent" } }, { person: lina });
    const answer = await send({ [cast.sari.learnerId]: { status: "present" }, [budi.learnerId]: { status: "present" } });
    expect(answer).toMatchObject({ status: 409, data: { kind: "wrong", saved: 1, faults: {}, clashes: { [cast.sari.learnerId]: { status: "absent", markedBy: "Lina" } } } });
    expect(answer.data.typed[cast.sari.learnerId]).toMatchObject({ status: "present" });
    expect(await marks()).toMatchObject([{ status: "absent", marked_by: lina.staffId }]);
    const [latest] = await marks();
    expect((await send({ [cast.sari.learnerId]: { status: "present", seen: latest?.id ?? "" } })).status).toBe(303);
    expect(await marks()).toMatchObject([{ status: "absent" }, { status: "present", marked_by: cast.dewi.staffId }]);
  });

  it("do not undo each other's corrections by sending their forms again", async () => {
    const taps = { [cast.sari.learnerId]: { status: "present" }, [budi.learnerId]: { status: "present" } };
    await send(taps);
    const [seen] = await marks();
    await send({ [cast.sari.learnerId]: { status: "absent", seen: seen?.id ?? "" } }, { person: lina });
    expect((await send({ [cast.sari.learnerId]: { status: "present", seen: seen?.id ?? "" }, [budi.learnerId]: { status: "late" } })).status).toBe(409);
    expect(await marks()).toMatchObject([{ status: "present" }, { status: "absent" }]);
  });

  it("at the very same moment write one mark and tell the other", async () => {
    const answers = await Promise.all([send({ [cast.sari.learnerId]: { status: "absent" } }), send({ [cast.sari.learnerId]: { status: "present" } }, { person: lina })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await marks()).toHaveLength(1);
  });
});

describe("a session that changed while the form was open", () => {
  const tomorrow = new Date(Date.now() + 86_400_000);
  const change = (to: { starts_at?: Date; cancelled_at?: Date }) => db.updateTable("cohort_session").set(to).where("id", "=", session.sessionId).execute();

  it("was moved: told from when to when, nothing saved, nothing lost", async () => {
    const yesterday = new Date(Date.now() - 86_400_000);
    await change({ starts_at: yesterday });
    const answer = await send({ [cast.sari.learnerId]: { status: "late", minutes: "20" } });
    expect(answer).toMatchObject({ status: 409, data: { kind: "moved", startsAt: session.startsAt, saved: 0 } });
    expect(answer.data.typed[cast.sari.learnerId]).toEqual({ status: "late", minutes: "20", reason: "" });
    expect(await marks()).toEqual([]);
    expect((await send({ [cast.sari.learnerId]: { status: "late", minutes: "20" } }, { startsAt: yesterday })).status).toBe(303);
  });

  it("was cancelled: told, nothing saved, nothing lost", async () => {
    await change({ cancelled_at: new Date() });
    expect(await send({ [cast.sari.learnerId]: { status: "present" } })).toMatchObject({ status: 409, data: { kind: "cancelled", typed: { [cast.sari.learnerId]: { status: "present" } } } });
    expect(await marks()).toEqual([]);
  });

  it("was moved to a day to come: told so, with what to do, and nothing is lost", async () => {
    await change({ starts_at: tomorrow });
    const answer = await send({ [cast.sari.learnerId]: { status: "present" } });
    expect(answer).toMatchObject({ status: 409, data: { kind: "movedAhead", startsAt: session.startsAt, saved: 0, typed: { [cast.sari.learnerId]: { status: "present" } } } });
    expect(attendance.movedAhead).not.toMatch(/Periksa, lalu tekan Simpan/);
    expect(await marks()).toEqual([]);
  });

  it("is not marked before its day", async () => {
    await change({ starts_at: tomorrow });
    expect((await open()).data.standing).toBe("coming");
    expect(await send({ [cast.sari.learnerId]: { status: "present" } }, { startsAt: tomorrow })).toMatchObject({ status: 409, data: { kind: "coming" } });
    expect(await marks()).toEqual([]);
  });
});

describe("who may", () => {
  it("is a mentor of the cohort, for its own sessions", async () => {
    const theirs = await makeSession(cast.otherCohort);
    const taps = { [cast.sari.learnerId]: { status: "present" } };
    for (const by of [{ person: cast.rudi }, { person: cast.ratna }, { person: cast.sari }, { sessionId: theirs.sessionId }, { sessionId: newId() }, { sessionId: "x" }]) {
      expect(await open(by)).toMatchObject({ status: 404 });
      expect(await send(taps, by)).toMatchObject({ status: 404 });
    }
    expect((await open({ person: null })).location).toContain("/masuk");
    expect(await marks()).toEqual([]);
  });
});

describe("finding it", () => {
  it("is one tap from the cohorts and from the board on the day", async () => {
    await makeSession(cast.cohort, new Date(Date.now() - 3 * 86_400_000));
    const { cohortId } = cast.cohort;
    const cards = (await answerOf(cohortsLoader({ request: await requestAs(cast.dewi, "/mentor"), params: {}, context }))).data.cards;
    expect(cards.map(({ sessions }) => sessions.map(({ sessionId }) => sessionId))).toEqual([[session.sessionId]]);
    const board = (await answerOf(boardLoader({ request: await requestAs(cast.dewi, `/mentor/rombel/${cohortId}`), params: { cohort: cohortId }, context }))).data;
    expect(board.sessions.map(({ sessionId }) => sessionId)).toEqual([session.sessionId]);
  });

  it("lists the sessions with how many came, the newest first", async () => {
    const earlier = await makeSession(cast.cohort, new Date(Date.now() - 3 * 86_400_000));
    await markAs(earlier, cast.sari.learnerId, "present", { by: cast.dewi.staffId });
    await markAs(earlier, budi.learnerId, "absent", { by: cast.dewi.staffId });
    const { cohortId } = cast.cohort;
    const { data } = await answerOf(listLoader({ request: await requestAs(cast.dewi, `/mentor/rombel/${cohortId}/hadir`), params: { cohort: cohortId }, context }));
    expect(data.sessions.map(({ session: of, standing, tally }) => [of.ordinal, standing, tally.present, tally.absent, tally.unmarked])).toEqual([
      [2, "today", 0, 0, 2],
      [1, "past", 1, 1, 0],
    ]);
  });
});

it("does not call those unmarked who came into the cohort after a session", async () => {
  const earlier = await makeSession(cast.cohort, new Date(Date.now() - 3 * 86_400_000));
  await markAs(earlier, budi.learnerId, "absent", { by: cast.dewi.staffId });
  const { cohortId } = cast.cohort;
  const unmarkedFor = async (enrolledDaysAgo: number) => {
    const enrolled_at = new Date(Date.now() - enrolledDaysAgo * 86_400_000);
    await db.updateTable("enrollment").set({ enrolled_at }).where("cohort_id", "=", cohortId).where("learner_id", "=", cast.sari.learnerId).execute();
    const { data } = await answerOf(listLoader({ request: await requestAs(cast.dewi, `/mentor/rombel/${cohortId}/hadir`), params: { cohort: cohortId }, context }));
    return data.sessions.find(({ session: of }) => of.sessionId === earlier.sessionId)?.tally.unmarked;
  };
  expect([await unmarkedFor(1), await unmarkedFor(5)]).toEqual([0, 1]);
});

describe("a learner who took back their consent", () => {
  const withdrawnAt = new Date(Date.now() - 60_000);
  beforeEach(async () => withdrawLearning(cast.sari, { by: cast.dewi, at: withdrawnAt }));

  it("is not marked, not even with everybody; what was chosen is told and kept, and everybody else is saved", async () => {
    const answer = await send({ [cast.sari.learnerId]: { status: "late", minutes: "20" }, [budi.learnerId]: { status: "present" } });
    expect(answer).toMatchObject({ status: 400, data: { saved: 1, faults: { [cast.sari.learnerId]: "withdrawn" }, typed: { [cast.sari.learnerId]: { status: "late", minutes: "20" } } } });
    expect((await send({ [cast.sari.learnerId]: {} }, { all: true })).status).toBe(303);
    expect([await marks(), await marks(budi)].map(({ length }) => length)).toEqual([0, 1]);
  });

  it("keeps what was noted before, which nobody changes any more", async () => {
    await markAs(session, cast.sari.learnerId, "present", { by: cast.dewi.staffId });
    const [before] = await marks();
    expect((await send({ [cast.sari.learnerId]: { status: "absent", seen: before?.id ?? "" } })).status).toBe(400);
    expect((await send({ [cast.sari.learnerId]: { status: "present", seen: before?.id ?? "" } })).status).toBe(303);
    expect(await marks()).toEqual([before]);
  });

  it("is shown as not to be entered, on the screen and on the sheet, and waited for by no count", async () => {
    expect((await open()).data.people.map(({ name, withdrawnAt: since }) => [name, since])).toEqual([["Sari", withdrawnAt], ["Budi", null]]);
    const params = { cohort: cast.cohort.cohortId, session: session.sessionId };
    const sheet = await answerOf(sheetLoader({ request: await requestAs(cast.dewi, "/"), params, context }));
    expect(sheet.data.roll).toEqual([{ number: 1, name: "Sari", isWithdrawn: true }, { number: 2, name: "Budi", isWithdrawn: false }]);
    const list = await answerOf(listLoader({ request: await requestAs(cast.dewi, "/"), params, context }));
    expect(list.data.sessions.map(({ tally }) => tally.unmarked)).toEqual([1]);
  });
});

describe("a session of before", () => {
  const days = (count: number) => new Date(Date.now() - count * 86_400_000);
  const names = async (query = "") => {
    const { path, params } = at({});
    return (await answerOf(loader({ request: await requestAs(cast.dewi, path + query), params, context }))).data.people.map(({ name, isElsewhere }) => (isElsewhere ? `(${name})` : name));
  };
  beforeEach(async () => {
    session = await makeSession(cast.cohort, days(3));
    await db.updateTable("enrollment").set({ enrolled_at: days(9) }).where("id", "=", budi.enrollmentId).execute();
  });

  it("lists who was in the cohort on that day, and who joined later only when asked to", async () => {
    expect(await names()).toEqual(["Budi"]);
    expect((await open()).data).toMatchObject({ later: 1 });
    expect(await names("?kemudian")).toEqual(["Sari", "Budi"]);
  });

  it("lists who was marked all the same, also if they are in another cohort now", async () => {
    await markAs(session, cast.sari.learnerId, "present", { by: cast.dewi.staffId });
    expect(await names()).toEqual(["Sari", "Budi"]);
    const { villageCode, cohortId } = await makeCohort(db, { ...cast.cohort, programId: cast.programId, mentor: cast.dewi });
    await db.updateTable("enrollment").set({ cohort_id: cohortId }).where("village_code", "=", villageCode).where("id", "=", cast.sari.enrollmentId).execute();
    expect(await names()).toEqual(["(Sari)", "Budi"]);
    expect((await send({ [cast.sari.learnerId]: { status: "absent" } })).status).toBe(303);
    expect(await marks()).toMatchObject([{ status: "present" }]);
  });

  it("does not list who was moved into the cohort later", async () => {
    const other = await makeCohort(db, { ...cast.cohort, programId: cast.programId, mentor: cast.dewi });
    const move = { enrollment_id: budi.enrollmentId, old_cohort_id: other.cohortId, new_cohort_id: cast.cohort.cohortId, reason: "Jadwal", moved_at: days(1), moved_by: cast.dewi.staffId };
    await db.insertInto("enrollment_move").values({ village_code: cast.cohort.villageCode, id: newId(), ...move }).execute();
    expect(await names()).toEqual([]);
  });
});

it("prints a sheet in the same order", async () => {
  const params = { cohort: cast.cohort.cohortId, session: session.sessionId };
  const { data } = await answerOf(sheetLoader({ request: await requestAs(cast.dewi, "/"), params, context }));
  expect(data.roll).toEqual([{ number: 1, name: "Sari", isWithdrawn: false }, { number: 2, name: "Budi", isWithdrawn: false }]);
  expect(await answerOf(sheetLoader({ request: await requestAs(cast.rudi, "/"), params, context }))).toMatchObject({ status: 404 });
});
