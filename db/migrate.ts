import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import * as reference from "./migrations/001-reference.ts";
import * as learners from "./migrations/002-learners.ts";
import * as measures from "./migrations/003-measures.ts";
import * as answerDrafts from "./migrations/004-answer-drafts.ts";
import * as cohortTerm from "./migrations/004-cohort-term.ts";
import * as learnerErasure from "./migrations/005-learner-erasure.ts";
import * as staffAnswerDraft from "./migrations/006-staff-answer-draft.ts";
import * as clearedMarks from "./migrations/007-cleared-marks.ts";
import * as figures from "./migrations/008-figures.ts";
import * as regions from "./migrations/009-regions.ts";
import * as programs from "./migrations/010-programs.ts";
import * as anomalies from "./migrations/011-anomalies.ts";
import * as nation from "./migrations/012-nation.ts";
import * as accounts from "./migrations/013-accounts.ts";
import type { Database } from "./schema.ts";

/** Brings the database to the newest schema; returns the names of the migrations that ran. Safe to repeat and to run twice at once. */
export async function migrateToLatest(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () => ({
        "001-reference": reference,
        "002-learners": learners,
        "003-measures": measures,
        "004-answer-drafts": answerDrafts,
        "004-cohort-term": cohortTerm,
        "005-learner-erasure": learnerErasure,
        "006-staff-answer-draft": staffAnswerDraft,
        "007-cleared-marks": clearedMarks,
        "008-figures": figures,
        "009-regions": regions,
        "010-programs": programs,
        "011-anomalies": anomalies,
        "012-nation": nation,
        "013-accounts": accounts,
      }),
    },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
