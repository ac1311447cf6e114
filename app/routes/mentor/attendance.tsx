import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCohortReader } from "#app/accounts/access.server.ts";
import attendanceUrl from "#app/attendance/attendance.css?url";
import { tallyOf } from "#app/attendance/attendance.ts";
import { rollOf, standingOf } from "#app/attendance/session-time.ts";
import { TallyLine } from "#app/attendance/tally-line.tsx";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { sessionTime } from "#app/mentoring/session-words.ts";
import { listRoll, listSessions, listStandingMarks } from "#db/attendance.ts";
import { db } from "#db/client.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: attendanceUrl }];
export const meta: MetaFunction = () => [{ title: "Daftar hadir · Melek Desa" }];

/** How many sessions ahead are listed: enough to print a week's sheets. */
const sessionsAhead = 2;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, mayWrite } = await requireCohortReader(request, params["cohort"]);
  const now = new Date();
  const [roll, marks, all] = [await listRoll(db, cohort), await listStandingMarks(db, cohort), await listSessions(db, cohort)];
  const standing = all.map((session) => ({ session, standing: standingOf(session, cohort.villageCode, now) }));
  const ahead = standing.filter((line) => line.standing === "coming").slice(0, sessionsAhead);
  const sessions = standing
    .filter((line) => line.standing === "today" || line.standing === "past" || ahead.includes(line) || (line.standing === "cancelled" && line.session.startsAt <= now))
    .map((line) => {
      const statuses = new Map(marks.filter(({ sessionId }) => sessionId === line.session.sessionId).map(({ learnerId, status }) => [learnerId, status]));
      const asked = rollOf(roll, line.session, cohort.villageCode, statuses).filter(({ learnerId, withdrawnAt }) => statuses.has(learnerId) || !withdrawnAt);
      return { ...line, tally: tallyOf(asked.map(({ learnerId }) => statuses.get(learnerId) ?? null)) };
    });
  const [coming, begun] = [sessions.filter((line) => line.standing === "coming"), sessions.filter((line) => line.standing !== "coming")];
  return { cohort, mayWrite, sessions: [...begun.toReversed(), ...coming] };
}

export default function Attendance() {
  const { cohort, mayWrite, sessions } = useLoaderData<typeof loader>();
  const copy = useCopy();
  const { t } = copy;
  const path = `/mentor/rombel/${cohort.cohortId}`;
  return (
    <>
      <CohortHeading title={t("attendance.title")} cohortName={cohort.name} cohortPath={path} />
      {sessions.length === 0 ? <p className="notice narrow">{t("attendance.noSessions")}</p> : <p className="muted">{t("attendance.listIntro")}</p>}
      <ol className="plain sessions">
        {sessions.map(({ session, standing, tally }) => (
          <li key={session.sessionId} className="card">
            <h2>{standing === "cancelled" ? t("attendance.cancelledShort") : t("attendance.sessionName", { ordinal: session.ordinal })}</h2>
            <p>{sessionTime(session, cohort.villageCode, copy)}</p>
            {standing === "today" || standing === "past" ? (
              <p className={tally.unmarked > 0 ? "warn" : "muted"}>
                <TallyLine tally={tally} />
              </p>
            ) : null}
            {standing === "coming" ? <p className="muted">{t("attendance.coming")}</p> : null}
            {standing === "cancelled" ? null : (
              <p className="row">
                {mayWrite && standing !== "coming" ? (
                  <a className={tally.unmarked > 0 ? "button" : "button button-quiet"} href={`${path}/hadir/${session.sessionId}`}>
                    {tally.unmarked > 0 ? t("attendance.mark") : t("attendance.change")}
                  </a>
                ) : null}
                {standing === "coming" ? null : (
                  <a className="touch" href={`${path}/laporan/${session.sessionId}`}>
                    {t("attendance.report")}
                  </a>
                )}
                {mayWrite ? (
                  <a className="touch" href={`${path}/hadir/${session.sessionId}/lembar`}>
                    {t("attendance.sheet")}
                  </a>
                ) : null}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
