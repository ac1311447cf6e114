import { useCopy } from "#app/i18n/translate.tsx";

/** How one question went: the learner's answer, kind words about it, and the screen to read again. `of` is whose answer it was, for who reads another's. */
export function QuestionOutcome({ ask, answer, correct, truthMissed, feedback, readAgain, of }: QuestionOutcomeProps & { of?: string }) {
  const { t, locale } = useCopy();
  return (
    <li className={correct ? "card result-right" : "card result-wrong"}>
      <h2>{ask}</h2>
      <p lang={locale}>
        <strong>{correct ? `✓ ${t("quiz.right")}` : `↻ ${t("quiz.wrong")}`}</strong>
      </p>
      <p className="muted" lang={locale}>
        {of === undefined ? t("quiz.yourAnswer") : t("quiz.answerOf", { name: of })}:
      </p>
      <ul className="plain answer">
        {answer.length === 0 ? <li lang={locale}>{t("paper.leftBlank")}</li> : null}
        {answer.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {truthMissed ? <p lang={locale}>{t("quiz.truthMissed")}</p> : null}
      {feedback.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {readAgain ? (
        <a className="button button-quiet" href={readAgain} lang={locale}>
          {t("quiz.readAgain")}
        </a>
      ) : null}
    </li>
  );
}

export interface QuestionOutcomeProps {
  ask: string;
  answer: string[];
  correct: boolean;
  /** What was said is true and was taken for false, or the other way round. */
  truthMissed: boolean;
  feedback: string[];
  readAgain: string | null;
}
