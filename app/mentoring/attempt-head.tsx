import type { ReactNode } from "react";
import { formatDate, formatTime } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";

/** Above something that a learner handed in: the way back to their page, what it is, whose and of when, and how it went. */
export function AttemptHead({ name, back, title, at, about, isGood, outcome }: AttemptHeadProps) {
  const { t, locale } = useCopy();
  return (
    <>
      <p className="muted no-print">
        <a className="touch" href={back}>
          {t("mentor.backToLearner", { name })}
        </a>
      </p>
      <h1>{title}</h1>
      <p>
        {name}, {t("mentor.practiceAt", { date: formatDate(at, locale), time: formatTime(at, locale) })}
        {about}. <strong className={isGood ? "ok" : undefined}>{outcome}</strong>
      </p>
    </>
  );
}

interface AttemptHeadProps {
  name: string;
  back: string;
  title: string;
  at: Date;
  /** More about it, from its comma or full stop on. */
  about: ReactNode;
  isGood: boolean;
  outcome: string;
}
