import { useCopy } from "#app/i18n/translate.tsx";
import { OutcomeList, type QuestionOutcomeProps } from "./quiz-outcome.tsx";

interface QuizResultViewProps {
  moduleTitle: string;
  /** The quiz, to try again. */
  path: string;
  attempt: { correct: number; total: number; passed: boolean };
  /** How many right answers pass. */
  needed: number;
  /** The best attempt so far. */
  best: { correct: number; total: number } | null;
  /** Who entered it from paper; null when it was handed in on the screen. */
  enteredBy: string | null;
  onward: { href: string; text: string };
  outcomes: QuestionOutcomeProps[];
}

/** How an attempt at a quiz went, where to go on, and each question with kind words about its answer. */
export function QuizResultView({ moduleTitle, path, attempt, needed, best, enteredBy, onward, outcomes }: QuizResultViewProps) {
  const { t } = useCopy();
  return (
    <>
      <h1>{t("quiz.resultTitle", { module: moduleTitle })}</h1>
      <div className={attempt.passed ? "notice notice-ok" : "notice"} role="status">
        <p className="big-number">{t("quiz.scored", { correct: attempt.correct, total: attempt.total })}</p>
        <p>{attempt.passed ? t("quiz.passed") : t("quiz.notYet", { needed })}</p>
      </div>
      {enteredBy === null ? null : <p className="muted">{t("paper.enteredBy", { who: enteredBy })}</p>}
      {best && best.correct * attempt.total > attempt.correct * best.total ? <p>{t("quiz.best", best)}</p> : null}
      <p className="row">
        <a className={attempt.passed ? "button button-main" : "button button-quiet"} href={onward.href}>
          {onward.text}
        </a>
        <a className={attempt.passed ? "button button-quiet" : "button button-main"} href={path}>
          {t("quiz.tryAgain")}
        </a>
      </p>
      <OutcomeList outcomes={outcomes} />
    </>
  );
}
