import "../../support/database.ts";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { ToCoaching, ToMentors } from "#app/mentoring/mentor-pages.tsx";
import { loader as cohortsLoader } from "#app/routes/mentor/cohorts.tsx";
import { action, loader } from "#app/routes/program/coaching.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, get, makeCenter, makeClassroom, makeCohort, makeProgram, makeStaff, plosorejo, post, staffCookie } from "../../mentoring/classroom.ts";
import { coach, makeAdmin, makeLead } from "../../mentoring/term.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let program: string;
let lead: string;
beforeEach(async () => {
  classroom = await makeClassroom();
  program = classroom.program.programId;
  const ratna = await makeStaff("Ratna");
  await makeLead(ratna.staffId, program);
  lead = await staffCookie(ratna.staffId);
});

const path = () => `/program/${program}/pembina`;

function open(cookie = lead) {
  return answerOf(loader({ request: get(path(), cookie), params: { program }, context }));
}

function send(fields: Record<string, string>, cookie = lead) {
  return answerOf(action({ request: post(path(), cookie, fields), params: { program }, context }));
}

/** The classroom's staff have their ids for user names. */
function add(coachId: string, mentorId: string, formId = newId()) {
  return send({ formId, coach: coachId, mentor: mentorId });
}

async function coachedBy(staffId: string) {
  const { data } = await answerOf(cohortsLoader({ request: get("/mentor", await staffCookie(staffId)), params: {}, context }));
  return data.coached.map(({ cohort, chain }) => [cohort.name, chain]);
}

describe("who coaches whom", () => {
  it("is not said by a lead of themselves: coaches see learners, and leads do not", async () => {
    const anwar = await makeStaff("Anwar");
    await makeLead(anwar.staffId, program);
    expect(await answerOf(action({ request: post(path(), await staffCookie(anwar.staffId), { formId: newId(), coach: anwar.staffId, mentor: classroom.rudi.staffId }), params: { program }, context }))).toMatchObject({ status: 400, data: { refused: { why: "own" } } });
    expect((await open()).data.coaching).toEqual([]);
    expect(await add(anwar.staffId, classroom.rudi.staffId)).toMatchObject({ status: 303 });
  });

  it("is said by the program's lead, once a form, and ended", async () => {
    const { dewi, rudi } = classroom;
    const form = newId();
    expect(await add(dewi.staffId, rudi.staffId, form)).toMatchObject({ status: 303 });
    expect(await add(dewi.staffId, rudi.staffId, form)).toMatchObject({ status: 303 });
    const { coaching } = (await open()).data;
    expect(coaching).toMatchObject([{ coachName: "Dewi", mentorName: "Rudi" }]);
    expect(await add(dewi.staffId, rudi.staffId)).toMatchObject({ status: 400, data: { refused: { why: "known" } } });
    expect(await send({ tugas: "akhiri", coachingId: coaching[0]?.coachingId ?? "" })).toMatchObject({ status: 303 });
    expect((await open()).data.coaching).toEqual([]);
    const actions = await db.selectFrom("staff_audit_event").where("subject_id", "=", form).select("action").orderBy("happened_at").execute();
    expect(actions.map(({ action: done }) => done)).toEqual(["coaching.begin", "coaching.end"]);
  });

  it("never closes a circle, however long, and keeps what was typed", async () => {
    const { dewi, rudi } = classroom;
    const third = await makeStaff("Tini");
    await add(dewi.staffId, rudi.staffId);
    await add(rudi.staffId, third.staffId);
    expect(await add(third.staffId, dewi.staffId)).toMatchObject({ status: 400, data: { refused: { why: "circle", coach: "Tini", mentor: "Dewi" }, typed: { coach: third.staffId } } });
    expect(await add(dewi.staffId, dewi.staffId)).toMatchObject({ status: 400, data: { refused: { why: "self" } } });
    expect(await add("siapa", rudi.staffId)).toMatchObject({ status: 400, data: { unknown: { coach: true, mentor: false } } });
    expect((await open()).data.coaching).toHaveLength(2);
  });

  it("does not close a circle by two forms at once", async () => {
    const { dewi, rudi } = classroom;
    const answers = await Promise.all([add(dewi.staffId, rudi.staffId), add(rudi.staffId, dewi.staffId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
  });

  it("is for admins and the program's lead alone", async () => {
    const admin = await makeStaff("Ayu");
    await makeAdmin(admin.staffId);
    expect(await open(await staffCookie(admin.staffId))).toMatchObject({ status: 200 });
    const stranger = await makeStaff("Asing");
    await makeLead(stranger.staffId, (await makeProgram()).programId);
    for (const { staffId } of [stranger, classroom.dewi]) {
      expect(await open(await staffCookie(staffId))).toMatchObject({ status: 404 });
      expect(await send({ formId: newId(), coach: classroom.dewi.staffId, mentor: classroom.rudi.staffId }, await staffCookie(staffId))).toMatchObject({ status: 404 });
    }
  });
});

describe("the cohorts of those one coaches", () => {
  it("are those at any depth, each with the way to it, and none of another program", async () => {
    const { dewi, rudi } = classroom;
    const [coachStaff, ambassador] = [await makeStaff("Bu Iis"), await makeStaff("Duta")];
    await coach(program, coachStaff.staffId, dewi.staffId);
    await coach(program, dewi.staffId, ambassador.staffId);
    await makeCohort(await makeCenter(plosorejo), classroom.program, ambassador.staffId, "Rombel Duta");
    await makeCohort(await makeCenter(plosorejo), await makeProgram(), ambassador.staffId, "Rombel Program Lain");
    expect(await coachedBy(coachStaff.staffId)).toEqual([
      ["Rombel Mawar", ["Bu Iis", "Dewi"]],
      ["Rombel Duta", ["Bu Iis", "Dewi", "Duta"]],
    ]);
    expect(await coachedBy(dewi.staffId)).toEqual([["Rombel Duta", ["Dewi", "Duta"]]]);
    expect(await coachedBy(rudi.staffId)).toEqual([]);
  });
});

it.each([
  [ToCoaching, "pembina", "Siapa membina siapa"],
  [ToMentors, "pendamping", "Akun, tingkat, dan pusat"],
])("the pages of mentors and coaches lead to each other, and say what for", async (To, page, words) => {
  const html = renderToStaticMarkup(createElement(CopyProvider, { value: copyIn("id"), children: createElement(To, { programId: program }) }));
  expect(html).toContain(words);
  expect(html).toContain(`href="/program/${program}/${page}"`);
});
