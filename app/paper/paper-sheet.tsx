import type { ShownQuestion } from "#app/learning/quiz-view.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { letterAt } from "./paper-answers.ts";

export interface PrintedSheet {
  id: string;
  code: string;
  number: number;
  name: string;
  questions: readonly ShownQuestion[];
}

/** One learner's questions on A4, to be answered with a pen. */
export function PaperSheet({ sheet, title, place }: { sheet: PrintedSheet; title: string; place: string }) {
  const { t, locale } = useCopy();
  return (
    <section className="paper-sheet" aria-label={sheet.name}>
      {/* Repeated on each printed page: loose pages are told apart by it. */}
      <header>
        <div className="paper-head">
          <div>
            <h2 lang="id">{title}</h2>
            <p>{place}</p>
            <p>
              {t("paper.sheetName")}: <strong>{sheet.name}</strong>, {t("paper.sheetNumber")}: <strong>{sheet.number}</strong>
            </p>
          </div>
          <p className="paper-code">
            {t("paper.sheetCode")} <strong>{sheet.code}</strong>
          </p>
        </div>
      </header>
      <p>
        {t("paper.sheetDay")}: <span className="paper-line short" />
      </p>
      <p>{t("paper.sheetHow")}</p>
      <ol lang="id">
        {sheet.questions.map((question, index) => (
          <li key={question.id}>
            <p className="paper-ask">
              <strong>
                {index + 1}. {question.ask}
              </strong>
            </p>
            <div lang={locale}>
              <Answer question={question} />
            </div>
          </li>
        ))}
      </ol>
      <p>{t("paper.sheetEnd")}</p>
    </section>
  );
}

function Answer({ question }: { question: ShownQuestion }) {
  const { t } = useCopy();
  switch (question.kind) {
    case "order":
      return (
        <>
          <p className="paper-how">{t("paper.sheetOrder", { count: question.choices.length })}</p>
          <Boxes lines={question.choices} />
        </>
      );
    case "pairs":
      return (
        <>
          <p className="paper-how">{t("paper.sheetPairs")}</p>
          <div className="paper-pairs">
            <Boxes lines={question.lefts} />
            <Letters choices={question.choices} />
          </div>
        </>
      );
    case "sort":
      return (
        <>
          <p className="paper-how">{t("paper.sheetSort")}</p>
          <Letters choices={question.groups} isRow />
          <Boxes lines={question.choices} />
        </>
      );
    case "truth":
      return (
        <>
          <p className="paper-how">{t("paper.sheetTruth")}</p>
          <ul className="paper-row">
            <li>{t("paper.sheetTrue")}</li>
            <li>{t("paper.sheetFalse")}</li>
          </ul>
          <p className="paper-how">{t("paper.sheetReason")}</p>
          <Letters choices={question.choices} />
        </>
      );
    case "short":
      return (
        <p className="paper-how">
          {t("paper.sheetShort")} <span className="paper-line" />
        </p>
      );
    default:
      return (
        <>
          <p className="paper-how">{question.kind === "several" ? t("paper.sheetSeveral") : t("paper.sheetOne")}</p>
          <Letters choices={question.choices} />
        </>
      );
  }
}

function Letters({ choices, isRow = false }: { choices: readonly string[]; isRow?: boolean }) {
  return (
    <ul className={isRow ? "paper-row" : "paper-letters"} lang="id">
      {choices.map((choice, index) => (
        <li key={choice}>
          <strong>{letterAt(index)}.</strong> {choice}
        </li>
      ))}
    </ul>
  );
}

function Boxes({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="paper-boxes" lang="id">
      {lines.map((line) => (
        <li key={line}>
          <span className="paper-box" /> {line}
        </li>
      ))}
    </ul>
  );
}
