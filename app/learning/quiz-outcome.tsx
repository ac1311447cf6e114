import { useCopy } from "#app/i18n/translate.tsx";

/** How each question went, numbered as it was asked. `of` is whose answers they are, for who reads another's. */
export function OutcomeList({ outcomes, of }: { outcomes: readonly QuestionOutcomeProps[]; of?: string | undefined }) {
  return (
    <ol className="plain" lang="id">
      {outcomes.map((outcome, index) => (
        <QuestionOutcome key={index} {...outcome} number={index + 1} total={outcomes.length} of={of} />
      ))}
    </ol>
  );
}

/** How one question went: the learner's answer, kind words about it, and the screen to read again. */
function QuestionOutcome({ number, total, of, ask, answer, pictures, correct, someMissed, truthMissed, feedback, readAgain }: QuestionOutcomeProps & { number: number; total: number; of: string | undefined }) {
  const { t, locale } = useCopy();
  return (
    <li className={correct ? "card result-right" : "card result-wrong"}>
      <p className="muted" lang={locale}>
        {t("quiz.questionOf", { number, total })}
      </p>
      <h2>{ask}</h2>
      <p lang={locale}>
        <strong>{correct ? `✓ ${t("quiz.right")}` : `↻ ${t("quiz.wrong")}`}</strong>
      </p>
      <p className="muted" lang={locale}>
        {of === undefined ? t("quiz.yourAnswer") : t("quiz.answerOf", { name: of })}:
      </p>
      <ul className="plain answer">
        {answer.length + pictures.length === 0 ? <li lang={locale}>{t("paper.leftBlank")}</li> : null}
        {answer.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {pictures.map(({ src, alt }) => (
          <li key={src}>
            <img src={src} alt={alt} width={320} height={240} loading="lazy" />
          </li>
        ))}
      </ul>
      {someMissed ? <p lang={locale}>{t("quiz.someMissed")}</p> : null}
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
  /** In words. */
  answer: string[];
  /** The pictures that were chosen. */
  pictures: { src: string; alt: string }[];
  correct: boolean;
  /** What was chosen is right, but not all that is right was chosen. */
  someMissed: boolean;
  /** What was said is true and was taken for false, or the other way round. */
  truthMissed: boolean;
  feedback: string[];
  readAgain: string | null;
}
