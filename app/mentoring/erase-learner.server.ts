import type { Kysely } from "kysely";
import { recordAudit } from "#db/audit.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { findLearnerOfCohort } from "#db/enrollments.ts";
import { eraseLearner, insertErasure, keepImportLines, lockImportLines } from "#db/learner-erasure.ts";
import { lockLearnerValues } from "#db/import-changes.ts";
import { lockCenter } from "#db/learners.ts";
import type { Database } from "#db/schema.ts";
import type { ErasureAsker } from "#db/term-schema.ts";
import { nameForm } from "./intake/names.ts";

export const erasureAskers = ["learner", "guardian", "family"] as const satisfies readonly ErasureAsker[];

interface Erasure {
  cohort: CohortSummary;
  learnerId: string;
  askedBy: ErasureAsker;
  staffId: string;
  now: Date;
}

/**
 * Deletes on request what is kept of a learner of the cohort, in all cohorts, in one transaction; what only counts
 * stays without a person. Rows of uploaded lists with their name go too. A second time changes nothing.
 */
export async function eraseOnRequest(db: Kysely<Database>, { cohort, learnerId, askedBy, staffId, now }: Erasure): Promise<void> {
  const { villageCode } = cohort;
  const key = { villageCode, learnerId };
  await db.transaction().execute(async (trx) => {
    // Imports and corrections hold the centre as well: none writes a name back that was just taken away.
    await lockCenter(trx, cohort);
    await lockLearnerValues(trx, villageCode, [learnerId]);
    const learner = await findLearnerOfCohort(trx, cohort, learnerId);
    if (!learner || !(await insertErasure(trx, key, { askedBy, staffId, now }))) return;
    const { key: name } = nameForm(learner.name);
    for (const { importId, lines } of await lockImportLines(trx, cohort)) {
      const others = lines.filter((line) => nameForm(line.name).key !== name);
      if (others.length < lines.length) await keepImportLines(trx, villageCode, importId, others);
    }
    await eraseLearner(trx, key);
    await recordAudit(trx, villageCode, { actor: { kind: "staff", id: staffId }, action: "learner.erase", subjectId: learnerId, details: { askedBy } });
  });
}
