import { useCopy } from "#app/i18n/translate.tsx";
import { sessionTime } from "./session-time.ts";

export interface TodaysSession {
  sessionId: string;
  startsAt: Date;
  minutes: number;
}

interface TodaysSessionsProps {
  sessions: readonly TodaysSession[];
  villageCode: string;
  cohortPath: string;
}

/** The class of today, one tap from its attendance; nothing on days without one. */
export function TodaysSessions({ sessions, villageCode, cohortPath }: TodaysSessionsProps) {
  const { t } = useCopy();
  return (
    <>
      {sessions.map((session) => {
        const { from, until, zone } = sessionTime(session, villageCode);
        return (
          <p key={session.sessionId} className="row todays no-print">
            <strong>
              {t("attendance.todayTitle")}, {t("attendance.todayAt", { from, until, zone })}
            </strong>
            <a className="button" href={`${cohortPath}/hadir/${session.sessionId}`}>
              {t("attendance.mark")}
            </a>
            <a className="button button-quiet" href={`${cohortPath}/kelas`}>
              {t("classroom.link")}
            </a>
          </p>
        );
      })}
    </>
  );
}
