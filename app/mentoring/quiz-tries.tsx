import { formatDate, formatTime } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { ModuleTries, QuizTry } from "./learner-record.ts";

/** Every time that a learner handed in a quiz, by module, each with the way to its questions and answers. `path` is the learner's page. */
export function QuizTries({ modules, path }: { modules: readonly ModuleTries[]; path: string }) {
  const { t } = useCopy();
  if (modules.length === 0) return <p className="muted">{t("mentor.noTries")}</p>;
  return (
    <div className="practices">
      {modules.map(({ moduleId, title, tries }) => (
        <details key={moduleId}>
          <summary>{t("mentor.triesAt", { module: title, count: tries.length })}</summary>
          <ul className="plain people">
            {tries.map((one) => (
              <Try key={one.id} one={one} path={path} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function Try({ one: { id, correct, total, passed, submittedAt, enteredBy }, path }: { one: QuizTry; path: string }) {
  const { t, locale } = useCopy();
  return (
    <li>
      <a className="touch" href={`${path}/kuis/${id}`}>
        {passed ? t("mentor.bestPassed", { correct, total }) : t("mentor.bestNotPassed", { correct, total })}
      </a>
      <span className="muted">
        {t("mentor.practiceAt", { date: formatDate(submittedAt, locale), time: formatTime(submittedAt, locale) })}
        {enteredBy === null ? null : `, ${t("mentor.onPaper")}`}
      </span>
    </li>
  );
}
