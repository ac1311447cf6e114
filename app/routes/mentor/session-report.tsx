import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isId, notFound, requireCohortReader } from "#app/accounts/access.server.ts";
import { isThere } from "#app/attendance/attendance.ts";
import { standingOf } from "#app/attendance/session-time.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { helpSentence } from "#app/mentoring/help-sentence.ts";
import { sessionTime } from "#app/mentoring/session-words.ts";
import reportsUrl from "#app/reports/reports.css?url";
import type { SessionReport as Report } from "#app/reports/session-report.ts";
import { readSessionReport } from "#app/reports/session-report.server.ts";
import { SessionReportTable } from "#app/reports/session-report-table.tsx";
import { awayInWords, helpInWords, sessionReportText } from "#app/reports/session-report-text.ts";
import { ShareText } from "#app/reports/share-text.tsx";
import { findSession } from "#db/attendance.ts";
import { db } from "#db/client.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: reportsUrl }];
export const meta: MetaFunction = () => [{ title: "Laporan pertemuan · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, mayWrite } = await requireCohortReader(request, params["cohort"]);
  const sessionId = params["session"];
  const session = isId(sessionId) ? await findSession(db, cohort, sessionId) : undefined;
  if (!session) throw notFound();
  const now = new Date();
  const standing = standingOf(session, cohort.villageCode, now);
  const page = { cohort, mayWrite, session, standing, now };
  if (standing === "cancelled" || standing === "coming") return { ...page, report: null, text: "" };
  const report = await readSessionReport(db, cohort, session, now);
  // Who gets it reads Indonesian, whatever the mentor's screen speaks.
  const copy = copyIn("id");
  const head = { title: copy.t("reports.sessionHead", { ordinal: session.ordinal, cohort: cohort.name }), time: sessionTime(session, cohort.villageCode, copy), place: `${cohort.centerName}, ${cohort.village}` };
  return { ...page, report, text: sessionReportText(report, head, copy.t) };
}

export default function SessionReport() {
  const { cohort, mayWrite, session, standing, now, report, text } = useLoaderData<typeof loader>();
  const copy = useCopy();
  const { t, locale } = copy;
  const path = `/mentor/rombel/${cohort.cohortId}`;
  return (
    <>
      <CohortHeading title={t("reports.sessionTitle", { ordinal: session.ordinal })} cohortName={cohort.name} cohortPath={path} />
      <p>
        <strong>
          <span className="print-only">{t("reports.sessionHead", { ordinal: session.ordinal, cohort: cohort.name })}. </span>
          {sessionTime(session, cohort.villageCode, copy)}
        </strong>
        <br />
        {cohort.centerName}, {cohort.village}, {cohort.district}
      </p>
      {report === null ? <p className="notice narrow">{standing === "cancelled" ? t("reports.cancelled") : t("reports.notHeld")}</p> : null}
      {report ? (
        <>
          <p className="muted no-print">{t("reports.writesItself")}</p>
          {report.unmarked > 0 ? <Unmarked markPath={mayWrite ? `${path}/hadir/${session.sessionId}` : null} count={report.unmarked} all={report.lines.length} /> : null}
          <Figures report={report} />
          <h2>{t("reports.awayTitle")}</h2>
          <Away report={report} />
          <h2>{t("reports.visitTitle")}</h2>
          <p className="muted">{t("reports.visitAsOf", { date: formatDate(now, locale) })}</p>
          {report.visits.length === 0 ? <p>{t("reports.nobodyToVisit")}</p> : null}
          <ul className="report-list">
            {report.visits.map(({ learnerId, name, help }) => (
              <li key={learnerId}>
                <a href={`${path}/peserta/${learnerId}`}>{name}</a>: {helpSentence(help, t)}
              </li>
            ))}
          </ul>
          <h2>{t("reports.helpTitle")}</h2>
          <p>{helpInWords(report.help, t)}</p>
          <h2>{t("reports.peopleTitle")}</h2>
          <SessionReportTable lines={report.lines} cohortPath={path} />
          <h2 className="next-part no-print">{t("reports.shareTitle")}</h2>
          <p className="muted no-print">{t("reports.shareHint")}</p>
          <ShareText id="pesan-laporan" label={t("reports.shareSession")} text={text} />
        </>
      ) : null}
    </>
  );
}

function Unmarked({ markPath, count, all }: { markPath: string | null; count: number; all: number }) {
  const { t } = useCopy();
  return (
    <p className="notice notice-warn narrow no-print">
      {count === all ? t("reports.notMarkedYet") : t("reports.textUnmarked", { count })} {markPath ? <a href={markPath}>{t("reports.markNow")}</a> : null}
    </p>
  );
}

function Figures({ report }: { report: Report }) {
  const { t } = useCopy();
  const figures = [
    [t("reports.came"), t("reports.cameOf", { there: report.there, all: report.lines.length })],
    [t("reports.lateCount"), String(report.late)],
    [t("reports.minutesAll"), String(report.minutes)],
    [t("reports.lessons"), String(report.lessons)],
    [t("reports.quizzes"), t("reports.quizzesOf", { count: report.quizzes, passed: report.quizzesPassed })],
    [t("reports.practices"), String(report.practices)],
  ];
  return (
    <dl className="report-figures">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Away({ report }: { report: Report }) {
  const { t } = useCopy();
  const away = report.lines.filter(({ status }) => status !== null && !isThere(status));
  if (away.length === 0) return <p>{report.unmarked > 0 ? t("reports.nobodyAwayYet", { count: report.unmarked }) : t("reports.nobodyAway")}</p>;
  return (
    <ul className="report-list">
      {away.map((line) => (
        <li key={line.learnerId}>
          {line.name}: {awayInWords(line, t)}
        </li>
      ))}
    </ul>
  );
}
