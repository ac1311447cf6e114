import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { requireStaff } from "#app/accounts/access.server.ts";
import { isSecret } from "#app/accounts/secret-hash.server.ts";
import { findViewer } from "#app/accounts/session.server.ts";
import { action, loader } from "#app/routes/account/password.tsx";
import { action as signIn } from "#app/routes/account/sign-in.tsx";
import { loader as start } from "#app/routes/start.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, context } from "../../support/answer.ts";
import { castOf, form, type Learner, makeStaff, password, requestAs, type Staff } from "../../support/cast.ts";

let dewi: Staff;
beforeEach(async () => {
  dewi = await makeStaff(db, "Dewi");
});

const wanted = "kopi pagi enak";
const from = () => ({ ...context, clientAddress: newId() });
const fields = (changes: Record<string, string> = {}) => ({ sekarang: password, baru: wanted, ulang: wanted, ...changes });
const send = async (who: Staff | Learner | null, sent = fields()) => answerOf(action({ request: await requestAs(who, "/sandi", form(sent)), params: {}, context: from() }));
const open = async (who: Staff | Learner | null) => answerOf(loader({ request: await requestAs(who, "/sandi"), params: {}, context }));
const hash = async () => (await db.selectFrom("staff").where("id", "=", dewi.staffId).select("password_hash").executeTakeFirstOrThrow()).password_hash;
const issue = () => db.insertInto("staff_password_issue").values({ id: newId(), staff_id: dewi.staffId, issued_at: new Date(), issued_by: null }).execute();

describe("one's own password", () => {
  it("is changed after the present one, ends the other sessions, goes on with this one, and is noted", async () => {
    const elsewhere = await requestAs(dewi, "/mentor");
    const answer = await send(dewi);
    expect(answer).toMatchObject({ status: 303, location: "/sandi?diganti" });
    expect(await isSecret(wanted, await hash())).toBe(true);
    expect(await findViewer(elsewhere)).toBeNull();
    const cookie = answer.cookies[0]?.split(";")[0] ?? "";
    expect(await findViewer(new Request("http://melek.test/", { headers: { cookie } }))).toMatchObject({ staffId: dewi.staffId });
    const noted = await db.selectFrom("staff_audit_event").where("subject_id", "=", dewi.staffId).select(["actor_id", "action", "details"]).execute();
    expect(noted).toEqual([{ actor_id: dewi.staffId, action: "password.change", details: {} }]);
  });

  it.each([
    [{ sekarang: "bukan-ini-sandinya" }, "current"], [{ baru: "pendek", ulang: "pendek" }, "short"], [{ ulang: "kopi pagi pahit" }, "again"],
    [{ baru: password, ulang: password }, "same"], [{ baru: "a".repeat(10_000), ulang: "" }, "long"], [{ baru: "", ulang: "" }, "short"],
  ] as [Record<string, string>, string][])("stays with %j: %s", async (changes, fault) => {
    const before = await hash();
    expect(await send(dewi, fields(changes))).toMatchObject({ status: 400, data: { fault } });
    expect(await hash()).toBe(before);
  });

  it("is not the user name", async () => {
    expect((await send(dewi, fields({ baru: dewi.username, ulang: dewi.username }))).data.fault).toBe("username");
  });

  it("is guessed at no more often than at a sign-in", async () => {
    for (let tries = 0; tries < 5; tries += 1) expect((await send(dewi, fields({ sekarang: `bukan-sandinya-${tries}` }))).status).toBe(400);
    const refused = await send(dewi);
    expect(refused.status).toBe(429);
    expect(refused.data.told).toContain("15 menit");
    expect(await isSecret(password, await hash())).toBe(true);
  });

  it("is nothing for learners, and asks others to sign in", async () => {
    const { sari } = await castOf(db);
    expect([(await open(sari)).status, (await send(sari)).status]).toEqual([404, 404]);
    expect([(await open(null)).location, (await send(null)).location]).toEqual(Array(2).fill("/masuk?lanjut=%2Fsandi"));
  });
});

describe("a password that somebody else made", () => {
  it("opens nothing but this page until it is changed", async () => {
    await issue();
    const entered = await answerOf(signIn({ request: await requestAs(null, "/masuk", form({ sebagai: "staf", nama: dewi.username, sandi: password })), params: {}, context: from() }));
    expect(entered.location).toBe("/");
    expect((await answerOf(start({ request: await requestAs(dewi, "/"), params: {}, context }))).location).toBe("/sandi");
    for (const method of ["GET", "POST"]) expect(await answerOf(requireStaff(await requestAs(dewi, "/mentor", { method })))).toMatchObject({ status: 303, location: "/sandi" });
    expect((await open(dewi)).data).toMatchObject({ mustChange: true, home: "/program", username: dewi.username });
    expect((await send(dewi)).status).toBe(303);
    expect(await requireStaff(await requestAs(dewi, "/mentor"))).toMatchObject({ name: "Dewi" });
    expect((await open(dewi)).data.mustChange).toBe(false);
  });
});
