import "../support/database.ts";
import { createHash } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endSessions, endSessionsOfLearner, findViewer, readCookie, startLearnerSession } from "#app/accounts/session.server.ts";
import { db } from "#db/client.ts";
import { deleteExpiredSessions } from "#db/sessions.ts";
import { type Cast, castOf, requestAs } from "../support/cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf(db);
});
beforeEach(async () => {
  await db.deleteFrom("learner_session").execute();
  await db.deleteFrom("staff_session").execute();
});

const learnerSessions = () => db.selectFrom("learner_session").selectAll().execute();
const staffSessions = () => db.selectFrom("staff_session").selectAll().execute();
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const minutesUntil = (moment: Date | undefined) => Math.round(((moment?.getTime() ?? 0) - Date.now()) / 60_000);

describe("a session", () => {
  it("finds its learner with what they have done", async () => {
    const { sari, curriculum } = cast;
    const viewer = await findViewer(await requestAs(sari, "/belajar"));
    expect(viewer).toEqual({
      kind: "learner",
      villageCode: sari.villageCode,
      learnerId: sari.learnerId,
      centerId: sari.centerId,
      number: 1,
      name: "Sari",
      enrollments: [expect.objectContaining({ enrollmentId: sari.enrollmentId, curriculumId: curriculum.id, lessonIds: [], passedModuleIds: [] })],
    });
  });

  it("finds staff with their roles", async () => {
    expect(await findViewer(await requestAs(cast.ratna, "/program"))).toMatchObject({
      kind: "staff",
      name: "Ratna",
      isMentor: false,
      roles: [{ role: "lead", programId: cast.programId, regionCode: null }],
    });
    expect(await findViewer(await requestAs(cast.dewi, "/mentor"))).toMatchObject({ kind: "staff", isMentor: true, roles: [] });
  });

  it("is kept under a hash: the database alone signs nobody in", async () => {
    const learner = readCookie((await requestAs(cast.sari, "/")).headers.get("cookie") ?? "", "melek_peserta") ?? "";
    const staff = readCookie((await requestAs(cast.dewi, "/")).headers.get("cookie") ?? "", "melek_staf") ?? "";
    const [learnerRow, staffRow] = [(await learnerSessions())[0], (await staffSessions())[0]];
    expect(learnerRow?.id).toBe(createHash("sha256").update(learner.split(":")[1] ?? "").digest("base64url"));
    expect(staffRow?.id).toBe(createHash("sha256").update(staff).digest("base64url"));
    for (const cookie of [`melek_peserta=${cast.sari.villageCode}:${learnerRow?.id}`, `melek_staf=${staffRow?.id}`]) {
      expect(await findViewer(new Request("http://melek.test/", { headers: { cookie } }))).toBeNull();
    }
  });

  it("belongs to its village: the same token in another finds nobody", async () => {
    const cookie = (await requestAs(cast.sari, "/")).headers.get("cookie")?.replace("35.05.04.2014", "64.01.04.2016") ?? "";
    expect(await findViewer(new Request("http://melek.test/", { headers: { cookie } }))).toBeNull();
  });

  it.each(["", "melek_peserta=", "melek_peserta=:", "melek_peserta=35.05.04.2014:", "melek_peserta=x:y:z", "melek_staf=%00", "melek_staf='; drop table staff; --", "=", ";;;"])(
    "is not made of the cookie “%s”",
    async (cookie) => {
      expect(await findViewer(new Request("http://melek.test/", { headers: { cookie } }))).toBeNull();
    },
  );
});

describe("a learner's session", () => {
  it("ends after an hour without a visit, and its row goes", async () => {
    const request = await requestAs(cast.sari, "/belajar");
    expect(minutesUntil((await learnerSessions())[0]?.expires_at)).toBe(60);
    await db.updateTable("learner_session").set({ expires_at: minutesFromNow(-1) }).execute();
    expect(await findViewer(request)).toBeNull();
    expect(await learnerSessions()).toEqual([]);
  });

  it("is extended by a visit in its second half, and left alone in its first", async () => {
    const request = await requestAs(cast.sari, "/belajar");
    for (const [left, after] of [[40, 40], [29, 60]] as const) {
      await db.updateTable("learner_session").set({ expires_at: minutesFromNow(left) }).execute();
      expect(await findViewer(request)).not.toBeNull();
      expect(minutesUntil((await learnerSessions())[0]?.expires_at)).toBe(after);
    }
  });

  it("ends on every device when the PIN is renewed, and nobody else's does", async () => {
    const [phone, computer, other] = [await requestAs(cast.sari, "/"), await requestAs(cast.sari, "/"), await requestAs(cast.tono, "/")];
    await endSessionsOfLearner(cast.sari.villageCode, cast.sari.learnerId);
    expect([await findViewer(phone), await findViewer(computer)]).toEqual([null, null]);
    expect(await findViewer(other)).toMatchObject({ name: "Tono" });
  });
});

describe("a staff session", () => {
  it("ends after 8 hours without a visit", async () => {
    const request = await requestAs(cast.dewi, "/mentor");
    expect(minutesUntil((await staffSessions())[0]?.expires_at)).toBe(480);
    await db.updateTable("staff_session").set({ expires_at: minutesFromNow(200) }).execute();
    await findViewer(request);
    expect(minutesUntil((await staffSessions())[0]?.expires_at)).toBe(480);
    await db.updateTable("staff_session").set({ expires_at: minutesFromNow(-1) }).execute();
    expect(await findViewer(request)).toBeNull();
  });

  it("loses a role with the role's end", async () => {
    const request = await requestAs(cast.ratna, "/program");
    const { id } = await db.selectFrom("staff_role").where("staff_id", "=", cast.ratna.staffId).select("id").executeTakeFirstOrThrow();
    await db.insertInto("staff_role_end").values({ role_id: id, ended_at: new Date(), ended_by: null, reason: "pindah tugas" }).execute();
    expect(await findViewer(request)).toMatchObject({ roles: [] });
    await db.deleteFrom("staff_role_end").execute();
  });
});

describe("signing out", () => {
  it("deletes the rows of every session of the request and empties their cookies", async () => {
    const [learner, staff] = [await requestAs(cast.sari, "/"), await requestAs(cast.dewi, "/")];
    const both = new Request("https://melek.test/keluar", { headers: { cookie: `${learner.headers.get("cookie")}; ${staff.headers.get("cookie")}` } });
    expect(await endSessions(both)).toEqual([
      "melek_peserta=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0",
      "melek_staf=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0",
    ]);
    expect([await learnerSessions(), await staffSessions()]).toEqual([[], []]);
  });

  it("of nobody does no harm", async () => {
    await requestAs(cast.sari, "/");
    await endSessions(new Request("http://melek.test/keluar", { headers: { cookie: "melek_peserta=35.05.04.2014:x" } }));
    expect(await learnerSessions()).toHaveLength(1);
  });
});

it("expired sessions are swept away at a start, living ones stay", async () => {
  await requestAs(cast.sari, "/");
  await requestAs(cast.dewi, "/");
  await db.updateTable("learner_session").set({ expires_at: minutesFromNow(-1) }).execute();
  expect(await deleteExpiredSessions(db, new Date())).toBe(1n);
  expect(await staffSessions()).toHaveLength(1);
});

it("a token has 200 random bits", async () => {
  const tokens = await Promise.all(Array.from({ length: 20 }, () => startLearnerSession(new Request("http://melek.test/"), cast.sari)));
  expect(new Set(tokens).size).toBe(20);
  for (const token of tokens) expect(token).toMatch(/^melek_peserta=35\.05\.04\.2014:[a-z2-7]{40};/);
});
