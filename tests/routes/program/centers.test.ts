import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { findCenters } from "#app/accounts/find-centers.server.ts";
import { action, loader } from "#app/routes/program/centers.tsx";
import { loader as openVillage } from "#app/routes/program/plan-village.tsx";
import { db } from "#db/client.ts";
import { listPlacesOfProgram } from "#db/cohort-places.ts";
import { newId } from "#db/ids.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, requestAs, type Staff } from "../../support/cast.ts";

const village = "35.05.04.2001";
let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
  await db.deleteFrom("center_hours").where("village_code", "=", village).execute();
  await db.deleteFrom("internet_center_closing").where("village_code", "=", village).execute();
  await db.deleteFrom("internet_center").where("village_code", "=", village).execute();
  await db.insertInto("program_village").values({ program_id: cast.programId, village_code: village, target_learners: 20, joined_on: "2026-01-05" }).execute();
});

const send = async (fields: Record<string, string>, { who = cast.ratna, code = village }: { who?: Staff; code?: string } = {}) =>
  answerOf(action({ request: await requestAs(who, "/", form({ formId: newId(), centerId: newId(), ...fields })), params: { program: cast.programId, village: code }, context }));
const open = async (who: Staff = cast.ratna, code = village) => answerOf(loader({ request: await requestAs(who, "/"), params: { program: cast.programId, village: code }, context }));
const centers = async () => (await open()).data.centers;
const add = async (centerId = newId(), name = "Pusat Internet Balai Desa") => ({ centerId, answer: await send({ task: "add", centerId, name, address: "Jalan Raya 12" }) });
const audit = async (subjectId: string) => db.selectFrom("audit_event").where("village_code", "=", village).where("subject_id", "=", subjectId).select(["action", "actor_id", "details"]).orderBy("id").execute();

describe("an internet centre", () => {
  it("is added to a target village once a form, is noted, and takes cohorts", async () => {
    const { centerId, answer } = await add();
    await add(centerId);
    expect(answer).toMatchObject({ status: 303, location: `/program/${cast.programId}/rencana/${village}/pusat?tersimpan` });
    expect(await centers()).toEqual([{ centerId, name: "Pusat Internet Balai Desa", address: "Jalan Raya 12", hours: [], cohorts: 0, closed: null }]);
    expect(await audit(centerId)).toEqual([{ action: "center.add", actor_id: cast.ratna.staffId, details: { name: "Pusat Internet Balai Desa", address: "Jalan Raya 12" } }]);
    expect(await listPlacesOfProgram(db, cast.programId)).toMatchObject([{ centerId }]);
    const shown = await answerOf(openVillage({ request: await requestAs(cast.ratna, "/"), params: { program: cast.programId, village }, context }));
    expect(shown.data.centers).toMatchObject([{ centerId }]);
  });

  it("gets another name, unless somebody else was faster or the village has one of that name", async () => {
    const { centerId } = await add();
    const { centerId: second } = await add(newId(), "Rumah Pintar");
    const rename = { task: "change", centerId, name: "Balai Digital", address: "" };
    expect((await send({ ...rename, seen: "x|" })).status).toBe(409);
    expect((await send({ ...rename, name: "rumah pintar", seen: "Pusat Internet Balai Desa|Jalan Raya 12" })).data).toMatchObject({ faults: ["taken"], typed: { name: "rumah pintar" } });
    for (const _time of [1, 2]) expect((await send({ ...rename, seen: "Pusat Internet Balai Desa|Jalan Raya 12" })).status).toBe(303);
    expect((await centers()).map(({ name, address }) => [name, address])).toEqual([["Balai Digital", null], ["Rumah Pintar", "Jalan Raya 12"]]);
    expect((await audit(centerId)).map((row) => row.action)).toEqual(["center.add", "center.change"]);
    expect((await send({ task: "change", centerId: newId(), name: "Lain", address: "", seen: "" })).status).toBe(404);
    expect(second).not.toBe(centerId);
  });

  it.each([
    [{ name: "" }, "name"], [{ name: "a".repeat(10_000) }, "name"], [{ address: "a".repeat(161) }, "address"],
  ] as [Record<string, string>, string][])("is not added with %j", async (wrong, fault) => {
    expect(await send({ task: "add", name: "Pusat", address: "", ...wrong })).toMatchObject({ status: 400, data: { faults: [fault] } });
    expect(await centers()).toEqual([]);
  });

  it("is closed with a reason, takes no cohorts then, and opens again", async () => {
    const { centerId } = await add();
    expect(await send({ task: "close", centerId, reason: "" })).toMatchObject({ status: 400, data: { faults: ["reason"] } });
    for (const _time of [1, 2]) expect((await send({ task: "close", centerId, reason: "Gedung dipakai puskesmas" })).status).toBe(303);
    expect((await centers())[0]?.closed).toMatchObject({ by: "Ratna", reason: "Gedung dipakai puskesmas" });
    expect(await listPlacesOfProgram(db, cast.programId)).toEqual([]);
    expect((await send({ task: "reopen", centerId })).status).toBe(303);
    expect(await listPlacesOfProgram(db, cast.programId)).toMatchObject([{ centerId }]);
    expect((await audit(centerId)).map((row) => row.action)).toEqual(["center.add", "center.close", "center.reopen"]);
  });

  it("stays open while a cohort meets there", async () => {
    const { centerId } = await add();
    const like = await db.selectFrom("cohort").where("id", "=", cast.cohort.cohortId).selectAll().executeTakeFirstOrThrow();
    await db.insertInto("cohort").values({ ...like, village_code: village, id: newId(), center_id: centerId, ends_on: "2099-12-31" }).execute();
    expect(await send({ task: "close", centerId, reason: "Pindah gedung" })).toMatchObject({ status: 400, data: { faults: ["inUse"] } });
    expect((await centers())[0]?.closed).toBeNull();
    await db.deleteFrom("cohort").where("village_code", "=", village).execute();
  });

  it("that is closed is found at sign-in by those who learned there alone", async () => {
    const { centerId } = await add();
    const { name } = await db.selectFrom("region").where("code", "=", village).select("name").executeTakeFirstOrThrow();
    const found = async () => (await findCenters(db, name)).centers.filter((center) => center.centerId === centerId).length;
    await send({ task: "close", centerId, reason: "Pindah gedung" });
    expect(await found()).toBe(0);
    await db.insertInto("learner").values({ village_code: village, id: newId(), center_id: centerId, number: 1, name: "Sari", registered_at: new Date() }).execute();
    expect(await found()).toBe(1);
    await db.deleteFrom("learner").where("village_code", "=", village).execute();
  });

  it("is kept by who leads the program, in its target villages", async () => {
    const other = await castOf(db);
    for (const who of [cast.dewi, other.ratna]) expect([(await open(who)).status, (await send({ task: "add", name: "Pusat", address: "" }, { who })).status]).toEqual([404, 404]);
    for (const code of ["35.05.04.2002", "x"]) expect([(await open(cast.ratna, code)).status, (await send({ task: "add", name: "Pusat", address: "" }, { code })).status]).toEqual([404, 404]);
  });
});

