import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { action, loader } from "#app/routes/mentor/session.tsx";
import { loader as scheduleLoader } from "#app/routes/mentor/schedule.tsx";
import { action as edit, loader as editLoader } from "#app/routes/mentor/edit-cohort.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, get, makeClassroom, makeCohort, makeLearner, post, site, staffCookie } from "../../mentoring/classroom.ts";
import { giveSessions } from "../../mentoring/term.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let cohort: string;
let session: string;
let dewi: string;
beforeEach(async () => {
  classroom = await makeClassroom();
  cohort = classroom.cohort.cohortId;
  const sessions = await giveSessions(classroom.cohort, ["2027-06-08", "2027-06-15"]);
  session = sessions[0]?.id ?? "";
  dewi = await staffCookie(classroom.dewi.staffId);
});

const path = () => `/mentor/rombel/${cohort}/jadwal/${session}`;

async function shown() {
  return (await answerOf(loader({ request: get(path(), dewi), params: { cohort, session }, context }))).data;
}

/** Sends a change with what the page shows now, unless `more` says otherwise. */
async function change(more: Record<string, string>) {
  const { form } = await shown();
  const fields = { tugas: "pindah", formId: form.formId, seen: form.seen, day: "2027-06-10", time: "13:00", reason: "Balai desa dipakai", ...more };
  return answerOf(action({ request: post(path(), dewi, fields), params: { cohort, session }, context }));
}

async function stored() {
  return db.selectFrom("cohort_session").where("id", "=", session).select(["starts_at", "cancelled_at"]).executeTakeFirstOrThrow();
}

