import "../../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { action, loader } from "#app/routes/mentor/devices.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeCohort, requestAs, type Staff } from "../../support/cast.ts";

const { t } = copyIn("id");
let cast: Cast;
beforeAll(async () => {
  cast = await castOf(db);
});

const path = "/mentor/perangkat";
const keyOf = ({ villageCode, centerId }: { villageCode: string; centerId: string }) => `${villageCode}_${centerId}`;

async function open(who: Staff | Learner | null, cookie = "") {
  return answerOf(loader({ request: await requestAs(who, path, { headers: { cookie } }), params: {}, context }));
}

async function send(who: Staff | Learner | null, fields: Record<string, string>, cookie = "", url = path) {
  return answerOf(action({ request: await requestAs(who, url, { ...form(fields), headers: { cookie } }), params: {}, context }));
}

const pairing = (fields: Record<string, string> = {}) => ({ formId: newId(), pusat: keyOf(cast.cohort), nama: "PC 3", ...fields });

/** The Cookie header that an answer leaves behind. */
const cookieIn = ({ cookies }: { cookies: string[] }) => cookies.map((cookie) => cookie.split(";")[0]).find((pair) => pair?.startsWith("perangkat=")) ?? "";

async function pairedRows() {
  return db.selectFrom("paired_device").where("center_id", "=", cast.cohort.centerId).where("ended_at", "is", null).selectAll().execute();
}

describe("pairing the device that a mentor sits at", () => {
  it("gives it a token that scripts cannot read, and keeps only its hash", async () => {
    const answer = await send(cast.dewi, pairing());
    expect(answer).toMatchObject({ status: 303, location: path });
    expect(answer.cookies[0]).toMatch(/^perangkat=35\.05\.04\.2014:[\w-]{43}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/);
    expect(answer.cookies[1]).toBe(`pusat=${keyOf(cast.cohort)}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`);
    const token = cookieIn(answer).split(":")[1] ?? "";
    expect(JSON.stringify(await pairedRows())).not.toContain(token);
    const { data } = await open(cast.dewi, cookieIn(answer));
    expect(data.here).toMatchObject({ name: "PC 3", center: "Pojok Internet" });
    expect(data.centers).toMatchObject([{ key: keyOf(cast.cohort), devices: [{ name: "PC 3", pairedBy: "Dewi" }] }]);
    const audit = await db.selectFrom("audit_event").where("action", "=", "device.pair").where("subject_id", "=", cast.cohort.centerId).selectAll().execute();
    expect(audit.at(-1)).toMatchObject({ actor_id: cast.dewi.staffId });
    expect(JSON.stringify(audit)).not.toContain(token);
  });

  it("is for TLS alone where the site is on https", async () => {
    expect((await send(cast.dewi, pairing(), "", "https://melek.test/mentor/perangkat")).cookies[0]).toMatch(/; Secure$/);
  });

  it("happens once when the form is sent twice, with the same token", async () => {
    const before = (await pairedRows()).length;
    const fields = pairing({ nama: "PC 7" });
    const [first, second] = [await send(cast.dewi, fields), await send(cast.dewi, fields)];
    expect(cookieIn(second)).toBe(cookieIn(first));
    expect(await pairedRows()).toHaveLength(before + 1);
  });

  it("gives different tokens to different forms, and to the same form of another mentor", async () => {
    const shared = await makeCohort(db, { villageCode: cast.cohort.villageCode, programId: cast.programId, curriculumVersionId: cast.cohort.curriculumVersionId, mentor: cast.dewi });
    await db.insertInto("cohort_mentor").values({ village_code: shared.villageCode, id: newId(), cohort_id: shared.cohortId, staff_id: cast.rudi.staffId, since: new Date() }).execute();
    const fields = pairing({ pusat: keyOf(shared) });
    const cookies = [await send(cast.dewi, fields), await send(cast.rudi, fields), await send(cast.dewi, { ...fields, formId: newId() })].map(cookieIn);
    expect(new Set(cookies).size).toBe(3);
    await db.updateTable("cohort_mentor").set({ ended_at: new Date() }).where("cohort_id", "=", shared.cohortId).execute();
  });

  it("takes the place of an earlier pairing of the same device", async () => {
    const first = await send(cast.dewi, pairing({ nama: "Lama" }));
    await send(cast.dewi, pairing({ nama: "Baru" }), cookieIn(first));
    expect((await open(cast.dewi, cookieIn(first))).data.here).toBeNull();
  });

  it.each([["", "x"], ["x".repeat(31), "long"], ["   ", "spaces"]])("tells beside the field that “%s” is no name, and keeps what was typed", async (nama) => {
    const fields = pairing({ nama });
    const answer = await send(cast.dewi, fields);
    expect(answer).toMatchObject({ status: 400, data: { errors: { name: t("devices.faultName") }, typed: { center: keyOf(cast.cohort), formId: fields.formId } } });
    expect(answer.cookies).toEqual([]);
  });

  it("asks for the centre when none is chosen", async () => {
    expect(await send(cast.dewi, pairing({ pusat: "" }))).toMatchObject({ status: 400, data: { errors: { center: t("devices.faultCenter") }, typed: { name: "PC 3" } } });
  });

  it("is for the mentors of that centre alone", async () => {
    expect((await send(cast.rudi, pairing())).status).toBe(404);
    expect((await send(cast.ratna, pairing())).status).toBe(404);
    expect((await send(cast.sari, pairing())).status).toBe(404);
    expect((await send(null, pairing())).location).toContain("/masuk");
    expect((await send(cast.dewi, pairing({ pusat: "35.05.04.2014_x" }))).status).toBe(404);
    expect((await send(cast.dewi, pairing({ formId: "x" }))).status).toBe(404);
    expect((await open(cast.sari)).status).toBe(404);
    expect((await open(cast.ratna)).data.centers).toEqual([]);
  });
});

describe("ending a pairing", () => {
  it("takes effect at once, from any device of the centre's mentor", async () => {
    const cookie = cookieIn(await send(cast.dewi, pairing({ nama: "Hilang" })));
    const deviceId = (await open(cast.dewi, cookie)).data.here?.deviceId ?? "";
    expect(await send(cast.dewi, { lepas: deviceId })).toMatchObject({ status: 303, location: path });
    expect((await open(cast.dewi, cookie)).data.here).toBeNull();
    expect((await send(cast.dewi, { lepas: deviceId })).status).toBe(404);
  });

  it("cannot be undone by the form that paired it", async () => {
    const fields = pairing({ nama: "Kembali" });
    const cookie = cookieIn(await send(cast.dewi, fields));
    await send(cast.dewi, { lepas: (await open(cast.dewi, cookie)).data.here?.deviceId ?? "" }, cookie);
    expect((await send(cast.dewi, fields)).cookies).toEqual([]);
    expect((await open(cast.dewi, cookie)).data.here).toBeNull();
  });

  it("empties the cookie of the device itself, also for a mentor of another centre who sits at it", async () => {
    const cookie = cookieIn(await send(cast.dewi, pairing({ nama: "Pindah" })));
    const deviceId = (await open(cast.rudi, cookie)).data.here?.deviceId ?? "";
    expect((await send(cast.rudi, { lepas: deviceId })).status).toBe(404);
    const answer = await send(cast.rudi, { lepas: deviceId }, cookie);
    expect(answer.cookies).toEqual([expect.stringMatching(/^perangkat=; .*Max-Age=0$/)]);
  });
});
