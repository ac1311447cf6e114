import type { Kysely } from "kysely";
import { isServed } from "#app/catalog/catalog.server.ts";
import { listRoll, listStandingMarks } from "#db/attendance.ts";
import { type CohortKey, listCohortLearners } from "#db/enrollments.ts";
import { listTermRecords } from "#db/reports.ts";
import type { Database } from "#db/schema.ts";
import { arrangeCohortReport, type CohortReport } from "./cohort-report.ts";

/** Gathers what each learner of a cohort has and still lacks. */
export async function readCohortReport(db: Kysely<Database>, cohort: CohortKey): Promise<CohortReport> {
  const learners = (await listCohortLearners(db, [cohort], { withErased: true })).get(cohort.cohortId) ?? [];
  const [roll, records, marks] = [await listRoll(db, cohort), await listTermRecords(db, cohort), await listStandingMarks(db, cohort)];
  return arrangeCohortReport({ roll, records, marks, learners, isServed });
}
