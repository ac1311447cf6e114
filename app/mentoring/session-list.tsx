import { type Locale } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { Holiday } from "./schedule.ts";
import { dayAndTime, sessionTime } from "./session-words.ts";

/** A session as the list shows it. */
export interface ListedSession {
  id: string;
  startsAt: Date;
  minutes: number;
  plannedAt: Date;
  isCancelled: boolean;
  /** Whether a mentor added it by hand. */
  isExtra: boolean;
  /** Whether its day has come, so that it has attendance and a report. */
  isHeld: boolean;
  reason: string | null;
  /** Whether somebody was marked at it. */
  hasMarks: boolean;
  clashes: string[];
  /** The holiday on its day, if it is one. */
  holiday: Holiday | null;
}

interface SessionListProps {
  sessions: readonly ListedSession[];
  villageCode: string;
  cohortPath: string;
  /** Who may only look changes no session and marks nobody. */
  mayWrite: boolean;
}

/** Sessions in their order, each with what was done to it and what stands in its way. */
export function SessionList({ sessions, villageCode, cohortPath, mayWrite }: SessionListProps) {
  const { t, locale } = useCopy();
  return (
    <ul className="plain sessions">
      {sessions.map((session) => (
        <li key={session.id} className={session.isCancelled ? "cancelled" : undefined}>
          <div className="about">
            <strong>{sessionTime(session, villageCode, { t, locale })}</strong>
            <Changes session={session} villageCode={villageCode} locale={locale} />
          </div>
          <SessionLinks session={session} forWhich={t("cohort.sessionFor", { day: dayAndTime(session.startsAt, villageCode, locale).day })} cohortPath={cohortPath} mayWrite={mayWrite} />
        </li>
      ))}
    </ul>
  );
}

/** What can be done about a session: before its day it is moved, from its day on it has attendance and a report. */
function SessionLinks({ session, forWhich, cohortPath, mayWrite }: { session: ListedSession; forWhich: string } & Pick<SessionListProps, "cohortPath" | "mayWrite">) {
  const { t } = useCopy();
  const { id, isCancelled, isHeld, hasMarks } = session;
  const hasReport = isHeld && !isCancelled;
  const links = [
    ...(hasReport && mayWrite ? [[`${cohortPath}/hadir/${id}`, t("attendance.title")] as const] : []),
    ...(hasReport ? [[`${cohortPath}/laporan/${id}`, t("attendance.report")] as const] : []),
    ...(mayWrite && !(hasReport && hasMarks) ? [[`${cohortPath}/jadwal/${id}`, isCancelled ? t("cohort.sessionRestore") : t("cohort.sessionChange")] as const] : []),
  ];
  return (
    <span className="session-links no-print">
      {links.map(([href, label]) => (
        <a key={href} className="touch" href={href}>
          {label} <span className="visually-hidden">{forWhich}</span>
        </a>
      ))}
    </span>
  );
}

function Changes({ session, villageCode, locale }: { session: ListedSession; villageCode: string; locale: Locale }) {
  const { t } = useCopy();
  const { startsAt, plannedAt, isCancelled, isExtra, reason, clashes, holiday } = session;
  const isMoved = plannedAt.getTime() !== startsAt.getTime();
  return (
    <>
      {isExtra ? <p className="muted">{t("cohort.sessionExtra")}</p> : null}
      {isCancelled ? <p className="warn">{t("cohort.sessionCancelled")}</p> : null}
      {isMoved ? <p className="muted">{t("cohort.sessionMoved", dayAndTime(plannedAt, villageCode, locale))}</p> : null}
      {reason && (isMoved || isCancelled || isExtra) ? <p className="muted">{t("cohort.sessionReason", { reason })}</p> : null}
      {!isCancelled && clashes.length > 0 ? <p className="warn">{t("cohort.sessionClash", { cohorts: clashes.join(", ") })}</p> : null}
      {!isCancelled && holiday ? (
        <p className="warn">{holiday.isDecreed ? t("cohort.sessionHoliday", { name: holiday.name }) : t("cohort.sessionHolidayExpected", { name: holiday.name })}</p>
      ) : null}
    </>
  );
}
