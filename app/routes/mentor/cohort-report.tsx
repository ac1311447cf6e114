import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCohortReader } from "#app/accounts/access.server.ts";
import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { readCohortReport } from "#app/reports/cohort-report.server.ts";
import { CohortReportTable } from "#app/reports/cohort-report-table.tsx";
import reportsUrl from "#app/reports/reports.css?url";
import { db } from "#db/client.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: reportsUrl }];
export const meta: MetaFunction = () => [{ title: "Laporan rombel · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireCohortReader(request, params["cohort"]);
  return { cohort, now: new Date(), report: await readCohortReport(db, cohort) };
}

export default function CohortReport() {
  const { cohort, now, report } = useLoaderData<typeof loader>();
  const { t, locale } = useCopy();
  const path = `/mentor/rombel/${cohort.cohortId}`;
  return (
    <>
      <CohortHeading title={t("reports.termTitle")} cohortName={cohort.name} cohortPath={path} />
      <p>
        <strong>{cohort.name}</strong>. {t("reports.programLine", { program: cohort.programName, center: cohort.centerName, village: cohort.village, district: cohort.district })}.{" "}
        {t("reports.termAsOf", { date: formatDate(now, locale) })}.
      </p>
      <p className="no-print">{t("reports.termIntro")}</p>
      {report.lines.length === 0 ? (
        <p className="notice narrow">{t("reports.termNobody")}</p>
      ) : (
        <>
          <p className="row no-print">
            <a className="button button-quiet" href={`${path}/akhir/pdf`}>
              {t("reports.termPdf")}
            </a>
            <a className="button button-quiet" href={`${path}/akhir/csv`}>
              {t("reports.termCsv")}
            </a>
          </p>
          <CohortReportTable report={report} cohortPath={path} />
        </>
      )}
    </>
  );
}
