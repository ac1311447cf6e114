import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { MentorTime } from "#db/cohort-mentors.ts";
import { clockAt, zoneOf } from "./village-clock.ts";

interface MentorListProps {
  mentors: readonly MentorTime[];
  viewerId: string;
  isLead: boolean;
  mayDecide: boolean;
  path: string;
  villageCode: string;
}

/** Who mentors a cohort now, each with what the viewer may end. */
export function MentorList({ mentors, viewerId, isLead, mayDecide, path, villageCode }: MentorListProps) {
  const { t, locale } = useCopy();
  const forGood = mentors.filter(({ until }) => until === null).length;
  return (
    <ul className="plain people">
      {mentors.map((mentor) => (
        <li key={mentor.rowId}>
          <span>
            <strong>{mentor.name}</strong> {mentor.staffId === viewerId ? <span className="muted">({t("cohort.mentorYou")})</span> : null}
            <br />
            <span className="muted">
              {t("cohort.mentorSince", { date: formatDate(mentor.since, locale) })}{" "}
              {mentor.until ? t("cohort.mentorUntil", { date: formatDate(lastDayOf(mentor.until, villageCode), locale) }) : null}{" "}
              {mentor.reason ? t("cohort.sessionReason", { reason: mentor.reason }) : null}
            </span>
          </span>
          {mayDecide && (mentor.until !== null || (forGood > 1 && (isLead || mentor.staffId === viewerId))) ? (
            <form method="post" action={path}>
              <input type="hidden" name="tugas" value="akhiri" />
              <button type="submit" className="button-quiet" name="rowId" value={mentor.rowId}>
                <EndLabel mentor={mentor} viewerId={viewerId} /> <span className="visually-hidden">{t("cohort.mentorActionFor", { name: mentor.name })}</span>
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function EndLabel({ mentor, viewerId }: { mentor: MentorTime; viewerId: string }) {
  const { t } = useCopy();
  if (mentor.until !== null) return <>{t("cohort.mentorTakeBack")}</>;
  return <>{mentor.staffId === viewerId ? t("cohort.mentorLeave") : t("cohort.mentorEnd")}</>;
}

/** Who mentored the cohort before. */
export function PastMentors({ mentors }: { mentors: readonly MentorTime[] }) {
  const { t, locale } = useCopy();
  if (mentors.length === 0) return null;
  return (
    <section className="next-part">
      <h2>{t("cohort.mentorsPast")}</h2>
      <ul className="plain people">
        {mentors.map(({ rowId, name, since, endedAt, reason }) => (
          <li key={rowId}>
            <span>
              {name}
              <br />
              <span className="muted">
                {t("cohort.mentorPeriod", { from: formatDate(since, locale), to: formatDate(endedAt ?? since, locale) })}. {reason ? t("cohort.sessionReason", { reason }) : null}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A loan ends with its last day: the moment itself belongs to the next. */
function lastDayOf(until: Date, villageCode: string): string {
  return clockAt(new Date(until.getTime() - 1), zoneOf(villageCode)).day;
}
