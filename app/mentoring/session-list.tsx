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
  reason: string | null;
  clashes: string[];
  /** The holiday on its day, if it is one. */
  holiday: Holiday | null;
}

interface SessionListProps {
  sessions: readonly ListedSession[];
  villageCode: string;
  /** Where the sessions have their pages; null for who may only look. */
  path: string | null;
}

/** Sessions in their order, each with what was done to it and what stands in its way. */
export function SessionList({ sessions, villageCode, path }: SessionListProps) {
  const { t, locale } = useCopy();
  return (
    <ul className="plain sessions">
      {sessions.map((session) => (
        <li key={session.id} className={session.isCancelled ? "cancelled" : undefined}>
          <div className="about">
            <strong>{sessionTime(session, villageCode, { t, locale })}</strong>
            <Changes session={session} villageCode={villageCode} locale={locale} />
          </div>
          {path ? (
            <a className="touch no-print" href={`${path}/${session.id}`}>
              {session.isCancelled ? t("cohort.sessionRestore") : t("cohort.sessionChange")}{" "}
              <span className="visually-hidden">{t("cohort.sessionFor", { day: dayAndTime(session.startsAt, villageCode, locale).day })}</span>
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Changes({ session, villageCode, locale }: { session: ListedSession; villageCode: string; locale: Locale }) {
  const { t } = useCopy();
  const { startsAt, plannedAt, isCancelled, reason, clashes, holiday } = session;
  const isMoved = plannedAt.getTime() !== startsAt.getTime();
  return (
    <>
      {isCancelled ? <p className="warn">{t("cohort.sessionCancelled")}</p> : null}
      {isMoved ? <p className="muted">{t("cohort.sessionMoved", dayAndTime(plannedAt, villageCode, locale))}</p> : null}
      {reason && (isMoved || isCancelled) ? <p className="muted">{t("cohort.sessionReason", { reason })}</p> : null}
      {!isCancelled && clashes.length > 0 ? <p className="warn">{t("cohort.sessionClash", { cohorts: clashes.join(", ") })}</p> : null}
      {!isCancelled && holiday ? (
        <p className="warn">{holiday.isDecreed ? t("cohort.sessionHoliday", { name: holiday.name }) : t("cohort.sessionHolidayExpected", { name: holiday.name })}</p>
      ) : null}
    </>
  );
}
