/** Someone who is signed in. */
export type Viewer = LearnerViewer | StaffViewer;

export interface LearnerViewer {
  kind: "learner";
  villageCode: string;
  learnerId: string;
  centerId: string;
  number: number;
  name: string;
  enrollments: EnrollmentStanding[];
}

/** An enrollment with what is behind the learner in it. */
export interface EnrollmentStanding {
  enrollmentId: string;
  curriculumId: string;
  /** The version that this enrollment keeps to. */
  curriculumVersionId: string;
  lessonIds: string[];
  /** Lessons whose practice was finished. */
  practisedLessonIds: string[];
  /** Modules whose quiz was passed. */
  passedModuleIds: string[];
  /** Modules that a mentor let the learner skip. */
  skippedModuleIds: string[];
}

export interface StaffViewer {
  kind: "staff";
  staffId: string;
  name: string;
  roles: StaffRole[];
  /** Whether they are registered as a mentor, any cohort is theirs to mentor now, or any mentor theirs to coach. */
  isMentor: boolean;
  /** Whether somebody else made their password: nothing opens before they have one of their own. */
  mustChangePassword: boolean;
}

export interface StaffRole {
  role: "lead" | "viewer" | "admin";
  programId: string | null;
  regionCode: string | null;
}

/** Where someone goes after signing in: who leads a program to it, though they coach its mentors. */
export function homeOf(viewer: Viewer): string {
  if (viewer.kind === "learner") return "/belajar";
  if (viewer.mustChangePassword) return "/sandi";
  const isLead = viewer.roles.some(({ role }) => role === "lead");
  return viewer.isMentor && !isLead ? "/mentor" : "/program";
}

/** Whether a region code lies at or below another: `32.05.01` lies below `32.05`, and `32.05` below `32`. */
export function isWithin(regionCode: string, scopeCode: string): boolean {
  return regionCode === scopeCode || regionCode.startsWith(`${scopeCode}.`);
}

/** Whether the roles let someone see what authors of courses need: an admin's do, who answers for the whole installation. */
export function isEditor(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => role.role === "admin" && !role.programId && !role.regionCode);
}

/** Whether the roles let someone grant roles and begin programs: an admin's without a scope do. */
export function isAdmin(roles: readonly StaffRole[]): boolean {
  return isEditor(roles);
}

/** Whether someone on the staff may read the learners' lessons: mentors and coaches, who hold them, and authors. */
export function mayReadLessons({ isMentor, roles }: StaffViewer): boolean {
  return isMentor || isEditor(roles);
}

/** Whether the roles let someone change a program and its targets: who leads it, or a region that it lies in, and admins. */
export function mayLead(roles: readonly StaffRole[], program: { id: string; regionCode: string }): boolean {
  return mayView(leadingRoles(roles), program);
}

/** Whether the roles let someone see the figures of a program: who may lead it, and who may only look. */
export function mayView(roles: readonly StaffRole[], program: { id: string; regionCode: string }): boolean {
  return roles.some((role) => {
    if (role.programId) return role.programId === program.id;
    if (role.regionCode) return isWithin(program.regionCode, role.regionCode);
    return role.role === "admin";
  });
}

/** The places whose figures the roles open, whatever the program; empty for the whole nation. */
export function areasOf(roles: readonly StaffRole[]): string[] {
  return [...new Set(roles.flatMap((role) => (role.programId ? [] : role.regionCode ? [role.regionCode] : role.role === "admin" ? [""] : [])))];
}

/** The roles that open more than looking. */
export function leadingRoles(roles: readonly StaffRole[]): StaffRole[] {
  return roles.filter(({ role }) => role !== "viewer");
}
