import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCohortReader } from "#app/accounts/access.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { cohortCsv, cohortFileName } from "#app/reports/cohort-csv.ts";
import { readCohortReport } from "#app/reports/cohort-report.server.ts";
import { db } from "#db/client.ts";

/** The cohort report's numbers as a file. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { cohort } = await requireCohortReader(request, params["cohort"]);
  return new Response(cohortCsv(await readCohortReport(db, cohort), copyFor(request).t), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${cohortFileName(cohort.name, dayOf(new Date()), "csv")}"`,
      "Cache-Control": "no-store",
    },
  });
}
