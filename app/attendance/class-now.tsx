import { useCopy } from "#app/i18n/translate.tsx";
import { sessionTime } from "./session-time.ts";
import type { TodaysSession } from "./todays-sessions.tsx";

/** What a mentor needs in class, before all else: today's attendance and the board of the class. */
export function ClassNow({ sessions, villageCode, cohortPath }: { sessions: readonly TodaysSession[]; villageCode: string; cohortPath: string }) {
  const { t } = useCopy();
  return (
    <section className="card class-now no-print" aria-label={t("attendance.todayTitle")}>
      {sessions.length === 0 ? <p className="muted">{t("attendance.noneToday")}</p> : null}
      {sessions.map((session) => {
        const { from, until, zone } = sessionTime(session, villageCode);
        return (
          <div key={session.sessionId}>
            <p>
              <strong>
                {t("attendance.todayTitle")}, {t("attendance.todayAt", { from, until, zone })}
              </strong>
            </p>
            <a className="button" href={`${cohortPath}/hadir/${session.sessionId}`}>
              {t("attendance.mark")}
            </a>
          </div>
        );
      })}
      {sessions.length === 0 ? (
        <a className="button button-quiet" href={`${cohortPath}/hadir`}>
          {t("attendance.title")}
        </a>
      ) : null}
      <a className="button button-quiet" href={`${cohortPath}/kelas`}>
        {t("classroom.link")}
      </a>
    </section>
  );
}
