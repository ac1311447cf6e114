import type { Kysely } from "kysely";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { findImport } from "#db/learner-imports.ts";
import type { Database } from "#db/schema.ts";

/** The mentor's cohort and a list that was uploaded for it, by the URL's `cohort` and `import`; anyone else's is a 404. */
export async function requireImport(db: Kysely<Database>, request: Request, params: Readonly<Record<string, string | undefined>>) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const importId = params["import"];
  const { villageCode, cohortId } = cohort;
  const upload = isId(importId) ? await findImport(db, { villageCode, cohortId, importId }) : undefined;
  if (!upload) throw notFound();
  return { staff, cohort, upload };
}
