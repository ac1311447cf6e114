import "../../support/database.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { action, loader } from "#app/routes/account/sign-in.tsx";
import { findViewer } from "#app/accounts/session.server.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeLearner, password, pin, requestAs } from "../../support/cast.ts";
import { toldBy } from "../../support/refusal.ts";

const { t } = copyIn("id");
let cast: Cast;
let sari: Learner;
let lastNumber = 1;
beforeAll(async () => {
  cast = await castOf(db);
});
// A learner of her own for each test: the limits of one test do not reach into the next.
beforeEach(async () => {
  sari = await makeLearner(db, cast.cohort, { number: (lastNumber += 1), name: "Sari", by: cast.dewi });
});

interface Device {
  id?: string;
  center?: string;
  address?: string;
  url?: string;
}

function cookies({ id = newId(), center = `${cast.cohort.villageCode}_${cast.cohort.centerId}` }: Device): Record<string, string> {
  return { cookie: `alat=${id}; pusat=${center}` };
}

/** Sends the sign-in form from a device; each call is from a new one unless it is told. `told` is what the page says that follows. */
async function send(fields: Record<string, string>, device: Device = {}) {
  const request = await requestAs(null, device.url ?? "/masuk", { ...form(fields), headers: cookies(device) });
  const answer = await answerOf(action({ request, params: {}, context: { ...context, clientAddress: device.address ?? newId() } }));
  return { ...answer, told: toldBy(answer) };
}

async function open(path: string, headers: Record<string, string> = cookies({})) {
  return answerOf(loader({ request: await requestAs(null, path, { headers }), params: {}, context }));
}

const tryPin = (typed: string, device?: Device) => send({ nomor: String(sari.number), pin: typed }, device);

/** Who the cookies of an answer sign in. */
async function signedInBy(answer: { cookies: string[] }) {
  const cookie = answer.cookies.map((header) => header.split(";")[0]).filter((pair) => !pair?.endsWith("=")).join("; ");
  return findViewer(new Request("http://melek.test/", { headers: { cookie } }));
}

describe("a learner with the right PIN", () => {
  it("is signed in and goes on to their lessons", async () => {
    const answer = await tryPin(pin);
    expect(answer).toMatchObject({ status: 302, location: "/belajar" });
    expect(await signedInBy(answer)).toMatchObject({ kind: "learner", learnerId: sari.learnerId, name: "Sari" });
  });

  it.each(["482 913", " 482913 ", "4 8 2 9 1 3"])("may write it “%s”", async (typed) => {
    expect((await tryPin(typed)).status).toBe(302);
  });

  it("may write the number with zeros before it and spaces around it", async () => {
    expect((await send({ nomor: ` 00${sari.number} `, pin })).status).toBe(302);
  });

  it("goes on to the page that asked for the sign-in", async () => {
    expect((await send({ nomor: String(sari.number), pin, lanjut: "/belajar/hp-saya/mengetik" })).location).toBe("/belajar/hp-saya/mengetik");
  });

  it.each(["https://jahat.example/", "//jahat.example", "/\\jahat.example", "/masuk", "/keluar", "/belajar?x=//a", "/belajar\n//jahat.example", "javascript:alert(1)", "/programku"])(
    "never goes on to “%s”",
    async (lanjut) => {
      expect((await send({ nomor: String(sari.number), pin, lanjut })).location).toBe("/belajar");
      expect((await open(`/masuk?lanjut=${encodeURIComponent(lanjut)}`)).data.goOn).toBeNull();
    },
  );

  it("is here at that moment, for their mentor to see", async () => {
    await tryPin(pin);
    const { last_seen_at } = await db.selectFrom("learner").where("id", "=", sari.learnerId).select("last_seen_at").executeTakeFirstOrThrow();
    expect(Date.now() - (last_seen_at?.getTime() ?? 0)).toBeLessThan(60_000);
  });
});

describe("a form that is not filled in", () => {
  it.each(["", "abc", "12a", "-1", "1.5", "1234567", "satu"])("is told about the number “%s”", async (nomor) => {
    const answer = await send({ nomor, pin });
    expect(answer).toMatchObject({ status: 303, told: { errors: { number: t("signIn.numberMissing") }, typed: { number: nomor } } });
  });

  it.each(["", "12345", "1234567", "abcdef"])("is told about the PIN “%s”, which is not shown again", async (typed) => {
    const answer = await tryPin(typed);
    expect(answer).toMatchObject({ status: 303, told: { errors: { pin: t("signIn.pinMissing") } } });
    expect(Object.values(answer.told?.typed ?? {})).not.toContain(typed || "-");
  });

  it("costs no try", async () => {
    for (let count = 0; count < 8; count += 1) await tryPin("12");
    expect((await tryPin(pin)).status).toBe(302);
  });

  it("tells about both at once, also when fields are missing", async () => {
    expect((await send({})).told?.errors).toEqual({ number: t("signIn.numberMissing"), pin: t("signIn.pinMissing") });
  });
});

