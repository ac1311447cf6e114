import "../../support/database.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pairDevice } from "#app/accounts/paired-device.server.ts";
import { findViewer } from "#app/accounts/session.server.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { action, loader } from "#app/routes/account/sign-in.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { endPairedDevice } from "#db/paired-devices.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, type Cohort, form, type Learner, makeCohort, makeLearner, pin, requestAs, type Staff } from "../../support/cast.ts";
import { toldBy } from "../../support/refusal.ts";

const { t } = copyIn("id");
let cast: Cast;
let siti: Learner;
let device: { cookie: string; deviceId: string };
beforeAll(async () => {
  cast = await castOf(db);
  siti = await makeLearner(db, cast.cohort, { number: 7, name: "Siti Rahayu", by: cast.dewi });
  await makeLearner(db, cast.cohort, { number: 8, name: "Abdul Rohim", by: cast.dewi });
  device = await pair(cast.cohort);
});
beforeEach(() => db.deleteFrom("cohort_session").execute());

async function pair(center: Cohort) {
  const paired = await pairDevice(db, { center, formId: newId(), name: "PC 3", staffId: cast.dewi.staffId, now: new Date() });
  if (!paired) throw new Error("not paired");
  return paired;
}

const keyOf = ({ villageCode, centerId }: { villageCode: string; centerId: string }) => `${villageCode}_${centerId}`;
const cardOf = (learner: { villageCode: string; centerId: string; number: number }) => `${keyOf(learner)}_${learner.number}`;

interface From {
  token?: string | null;
  center?: string | null;
  alat?: string;
  who?: Learner | Staff | null;
}

function cookiesOf({ token = device.cookie, center = keyOf(cast.cohort), alat = newId() }: From): string {
  return [`alat=${alat}`, token && `perangkat=${token}`, center && `pusat=${center}`].filter(Boolean).join("; ");
}

async function open(path: string, from: From = {}) {
  const request = await requestAs(from.who ?? null, path, { headers: { cookie: cookiesOf(from) } });
  return answerOf(loader({ request, params: {}, context }));
}

async function send(path: string, fields: Record<string, string>, from: From & { address?: string } = {}) {
  const request = await requestAs(from.who ?? null, path, { ...form(fields), headers: { cookie: cookiesOf(from) } });
  return answerOf(action({ request, params: {}, context: { ...context, clientAddress: from.address ?? newId() } }));
}

/** A session of 60 minutes that begins so many minutes from now. */
async function makeSession(cohort: Cohort, startsIn: number, cancelled = false) {
  const startsAt = new Date(Date.now() + startsIn * 60_000);
  await db.insertInto("cohort_session").values({ village_code: cohort.villageCode, id: newId(), cohort_id: cohort.cohortId, starts_at: startsAt, minutes: 60, cancelled_at: cancelled ? new Date() : null }).execute();
}

/** The names in an answer; null where it offers none. */
function namesIn({ data }: Awaited<ReturnType<typeof open>>): string[] | null {
  return data.names?.kind === "names" ? data.names.cohorts.flatMap(({ learners }) => learners.map(({ name }) => name)) : null;
}

