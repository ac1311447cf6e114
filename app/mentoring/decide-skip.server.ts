import type { Kysely } from "kysely";
import { findModule } from "#app/catalog/catalog.server.ts";
import { issueCertificateIfEarned } from "#app/certificates/issue-certificate.server.ts";
import { modulesToSkip } from "#app/learning/year-test.ts";
import { recordAudit } from "#db/audit.ts";
import { hasCertificate, lockEnrollment } from "#db/certificates.ts";
import { findPinnedStructure } from "#db/curricula.ts";
import { type EnrollmentKey, listBestQuizzes } from "#db/learner-record.ts";
import { listYearTests } from "#db/measures.ts";
import type { CohortKey } from "#db/enrollments.ts";
import { listSkipDecisions, listUndecidedTests, saveSkipDecision } from "#db/module-skips.ts";
import type { Database } from "#db/schema.ts";
import { proposeSkips, type SkipProposal } from "./skip-proposals.ts";

export interface DecideSkip extends EnrollmentKey {
  moduleId: string;
  /** Whether the learner may skip the module; false: they learn it anyway. */
  granted: boolean;
  staffId: string;
  now: Date;
}

/**
 * Keeps a mentor's decision about a module that the starting test proposed to skip, and issues the certificate if that
 * was all that lacked. What was decided before may be changed. Answers `unchanged` when it was decided so already,
 * `certified` when a certificate was issued and nothing can be changed any more, `not-proposed` for any other module.
 */
export async function decideSkip(db: Kysely<Database>, { moduleId, granted, staffId, now, ...key }: DecideSkip): Promise<"decided" | "unchanged" | "certified" | "not-proposed"> {
  return db.transaction().execute(async (trx) => {
    await lockEnrollment(trx, key.villageCode, key.enrollmentId);
    const before = (await listSkipDecisions(trx, key)).find((decision) => decision.moduleId === moduleId);
    if (before?.granted === granted) return "unchanged";
    if (await hasCertificate(trx, key.villageCode, key.enrollmentId)) return "certified";
    if (!(await listSkipProposals(trx, key)).some((proposal) => proposal.moduleId === moduleId)) return "not-proposed";
    await saveSkipDecision(trx, { ...key, moduleId, granted, decidedAt: now, staffId });
    const actor = { kind: "staff", id: staffId } as const;
    await recordAudit(trx, key.villageCode, { actor, action: "module.skip", subjectId: key.enrollmentId, details: { module: moduleId, granted } });
    await issueCertificateIfEarned(trx, key, now);
    return "decided";
  });
}

/** The modules that a mentor may let the learner of an enrollment skip now, whether decided or not. */
export async function listSkipProposals(db: Kysely<Database>, key: EnrollmentKey): Promise<SkipProposal[]> {
  const structure = await findPinnedStructure(db, key.villageCode, key.enrollmentId);
  if (!structure) return [];
  const startTest = (await listYearTests(db, key)).find(({ kind }) => kind === "start")?.byModule ?? null;
  const passed = (await listBestQuizzes(db, key)).filter((quiz) => quiz.passed);
  return proposeSkips({ structure, startTest, passedModuleIds: new Set(passed.map((quiz) => quiz.moduleId)), teachesSafety });
}

/** Who of each cohort, by the cohort's id, has a proposal that no mentor has decided about, by their numbers. */
export async function listSkipsWaiting(db: Kysely<Database>, cohorts: readonly CohortKey[]): Promise<Map<string, { learnerId: string; name: string }[]>> {
  const waiting = new Map<string, { learnerId: string; name: string }[]>();
  for (const { cohortId, learnerId, name, startTest, asked, settled } of await listUndecidedTests(db, cohorts)) {
    const isOpen = modulesToSkip(startTest, teachesSafety).some((id) => asked.includes(id) && !settled.includes(id));
    if (isOpen) waiting.set(cohortId, [...(waiting.get(cohortId) ?? []), { learnerId, name }]);
  }
  return waiting;
}

/** A module that is served no more cannot be judged, and is asked of nobody: it counts as teaching safety. */
function teachesSafety(moduleId: string): boolean {
  return findModule(moduleId)?.lessons.some((lesson) => lesson.pillar === "aman") ?? true;
}
