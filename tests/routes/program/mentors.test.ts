import "../../support/database.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loader as mentorLoader } from "#app/routes/mentor/cohorts.tsx";
import { action, loader } from "#app/routes/program/mentors.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeStaff, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
let other: Cast;
let admin: Staff;
beforeAll(async () => {
  other = await castOf(db);
  admin = await makeStaff(db, "Ayu");
  await db.insertInto("staff_role").values({ id: newId(), staff_id: admin.staffId, role: "admin", granted_at: new Date() }).execute();
});
beforeEach(async () => {
  cast = await castOf(db);
});

const path = () => `/program/${cast.programId}/pendamping`;
const list = async (who: Staff | Learner | null, query = "") => answerOf(loader({ request: await requestAs(who, `${path()}${query}`), params: { program: cast.programId }, context }));
const send = async (who: Staff | Learner | null, fields: Record<string, string>) =>
  answerOf(action({ request: await requestAs(who, path(), form(fields)), params: { program: cast.programId }, context }));
const level = (changes: Record<string, string> = {}) => ({
  do: "add", formId: newId(), staffId: cast.dewi.staffId, programme: "Pandu Digital", level: "Merah", number: "PD-7", issuedOn: "2025-09-28", expiresOn: "2028-09-28", ...changes,
});
const levels = () => db.selectFrom("mentor_level").where("staff_id", "=", cast.dewi.staffId).selectAll().execute();
const audit = (subjectId: string) => db.selectFrom("staff_audit_event").where("subject_id", "=", subjectId).select(["actor_id", "action", "details"]).orderBy("happened_at").execute();

describe("a program's mentors", () => {
  it("are listed with their levels and how far they are in their own lessons, for who answers for the program", async () => {
    await send(cast.ratna, level());
    await db.insertInto("staff_lesson_completion").values({ staff_id: cast.dewi.staffId, lesson_id: "L1.1", completed_at: new Date() }).execute();
    for (const who of [cast.ratna, admin]) {
      const { mentors } = (await list(who)).data;
      expect(mentors.map(({ name }) => name)).toEqual(["Dewi", "Rudi"]);
      expect(mentors[0]).toMatchObject({ cohorts: 1, progress: { done: 1, total: 5 }, levels: [{ programme: "Pandu Digital", level: "Merah", number: "PD-7", issuedOn: "2025-09-28", expiresOn: "2028-09-28" }] });
      expect(mentors[1]).toMatchObject({ levels: [], progress: { done: 0, total: 5 } });
    }
  });

  it("are closed to mentors, to other leads and to learners, for reading and for writing", async () => {
    const fields = level();
    for (const who of [cast.dewi, other.ratna, cast.sari]) expect([(await list(who)).status, (await send(who, fields)).status]).toEqual([404, 404]);
    expect([(await list(null)).location, (await send(null, fields)).location]).toEqual(Array(2).fill(expect.stringMatching(/^\/masuk/)));
    expect(await levels()).toEqual([]);
  });

  it("are only those who serve the program now", async () => {
    expect((await send(cast.ratna, level({ staffId: other.dewi.staffId }))).status).toBe(404);
    expect((await send(cast.ratna, level({ staffId: "x" }))).status).toBe(404);
    await db.updateTable("cohort_mentor").set({ ended_at: new Date() }).where("staff_id", "=", cast.dewi.staffId).execute();
    expect((await list(cast.ratna)).data.mentors.map(({ name }) => name)).toEqual(["Rudi"]);
    expect((await send(cast.ratna, level())).status).toBe(404);
  });
});

describe("entering a level", () => {
  it("keeps it once, with who entered it, and the mentor sees it", async () => {
    const fields = level();
    const sent = await Promise.all([send(cast.ratna, fields), send(cast.ratna, fields), send(cast.ratna, fields)]);
    expect(sent.map(({ location }) => location)).toEqual(Array(3).fill(`${path()}?tercatat=${cast.dewi.staffId}#p-${cast.dewi.staffId}`));
    expect(await levels()).toMatchObject([{ id: fields.formId, recorded_by: cast.ratna.staffId, withdrawn_at: null }]);
    const details = { staff: cast.dewi.staffId, programme: "Pandu Digital", level: "Merah", issuedOn: "2025-09-28", expiresOn: "2028-09-28" };
    expect(await audit(fields.formId)).toEqual([{ actor_id: cast.ratna.staffId, action: "level.add", details }]);
    expect((await list(cast.ratna, `?tercatat=${cast.dewi.staffId}`)).data.recorded).toBe("Dewi");
    const own = (await answerOf(mentorLoader({ request: await requestAs(cast.dewi, "/mentor"), params: {}, context }))).data.own;
    expect(own).toMatchObject({ progress: { total: 5 }, levels: [{ id: fields.formId, level: "Merah" }] });
  });

  it("tells bad days and gaps, keeps what was typed, and changes nothing", async () => {
    const bad = level({ programme: "", issuedOn: "31-02-2026", expiresOn: "2020-01-01" });
    expect(await send(cast.ratna, bad)).toMatchObject({ status: 400, data: { formId: bad.formId, faults: ["programme", "issuedOn"], typed: { issuedOn: "31-02-2026", expiresOn: "2020-01-01", number: "PD-7" } } });
    expect((await send(cast.ratna, level({ issuedOn: "2099-01-01" }))).data).toMatchObject({ faults: ["issuedLater", "expiresBefore"] });
    expect((await send(cast.ratna, { ...level(), formId: "x" })).status).toBe(404);
    expect(await levels()).toEqual([]);
  });

  it("tells of the same level entered before", async () => {
    await send(cast.ratna, level());
    expect(await send(admin, level({ programme: "pandu digital", number: "" }))).toMatchObject({ status: 409, data: { faults: ["twice"] } });
    expect((await send(admin, level({ level: "Biru" }))).status).toBe(302);
    expect(await levels()).toHaveLength(2);
  });

  it("can be taken back, once, and entered anew", async () => {
    const fields = level();
    await send(cast.ratna, fields);
    const withdraw = { do: "withdraw", staffId: cast.dewi.staffId, formId: fields.formId };
    expect((await send(other.ratna, withdraw)).status).toBe(404);
    for (const _time of [1, 2]) expect((await send(admin, withdraw)).location).toContain("?dihapus=");
    expect((await audit(fields.formId)).map(({ action: done, actor_id }) => [done, actor_id])).toEqual([["level.add", cast.ratna.staffId], ["level.withdraw", admin.staffId]]);
    expect((await list(cast.ratna)).data.mentors[0]!.levels).toEqual([]);
    expect((await send(cast.ratna, level())).status).toBe(302);
  });
});