describe("a paired device while a cohort has class", () => {
  it("offers the names of that cohort, in the order of the alphabet", async () => {
    await makeSession(cast.cohort, -10);
    expect(namesIn(await open("/masuk"))).toEqual(["Abdul Rohim", "Sari", "Siti Rahayu"]);
  });

  it.each([[-91, false], [-89, true], [0, true], [29, true], [31, false]])("does so from 30 minutes before until 30 after: class begins in %i minutes", async (startsIn, isShown) => {
    await makeSession(cast.cohort, startsIn);
    expect(namesIn(await open("/masuk")) !== null).toBe(isShown);
  });

  it("offers none for a session that was cancelled", async () => {
    await makeSession(cast.cohort, 0, true);
    expect((await open("/masuk")).data.names).toEqual({ kind: "number" });
  });

  it("offers the names of all cohorts of its centre that have class, and of no other centre", async () => {
    const other = { ...(await makeCohort(db, { villageCode: cast.cohort.villageCode, programId: cast.programId, curriculumVersionId: cast.cohort.curriculumVersionId, mentor: cast.rudi })) };
    await db.updateTable("cohort").set({ center_id: cast.cohort.centerId, name: "Rombel Anggrek" }).where("id", "=", other.cohortId).execute();
    await makeLearner(db, { ...other, centerId: cast.cohort.centerId }, { number: 40, name: "Wagiman", by: cast.rudi });
    for (const cohort of [cast.cohort, other, cast.otherCohort]) await makeSession(cohort, 0);
    const answer = await open("/masuk");
    expect(answer.data.names).toMatchObject({ cohorts: [{ name: "Rombel Anggrek" }, { name: "Rombel Melati" }], hasOthers: false });
    expect(namesIn(answer)).toEqual(["Wagiman", "Abdul Rohim", "Sari", "Siti Rahayu"]);
    await db.updateTable("cohort").set({ ends_on: "2026-03-02" }).where("id", "=", other.cohortId).execute();
  });

  it("lets the number be typed all the same", async () => {
    await makeSession(cast.cohort, 0);
    expect((await open("/masuk?nomor")).data.names).toEqual({ kind: "number" });
  });

  it("knows its centre also when the choice of a centre is forgotten", async () => {
    await makeSession(cast.cohort, 0);
    expect(namesIn(await open("/masuk", { center: null }))).toHaveLength(3);
    expect((await send("/masuk?peserta=7", { nomor: "7", pin, dipilih: "nama" }, { center: null })).location).toBe("/belajar");
  });
});

describe("a paired device without class", () => {
  it("asks for the number, and offers the names of the centre's cohorts on the way", async () => {
    expect((await open("/masuk")).data.names).toEqual({ kind: "number" });
    const answer = await open("/masuk?rombel");
    expect(answer.data.names).toMatchObject({ kind: "names", from: cast.cohort.cohortId });
    expect(namesIn(answer)).toHaveLength(3);
  });

  it("lets choose among several cohorts that have not ended", async () => {
    const other = await makeCohort(db, { villageCode: cast.cohort.villageCode, programId: cast.programId, curriculumVersionId: cast.cohort.curriculumVersionId, mentor: cast.rudi });
    await db.updateTable("cohort").set({ center_id: cast.cohort.centerId, name: "Rombel Kenanga", ends_on: "2999-01-01" }).where("id", "=", other.cohortId).execute();
    expect((await open("/masuk?rombel")).data.names).toMatchObject({ kind: "cohorts", cohorts: [{ name: "Rombel Kenanga" }, { name: "Rombel Melati" }] });
    expect(namesIn(await open(`/masuk?rombel=${cast.cohort.cohortId}`))).toHaveLength(3);
    for (const unknown of [cast.otherCohort.cohortId, newId(), "x", "' or 1"]) {
      expect((await open(`/masuk?rombel=${encodeURIComponent(unknown)}`)).data.names).toMatchObject({ kind: "cohorts" });
    }
    await db.updateTable("cohort").set({ ends_on: "2026-03-02" }).where("id", "=", other.cohortId).execute();
  });
});

