import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/routes.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { enroll, get, learnerCookie, makeCenter, makeClassroom, makeCohort, makeLearner, makeProgram, makeStaff, plosorejo, post, site, staffCookie } from "../../mentoring/classroom.ts";
import { coach, giveSessions, lend, makeAdmin, makeLead, tomorrow, yesterday } from "../../mentoring/term.ts";

export const context = { nonce: "", incident: "", clientAddress: "10.0.0.9" };

type Handler = (args: { request: Request; params: Record<string, string>; context: typeof context }) => Promise<unknown>;
export interface RouteModule {
  loader?: Handler;
  action?: Handler;
}

/** Every address of a cohort, from the address book itself: a new page is held to this without being named here. */
export const addresses = await Promise.all(
  flat(routes)
    .filter(({ path }) => path?.includes(":cohort"))
    .map(async ({ path = "", file }) => ({ path, module: (await import(/* @vite-ignore */ new URL(`../../../app/${file}`, import.meta.url).pathname)) as RouteModule })),
);

function flat(entries: readonly RouteConfigEntry[]): RouteConfigEntry[] {
  return entries.flatMap((entry) => [entry, ...flat(entry.children ?? [])]);
}

export type Params = Record<string, string>;

/**
 * Rombel Mawar of Dewi with Siti in it, and everybody who might come to its pages: each one's cookie by role (`nobody` has
 * none), the parts of its addresses, and those of Rudi's cohort in another village.
 */
export async function peopleAround() {
  const classroom = await makeClassroom();
  const { program, cohort, otherCohort, dewi, rudi } = classroom;
  const siti = await makeLearner(cohort, 1, "Siti");
  const tono = await makeLearner(otherCohort, 1, "Tono");
  const enrollmentId = await enroll(cohort, siti.learnerId);
  await enroll(otherCohort, tono.learnerId);
  const [session] = await giveSessions(cohort, ["2027-06-08"]);
  const [otherSession] = await giveSessions(otherCohort, ["2027-06-08"]);
  const rest = { attempt: newId(), module: "A1", batch: newId(), import: newId() };
  const marks = { correct_items: 1, total_items: 2, pass_mark: 0.8, passed: false, submitted_at: new Date() };
  await db.insertInto("quiz_attempt").values({ village_code: plosorejo, id: rest.attempt, enrollment_id: enrollmentId, module_id: "A1", bank_hash: "x", items: "[]", answers: "{}", ...marks }).execute();
  const params: Params = { ...rest, cohort: cohort.cohortId, learner: siti.learnerId, session: session?.id ?? "" };
  const otherParams: Params = { ...rest, cohort: otherCohort.cohortId, learner: tono.learnerId, session: otherSession?.id ?? "" };

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
  const cookies: Record<string, string> = {};
  for (const [role, id] of Object.entries({ ...ids, mentor: dewi.staffId, otherMentor: rudi.staffId })) cookies[role] = await staffCookie(id);
  cookies["learner"] = await learnerCookie(siti);
  return { classroom, siti, enrollmentId, params, otherParams, cookies };
}

/** How a page answers: 200 for a page of its own, otherwise the status, or `sign in` for who is sent there; null where it has no such handler. */
export async function answer(handler: Handler | undefined, cookie: string, params: Params, sent: "GET" | Record<string, string> | FormData): Promise<number | "sign in" | null> {
  if (!handler) return null;
  const result = await handler({ request: requestWith(cookie, sent), params, context }).catch((thrown: unknown) => thrown);
  if (result instanceof Response) await result.body?.cancel();
  if (result instanceof Response) return result.headers.get("location")?.startsWith("/masuk") ? "sign in" : result.status;
  if (result instanceof Error) throw result;
  return (result as { init?: { status?: number } | null }).init?.status ?? 200;
}

function requestWith(cookie: string, sent: "GET" | Record<string, string> | FormData): Request {
  if (sent === "GET") return get("/", cookie);
  return sent instanceof FormData ? new Request(site, { method: "POST", headers: { cookie, origin: site }, body: sent }) : post("/", cookie, sent);
}
