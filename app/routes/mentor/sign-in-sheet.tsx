import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import attendanceUrl from "#app/attendance/attendance.css?url";
import { rollOf } from "#app/attendance/session-time.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { sessionTime } from "#app/mentoring/session-words.ts";
import { findSession, listMarks, listRoll } from "#db/attendance.ts";
import { db } from "#db/client.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: attendanceUrl }];
export const meta: MetaFunction = () => [{ title: "Lembar tanda tangan · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const sessionId = params["session"];
  const session = isId(sessionId) ? await findSession(db, cohort, sessionId) : undefined;
  if (!session) throw notFound();
  const marked = new Set((await listMarks(db, cohort.villageCode, session.sessionId)).map(({ learnerId }) => learnerId));
  const roll = rollOf(await listRoll(db, cohort), session, cohort.villageCode, marked).map(({ number, name, withdrawnAt }) => ({ number, name, isWithdrawn: withdrawnAt !== null }));
  return { mentor: staff.name, cohort, session, roll };
}

/** Lines for who walks in on the day. */
const emptyLines = ["a", "b", "c"];

export default function SignInSheet() {
  const { mentor, cohort, session, roll } = useLoaderData<typeof loader>();
  const copy = useCopy();
  const { t } = copy;
  const about = (
    <>
      <strong>
        {t("attendance.sessionName", { ordinal: session.ordinal })}. {sessionTime(session, cohort.villageCode, copy)}
      </strong>
      <br />
      {cohort.centerName}, {cohort.village}, {cohort.district}. {t("attendance.sheetMentor")}: {mentor}
    </>
  );
  return (
    <div className="signing">
      <CohortHeading title={t("attendance.sheet")} cohortName={cohort.name} cohortPath={`/mentor/rombel/${cohort.cohortId}`} />
      <p className="notice narrow no-print">
        {t("attendance.sheetPrint")} {t("attendance.sheetReentry")}
      </p>
      <h2 className="no-print">{t("attendance.sheetTitle", { cohort: cohort.name })}</h2>
      <p className="no-print">{about}</p>
      <div className="wide">
        <table>
          <thead>
            {/* On paper the head of the sheet is the table's, so that it stands on every page. */}
            <tr className="print-head">
              <th colSpan={4} scope="colgroup">
                <span className="sheet-title">{t("attendance.sheetTitle", { cohort: cohort.name })}</span>
                {about}
              </th>
            </tr>
            <tr>
              <th scope="col" className="nth number">{t("attendance.sheetNumber")}</th>
              <th scope="col">{t("attendance.sheetName")}</th>
              <th scope="col" className="sign">{t("attendance.sheetSignature")}</th>
              <th scope="col" className="note">{t("attendance.sheetNote")}</th>
            </tr>
          </thead>
          <tbody>
            {roll.map(({ number, name, isWithdrawn }) => (
              <tr key={number}>
                <td className="number">{number}</td>
                <td>{name}</td>
                {isWithdrawn ? (
                  <td colSpan={2} className="muted">
                    {t("attendance.sheetWithdrawn")}
                  </td>
                ) : (
                  <>
                    <td />
                    <td />
                  </>
                )}
              </tr>
            ))}
            {emptyLines.map((line) => (
              <tr key={line}>
                <td />
                <td />
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="legend muted">{t("attendance.sheetLegend")}</p>
    </div>
  );
}
