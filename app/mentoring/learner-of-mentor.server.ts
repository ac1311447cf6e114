import { redirect } from "@remix-run/node";
import type { Kysely } from "kysely";
import { isId, notFound, requireCohortReader, requireMentorOf } from "#app/accounts/access.server.ts";
import { type CohortKey, findLearnerOfCohort } from "#db/enrollments.ts";
import { findErasure } from "#db/learner-erasure.ts";
import type { Database } from "#db/schema.ts";

/** The mentor's cohort and a learner in it, by the URL's `cohort` and `learner`; anyone else's is a 404. */
export async function requireLearnerOfMentor(db: Kysely<Database>, request: Request, params: Readonly<Record<string, string | undefined>>) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  return { staff, cohort, learner: await requireLearnerOf(db, cohort, params["learner"]) };
}

/** The same for who may only look as well: a coach, for whom `mayWrite` is false. Of a learner whose data were deleted there is only the page that says so. */
export async function requireLearnerOfReader(db: Kysely<Database>, request: Request, params: Readonly<Record<string, string | undefined>>) {
  const { staff, cohort, mayWrite } = await requireCohortReader(request, params["cohort"]);
  const learnerId = params["learner"];
  if (isId(learnerId) && (await findErasure(db, cohort, learnerId))) throw redirect(`/mentor/rombel/${cohort.cohortId}/peserta/${learnerId}/hapus`);
  return { staff, cohort, mayWrite, learner: await requireLearnerOf(db, cohort, learnerId) };
}

async function requireLearnerOf(db: Kysely<Database>, cohort: CohortKey, learnerId: string | undefined) {
  const learner = isId(learnerId) ? await findLearnerOfCohort(db, cohort, learnerId) : undefined;
  if (!learner) throw notFound();
  return learner;
}