describe("a learner with a wrong PIN", () => {
  it("is told how often they may still try, then how many minutes to wait", async () => {
    const answers = [];
    for (let count = 0; count < 5; count += 1) answers.push(await tryPin("111112"));
    const left = answers.map(({ told }) => told?.errors.form);
    expect(left).toEqual([...[4, 3, 2, 1].map((count) => t("signIn.wrongLeft", { count })), t("signIn.locked", { count: 15 })]);
    expect(left[4]).toContain("Tunggu 15 menit lagi");
  });

  it("stays out with the right PIN too, until the time that was told and no longer", async () => {
    for (let count = 0; count < 5; count += 1) await tryPin("111112");
    await minutesPass(9);
    const tooSoon = await tryPin(pin);
    expect(tooSoon.told?.errors.form).toBe(t("signIn.locked", { count: 6 }));
    await minutesPass(6);
    expect((await tryPin(pin)).status).toBe(302);
  });

  it("has all tries again after a right one", async () => {
    for (let count = 0; count < 4; count += 1) await tryPin("111112");
    expect((await tryPin(pin)).status).toBe(302);
    expect((await tryPin("111112")).told?.errors.form).toBe(t("signIn.wrongLeft", { count: 4 }));
  });

  it("keeps the page that they wanted to go to", async () => {
    const answer = await send({ nomor: "2", pin: "111112", lanjut: "/belajar/hp-saya/mengetik" });
    expect(answer.told?.typed).toMatchObject({ goOn: "/belajar/hp-saya/mengetik" });
  });

  it("is told on a page that Back leads to: once, and without the PIN", async () => {
    const answer = await send({ nomor: String(sari.number), pin: "111112", dipilih: "nama" }, { url: `/masuk?peserta=${sari.number}` });
    expect(answer).toMatchObject({ status: 303, location: `/masuk?peserta=${sari.number}` });
    const [refusal = ""] = answer.cookies;
    expect(refusal).toMatch(/^belum_masuk=[\w-]+; Path=\/masuk; Max-Age=60; HttpOnly; SameSite=Lax$/);
    expect(Buffer.from(refusal.split(/[=;]/)[1] ?? "", "base64url").toString()).not.toContain("111112");
    const page = await open("/masuk", { cookie: refusal.split(";")[0] ?? "" });
    expect(page.data.refused).toEqual(answer.told);
    expect(page.cookies).toContain("belum_masuk=; Path=/masuk; Max-Age=0; HttpOnly; SameSite=Lax");
  });

  it.each(["x", "e30", Buffer.from('{"errors":{"form":1},"typed":{}}').toString("base64url")])("is told nothing by a cookie that says “%s”", async (kept) => {
    expect((await open("/masuk", { cookie: `belum_masuk=${kept}` })).data.refused).toBeNull();
  });

  it("is looked at no more than 5 times when 50 guesses come at once", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => tryPin(String(100_200 + index))));
    const locked = t("signIn.locked", { count: 15 });
    expect(answers.filter(({ told }) => told?.errors.form !== locked)).toHaveLength(4);
    expect(answers.filter(({ told }) => told?.errors.form === locked)).toHaveLength(46);
    expect((await tryPin(pin)).told?.errors.form).toBe(locked);
  });

  it("hears the same when there is no such learner", async () => {
    const answer = await send({ nomor: "999999", pin });
    expect(answer).toMatchObject({ status: 303, told: { errors: { form: t("signIn.wrongLeft", { count: 4 }) } } });
  });
});

describe("a device that failed 10 times", () => {
  it("is told how many seconds to wait, also for other learners and the right PIN", async () => {
    const device = { id: newId(), address: newId() };
    for (let count = 0; count < 10; count += 1) await send({ nomor: String(700_000 + count), pin: "111112" }, device);
    const answer = await tryPin(pin, device);
    expect(answer).toMatchObject({ status: 303, told: { errors: { form: t("signIn.slow", { count: 30 }) } } });
    expect((await tryPin(pin)).status).toBe(302);
  });
});

describe("staff", () => {
  const enter = (nama: string, sandi: string, more: Record<string, string> = {}) => send({ sebagai: "staf", nama, sandi, ...more });

  it("sign in by user name, in upper or lower case, and password", async () => {
    const answer = await enter(` ${cast.ratna.username.toUpperCase()} `, password);
    expect(answer).toMatchObject({ status: 302, location: "/" });
    expect(await signedInBy(answer)).toMatchObject({ kind: "staff", staffId: cast.ratna.staffId, isMentor: false });
    expect((await enter(cast.dewi.username, password, { lanjut: "/mentor" })).location).toBe("/mentor");
  });

  it("hear the same for a wrong password and for a user who does not exist", async () => {
    const wrong = { status: 303, told: { errors: { staff: t("signIn.staffWrong") } } };
    expect(await enter(cast.rudi.username, "salah")).toMatchObject(wrong);
    expect(await enter(`tidak-ada-${newId()}`, password)).toMatchObject(wrong);
    expect(await enter("", password)).toMatchObject({ status: 303, told: { errors: { staff: t("signIn.staffMissing") } } });
    expect(await enter("a".repeat(101), password)).toMatchObject({ status: 303 });
  });

  it("are locked out after 5 wrong tries, the right password too", async () => {
    for (let count = 0; count < 5; count += 1) await enter(cast.rudi.username, "salah");
    const answer = await enter(cast.rudi.username, password);
    expect(answer.told?.errors.staff).toBe(t("signIn.staffLocked", { count: 15 }));
  });
});