describe("a person who touched their name", () => {
  it("is shown it with their number, and signs in with the PIN alone", async () => {
    expect((await open("/masuk?peserta=7")).data.names).toEqual({ kind: "person", number: 7, name: "Siti Rahayu", hasPin: true, cohortId: null });
    const answer = await send("/masuk?peserta=7", { nomor: "7", pin, dipilih: "nama" });
    const cookie = answer.cookies.map((header) => header.split(";")[0]).filter((pair) => !pair?.endsWith("=")).join("; ");
    expect(answer.location).toBe("/belajar");
    expect(await findViewer(new Request("http://melek.test/", { headers: { cookie } }))).toMatchObject({ learnerId: siti.learnerId });
  });

  it("comes back to the cohort that they chose from, and goes on to the page that they wanted", async () => {
    const answer = await open(`/masuk?peserta=7&rombel=${cast.cohort.cohortId}&lanjut=%2Fbelajar%2Fhp-saya`);
    expect(answer.data).toMatchObject({ goOn: "/belajar/hp-saya", names: { cohortId: cast.cohort.cohortId } });
  });

  it("is told that the PIN is wrong, not the number, and how many tries are left", async () => {
    const answer = await send("/masuk?peserta=8", { nomor: "8", pin: "111112", dipilih: "nama" });
    expect(answer).toMatchObject({ status: 303, location: "/masuk?peserta=8" });
    expect(toldBy(answer)).toMatchObject({ errors: { form: t("signIn.pinWrongLeft", { count: 4 }) }, typed: { number: "8" } });
    expect(toldBy(await send("/masuk?peserta=8", { nomor: "8", pin: "12", dipilih: "nama" }))).toMatchObject({ errors: { pin: t("signIn.pinMissing") } });
  });

  it("is sent to their mentor while they have no PIN", async () => {
    const late = await makeLearner(db, cast.cohort, { number: 30, name: "Baru", by: cast.dewi });
    await db.deleteFrom("learner_pin").where("learner_id", "=", late.learnerId).execute();
    expect((await open("/masuk?peserta=30")).data.names).toMatchObject({ kind: "person", hasPin: false });
    await db.deleteFrom("enrollment").where("learner_id", "=", late.learnerId).execute();
  });

  it.each(["9999", "0", "x", "-1", "7x", ""])("is nobody by the number “%s”", async (number) => {
    expect((await open(`/masuk?peserta=${number}`)).data.names).toEqual({ kind: "number" });
  });
});

describe("guessing on a paired device", () => {
  it("locks a learner after 5 tries, whoever's name is touched from whichever device", async () => {
    const victim = await makeLearner(db, cast.cohort, { number: 50, name: "Korban", by: cast.dewi });
    const guess = (typed: string) => send("/masuk?peserta=50", { nomor: "50", pin: typed, dipilih: "nama" });
    const told = [];
    for (let tries = 0; tries < 5; tries += 1) told.push(toldBy(await guess(String(100_200 + tries)))?.errors.form);
    expect(told).toEqual([...[4, 3, 2, 1].map((count) => t("signIn.pinWrongLeft", { count })), t("signIn.locked", { count: 15 })]);
    expect(toldBy(await guess(pin))?.errors.form).toBe(t("signIn.locked", { count: 15 }));
    await db.deleteFrom("enrollment").where("learner_id", "=", victim.learnerId).execute();
  });

  it("makes the device wait after 10 tries at one name after another", async () => {
    const alat = newId();
    const address = newId();
    for (let number = 800; number < 810; number += 1) await send(`/masuk?peserta=${number}`, { nomor: String(number), pin: "111112" }, { alat, address });
    expect(toldBy(await send("/masuk?peserta=7", { nomor: "7", pin, dipilih: "nama" }, { alat, address }))?.errors.form).toBe(t("signIn.slow", { count: 30 }));
  });
});

