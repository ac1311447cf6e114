import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { isSecret } from "#app/accounts/secret-hash.server.ts";
import { findViewer } from "#app/accounts/session.server.ts";
import { action as createCohort, loader as openCreate } from "#app/routes/mentor/create-cohort.tsx";
import { loader as cohortMentors } from "#app/routes/mentor/mentors.tsx";
import { action as changeAccount, loader as openAccount } from "#app/routes/program/mentor-account.tsx";
import { loader as listMentors } from "#app/routes/program/mentors.tsx";
import { action as register, loader as openRegister } from "#app/routes/program/register-mentor.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, plosorejo, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
  await db.insertInto("program_village").values({ program_id: cast.programId, village_code: plosorejo, target_learners: 20, joined_on: "2026-01-05" }).execute();
});

const center = () => `${plosorejo}_${cast.cohort.centerId}`;
const fields = (changes: Record<string, string> = {}) => ({ formId: newId(), name: "Siti Aminah", username: "", center: "", ...changes });
const send = async (sent: Record<string, string>, who: Staff = cast.ratna) =>
  answerOf(register({ request: await requestAs(who, "/baru", form(sent)), params: { program: cast.programId }, context }));
const change = async (mentorId: string, sent: Record<string, string>, who: Staff = cast.ratna) =>
  answerOf(changeAccount({ request: await requestAs(who, "/", form({ formId: newId(), ...sent })), params: { program: cast.programId, mentor: mentorId }, context }));
const account = async (mentorId: string, who: Staff = cast.ratna) => answerOf(openAccount({ request: await requestAs(who, "/"), params: { program: cast.programId, mentor: mentorId }, context }));
const audit = async (subjectId: string) => (await db.selectFrom("staff_audit_event").where("subject_id", "=", subjectId).select("action").orderBy("id").execute()).map((row) => row.action);

/** A new mentor whose name nobody else in this file has, with the password that the lead was told. */
async function newMentor(changes: Record<string, string> = {}) {
  const { data } = await send(fields({ name: `Siti ${newId().slice(-8)}`, username: `siti-${newId().slice(-8)}`, ...changes }));
  if (!data.slip || !data.staffId) throw new Error("not registered");
  return { kind: "staff", staffId: data.staffId, ...data.slip } as const;
}

describe("registering a mentor", () => {
  it("makes an account with a password told once, to be changed, and notes it", async () => {
    const siti = await newMentor();
    const row = await db.selectFrom("staff").where("id", "=", siti.staffId).selectAll().executeTakeFirstOrThrow();
    expect([row.username, await isSecret(siti.password, row.password_hash)]).toEqual([siti.username, true]);
    expect(await findViewer(await requestAs(siti, "/"))).toMatchObject({ isMentor: true, mustChangePassword: true, roles: [] });
    expect(await audit(siti.staffId)).toEqual(["staff.create", "mentor.register"]);
    expect(siti.site).toBe("melek.test");
  });

  it("proposes a user name that is free, also for two at once", async () => {
    const name = `Tri ${[...newId().slice(-8)].map((sign) => "abcdefghijklmnop"[Number.parseInt(sign, 16)]).join("")}`;
    const answers = await Promise.all([send(fields({ name })), send(fields({ name })), send(fields({ name }))]);
    const stem = name.toLowerCase().replace(" ", ".");
    expect(answers.map(({ data }) => data.slip?.username).sort()).toEqual([stem, `${stem}2`, `${stem}3`]);
  });

  it("takes the same form once, and says where a new password is given", async () => {
    const sent = fields({ username: `once-${newId().slice(-8)}` });
    const answers = await Promise.all([send(sent), send(sent)]);
    const { staffId } = await db.selectFrom("staff").where("username", "=", sent.username).select("id as staffId").executeTakeFirstOrThrow();
    expect(answers.map(({ location }) => location).sort()).toEqual([`/program/${cast.programId}/pendamping/${staffId}?terdaftar`, null]);
    expect(await db.selectFrom("program_mentor").where("id", "=", sent.formId).select("staff_id").execute()).toEqual([{ staff_id: staffId }]);
  });

  it.each([
    [{ name: "1" }, "name"], [{ name: "a".repeat(10_000) }, "name"], [{ username: "Siti Aminah" }, "username"], [{ username: "si" }, "username"], [{ center: "x" }, "center"], [{ center: `${plosorejo}_${newId()}` }, "center"],
  ] as [Record<string, string>, string][])("refuses %j, keeps what was typed and makes nobody", async (changes, fault) => {
    const count = () => db.selectFrom("staff").select(({ fn }) => fn.countAll().as("all")).executeTakeFirst();
    const before = await count();
    expect(await send(fields(changes))).toMatchObject({ status: 400, data: { faults: [fault], typed: changes } });
    expect(await count()).toEqual(before);
  });

  it("tells a free user name where one is taken", async () => {
    const answer = await send(fields({ name: "Siti Zulaikha", username: cast.dewi.username }));
    expect(answer).toMatchObject({ status: 400, data: { faults: ["usernameTaken"], proposed: "siti.zulaikha" } });
  });

  it("is for who leads the program", async () => {
    const other = await castOf(db);
    for (const who of [cast.dewi, other.ratna]) {
      expect((await answerOf(openRegister({ request: await requestAs(who, "/"), params: { program: cast.programId }, context }))).status).toBe(404);
      expect([(await send(fields(), who)).status, (await account(cast.dewi.staffId, who)).status, (await change(cast.dewi.staffId, { task: "password" }, who)).status]).toEqual([404, 404, 404]);
    }
  });
});