describe("the cookie of a session", () => {
  it("cannot be read by scripts nor sent by other sites, and ends with the browser", async () => {
    const [cookie] = (await tryPin(pin)).cookies.filter((header) => header.startsWith("melek_peserta=3"));
    expect(cookie).toMatch(/^melek_peserta=35\.05\.04\.2014:[a-z0-9]{40}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it("goes over TLS alone where the site is on https", async () => {
    const url = "https://melek.test/masuk";
    const session = (await tryPin(pin, { url })).cookies.filter((header) => header.startsWith("melek_peserta=3"));
    const staff = (await send({ sebagai: "staf", nama: cast.ratna.username, sandi: password }, { url })).cookies.filter((header) => /^melek_staf=\w/.test(header));
    expect(session).toHaveLength(1);
    expect(staff).toHaveLength(1);
    for (const cookie of [...session, ...staff]) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
  });

  it("takes the place of whoever was signed in before on this device", async () => {
    const staff = await requestAs(cast.dewi, "/");
    const sent = { ...form({ nomor: String(sari.number), pin }), headers: { cookie: `${staff.headers.get("cookie")}; ${cookies({})["cookie"]}` } };
    const answer = await answerOf(action({ request: await requestAs(null, "/masuk", sent), params: {}, context }));
    expect(await signedInBy(answer)).toMatchObject({ kind: "learner" });
    expect(await findViewer(staff)).toBeNull();
  });
});

describe("the centre of a device", () => {
  const choose = (pusat: string) => send({ pusat });

  it("is kept for a year once chosen", async () => {
    const answer = await choose(`${cast.otherCohort.villageCode}_${cast.otherCohort.centerId}`);
    expect(answer).toMatchObject({ status: 302, location: "/masuk" });
    expect(answer.cookies).toEqual([`pusat=${cast.otherCohort.villageCode}_${cast.otherCohort.centerId}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`]);
  });

  it.each(["", "x", "35.05.04.2014", "35.05.04.2014_", "35.05.04.2014_x", "35.05.04.2014_00000000-0000-0000-0000-000000000000", "'; drop table learner; --"])(
    "is asked for again when the cookie says “%s”",
    async (center) => {
      const answer = await open("/masuk", cookies({ center }));
      expect(answer.data.center).toBeNull();
      expect(answer.data.centers.length).toBeGreaterThan(0);
      expect(await tryPin(pin, { center })).toMatchObject({ status: 303, told: { errors: { form: t("signIn.centerGone") } } });
    },
  );

  it("keeps learners of other centres out: the same number is someone else there", async () => {
    const center = `${cast.otherCohort.villageCode}_${cast.otherCohort.centerId}`;
    expect(await signedInBy(await send({ nomor: "1", pin }, { center }))).toMatchObject({ learnerId: cast.tono.learnerId });
    expect((await tryPin(pin, { center })).status).toBe(303);
  });
});

describe("opening the page", () => {
  it("gives the device an id of its own, once", async () => {
    const answer = await open("/masuk", {});
    const device = answer.data;
    expect(device.center).toBeNull();
    const request = await requestAs(null, "/masuk");
    const loaded = await loader({ request, params: {}, context });
    expect(new Headers(loaded.init?.headers).getSetCookie()).toEqual([expect.stringMatching(/^alat=[0-9a-f-]{36}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/)]);
    const again = await loader({ request: await requestAs(null, "/masuk", { headers: { cookie: `alat=${newId()}` } }), params: {}, context });
    expect(new Headers(again.init?.headers).getSetCookie()).toEqual([]);
  });

  it("leads whoever is signed in to their first page", async () => {
    for (const [person, home] of [[sari, "/belajar"], [cast.dewi, "/mentor"], [cast.ratna, "/program"]] as const) {
      expect(await answerOf(loader({ request: await requestAs(person, "/masuk"), params: {}, context }))).toMatchObject({ status: 302, location: home });
    }
  });
});

/** Lets time pass for every limit, without waiting. */
async function minutesPass(minutes: number): Promise<void> {
  await db.updateTable("sign_in_limit").set((update) => ({ expire: update("expire", "-", String(minutes * 60_000)) })).execute();
}
