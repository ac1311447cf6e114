import "../../support/database.ts";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { GoesOn } from "#app/mentoring/created-notice.tsx";
import { CohortList } from "#app/programs/plan/cohort-list.tsx";
import { action, loader } from "#app/routes/mentor/create-cohort.tsx";
import { loader as openEdit } from "#app/routes/mentor/edit-cohort.tsx";
import { loader as openExtra } from "#app/routes/mentor/extra-session.tsx";
import { loader as openMentors } from "#app/routes/mentor/mentors.tsx";
import { loader as openPlan } from "#app/routes/program/plan-village.tsx";
import { replaceCenterHours } from "#db/center-hours.ts";
import { db } from "#db/client.ts";
import { listSessions } from "#db/cohort-schedule.ts";
import { newId } from "#db/ids.ts";
import { answerOf, get, makeCenter, makeClassroom, makeStaff, plosorejo, senaken, site, staffCookie } from "../../mentoring/classroom.ts";
import { joinProgram, lend, makeAdmin, makeLead, tomorrow } from "../../mentoring/term.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
const path = "/mentor/rombel-baru";
let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let dewi: string;
beforeEach(async () => {
  classroom = await makeClassroom();
  dewi = await staffCookie(classroom.dewi.staffId);
});

function open(query = "", cookie = dewi) {
  return answerOf(loader({ request: get(`${path}${query}`, cookie), params: {}, context }));
}

/** A right form for the mentor's own centre, with what is different in `more`. */
function typed(more: Record<string, string> = {}) {
  const { program, cohort } = classroom;
  const place = { program: program.programId, desa: cohort.villageCode, pusat: cohort.centerId };
  return { formId: newId(), ...place, curriculum: program.curriculumVersionId, name: "Rombel Kenanga", startsOn: "2026-12-15", endsOn: "2027-01-09", capacity: "8", weekday: "5", slotTime: "09:00", slotMinutes: "60", ...more };
}

function send(fields: Record<string, string>, cookie = dewi) {
  const request = new Request(`${site}${path}`, { method: "POST", headers: { cookie, origin: site }, body: new URLSearchParams(fields) });
  return answerOf(action({ request, params: {}, context }));
}

it("is planned, changed and given a session where one reads when its centre is open", async () => {
  const { cohort, program } = classroom;
  const hours = [{ weekday: 1, opens: "08:00", closes: "16:00" }];
  await db.transaction().execute((trx) => replaceCenterHours(trx, cohort, hours));
  const place = new URLSearchParams({ program: program.programId, desa: cohort.villageCode, pusat: cohort.centerId }).toString();
  expect((await open(`?${place}`)).data).toMatchObject({ hours });
  const asked = { request: get("/", dewi), params: { cohort: cohort.cohortId }, context };
  expect((await answerOf(openEdit(asked))).data).toMatchObject({ hours, zone: "WIB" });
  expect((await answerOf(openExtra(asked))).data).toMatchObject({ hours, zone: "WIB" });
});

describe("creating a cohort", () => {
  it("makes its sessions, skips the holidays and says how many", async () => {
    const form = typed();
    const answer = await send(form);
    // Fridays: 18 December, (25 Christmas), (1 January), 8 January.
    expect(answer).toMatchObject({ status: 303, location: `/mentor/rombel/${form.formId}/jadwal?dibuat=2&libur=2` });
    const key = { villageCode: plosorejo, cohortId: form.formId };
    expect((await listSessions(db, key)).map(({ startsAt }) => startsAt.toISOString())).toEqual(["2026-12-18T02:00:00.000Z", "2027-01-08T02:00:00.000Z"]);
    expect(await db.selectFrom("cohort").where("id", "=", form.formId).select(["name", "capacity", "created_by"]).executeTakeFirst()).toEqual({ name: "Rombel Kenanga", capacity: 8, created_by: classroom.dewi.staffId });
    expect(await db.selectFrom("cohort_mentor").where("cohort_id", "=", form.formId).select(["staff_id", "until"]).execute()).toEqual([{ staff_id: classroom.dewi.staffId, until: null }]);
    expect(await db.selectFrom("audit_event").where("subject_id", "=", form.formId).select("action").execute()).toEqual([{ action: "cohort.create" }]);
  });

  it("makes one however often the form is sent, and none for somebody else who sends it", async () => {
    const form = typed();
    await Promise.all([send(form), send(form)]);
    expect(await send(form)).toMatchObject({ status: 303 });
    expect(await listSessions(db, { villageCode: plosorejo, cohortId: form.formId })).toHaveLength(2);
    await makeAdmin(classroom.rudi.staffId);
    await joinProgram(classroom.program.programId, plosorejo);
    expect(await send({ ...form, mentor: classroom.rudi.staffId }, await staffCookie(classroom.rudi.staffId))).toMatchObject({ status: 404 });
  });

  it("keeps what was typed when something is wrong", async () => {
    const answer = await send(typed({ name: "?", endsOn: "2026-12-01", slotTime: "", curriculum: newId() }));
    expect(answer).toMatchObject({ status: 400, data: { faults: ["name", "endsBefore", "curriculum"], typed: { name: "?", endsOn: "2026-12-01" } } });
    expect(answer.data?.slotFaults[0]).toBe("time");
    expect(await send(typed({ name: "rombel mawar" }))).toMatchObject({ status: 400, data: { faults: ["nameTaken"] } });
    expect(await send(typed({ startsOn: "2026-12-25", endsOn: "2027-01-01" }))).toMatchObject({ status: 400, data: { faults: ["noSessions"] } });
    expect(await db.selectFrom("cohort").where("center_id", "=", classroom.cohort.centerId).select("id").execute()).toHaveLength(1);
  });
});

