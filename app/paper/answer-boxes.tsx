import { formatDate } from "#app/i18n/locale.ts";
import { type Translate, useCopy } from "#app/i18n/translate.tsx";
import type { PaperPattern } from "./paper-answers.ts";

/** A sheet that waits to be typed over. */
export interface OpenSheet {
  id: string;
  code: string;
  number: number;
  name: string;
  /** When its learner took back their consent: nothing can be typed. */
  withdrawnAt: Date | null;
  /** By the question's place on the sheet; null where it is asked no more. */
  patterns: (PaperPattern | null)[];
  typed: readonly string[];
  faults: Readonly<Record<number, "blank" | "wrong">>;
}

/** A sheet that is not entered any more: why, and what was typed just before that became so. */
export function ClosedSheet({ sheet: { code, number, name, withdrawnAt, typed } }: { sheet: OpenSheet }) {
  const { t, locale } = useCopy();
  const isTyped = typed.some((text) => text.trim() !== "");
  return (
    <section id={code} className={isTyped ? "card answer-boxes wrong" : "card answer-boxes"} aria-label={name}>
      <p>
        <span className="paper-code">{code}</span>{" "}
        <strong>
          {number}. {name}
        </strong>
      </p>
      {withdrawnAt ? <p className="muted">{t("paper.withdrawn", { date: formatDate(withdrawnAt, locale) })}</p> : null}
      {isTyped ? (
        <>
          <p className="error">{t("paper.withdrawnTyped")}</p>
          <ol>
            {typed.map((text, index) => (
              <li key={index}>{text.trim() === "" ? "-" : text}</li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}

/** A sheet's answers in a row of small fields, numbered as the questions are. */
export function AnswerBoxes({ sheet }: { sheet: OpenSheet }) {
  const isWrong = Object.keys(sheet.faults).length > 0;
  return (
    <fieldset id={sheet.code} className={isWrong ? "card answer-boxes wrong" : "card answer-boxes"}>
      <legend>
        <span className="paper-code">{sheet.code}</span> {sheet.number}. {sheet.name}
      </legend>
      <div className="boxes">
        {sheet.patterns.map((pattern, index) => (pattern ? <Box key={index} sheet={sheet} index={index} pattern={pattern} /> : null))}
      </div>
    </fieldset>
  );
}

function Box({ sheet, index, pattern }: { sheet: OpenSheet; index: number; pattern: PaperPattern }) {
  const { t } = useCopy();
  const fault = sheet.faults[index];
  const id = `${sheet.code}-${index + 1}`;
  return (
    <div className={pattern.kind === "words" ? "box words" : "box"}>
      <label htmlFor={id}>
        <span aria-hidden="true">{index + 1}</span>
        <span className="visually-hidden">{t("paper.questionOf", { name: sheet.name, number: index + 1 })}</span>
      </label>
      <input
        id={id}
        name={`a.${sheet.id}.${index}`}
        defaultValue={sheet.typed[index] ?? ""}
        maxLength={60}
        autoComplete="off"
        autoCapitalize={pattern.kind === "words" ? "none" : "characters"}
        spellCheck={false}
        {...(pattern.kind === "order" ? { inputMode: "numeric" as const } : {})}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-cara ${id}-salah` : `${id}-cara`}
      />
      <p className="muted" id={`${id}-cara`}>
        {patternInWords(pattern, t)}
      </p>
      {fault ? (
        <p className="error" id={`${id}-salah`}>
          {fault === "blank" ? t("paper.faultBlank") : faultInWords(pattern, t)}
        </p>
      ) : null}
    </div>
  );
}

function patternInWords(pattern: PaperPattern, t: Translate): string {
  switch (pattern.kind) {
    case "one":
      return t("paper.patternOne", { last: pattern.last });
    case "several":
      return t("paper.patternSeveral", { last: pattern.last });
    case "order":
      return t("paper.patternOrder", { count: pattern.count });
    case "rows":
      return t("paper.patternRows", { count: pattern.count, last: pattern.last });
    case "truth":
      return t("paper.patternTruth", { last: pattern.last });
    case "words":
      return t("paper.patternWords");
  }
}

function faultInWords(pattern: PaperPattern, t: Translate): string {
  switch (pattern.kind) {
    case "one":
      return t("paper.faultOne", { last: pattern.last });
    case "several":
      return t("paper.faultSeveral", { last: pattern.last });
    case "order":
      return t("paper.faultOrder", { count: pattern.count });
    case "rows":
      return t("paper.faultRows", { count: pattern.count, last: pattern.last });
    case "truth":
      return t("paper.faultTruth", { last: pattern.last });
    case "words":
      return t("paper.faultWords");
  }
}
