import type { Kysely } from "kysely";
import type { EnrollmentKey } from "./learner-record.ts";
import type { Database } from "./schema.ts";

/** What a mentor decided about skipping a module. */
export interface SkipDecision {
  moduleId: string;
  granted: boolean;
  decidedAt: Date;
  /** The name of who decided. */
  decidedBy: string;
}

/** The decisions about skipping that were made in an enrollment. */
export async function listSkipDecisions(db: Kysely<Database>, { villageCode, enrollmentId }: EnrollmentKey): Promise<SkipDecision[]> {
  return db
    .selectFrom("module_skip as skip")
    .innerJoin("staff", "staff.id", "skip.decided_by")
    .where("skip.village_code", "=", villageCode)
    .where("skip.enrollment_id", "=", enrollmentId)
    .select(["skip.module_id as moduleId", "skip.granted", "skip.decided_at as decidedAt", "staff.name as decidedBy"])
    .execute();
}

/** Keeps the decision about skipping a module; a later one takes the place of an earlier one. */
export async function saveSkipDecision(
  db: Kysely<Database>,
  { villageCode, enrollmentId, moduleId, ...decision }: EnrollmentKey & { moduleId: string; granted: boolean; decidedAt: Date; staffId: string },
): Promise<void> {
  const columns = { granted: decision.granted, decided_at: decision.decidedAt, decided_by: decision.staffId };
  await db
    .insertInto("module_skip")
    .values({ village_code: villageCode, enrollment_id: enrollmentId, module_id: moduleId, ...columns })
    .onConflict((conflict) => conflict.columns(["village_code", "enrollment_id", "module_id"]).doUpdateSet(columns))
    .execute();
}