describe("moving a session", () => {
  it("moves it, keeps why and by whom, and lists it under its new day", async () => {
    expect(await change({})).toMatchObject({ status: 303, location: `${path()}?tersimpan` });
    expect((await stored()).starts_at.toISOString()).toBe("2027-06-10T06:00:00.000Z");
    expect((await shown()).changes).toMatchObject([{ kind: "moved", reason: "Balai desa dipakai", changedBy: "Dewi" }]);
    const { next } = (await answerOf(scheduleLoader({ request: get(path(), dewi), params: { cohort }, context }))).data;
    expect(next[0]?.plannedAt.toISOString()).toBe("2027-06-08T02:00:00.000Z");
  });

  it("moves it once, though the form comes twice", async () => {
    const { form } = await shown();
    const again = { formId: form.formId, seen: form.seen };
    await Promise.all([change(again), change(again)]);
    expect(await change(again)).toMatchObject({ status: 303 });
    expect((await shown()).changes).toHaveLength(1);
  });

  it("tells the second of two mentors that it was moved already, and changes nothing", async () => {
    const { form } = await shown();
    const answers = await Promise.all(["2027-06-10", "2027-06-11"].map((day) => change({ seen: form.seen, formId: newId(), day })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(answers.find(({ status }) => status === 409)?.data).toEqual({ kind: "stale" });
    expect((await shown()).changes).toHaveLength(1);
  });

  it("refuses a day outside the cohort's dates, the time that it has, and what is no day, and keeps what was typed", async () => {
    expect(await change({ day: "2027-09-01" })).toMatchObject({ status: 400, data: { faults: ["outside"], typed: { day: "2027-09-01" } } });
    expect(await change({ day: "2027-06-08", time: "09:00" })).toMatchObject({ status: 400, data: { faults: ["same"] } });
    expect(await change({ day: "besok", time: "sore", reason: "" })).toMatchObject({ status: 400, data: { faults: ["day", "time", "reason"], typed: { time: "sore" } } });
    expect((await shown()).changes).toEqual([]);
  });

  it("refuses a time at which the cohort meets already, also for one that was cancelled", async () => {
    const [cancelled, other] = [{ tugas: "batal" }, { tugas: "adakan" }];
    expect(await change({ day: "2027-06-15", time: "09:30" })).toMatchObject({ status: 400, data: { faults: ["together"], typed: { time: "09:30" } } });
    expect(await change(cancelled)).toMatchObject({ status: 303 });
    const { starts_at } = await stored();
    await db.updateTable("cohort_session").set({ starts_at }).where("cohort_id", "=", cohort).where("id", "<>", session).execute();
    expect(await change(other)).toMatchObject({ status: 400, data: { faults: ["together"] } });
    expect((await stored()).cancelled_at).not.toBeNull();
  });

  it("asks once more before another cohort's time at the same centre, and before a holiday", async () => {
    const rival = await makeCohort(classroom.cohort, classroom.program, classroom.rudi.staffId, "Rombel Kenanga");
    await giveSessions(rival, ["2027-06-10"]);
    const clash = await change({ time: "09:30" });
    expect(clash).toMatchObject({ status: 409, data: { kind: "form", warning: { clashes: ["Rombel Kenanga"], holiday: null } } });
    const confirmed = clash.data?.kind === "form" ? (clash.data.warning?.about ?? "") : "";
    expect(await change({ time: "10:00" })).toMatchObject({ status: 303 });
    expect(await change({ time: "09:30", confirmed })).toMatchObject({ status: 303 });
    expect(await change({ day: "2027-08-17", confirmed })).toMatchObject({ status: 409, data: { warning: { holiday: { name: "Hari Kemerdekaan" }, clashes: [] } } });
    expect((await shown()).changes).toHaveLength(2);
  });

  it("keeps a session within its day on the village's clock", async () => {
    expect(await change({ time: "23:30" })).toMatchObject({ status: 400, data: { faults: ["midnight"], typed: { time: "23:30" } } });
    expect(await change({ time: "23:00" })).toMatchObject({ status: 303 });
  });

  it("lets a session stay whose attendance was taken", async () => {
    const learner = await makeLearner(classroom.cohort, 5, "Siti");
    await db.updateTable("cohort_session").set({ starts_at: new Date(Date.now() - 3_600_000) }).where("id", "=", session).execute();
    const mark = { status: "present" as const, minutes: 60, marked_at: new Date(), marked_by: classroom.dewi.staffId };
    await db.insertInto("attendance_mark").values({ village_code: learner.villageCode, id: newId(), session_id: session, learner_id: learner.learnerId, ...mark }).execute();
    expect(await change({})).toMatchObject({ status: 409, data: { kind: "held" } });
    expect(await change({ tugas: "batal" })).toMatchObject({ status: 409, data: { kind: "held" } });
  });

  it("lets a session go whose attendance was cleared, for a reason; the marks are kept in the history", async () => {
    const learner = await makeLearner(classroom.cohort, 5, "Siti");
    await db.updateTable("cohort_session").set({ starts_at: new Date(Date.now() - 3_600_000) }).where("id", "=", session).execute();
    const mark = { status: "present" as const, minutes: 60, marked_at: new Date(), marked_by: classroom.dewi.staffId };
    await db.insertInto("attendance_mark").values({ village_code: learner.villageCode, id: newId(), session_id: session, learner_id: learner.learnerId, ...mark }).execute();
    expect(await change({ tugas: "kosongkan", reason: "" })).toMatchObject({ status: 400, data: { faults: ["reason"] } });
    const formId = newId();
    expect(await change({ tugas: "kosongkan", reason: "Salah pertemuan", formId })).toMatchObject({ status: 303 });
    expect(await change({ tugas: "kosongkan", reason: "Salah pertemuan", formId })).toMatchObject({ status: 303 });
    expect(await db.selectFrom("attendance_mark").where("session_id", "=", session).select("id").execute()).toEqual([]);
    expect(await db.selectFrom("cleared_mark").where("change_id", "=", formId).select(["learner_id", "status"]).execute()).toEqual([{ learner_id: learner.learnerId, status: "present" }]);
    expect((await shown()).changes).toMatchObject([{ kind: "cleared", reason: "Salah pertemuan", cleared: 1 }]);
    expect(await change({ tugas: "kosongkan" })).toMatchObject({ status: 409, data: { kind: "stale" } });
    expect(await change({ tugas: "batal", reason: "Banjir" })).toMatchObject({ status: 303 });
  });
});

describe("cancelling a session", () => {
  it("cancels it and restores it, each with its reason", async () => {
    expect(await change({ tugas: "batal", reason: "Banjir" })).toMatchObject({ status: 303 });
    expect((await stored()).cancelled_at).not.toBeNull();
    expect(await change({})).toMatchObject({ status: 409, data: { kind: "stale" } });
    expect(await change({ tugas: "adakan", reason: "Banjir surut" })).toMatchObject({ status: 303 });
    expect((await stored()).cancelled_at).toBeNull();
    expect((await shown()).changes.map(({ kind }) => kind)).toEqual(["restored", "cancelled"]);
    expect(await change({ tugas: "adakan" })).toMatchObject({ status: 409 });
  });
});

describe("changing the weekly schedule", () => {
  const send = async (more: Record<string, string>, seen?: string) => {
    const loaded = (await answerOf(editLoader({ request: get("/", dewi), params: { cohort }, context }))).data;
    const body = new URLSearchParams({ seen: seen ?? loaded.seen, name: "Rombel Mawar", startsOn: "2027-06-01", endsOn: "2027-06-30", capacity: "", weekday: "4", slotTime: "14:00", slotMinutes: "90", ...more });
    return answerOf(edit({ request: new Request(`${site}/`, { method: "POST", headers: { cookie: dewi, origin: site }, body }), params: { cohort }, context }));
  };
  const listed = async () => {
    const rows = await db.selectFrom("cohort_session").where("cohort_id", "=", cohort).select(["id", "starts_at"]).orderBy("starts_at").execute();
    return rows.map(({ id, starts_at }) => [id === session ? "moved" : "planned", starts_at.toISOString().slice(0, 16)]);
  };

  it("plans the rest anew and leaves what was moved", async () => {
    await change({ day: "2027-06-09" });
    expect(await send({})).toMatchObject({ status: 303, location: `/mentor/rombel/${cohort}/jadwal?diubah=1` });
    expect(await listed()).toEqual([
      ["planned", "2027-06-03T07:00"],
      ["moved", "2027-06-09T06:00"],
      ["planned", "2027-06-10T07:00"],
      ["planned", "2027-06-17T07:00"],
      ["planned", "2027-06-24T07:00"],
    ]);
  });

  it("tells who comes second, and changes nothing", async () => {
    const { seen } = (await answerOf(editLoader({ request: get("/", dewi), params: { cohort }, context }))).data;
    expect(await send({ name: "Rombel Dahlia" })).toMatchObject({ status: 303 });
    const before = await listed();
    expect(await send({ name: "Rombel Anggrek", weekday: "1" }, seen)).toMatchObject({ status: 409, data: { kind: "stale" } });
    expect(await listed()).toEqual(before);
    expect(await send({ name: "Rombel Dahlia" }, seen)).toMatchObject({ status: 303 });
  });

  it("keeps what was typed when something is wrong", async () => {
    expect(await send({ endsOn: "2027-05-01", name: "X1" })).toMatchObject({ status: 400, data: { kind: "form", faults: ["endsBefore"], typed: { name: "X1" } } });
  });
});
