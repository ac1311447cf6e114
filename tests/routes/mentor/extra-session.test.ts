import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { action as edit, loader as editLoader } from "#app/routes/mentor/edit-cohort.tsx";
import { action, loader } from "#app/routes/mentor/extra-session.tsx";
import { loader as scheduleLoader } from "#app/routes/mentor/schedule.tsx";
import { loader as sessionLoader } from "#app/routes/mentor/session.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, get, makeClassroom, makeCohort, post, site, staffCookie } from "../../mentoring/classroom.ts";
import { giveSessions } from "../../mentoring/term.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let cohort: string;
let dewi: string;
beforeEach(async () => {
  classroom = await makeClassroom();
  cohort = classroom.cohort.cohortId;
  await giveSessions(classroom.cohort, ["2027-06-08", "2027-06-15"]);
  dewi = await staffCookie(classroom.dewi.staffId);
});

const path = () => `/mentor/rombel/${cohort}/jadwal`;

/** Sends the form of one more session: on Thursday 10 June 2027 at 13.00 unless `more` says otherwise. */
async function add(more: Record<string, string> = {}) {
  const fields = { formId: newId(), day: "2027-06-10", time: "13:00", minutes: "90", reason: "Mengganti yang libur", ...more };
  return answerOf(action({ request: post(`${path()}/tambah`, dewi, fields), params: { cohort }, context }));
}

async function stored() {
  const rows = await db.selectFrom("cohort_session").where("cohort_id", "=", cohort).select(["starts_at", "minutes"]).orderBy("starts_at").execute();
  return rows.map(({ starts_at, minutes }) => [starts_at.toISOString().slice(0, 16), minutes]);
}

const planned = [["2027-06-08T02:00", 60], ["2027-06-15T02:00", 60]];

describe("one more session", () => {
  it("is offered with the minutes of the weekly schedule, and stands in the schedule with who added it and why", async () => {
    expect((await answerOf(loader({ request: get(`${path()}/tambah`, dewi), params: { cohort }, context }))).data).toMatchObject({ form: { typed: { minutes: "60" } } });
    expect(await add()).toMatchObject({ status: 303, location: `${path()}?ditambah` });
    expect(await stored()).toEqual([planned[0], ["2027-06-10T06:00", 90], planned[1]]);
    const { next } = (await answerOf(scheduleLoader({ request: get(path(), dewi), params: { cohort }, context }))).data;
    expect(next.map(({ isExtra, reason }) => [isExtra, reason])).toEqual([[false, null], [true, "Mengganti yang libur"], [false, null]]);
    const session = next[1]?.id ?? "";
    const { changes } = (await answerOf(sessionLoader({ request: get("/", dewi), params: { cohort, session }, context }))).data;
    expect(changes).toMatchObject([{ kind: "added", reason: "Mengganti yang libur", changedBy: "Dewi" }]);
    expect(await db.selectFrom("audit_event").where("subject_id", "=", session).select(["action", "actor_id"]).execute()).toEqual([{ action: "session.added", actor_id: classroom.dewi.staffId }]);
  });

  it("is added once, though the form comes twice", async () => {
    const formId = newId();
    await Promise.all([add({ formId }), add({ formId })]);
    expect(await add({ formId })).toMatchObject({ status: 303 });
    expect(await stored()).toHaveLength(3);
  });

  it("is refused outside the cohort's dates, while the cohort meets anyway, and for what is no time, with all that was typed", async () => {
    expect(await add({ day: "2027-09-01" })).toMatchObject({ status: 400, data: { faults: ["outside"], typed: { day: "2027-09-01", minutes: "90" } } });
    expect(await add({ day: "2027-06-08", time: "09:30" })).toMatchObject({ status: 400, data: { faults: ["together"] } });
    expect(await add({ day: "besok", time: "sore", minutes: "5", reason: "x" })).toMatchObject({ status: 400, data: { faults: ["day", "time", "minutes", "reason"], typed: { time: "sore" } } });
    expect(await add({ time: "23:30", minutes: "31" })).toMatchObject({ status: 400, data: { faults: ["midnight"], typed: { time: "23:30" } } });
    expect(await add({ minutes: "dua puluh" })).toMatchObject({ status: 400, data: { faults: ["minutes"], typed: { minutes: "dua puluh" } } });
    expect(await stored()).toEqual(planned);
  });

  it("asks once more before another cohort's time at the same centre, and before a holiday", async () => {
    const rival = await makeCohort(classroom.cohort, classroom.program, classroom.rudi.staffId, "Rombel Kenanga");
    await giveSessions(rival, ["2027-06-10"]);
    const clash = await add({ time: "09:30" });
    expect(clash).toMatchObject({ status: 409, data: { warning: { clashes: ["Rombel Kenanga"], holiday: null } } });
    const confirmed = clash.data?.warning?.about ?? "";
    expect(await add({ day: "2027-08-17", confirmed })).toMatchObject({ status: 409, data: { warning: { holiday: { name: "Hari Kemerdekaan" }, clashes: [] } } });
    expect(await stored()).toEqual(planned);
    expect(await add({ time: "09:30", confirmed })).toMatchObject({ status: 303 });
  });

  it("stays when the weekly schedule changes, beside the session that is planned for its day", async () => {
    await add({ day: "2027-06-15", time: "14:00" });
    const { seen } = (await answerOf(editLoader({ request: get("/", dewi), params: { cohort }, context }))).data;
    const body = new URLSearchParams({ seen, name: "Rombel Mawar", startsOn: "2027-06-08", endsOn: "2027-06-16", capacity: "", weekday: "2", slotTime: "09:00", slotMinutes: "60" });
    const answer = await answerOf(edit({ request: new Request(`${site}/`, { method: "POST", headers: { cookie: dewi, origin: site }, body }), params: { cohort }, context }));
    expect(answer).toMatchObject({ status: 303 });
    expect(await stored()).toEqual([...planned, ["2027-06-15T07:00", 90]]);
  });
});
