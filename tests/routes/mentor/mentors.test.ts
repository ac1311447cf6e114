import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { action, loader } from "#app/routes/mentor/mentors.tsx";
import { loader as boardLoader } from "#app/routes/mentor/board.tsx";
import { findStaffSession } from "#db/sessions.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, get, makeCenter, makeClassroom, makeCohort, makeStaff, plosorejo, post, staffCookie } from "../../mentoring/classroom.ts";
import { lend, makeLead, tomorrow, yesterday } from "../../mentoring/term.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let cohort: string;
let dewi: string;
beforeEach(async () => {
  classroom = await makeClassroom();
  cohort = classroom.cohort.cohortId;
  dewi = await staffCookie(classroom.dewi.staffId);
});

const path = () => `/mentor/rombel/${cohort}/pendamping`;
const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

function open(query = "", cookie = dewi) {
  return answerOf(loader({ request: get(`${path()}${query}`, cookie), params: { cohort }, context }));
}

function send(fields: Record<string, string>, cookie = dewi) {
  return answerOf(action({ request: post(path(), cookie, fields), params: { cohort }, context }));
}

function bring(how: string, more: Record<string, string> = {}, cookie = dewi) {
  return send({ formId: newId(), mentorId: classroom.rudi.staffId, how, reason: "Cuti melahirkan", ...more }, cookie);
}

async function boardFor(staffId: string) {
  return (await answerOf(boardLoader({ request: get(`/mentor/rombel/${cohort}`, await staffCookie(staffId)), params: { cohort }, context }))).status;
}

describe("the mentors of a cohort", () => {
  it("are found among the program's, by name or user name", async () => {
    const stranger = await makeStaff("Rudi Lain");
    const found = (await open("?cari=rud")).data.found;
    expect(found.map(({ staffId }) => staffId)).toEqual([classroom.rudi.staffId]);
    expect((await open(`?pilih=${classroom.rudi.staffId}`)).data.picked).toMatchObject({ name: "Rudi" });
    expect((await open(`?cari=${stranger.staffId}&pilih=${stranger.staffId}`)).data).toMatchObject({ found: [], picked: null });
    expect(await bring("tambah", { mentorId: stranger.staffId, cari: stranger.staffId })).toMatchObject({ status: 404 });
  });

  it("may be several", async () => {
    const form = newId();
    expect(await bring("tambah", { formId: form })).toMatchObject({ status: 303, location: `${path()}?diubah=1` });
    expect(await bring("tambah", { formId: form })).toMatchObject({ status: 303 });
    expect((await open()).data.now.map(({ name }) => name).sort()).toEqual(["Dewi", "Rudi"]);
    expect(await bring("tambah")).toMatchObject({ status: 409, data: { kind: "already", name: "Rudi" } });
    expect([await boardFor(classroom.dewi.staffId), await boardFor(classroom.rudi.staffId)]).toEqual([200, 200]);
  });

  it("keep what was typed when something is wrong", async () => {
    expect(await bring("pinjamkan", { until: "", reason: "x" })).toMatchObject({ status: 400, data: { faults: ["until", "reason"], typed: { how: "pinjamkan", reason: "x" } } });
    expect(await bring("pinjamkan", { until: inDays(-1) })).toMatchObject({ status: 400, data: { faults: ["until"] } });
    expect(await bring("")).toMatchObject({ status: 400, data: { faults: ["how"] } });
  });
});

