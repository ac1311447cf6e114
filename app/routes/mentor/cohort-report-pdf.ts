import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCohortReader } from "#app/accounts/access.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { dayOf, formatDate } from "#app/i18n/locale.ts";
import { cohortFileName } from "#app/reports/cohort-csv.ts";
import { renderCohortReport } from "#app/reports/cohort-pdf.server.ts";
import { readCohortReport } from "#app/reports/cohort-report.server.ts";
import { db } from "#db/client.ts";

/** The cohort report to print. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { cohort } = await requireCohortReader(request, params["cohort"]);
  const copy = copyFor(request);
  const now = new Date();
  const { name, programName, centerName, village, district } = cohort;
  const place = copy.t("reports.programLine", { program: programName, center: centerName, village, district });
  const head = { title: copy.t("reports.termTitle"), cohortName: name, place, day: copy.t("reports.termAsOf", { date: formatDate(now, copy.locale) }) };
  const pdf = await renderCohortReport(await readCohortReport(db, cohort), head, copy, { now });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(pdf.length),
      "Content-Disposition": `attachment; filename="${cohortFileName(name, dayOf(now), "pdf")}"`,
      "Cache-Control": "no-store",
    },
  });
}