describe("no name is in any answer to a device that is not paired with the centre", () => {
  const addresses = () => [
    "/masuk", "/masuk?rombel", `/masuk?rombel=${cast.cohort.cohortId}`, "/masuk?peserta=7", `/masuk?peserta=7&rombel=${cast.cohort.cohortId}`,
    "/masuk?nomor", "/masuk?cari=siti", "/masuk?ganti", "/masuk?ganti&peserta=7", `/masuk?kartu=${cardOf(siti)}`, `/masuk?kartu=${cardOf(siti)}&peserta=7`, "/masuk?lanjut=/belajar&peserta=7",
  ];
  const strangers = async (): Promise<[string, From][]> => {
    const ended = await pair(cast.cohort);
    await endPairedDevice(db, { ...cast.cohort, deviceId: ended.deviceId }, new Date());
    const far = await pair(cast.otherCohort);
    const [, token = ""] = device.cookie.split(":");
    return [
      ["never paired", { token: null }],
      ["never paired, no centre", { token: null, center: null }],
      ["ended", { token: ended.cookie }],
      ["paired with another centre", { token: far.cookie }],
      ["with the token in another village", { token: `${cast.otherCohort.villageCode}:${token}` }],
      ["with a token like it", { token: `${device.cookie.slice(0, -1)}${device.cookie.endsWith("A") ? "B" : "A"}` }],
      ["with the hash as token", { token: `${cast.cohort.villageCode}:${device.deviceId}` }],
      ["with an empty token", { token: `${cast.cohort.villageCode}:` }],
      ["with SQL as token", { token: "' or 1=1 --" }],
    ];
  };
  const everyName = /Siti|Rahayu|Abdul|Rohim|Sari/;

  it("when it opens any form of the page", async () => {
    await makeSession(cast.cohort, 0);
    for (const [device, from] of await strangers()) {
      for (const path of addresses()) {
        const { data, location } = await open(path, from);
        expect([device, path, JSON.stringify([data ?? null, location]).match(everyName)]).toEqual([device, path, null]);
        if (data) expect(data.names).toBeNull();
      }
    }
  });

  it("when it sends any form of the page", async () => {
    await makeSession(cast.cohort, 0);
    const forms: Record<string, string>[] = [{ nomor: "7", pin: "111112", dipilih: "nama" }, { nomor: "", pin: "" }, { pusat: keyOf(cast.cohort) }, { kartu: cardOf(siti) }, { sebagai: "staf", nama: "siti", sandi: "x" }];
    for (const [, from] of await strangers()) {
      for (const fields of forms) {
        const { data, location } = await send("/masuk?peserta=8", { ...fields, ...("nomor" in fields && { nomor: "8" }) }, from);
        expect(JSON.stringify([data ?? null, location])).not.toMatch(everyName);
      }
    }
  });

  it("while the paired one beside it shows them", async () => {
    await makeSession(cast.cohort, 0);
    expect(JSON.stringify((await open("/masuk")).data)).toMatch(everyName);
  });
});

describe("a card's address", () => {
  it("chooses the centre and fills the number in", async () => {
    const answer = await open(`/masuk?kartu=${cardOf(siti)}`, { token: null, center: null });
    expect(answer).toMatchObject({ status: 302, location: "/masuk?peserta=7" });
    expect(answer.cookies).toEqual([`pusat=${keyOf(siti)}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`]);
    expect((await open("/masuk?peserta=7", { token: null })).data).toMatchObject({ number: "7", names: null });
  });

  it("says the same for a number that nobody has", async () => {
    expect((await open(`/masuk?kartu=${cardOf({ ...siti, number: 4321 })}`, { token: null })).location).toBe("/masuk?peserta=4321");
  });

  it.each(["", "x", "35.05.04.2014_x_7", "35.05.04.2014_00000000-0000-0000-0000-000000000000_7"])("that is none (“%s”) is said so, and chooses nothing", async (card) => {
    const answer = await open(`/masuk?kartu=${card}`, { token: null, center: null });
    expect(answer).toMatchObject({ status: 200, data: { isCardUnknown: true } });
    expect(answer.cookies).toEqual([]);
  });

  it("leads its owner, who is still signed in, to their lessons", async () => {
    expect((await open(`/masuk?kartu=${cardOf(siti)}`, { who: siti })).location).toBe("/belajar");
  });

  it("never leads into the account of somebody else who is still signed in", async () => {
    for (const who of [cast.sari, cast.dewi]) {
      const answer = await open(`/masuk?kartu=${cardOf(siti)}`, { who });
      expect(answer).toMatchObject({ status: 200, data: { occupiedFor: cardOf(siti), names: null } });
    }
  });

  it("lets its owner sign them out, and go on", async () => {
    const request = await requestAs(cast.sari, "/masuk", form({ kartu: cardOf(siti) }));
    const answer = await answerOf(action({ request, params: {}, context }));
    expect(answer).toMatchObject({ status: 302, location: `/masuk?kartu=${cardOf(siti)}` });
    expect(await findViewer(request)).toBeNull();
    expect((await send("/masuk", { kartu: "https://jahat.example" })).location).toBe("/masuk");
  });
});