describe("handing a cohort over", () => {
  it("ends the old mentor's time, begins the new one's, and keeps both and why", async () => {
    expect(await bring("serahkan")).toMatchObject({ status: 303, location: "/mentor?diserahkan=1" });
    expect([await boardFor(classroom.dewi.staffId), await boardFor(classroom.rudi.staffId)]).toEqual([404, 200]);
    const rows = await db.selectFrom("cohort_mentor").where("cohort_id", "=", cohort).select(["staff_id", "reason", "granted_by", "ended_at"]).orderBy("since").execute();
    expect(rows).toMatchObject([{ staff_id: classroom.dewi.staffId }, { staff_id: classroom.rudi.staffId, reason: "Cuti melahirkan", granted_by: classroom.dewi.staffId, ended_at: null }]);
    expect(rows[0]?.ended_at).not.toBeNull();
    const events = await db.selectFrom("audit_event").where("subject_id", "=", cohort).select(["action", "details"]).execute();
    expect(events).toEqual([{ action: "cohort.hand-over", details: { mentorId: classroom.rudi.staffId, from: classroom.dewi.staffId, until: null } }]);
  });

  it("is done by a lead too, in whose place they say", async () => {
    const ratna = await makeStaff("Ratna");
    await makeLead(ratna.staffId, classroom.program.programId);
    const cookie = await staffCookie(ratna.staffId);
    const newcomer = await makeStaff("Baru");
    expect(await bring(`serahkan:${classroom.dewi.staffId}`, {}, cookie)).toMatchObject({ status: 303, location: `${path()}?diubah=1` });
    expect(await bring(`serahkan:${classroom.dewi.staffId}`, { mentorId: newcomer.staffId, cari: newcomer.staffId }, cookie)).toMatchObject({ status: 409, data: { kind: "stale" } });
    expect(await bring(`serahkan:${classroom.rudi.staffId}`, { mentorId: newcomer.staffId, cari: newcomer.staffId }, cookie)).toMatchObject({ status: 303 });
    expect((await open("", cookie)).data.now).toMatchObject([{ name: "Baru" }]);
    expect(await boardFor(ratna.staffId)).toBe(404);
  });

  it("is not done for another mentor by one who is no lead", async () => {
    await bring("tambah");
    const third = await makeStaff("Tini");
    await makeCohort(await makeCenter(plosorejo), classroom.program, third.staffId);
    expect(await bring(`serahkan:${classroom.rudi.staffId}`, { mentorId: third.staffId })).toMatchObject({ status: 404 });
  });
});

describe("a loan", () => {
  it("opens the cohort to the substitute, who decides nothing about mentors, until it is taken back", async () => {
    expect(await bring("pinjamkan", { until: inDays(3) })).toMatchObject({ status: 303 });
    const rudi = await staffCookie(classroom.rudi.staffId);
    expect(await boardFor(classroom.rudi.staffId)).toBe(200);
    expect((await open("", rudi)).data).toMatchObject({ mayDecide: false, found: [] });
    expect(await bring("tambah", {}, rudi)).toMatchObject({ status: 404 });
    const row = (await open()).data.now.find(({ until }) => until !== null);
    expect(row?.until?.toISOString().slice(11)).toBe("17:00:00.000Z");
    expect(await send({ tugas: "akhiri", rowId: row?.rowId ?? "" })).toMatchObject({ status: 303 });
    expect(await boardFor(classroom.rudi.staffId)).toBe(404);
    expect((await open()).data.past).toMatchObject([{ name: "Rudi" }]);
  });

  it("ends by itself, and may be given again", async () => {
    const siska = await makeStaff("Siska");
    const cookie = await staffCookie(siska.staffId);
    await lend(classroom.cohort, siska.staffId, yesterday());
    expect(await boardFor(siska.staffId)).toBe(404);
    expect(await open("", cookie)).toMatchObject({ status: 404 });
    const session = await db.selectFrom("staff_session").where("staff_id", "=", siska.staffId).select("id").executeTakeFirstOrThrow();
    expect(await findStaffSession(db, session.id)).toMatchObject({ isMentor: false });
    expect(await bring("pinjamkan", { mentorId: siska.staffId, until: inDays(2) })).toMatchObject({ status: 303 });
    expect(await findStaffSession(db, session.id)).toMatchObject({ isMentor: true });
    expect(await boardFor(siska.staffId)).toBe(200);
  });

  it("becomes a time for good when the cohort is handed over to the substitute", async () => {
    await lend(classroom.cohort, classroom.rudi.staffId, tomorrow());
    expect(await bring("serahkan")).toMatchObject({ status: 303 });
    expect((await open("", await staffCookie(classroom.rudi.staffId))).data).toMatchObject({ mayDecide: true, now: [{ name: "Rudi", until: null }] });
  });
});

describe("ending a mentor's time", () => {
  it("leaves a cohort its last mentor", async () => {
    const own = (await open()).data.now[0]?.rowId ?? "";
    expect(await send({ tugas: "akhiri", rowId: own })).toMatchObject({ status: 409, data: { kind: "last" } });
    await bring("tambah");
    expect(await send({ tugas: "akhiri", rowId: own })).toMatchObject({ status: 303, location: "/mentor?diserahkan=1" });
    expect(await boardFor(classroom.dewi.staffId)).toBe(404);
  });

  it("of another mentor is the lead's to decide", async () => {
    await bring("tambah");
    const rudisRow = (await open()).data.now.find(({ name }) => name === "Rudi")?.rowId ?? "";
    expect(await send({ tugas: "akhiri", rowId: rudisRow })).toMatchObject({ status: 404 });
    expect(await send({ tugas: "akhiri", rowId: newId() })).toMatchObject({ status: 404 });
  });
});
