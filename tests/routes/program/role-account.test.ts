import "../../support/database.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeTry } from "#app/accounts/sign-in-throttle.server.ts";
import { findViewer } from "#app/accounts/session.server.ts";
import { action as changeOwn } from "#app/routes/account/password.tsx";
import { action as signIn } from "#app/routes/account/sign-in.tsx";
import { loader as openMentor } from "#app/routes/program/mentor-account.tsx";
import { action, loader } from "#app/routes/program/role-account.tsx";
import { action as changeRoles } from "#app/routes/program/roles.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeStaff, password, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
let ayu: Staff;
let budi: Staff;
beforeAll(async () => {
  [ayu, budi] = [await makeAdmin("Ayu"), await makeAdmin("Budi")];
});
beforeEach(async () => {
  cast = await castOf(db);
});

async function makeAdmin(name: string): Promise<Staff> {
  const admin = await makeStaff(db, name);
  await grant(admin, { role: "admin" });
  return admin;
}

const grant = (to: Staff, role: { role: "lead" | "viewer" | "admin"; program_id?: string; region_code?: string }) => db.insertInto("staff_role").values({ id: newId(), staff_id: to.staffId, granted_at: new Date(), ...role }).execute();
const from = () => ({ ...context, clientAddress: newId() });
const reason = "Lupa sandi, menelepon sendiri";
const open = async (staffId: string, who: Staff | Learner | null = ayu, query = "") => answerOf(loader({ request: await requestAs(who, `/peran/${staffId}${query}`), params: { staff: staffId }, context }));
const sending = async (staffId: string, sent: Record<string, string> = {}, who: Staff | Learner | null = ayu) =>
  action({ request: await requestAs(who, `/peran/${staffId}`, form({ formId: newId(), reason, ...sent })), params: { staff: staffId }, context });
const give = async (...args: Parameters<typeof sending>) => answerOf(sending(...args));
const enter = async ({ username }: Staff, sandi: string) => answerOf(signIn({ request: await requestAs(null, "/masuk", form({ sebagai: "staf", nama: username, sandi })), params: {}, context: from() }));
const hashOf = async ({ staffId }: Staff) => (await db.selectFrom("staff").where("id", "=", staffId).select("password_hash").executeTakeFirstOrThrow()).password_hash;
const audit = ({ staffId }: Staff) => db.selectFrom("staff_audit_event").where("subject_id", "=", staffId).select(["actor_id", "action", "details"]).orderBy("id").execute();