describe("where somebody may create a cohort", () => {
  it("a mentor: at the centre of their own cohort, which is chosen for them, and nowhere else", async () => {
    expect((await open()).data.place).toMatchObject({ centerId: classroom.cohort.centerId, villageCode: plosorejo });
    const neighbour = await makeCenter(plosorejo, "Pusat Tetangga");
    await joinProgram(classroom.program.programId, plosorejo);
    for (const pusat of [neighbour.centerId, classroom.otherCohort.centerId, newId(), "x"]) {
      expect(await send(typed({ pusat }))).toMatchObject({ status: 404 });
      expect(await open(`?program=${classroom.program.programId}&desa=${plosorejo}&pusat=${pusat}`)).toMatchObject({ status: 404 });
    }
  });

  it("a substitute: nowhere", async () => {
    const siska = await makeStaff("Siska");
    await lend(classroom.cohort, siska.staffId, tomorrow());
    expect(await open("", await staffCookie(siska.staffId))).toMatchObject({ status: 404 });
    expect(await send(typed(), await staffCookie(siska.staffId))).toMatchObject({ status: 404 });
  });

  it("a lead: in the villages of their program, for a mentor whom they name", async () => {
    const ratna = await makeStaff("Ratna");
    await makeLead(ratna.staffId, classroom.program.programId);
    await joinProgram(classroom.program.programId, plosorejo);
    const cookie = await staffCookie(ratna.staffId);
    const found = (await open("?cari=plosorejo", cookie)).data.choice.found;
    expect(found.map(({ programId }) => programId)).toContain(classroom.program.programId);
    expect(await send(typed({ mentor: "tidak-ada" }), cookie)).toMatchObject({ status: 400, data: { faults: ["mentor"], typed: { mentor: "tidak-ada" } } });
    const form = typed({ mentor: classroom.rudi.staffId });
    expect(await send(form, cookie)).toMatchObject({ status: 303, location: `/mentor/rombel/${form.formId}/pendamping?dibuat=2&libur=2` });
    expect(await db.selectFrom("cohort_mentor").where("cohort_id", "=", form.formId).select("staff_id").execute()).toEqual([{ staff_id: classroom.rudi.staffId }]);
    expect(await send(typed({ mentor: classroom.rudi.staffId, desa: senaken, pusat: classroom.otherCohort.centerId }), cookie)).toMatchObject({ status: 404 });
  });

  it("a lead, who lands where it says that the mentor goes on, and finds the empty cohort in the village's plan", async () => {
    const ratna = await makeStaff("Ratna");
    await makeLead(ratna.staffId, classroom.program.programId);
    await joinProgram(classroom.program.programId, plosorejo);
    const cookie = await staffCookie(ratna.staffId);
    const form = typed({ mentor: classroom.rudi.staffId });
    const { location } = await send(form, cookie);
    const landed = await answerOf(openMentors({ request: get(location as string, cookie), params: { cohort: form.formId }, context }));
    const { programId } = classroom.program;
    expect(landed).toMatchObject({ status: 200, data: { isMentor: false, created: { sessions: 2, skipped: 2 }, plan: `/program/${programId}/rencana/${plosorejo}` } });
    const plan = async (as: string) => (await answerOf(openPlan({ request: get(landed.data.plan, as), params: { program: programId, village: plosorejo }, context }))).data.cohorts;
    const rudi = landed.data.now.map(({ name }) => name);
    expect(rudi).toHaveLength(1);
    const empty = { cohortId: form.formId, name: "Rombel Kenanga", startsOn: "2026-12-15", endsOn: "2027-01-09" };
    const planned = async (as: string) => (await plan(as)).find(({ cohortId }) => cohortId === form.formId);
    expect(await planned(cookie)).toMatchObject({ ...empty, mentors: rudi });
    const viewer = await makeStaff("Sinta");
    await db.insertInto("staff_role").values({ id: newId(), staff_id: viewer.staffId, role: "viewer", program_id: programId, granted_at: new Date() }).execute();
    expect(await planned(await staffCookie(viewer.staffId))).toMatchObject({ ...empty, mentors: [] });
    const told = renderToStaticMarkup(createElement(CopyProvider, { value: copyIn("id"), children: createElement(GoesOn, { mentors: rudi, plan: landed.data.plan }) }));
    expect(told).toContain(`Sekarang giliran pendampingnya, ${rudi[0]}: mendaftarkan peserta`);
    const listed = renderToStaticMarkup(createElement(CopyProvider, { value: copyIn("id"), children: createElement(CohortList, { cohorts: await plan(cookie), mayWrite: true }) }));
    expect(listed).toContain(`<a href="/mentor/rombel/${form.formId}/pendamping">Rombel Kenanga</a>`);
  });
});
