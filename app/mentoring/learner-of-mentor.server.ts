import type { Kysely } from "kysely";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { findLearnerOfCohort } from "#db/enrollments.ts";
import type { Database } from "#db/schema.ts";

/** The mentor's cohort and a learner in it, by the URL's `cohort` and `learner`; anyone else's is a 404. */
export async function requireLearnerOfMentor(db: Kysely<Database>, request: Request, params: Readonly<Record<string, string | undefined>>) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const learnerId = params["learner"];
  const learner = isId(learnerId) ? await findLearnerOfCohort(db, cohort, learnerId) : undefined;
  if (!learner) throw notFound();
  return { staff, cohort, learner };
}
