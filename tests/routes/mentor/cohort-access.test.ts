import "../../support/database.ts";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { beforeAll, describe, expect, it } from "vitest";
import { requireCohortReader } from "#app/accounts/access.server.ts";
import routes from "#app/routes.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { enroll, get, learnerCookie, makeCenter, makeClassroom, makeCohort, makeLearner, makeProgram, makeStaff, plosorejo, post, staffCookie } from "../../mentoring/classroom.ts";
import { coach, giveSessions, lend, makeAdmin, makeLead, tomorrow, yesterday } from "../../mentoring/term.ts";

const context = { nonce: "", incident: "", clientAddress: "10.0.0.9" };

type Handler = (args: { request: Request; params: Record<string, string>; context: typeof context }) => Promise<unknown>;
interface RouteModule {
  loader?: Handler;
  action?: Handler;
}

/** Every address of a cohort, from the address book itself: a new page is held to this without being named here. */
const addresses = await Promise.all(
  flat(routes)
    .filter(({ path }) => path?.includes(":cohort"))
    .map(async ({ path = "", file }) => ({ path, module: (await import(/* @vite-ignore */ new URL(`../../../app/${file}`, import.meta.url).pathname)) as RouteModule })),
);

function flat(entries: readonly RouteConfigEntry[]): RouteConfigEntry[] {
  return entries.flatMap((entry) => [entry, ...flat(entry.children ?? [])]);
}

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
  "mentor/rombel/:cohort/peserta/:learner/catatan",
  "mentor/rombel/:cohort/kelas",
  "mentor/rombel/:cohort/kelas/arus",
];
const kept = "mentor/rombel/:cohort/pendamping";

let params: Record<string, string>;
let otherParams: Record<string, string>;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  const classroom = await makeClassroom();
  const { program, cohort, otherCohort, dewi, rudi } = classroom;
  const siti = await makeLearner(cohort, 1, "Siti");
  const tono = await makeLearner(otherCohort, 1, "Tono");
  await enroll(cohort, siti.learnerId);
  await enroll(otherCohort, tono.learnerId);
  const [session] = await giveSessions(cohort, ["2027-06-08"]);
  const [otherSession] = await giveSessions(otherCohort, ["2027-06-08"]);
  const rest = { attempt: newId(), module: "A1", batch: newId(), import: newId() };
  params = { ...rest, cohort: cohort.cohortId, learner: siti.learnerId, session: session?.id ?? "" };
  otherParams = { ...rest, cohort: otherCohort.cohortId, learner: tono.learnerId, session: otherSession?.id ?? "" };

  const people = { substitute: "Siska", formerSubstitute: "Surti", coach: "Bu Iis", highCoach: "Pak Yus", formerCoach: "Bu Elok", coachElsewhere: "Pak Jaya", lead: "Ratna", otherLead: "Retno", admin: "Ayu", former: "Lina", neighbour: "Tini" };
  const ids = Object.fromEntries(await Promise.all(Object.entries(people).map(async ([role, name]) => [role, (await makeStaff(name)).staffId]))) as Record<keyof typeof people, string>;
  await lend(cohort, ids.substitute, tomorrow());
  await lend(cohort, ids.formerSubstitute, yesterday());
  await coach(program.programId, ids.coach, dewi.staffId);
  await coach(program.programId, ids.highCoach, ids.coach);
  await db.updateTable("staff_coaching").set({ ended_at: new Date() }).where("id", "=", await coach(program.programId, ids.formerCoach, dewi.staffId)).execute();
  const elsewhere = await makeProgram();
  await coach(elsewhere.programId, ids.coachElsewhere, dewi.staffId);
  await makeLead(ids.lead, program.programId);
  await makeLead(ids.otherLead, elsewhere.programId);
  await makeAdmin(ids.admin);
  await makeCohort(cohort, program, ids.neighbour, "Rombel Tetangga");
  await makeCohort(await makeCenter(plosorejo), program, ids.former);
  await db.insertInto("cohort_mentor").values({ village_code: plosorejo, id: newId(), cohort_id: cohort.cohortId, staff_id: ids.former, since: new Date(), ended_at: new Date() }).execute();
  for (const [role, id] of Object.entries({ ...ids, mentor: dewi.staffId, otherMentor: rudi.staffId })) cookies[role] = await staffCookie(id);
  cookies["learner"] = await learnerCookie(siti);
});

/** How a page answers: 200 for a page of its own, otherwise the status, or `sign in` for who is sent there. */
async function answer(handler: Handler | undefined, role: string, asked: Record<string, string>, method: "GET" | "POST"): Promise<number | "sign in" | null> {
  if (!handler) return null;
  const cookie = cookies[role] ?? "";
  const request = method === "GET" ? get("/", cookie) : post("/", cookie, {});
  const result = await handler({ request, params: asked, context }).catch((thrown: unknown) => thrown);
  if (result instanceof Response) await result.body?.cancel();
  if (result instanceof Response) return result.headers.get("location")?.startsWith("/masuk") ? "sign in" : result.status;
  if (result instanceof Error) throw result;
  return (result as { init?: { status?: number } | null }).init?.status ?? 200;
}

/** The addresses that answer a role anything but `expected`. */
async function others(role: string, expected: number | "sign in", { asked = params, except = [] as string[], methods = ["GET", "POST"] as ("GET" | "POST")[] } = {}) {
  const found: string[] = [];
  for (const { path, module } of addresses.filter((address) => !except.includes(address.path))) {
    for (const method of methods) {
      const status = await answer(method === "GET" ? module.loader : module.action, role, asked, method);
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
    expect(await answer(mentors?.loader, role, params, "GET")).toBe(200);
  });

  it.each(["coach", "highCoach"])("of the %s's mentor can be looked at where it is for looking, and takes no form", async (role) => {
    expect(await others(role, 404, { except: readable })).toEqual([]);
    expect(await others(role, 404, { methods: ["POST"] })).toEqual([]);
    for (const { path, module } of addresses.filter((address) => readable.includes(address.path))) expect([path, await answer(module.loader, role, params, "GET")]).not.toEqual([path, 404]);
    expect(await others(role, 404, { asked: otherParams })).toEqual([]);
  });

  it.each(["mentor", "substitute"])("opens to its %s", async (role) => {
    for (const { path, module } of addresses.filter((address) => readable.includes(address.path) || [kept, "mentor/rombel/:cohort/ubah", "mentor/rombel/:cohort/jadwal/:session", "mentor/rombel/:cohort/tambah", "mentor/rombel/:cohort/peserta/:learner/pindah"].includes(address.path))) {
      expect([path, await answer(module.loader, role, params, "GET")]).not.toEqual([path, 404]);
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
