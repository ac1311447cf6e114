import { formatDate, formatTime } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";

export interface PracticeDone {
  id: string;
  title: string;
  submittedAt: Date;
  /** How many steps it took. */
  steps: number;
}

/** How many are seen at once; the rest unfolds. */
const seenAtOnce = 10;

/** The practices that a learner did, each with the way to its steps. `path` is the learner's page. */
export function PracticeList({ practices, hasOlder, path }: { practices: readonly PracticeDone[]; hasOlder: boolean; path: string }) {
  const { t } = useCopy();
  const [newest, older] = [practices.slice(0, seenAtOnce), practices.slice(seenAtOnce)];
  if (newest.length === 0) return <p className="muted">{t("mentor.noPractices")}</p>;
  return (
    <div className="practices">
      <Practices practices={newest} path={path} />
      {older.length === 0 ? null : (
        <details>
          <summary>{t("mentor.earlierPractices", { count: older.length })}</summary>
          <Practices practices={older} path={path} />
          {hasOlder ? <p className="muted">{t("mentor.olderPractices", { count: practices.length })}</p> : null}
        </details>
      )}
    </div>
  );
}

function Practices({ practices, path }: { practices: readonly PracticeDone[]; path: string }) {
  const { t, locale } = useCopy();
  return (
    <ul className="plain people">
      {practices.map(({ id, title, submittedAt, steps }) => (
        <li key={id}>
          <a className="touch" href={`${path}/latihan/${id}`}>
            {title}
          </a>
          <span className="muted">
            {t("mentor.practiceAt", { date: formatDate(submittedAt, locale), time: formatTime(submittedAt, locale) })}, {t("mentor.steps", { count: steps })}
          </span>
        </li>
      ))}
    </ul>
  );
}
