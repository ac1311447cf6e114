import type { ReactNode } from "react";
import { useCopy } from "#app/i18n/translate.tsx";
import { type AnswerFault, fieldName, type Typed } from "./quiz-answers.ts";
import { AnswerFields } from "./quiz-fields.tsx";
import type { ShownQuestion } from "./quiz-view.ts";

interface QuestionScreensProps {
  questions: ShownQuestion[];
  home?: string;
  /** Where it is handed in; left out, at the page's own address with its anchor, which the result's would then carry. */
  path?: string;
  /** What was answered before. */
  typed?: Typed;
  /** The question that is shown first, from 0. */
  start?: number;
  /** What stands beneath the question of this place, from 0. */
  beneath?: (index: number) => ReactNode;
}

/** All questions, one a screen; the last one's screen sends. */
export function QuestionScreens({ questions, home = "/belajar", path, typed = {}, start = 0, beneath }: QuestionScreensProps) {
  const { t } = useCopy();
  return (
    <div className="lesson">
      {questions.map((question, index) => (
        <section key={question.id} id={`soal-${index + 1}`} className={index === start ? "screen first" : "screen"}>
          <QuestionField question={question} index={index} total={questions.length} typed={typed} fault={undefined} />
          {beneath?.(index)}
          <div className="turn">
            <a className="button button-quiet" href={index === 0 ? home : `#soal-${index}`}>
              {t("layout.back")}
            </a>
            {index < questions.length - 1 ? (
              <a className="button" href={`#soal-${index + 2}`}>
                {t("layout.next")}
              </a>
            ) : (
              <button type="submit" formAction={path}>{t("quiz.submit")}</button>
            )}
          </div>
        </section>
      ))}
    </div>
  );
}

/** What is still missing, all at once; what is complete is kept folded away beneath. */
export function QuestionsToMend({ questions, path, typed, faults }: { path?: string; questions: ShownQuestion[]; typed: Typed; faults: Record<string, AnswerFault> }) {
  const { t } = useCopy();
  const fields = questions.map((question, index) => ({
    isComplete: !faults[question.id],
    field: <QuestionField key={question.id} question={question} index={index} total={questions.length} typed={typed} fault={faults[question.id]} />,
  }));
  const complete = fields.filter(({ isComplete }) => isComplete);
  return (
    <>
      {fields.filter(({ isComplete }) => !isComplete).map(({ field }) => field)}
      {complete.length === 0 ? null : (
        <details className="card" open={complete.length === fields.length}>
          <summary>{t("quiz.complete", { count: complete.length })}</summary>
          {complete.map(({ field }) => field)}
        </details>
      )}
      <button type="submit" formAction={path} className="button-main">{t("quiz.submit")}</button>
    </>
  );
}

/** One question with its fields, what was typed before, and what is missing beside it. */
function QuestionField({ question, index, total, typed, fault }: QuestionFieldProps) {
  const { t } = useCopy();
  const errorId = `${fieldName(index)}-salah`;
  return (
    <fieldset id={fieldName(index)} aria-describedby={fault ? errorId : undefined}>
      <legend>
        <span className="muted">{t("quiz.questionOf", { number: index + 1, total })}</span>
        <br />
        <span lang="id">{question.ask}</span>
      </legend>
      <p className="muted">{t(howTo[question.kind])}</p>
      {fault ? (
        <p className="error" id={errorId}>
          {t(whatIsWrong[fault])}
        </p>
      ) : null}
      <div lang="id">
        <AnswerFields question={question} index={index} typed={typed} />
      </div>
    </fieldset>
  );
}

interface QuestionFieldProps {
  question: ShownQuestion;
  index: number;
  total: number;
  typed: Typed;
  fault: AnswerFault | undefined;
}

const whatIsWrong = {
  unanswered: "quiz.unanswered",
  partly: "quiz.partly",
  twice: "quiz.orderTwice",
} as const;

const howTo = {
  one: "quiz.chooseOne",
  several: "quiz.chooseSeveral",
  order: "quiz.orderSteps",
  pairs: "quiz.matchPairs",
  picture: "quiz.choosePicture",
  hotspot: "quiz.findSpot",
  short: "quiz.typeShort",
  truth: "quiz.trueOrFalse",
  sort: "quiz.sortCards",
} as const;
