import { redirect } from "@remix-run/node";
import { db } from "#db/client.ts";
import { findCohortOfCoach } from "#db/coaching.ts";
import { findCohortOfMentor, findCohortOfPrograms, type CohortSummary } from "#db/cohorts.ts";
import { hasLastingMentor } from "#db/cohort-mentors.ts";
import { findProgramFor, listProgramsFor, type Program } from "#db/programs.ts";
import { areasOf, isAdmin, isEditor, isWithin, leadingRoles, type LearnerViewer, mayLead, mayReadLessons, type StaffViewer } from "./role.ts";
import { findViewer } from "./session.server.ts";

/** The learner who is signed in. Nobody: to the sign-in page. Staff: 404. */
export async function requireLearner(request: Request): Promise<LearnerViewer> {
  const viewer = await findViewer(request);
  if (!viewer) throw toSignIn(request);
  if (viewer.kind !== "learner") throw notFound();
  return viewer;
}

/** The staff member who is signed in. Nobody: to the sign-in page. Whose password somebody else made: to their own. A learner: 404. */
export async function requireStaff(request: Request): Promise<StaffViewer> {
  const staff = await requireAccount(request);
  if (staff.mustChangePassword) throw redirect("/sandi", 303);
  return staff;
}

/** The staff member who is signed in, also before they have a password of their own. */
export async function requireAccount(request: Request): Promise<StaffViewer> {
  const viewer = await findViewer(request);
  if (!viewer) throw toSignIn(request);
  if (viewer.kind !== "staff") throw notFound();
  return viewer;
}

/** The staff member and their cohort. Another mentor's cohort is a 404, like one that does not exist. */
export async function requireMentorOf(request: Request, cohortId: string | undefined): Promise<{ staff: StaffViewer; cohort: CohortSummary }> {
  const staff = await requireStaff(request);
  const cohort = isId(cohortId) ? await findCohortOfMentor(db, staff.staffId, cohortId) : undefined;
  if (!cohort) throw notFound();
  return { staff, cohort };
}

export interface CohortReader {
  staff: StaffViewer;
  cohort: CohortSummary;
  /** False for a coach, who may only look. */
  mayWrite: boolean;
  /** The names from the mentor whom this coach coaches down to the cohort's mentor; empty for its mentor. */
  chain: string[];
}

/** The staff member and a cohort that they may look into: their own, or one of those whom they coach, at any depth. Any other is a 404. */
export async function requireCohortReader(request: Request, cohortId: string | undefined): Promise<CohortReader> {
  const staff = await requireStaff(request);
  if (!isId(cohortId)) throw notFound();
  const own = await findCohortOfMentor(db, staff.staffId, cohortId);
  if (own) return { staff, cohort: own, mayWrite: true, chain: [] };
  const coached = await findCohortOfCoach(db, staff.staffId, cohortId);
  if (!coached) throw notFound();
  return { staff, ...coached, mayWrite: false };
}

export interface CohortKeeper {
  staff: StaffViewer;
  cohort: CohortSummary;
  /** Whether they lead the cohort's program. */
  isLead: boolean;
  /** Whether they mentor the cohort now, as a substitute or for good. */
  isMentor: boolean;
  /** Whether they may say who else mentors it: a lead and a mentor for good may, a substitute may not. */
  mayDecide: boolean;
}

/** The staff member and a cohort whose mentors they may see: its mentors, and who leads its program. Any other is a 404. */
export async function requireCohortKeeper(request: Request, cohortId: string | undefined): Promise<CohortKeeper> {
  const staff = await requireStaff(request);
  if (!isId(cohortId)) throw notFound();
  const own = await findCohortOfMentor(db, staff.staffId, cohortId);
  const led = await findCohortOfPrograms(db, (await listProgramsFor(db, leadingRoles(staff.roles))).map(({ id }) => id), cohortId);
  const cohort = own ?? led;
  if (!cohort) throw notFound();
  const isForGood = own !== undefined && (await hasLastingMentor(db, cohort, staff.staffId));
  return { staff, cohort, isLead: led !== undefined, isMentor: own !== undefined, mayDecide: led !== undefined || isForGood };
}