describe("the hours of a centre", () => {
  const officeHours = { task: "hours", seen: "", same: "ya", "opens-1": "08:00", "closes-1": "16:00", "opens-6": "08:00", "closes-6": "12.00" };
  const week = [...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "08:00", closes: "16:00" })), { weekday: 6, opens: "08:00", closes: "12:00" }];
  const hours = async () => (await centers())[0]?.hours;

  it("are recorded once a form, noted, and shown in the village's plan", async () => {
    const { centerId } = await add();
    for (const _time of [1, 2]) expect(await send({ ...officeHours, centerId })).toMatchObject({ status: 303, location: `/program/${cast.programId}/rencana/${village}/pusat?tersimpan` });
    expect(await hours()).toEqual(week);
    expect((await audit(centerId)).slice(1)).toEqual([{ action: "center.hours", actor_id: cast.ratna.staffId, details: { hours: "1-5 08:00-16:00 6-6 08:00-12:00", oldHours: null } }]);
    const shown = await answerOf(openVillage({ request: await requestAs(cast.ratna, "/"), params: { program: cast.programId, village }, context }));
    expect(shown.data.centers).toMatchObject([{ hours: week }]);
  });

  it("are changed and taken back, unless somebody else was faster", async () => {
    const { centerId } = await add();
    await send({ ...officeHours, centerId });
    const seen = "1-5 08:00-16:00 6-6 08:00-12:00";
    expect(await send({ task: "hours", centerId, seen: "", "opens-2": "13:00", "closes-2": "17:00" })).toMatchObject({ status: 409, data: { faults: ["stale"], typed: { hours: { isSameOnWorkdays: false } } } });
    expect(await hours()).toEqual(week);
    for (const _time of [1, 2]) expect((await send({ task: "hours", centerId, seen, "opens-2": "13:00", "closes-2": "17:00" })).status).toBe(303);
    expect(await hours()).toEqual([{ weekday: 2, opens: "13:00", closes: "17:00" }]);
    for (const _time of [1, 2]) expect((await send({ task: "hours", centerId, seen: "2-2 13:00-17:00" })).status).toBe(303);
    expect(await hours()).toEqual([]);
    expect((await audit(centerId)).map(({ action, details }) => [action, (details as { hours?: string }).hours])).toEqual([["center.add", undefined], ["center.hours", seen], ["center.hours", "2-2 13:00-17:00"], ["center.hours", null]]);
  });

  it.each([
    [{ "closes-1": "" }, "hours"], [{ "closes-1": "07:00" }, "hours"], [{ "opens-6": "kapan saja" }, "hours"], [{ "opens-6": "99:99" }, "hours"],
    [{ "opens-1": "", "closes-1": "", "opens-6": "", "closes-6": "" }, "noHours"],
  ] as [Record<string, string>, string][])("are not recorded with %j, and what was typed stays", async (wrong, fault) => {
    const { centerId } = await add();
    const sent = { ...officeHours, ...wrong };
    const answer = await send({ ...sent, centerId });
    expect(answer).toMatchObject({ status: 400, data: { centerId, faults: [fault], typed: { hours: { isSameOnWorkdays: true } } } });
    expect((answer.data as { typed: { hours: { days: unknown[] } } }).typed.hours.days[5]).toEqual({ opens: sent["opens-6"], closes: sent["closes-6"] });
    expect(await hours()).toEqual([]);
  });

  it("are of a centre of the village alone, and kept by who leads the program", async () => {
    const { centerId } = await add();
    const other = await castOf(db);
    expect((await send({ ...officeHours, centerId: cast.cohort.centerId })).status).toBe(404);
    for (const who of [cast.dewi, other.ratna]) expect((await send({ ...officeHours, centerId }, { who })).status).toBe(404);
    expect(await hours()).toEqual([]);
  });
});