describe("a new password from an admin", () => {
  it("lets a lead who forgot theirs in again, for long enough to make one of their own", async () => {
    const given = await give(cast.ratna.staffId);
    const { slip } = given.data;
    expect([given.status, slip]).toMatchObject([200, { name: "Ratna", username: cast.ratna.username, site: "melek.test" }]);
    expect((await enter(cast.ratna, password)).location).toBe("/masuk");
    const entered = await enter(cast.ratna, slip?.password ?? "");
    const headers = { cookie: entered.cookies.find((cookie) => cookie.startsWith("melek_staf="))?.split(";")[0] ?? "" };
    expect(await findViewer(new Request("http://melek.test/", { headers }))).toMatchObject({ staffId: cast.ratna.staffId, mustChangePassword: true });
    const wanted = "kopi pagi enak";
    const own = await answerOf(changeOwn({ request: await requestAs(cast.ratna, "/sandi", form({ sekarang: slip?.password ?? "", baru: wanted, ulang: wanted })), params: {}, context: from() }));
    expect(own).toMatchObject({ status: 303, location: "/sandi?diganti" });
    expect(await findViewer(await requestAs(cast.ratna, "/"))).toMatchObject({ mustChangePassword: false, roles: [{ role: "lead", programId: cast.programId }] });
  });

  it("is for leads, viewers and other admins, of a program or of a region", async () => {
    const [looks, keeps] = [await makeStaff(db, "Wulan"), await makeAdmin("Citra")];
    await grant(looks, { role: "viewer", region_code: "35.05" });
    for (const who of [cast.ratna, looks, keeps]) expect((await give(who.staffId)).data.slip?.password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
  });

  it("ends their sessions wherever they are, and a lock", async () => {
    const sessions = [await requestAs(cast.ratna, "/program"), await requestAs(cast.ratna, "/program")];
    const origin = { deviceId: newId(), address: newId() };
    for (let tries = 0; tries < 5; tries += 1) await takeTry(cast.ratna, origin);
    expect(await takeTry(cast.ratna, origin)).toMatchObject({ kind: "locked" });
    await give(cast.ratna.staffId);
    for (const session of sessions) expect(await findViewer(session)).toBeNull();
    expect(await takeTry(cast.ratna, origin)).toMatchObject({ kind: "allowed" });
  });

  it("is told on one answer that nothing keeps, and noted with who and why but without it", async () => {
    const answer = sending(cast.ratna.staffId);
    const given = await answerOf(answer);
    expect(await answer).toMatchObject({ init: { headers: { "Cache-Control": "no-store" } } });
    expect(await audit(cast.ratna)).toEqual([{ actor_id: ayu.staffId, action: "password.issue", details: { reason } }]);
    const kept = await Promise.all((["staff", "staff_password_issue", "staff_audit_event"] as const).map((table) => db.selectFrom(table).selectAll().execute()));
    expect(JSON.stringify(kept)).not.toContain(given.data.slip?.password);
    expect((await open(cast.ratna.staffId)).data.lastIssue).toMatchObject({ by: "Ayu", reason, isOpen: true });
  });

  it("is one a form, also when it is sent twice at once; the second says where to get another", async () => {
    const formId = newId();
    const answers = await Promise.all([give(cast.ratna.staffId, { formId }), give(cast.ratna.staffId, { formId })]);
    expect(answers.map(({ location }) => location).toSorted()).toEqual([`/peran/${cast.ratna.staffId}?sudah`, null]);
    const hash = await hashOf(cast.ratna);
    expect((await give(cast.ratna.staffId, { formId })).location).toBe(`/peran/${cast.ratna.staffId}?sudah`);
    expect([await hashOf(cast.ratna), (await audit(cast.ratna)).length]).toEqual([hash, 1]);
    expect((await open(cast.ratna.staffId, ayu, "?sudah")).data.isGiven).toBe(true);
  });

  it.each(["", "  ", "1234", "ab", "a".repeat(301)])("asks for the reason and gives nothing for %j", async (typed) => {
    const [hash, formId, session] = [await hashOf(cast.ratna), newId(), await requestAs(cast.ratna, "/program")];
    expect(await give(cast.ratna.staffId, { formId, reason: typed })).toMatchObject({ status: 400, data: { refused: { formId, typed }, slip: null } });
    expect([await hashOf(cast.ratna), await audit(cast.ratna)]).toEqual([hash, []]);
    expect(await findViewer(session)).not.toBeNull();
  });

  it("is never one's own: that is changed by who knows it", async () => {
    const hash = await hashOf(ayu);
    expect((await open(ayu.staffId)).data.isOwn).toBe(true);
    expect(await give(ayu.staffId)).toMatchObject({ status: 303, location: "/sandi" });
    expect([await hashOf(ayu), await audit(ayu)]).toEqual([hash, []]);
  });

  it("is for nobody without a role now, and no form without an id is taken", async () => {
    const former = await makeStaff(db, "Wayan");
    await grant(former, { role: "lead", program_id: cast.programId });
    await db.insertInto("staff_role_end").columns(["role_id", "ended_at", "reason"]).expression(db.selectFrom("staff_role").where("staff_id", "=", former.staffId).select((eb) => ["id", eb.val(new Date()).as("at"), eb.val("pindah").as("why")])).execute();
    for (const staffId of [former.staffId, cast.dewi.staffId, cast.sari.learnerId, newId(), "x", "' or 1=1"]) {
      expect([staffId, (await open(staffId)).status, (await give(staffId)).status]).toEqual([staffId, 404, 404]);
    }
    expect((await give(cast.ratna.staffId, { formId: "x" })).status).toBe(404);
    for (const who of [former, cast.dewi, cast.ratna]) expect(await audit(who)).toEqual([]);
  });

  it("comes from admins alone: a lead gives none, not even to who looks at their own program", async () => {
    const looks = await makeStaff(db, "Wulan");
    await grant(looks, { role: "viewer", program_id: cast.programId });
    for (const who of [cast.ratna, cast.dewi, cast.sari]) expect([(await open(looks.staffId, who)).status, (await give(looks.staffId, {}, who)).status]).toEqual([404, 404]);
    for (const answer of [await open(looks.staffId, null), await give(looks.staffId, {}, null)]) expect(answer.location).toMatch(/^\/masuk/);
    expect(await audit(looks)).toEqual([]);
  });

  it("is found by an admin from the page of a mentor who holds a role; a lead is sent to an admin", async () => {
    await grant(cast.dewi, { role: "viewer", program_id: cast.programId });
    const mentorPage = async (who: Staff) => (await answerOf(openMentor({ request: await requestAs(who, "/"), params: { program: cast.programId, mentor: cast.dewi.staffId }, context }))).data;
    expect(await mentorPage(cast.ratna)).toMatchObject({ bar: "role", isForAdmin: false });
    expect(await mentorPage(budi)).toMatchObject({ bar: "role", isForAdmin: true });
    expect((await give(cast.dewi.staffId, {}, budi)).data.slip?.username).toBe(cast.dewi.username);
  });
});

describe("a role for somebody new", () => {
  it("shows the slip once; the same form again leads to where another password is given", async () => {
    const sent = { formId: newId(), who: "new", username: `wulan-${newId().slice(-8)}`, name: "Wulan Contoh", role: "viewer", scope: "program", programId: cast.programId, region: "", reason };
    const send = async () => answerOf(changeRoles({ request: await requestAs(ayu, "/peran", form(sent)), params: {}, context }));
    const granted = await send();
    expect(granted.data.slip).toMatchObject({ name: "Wulan Contoh", username: sent.username, site: "melek.test" });
    const { staffId } = await db.selectFrom("staff").where("username", "=", sent.username).select("id as staffId").executeTakeFirstOrThrow();
    expect((await send()).location).toBe(`/peran/${staffId}?sudah`);
    expect((await open(staffId)).data).toMatchObject({ holder: { name: "Wulan Contoh" }, roles: [{ role: "viewer" }], lastIssue: { by: "Ayu", reason: null, isOpen: true } });
  });
});