/** The staff member and the program that they answer for. Another program is a 404. */
export async function requireProgramLead(request: Request, programId: string | undefined): Promise<{ staff: StaffViewer; program: Program }> {
  const staff = await requireStaff(request);
  const program = isId(programId) ? await findProgramFor(db, leadingRoles(staff.roles), programId) : undefined;
  if (!program) throw notFound();
  return { staff, program };
}

/**
 * The staff member who may see the figures of a place: of one program, within its region; or of all programs, for who
 * answers for the place or for one around it. `top` is the highest place that they may see. Anywhere else is a 404.
 */
export async function requireAreaReader(request: Request, regionCode: string, programId?: string): Promise<{ staff: StaffViewer; program: Program | null; top: string }> {
  if (programId !== undefined) {
    const { staff, program } = await requireProgramReader(request, programId);
    if (!isWithin(regionCode, program.regionCode)) throw notFound();
    return { staff, program, top: program.regionCode };
  }
  const staff = await requireStaff(request);
  const tops = areasOf(staff.roles).filter((top) => top === "" || isWithin(regionCode, top));
  const [top] = tops.toSorted((one, other) => one.length - other.length);
  if (top === undefined) throw notFound();
  return { staff, program: null, top };
}

/** The same for several places at once; with none, for who may see any. One that is not theirs, and none is. */
export async function requireAreasReader(request: Request, regionCodes: readonly string[], programId?: string): Promise<{ staff: StaffViewer; program: Program | null; tops: string[] }> {
  const reader = programId === undefined ? null : await requireProgramReader(request, programId);
  const staff = reader?.staff ?? (await requireStaff(request));
  const tops = reader ? [reader.program.regionCode] : areasOf(staff.roles);
  if (tops.length === 0 || !regionCodes.every((code) => tops.some((top) => top === "" || isWithin(code, top)))) throw notFound();
  return { staff, program: reader?.program ?? null, tops };
}

export interface ProgramReader {
  staff: StaffViewer;
  program: Program;
  /** False for a viewer, who may only look. */
  mayWrite: boolean;
}

/** The staff member and a program whose figures they may see. Another program is a 404. */
export async function requireProgramReader(request: Request, programId: string | undefined): Promise<ProgramReader> {
  const staff = await requireStaff(request);
  const program = isId(programId) ? await findProgramFor(db, staff.roles, programId) : undefined;
  if (!program) throw notFound();
  return { staff, program, mayWrite: mayLead(staff.roles, program) };
}

/** The staff member who grants roles and begins programs: an admin. Anyone else on the staff: 404. */
export async function requireAdmin(request: Request): Promise<StaffViewer> {
  const staff = await requireStaff(request);
  if (!isAdmin(staff.roles)) throw notFound();
  return staff;
}

/** The staff member who keeps the courses: an admin. Anyone else on the staff: 404. */
export async function requireEditor(request: Request): Promise<StaffViewer> {
  const staff = await requireStaff(request);
  if (!isEditor(staff.roles)) throw notFound();
  return staff;
}

/** The staff member who may read the learners' lessons: who mentors, coaches or keeps the courses. Anyone else: 404. */
export async function requireLessonReader(request: Request): Promise<StaffViewer> {
  const staff = await requireStaff(request);
  if (!mayReadLessons(staff)) throw notFound();
  return staff;
}

/** The answer to what does not exist and to what is not theirs: nobody learns which. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

function toSignIn(request: Request): Response {
  return redirect(`/masuk?lanjut=${encodeURIComponent(new URL(request.url).pathname)}`);
}

/** Whether a URL part may be an id at all; keeps other text from the database. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
