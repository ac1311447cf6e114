import "../../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { requireCohortReader } from "#app/accounts/access.server.ts";
import { loader as openLearner } from "#app/routes/mentor/learner.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertNote } from "#db/learner-notes.ts";
import { answerOf, get, plosorejo } from "../../mentoring/classroom.ts";
import { addresses, answer, context, type Params, peopleAround } from "./people-around.ts";

/** What a coach may look at, and where a lead and an admin see who mentors. Nobody but mentors may send a form there, except for the last. */
const readable = [
  "mentor/rombel/:cohort",
  "mentor/rombel/:cohort/jadwal",
  "mentor/rombel/:cohort/daftar-tunggu",
  "mentor/rombel/:cohort/hadir",
  "mentor/rombel/:cohort/laporan/:session",
  "mentor/rombel/:cohort/akhir",
  "mentor/rombel/:cohort/akhir/csv",
  "mentor/rombel/:cohort/akhir/pdf",
  "mentor/rombel/:cohort/peserta/:learner",
  "mentor/rombel/:cohort/peserta/:learner/kuis/:attempt",
  "mentor/rombel/:cohort/kelas",
  "mentor/rombel/:cohort/kelas/arus",
];
const kept = "mentor/rombel/:cohort/pendamping";

let params: Params;
let otherParams: Params;
let cookies: Record<string, string>;
let dewi: string;
beforeAll(async () => {
  const people = await peopleAround();
  ({ params, otherParams, cookies } = people);
  dewi = people.classroom.dewi.staffId;
});

/** The addresses that answer a role anything but `expected`. */
async function others(role: string, expected: number | "sign in", { asked = params, except = [] as string[], methods = ["GET", "POST"] as ("GET" | "POST")[] } = {}) {
  const found: string[] = [];
  for (const { path, module } of addresses.filter((address) => !except.includes(address.path))) {
    for (const method of methods) {
      const status = await answer(method === "GET" ? module.loader : module.action, cookies[role] ?? "", asked, method === "GET" ? "GET" : {});
      if (status !== null && status !== expected) found.push(`${method} ${path}: ${status}`);
    }
  }
  return found;
}

describe("every page of a cohort", () => {
  it("stands in the address book", () => {
    expect(addresses.map(({ path }) => path)).toEqual(expect.arrayContaining([...readable, kept]));
    expect(addresses.length).toBeGreaterThan(15);
  });

  it.each(["otherMentor", "neighbour", "former", "formerSubstitute", "formerCoach", "coachElsewhere", "otherLead", "learner"])("does not exist for %s, to read or to write", async (role) => {
    expect(await others(role, 404)).toEqual([]);
  });

  it("does not exist for its mentor under the other cohort's address, nor one's people under the other's", async () => {
    expect(await others("mentor", 404, { asked: otherParams })).toEqual([]);
    const mixed = { ...otherParams, cohort: params["cohort"] ?? "" };
    const about = addresses.filter(({ path }) => /:(learner|session)/.test(path)).map(({ path }) => path);
    expect(await others("mentor", 404, { asked: mixed, except: addresses.map(({ path }) => path).filter((path) => !about.includes(path)) })).toEqual([]);
  });

  it.each(["lead", "admin"])("does not exist for the %s, but for who mentors it", async (role) => {
    expect(await others(role, 404, { except: [kept] })).toEqual([]);
    const mentors = addresses.find(({ path }) => path === kept)?.module;
    expect(await answer(mentors?.loader, cookies[role] ?? "", params, "GET")).toBe(200);
  });

  it.each(["coach", "highCoach"])("of the %s's mentor can be looked at where it is for looking, and takes no form", async (role) => {
    expect(await others(role, 404, { except: readable })).toEqual([]);
    expect(await others(role, 404, { methods: ["POST"] })).toEqual([]);
    for (const { path, module } of addresses.filter((address) => readable.includes(address.path))) expect([path, await answer(module.loader, cookies[role] ?? "", params, "GET")]).not.toEqual([path, 404]);
    expect(await others(role, 404, { asked: otherParams })).toEqual([]);
  });

  it("shows notes about a learner to its mentor, and not to a coach: they are between mentor and learner", async () => {
    await insertNote(db, { villageCode: plosorejo, learnerId: params["learner"] ?? "", id: newId(), body: "Perlu kacamata", isForLearner: true, staffId: dewi, now: new Date() });
    const read = async (role: string) => (await answerOf(openLearner({ request: get("/", cookies[role]), params, context }))).data.notes?.map(({ body }) => body) ?? null;
    expect(await read("mentor")).toEqual(["Perlu kacamata"]);
    expect(await read("substitute")).toEqual(["Perlu kacamata"]);
    expect(await read("coach")).toBeNull();
  });

  it.each(["mentor", "substitute"])("opens to its %s", async (role) => {
    for (const { path, module } of addresses.filter((address) => readable.includes(address.path) || [kept, "mentor/rombel/:cohort/ubah", "mentor/rombel/:cohort/jadwal/:session", "mentor/rombel/:cohort/tambah", "mentor/rombel/:cohort/peserta/:learner/pindah"].includes(address.path))) {
      expect([path, await answer(module.loader, cookies[role] ?? "", params, "GET")]).not.toEqual([path, 404]);
    }
  });

  it("sends who is not signed in to sign in", async () => {
    expect(await others("nobody", "sign in")).toEqual([]);
  });
});

describe("requireCohortReader", () => {
  const reader = async (role: string) => requireCohortReader(get("/", cookies[role]), params["cohort"]);

  it("lets mentors and substitutes write, and coaches not, with the way to the cohort", async () => {
    expect(await reader("mentor")).toMatchObject({ mayWrite: true, chain: [] });
    expect(await reader("substitute")).toMatchObject({ mayWrite: true, chain: [] });
    expect(await reader("coach")).toMatchObject({ mayWrite: false, chain: ["Dewi"] });
    expect(await reader("highCoach")).toMatchObject({ mayWrite: false, chain: ["Bu Iis", "Dewi"] });
  });
});