describe("a registered mentor", () => {
  it("is found among the program's mentors and for its cohorts", async () => {
    const siti = await newMentor();
    const listed = (await answerOf(listMentors({ request: await requestAs(cast.ratna, "/"), params: { program: cast.programId }, context }))).data.mentors;
    expect(listed.find(({ staffId }) => staffId === siti.staffId)).toMatchObject({ cohorts: 0, levels: [] });
    const search = async (who: Staff) => (await answerOf(cohortMentors({ request: await requestAs(who, `/?cari=${siti.name.slice(5)}`), params: { cohort: cast.cohort.cohortId }, context }))).data.found;
    for (const who of [cast.ratna, cast.dewi]) expect(await search(who)).toMatchObject([{ staffId: siti.staffId }]);
  });

  it("creates cohorts where a lead has named them, and nowhere else", async () => {
    const siti = await newMentor();
    const open = async () => answerOf(openCreate({ request: await requestAs(siti, "/mentor/rombel-baru"), params: {}, context }));
    await db.updateTable("staff_password_issue").set({ replaced_at: new Date() }).where("staff_id", "=", siti.staffId).execute();
    expect((await open()).status).toBe(404);
    expect((await change(siti.staffId, { task: "name", center: center() })).location).toBe(`/program/${cast.programId}/pendamping/${siti.staffId}?tersimpan`);
    expect((await open()).data).toMatchObject({ place: { centerId: cast.cohort.centerId, programId: cast.programId }, asksMentor: false });
    const place = { program: cast.programId, desa: plosorejo, pusat: cast.otherCohort.centerId };
    expect((await answerOf(createCohort({ request: await requestAs(siti, "/mentor/rombel-baru", form({ formId: newId(), ...place })), params: {}, context }))).status).toBe(404);
    const [named] = (await account(siti.staffId)).data.named;
    expect((await change(siti.staffId, { task: "unname", formId: named?.rowId ?? "" })).status).toBe(303);
    expect((await open()).status).toBe(404);
    expect(await audit(siti.staffId)).toEqual(["staff.create", "mentor.register", "mentor.name", "mentor.unname"]);
  });

  it("is named with the registration, and no more when it ends, with the reason", async () => {
    const siti = await newMentor({ center: center() });
    expect((await account(siti.staffId)).data.named).toMatchObject([{ centerId: cast.cohort.centerId }]);
    expect(await change(siti.staffId, { task: "end", reason: "" })).toMatchObject({ status: 400, data: { fault: "reason" } });
    expect((await change(siti.staffId, { task: "end", reason: "Pindah tugas" })).status).toBe(303);
    expect((await account(siti.staffId)).status).toBe(404);
    expect(await findViewer(await requestAs(siti, "/"))).toMatchObject({ isMentor: false });
    expect(await db.selectFrom("center_mentor").where("staff_id", "=", siti.staffId).where("ended_at", "is", null).select("id").execute()).toEqual([]);
  });
});

describe("a new password from a lead", () => {
  it("replaces the old one, once a form, and ends the mentor's sessions", async () => {
    const session = await requestAs(cast.dewi, "/mentor");
    const formId = newId();
    const given = await change(cast.dewi.staffId, { task: "password", formId });
    const { password_hash } = await db.selectFrom("staff").where("id", "=", cast.dewi.staffId).select("password_hash").executeTakeFirstOrThrow();
    expect(await isSecret(given.data.slip?.password ?? "", password_hash)).toBe(true);
    expect(await findViewer(session)).toBeNull();
    expect(await findViewer(await requestAs(cast.dewi, "/"))).toMatchObject({ mustChangePassword: true });
    expect((await change(cast.dewi.staffId, { task: "password", formId })).location).toMatch(/\?sudah$/);
    expect((await db.selectFrom("staff").where("id", "=", cast.dewi.staffId).select("password_hash").executeTakeFirst())?.password_hash).toBe(password_hash);
    expect(await audit(cast.dewi.staffId)).toEqual(["password.issue"]);
  });

  it("is not for who leads something, nor for who serves a program of another lead", async () => {
    const other = await castOf(db);
    await db.insertInto("program_mentor").values({ id: newId(), program_id: other.programId, staff_id: cast.dewi.staffId, since: new Date(), granted_by: null }).execute();
    await db.insertInto("staff_role").values({ id: newId(), staff_id: cast.rudi.staffId, role: "viewer", program_id: cast.programId, granted_at: new Date() }).execute();
    for (const [mentor, bar] of [[cast.dewi, "elsewhere"], [cast.rudi, "role"]] as const) {
      expect((await account(mentor.staffId)).data.bar).toBe(bar);
      expect((await change(mentor.staffId, { task: "password" })).status).toBe(404);
      expect(await audit(mentor.staffId)).toEqual([]);
    }
    expect((await change(other.dewi.staffId, { task: "password" })).status).toBe(404);
  });
});
