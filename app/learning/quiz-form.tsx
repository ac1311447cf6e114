import { useCopy } from "#app/i18n/translate.tsx";
import { type AnswerFault, fieldName, type Typed } from "./quiz-answers.ts";
import type { ShownQuestion } from "./quiz-view.ts";

/** One question with its fields, what was typed before, and what is missing beside it. */
export function QuestionField({ question, index, total, typed, fault }: QuestionFieldProps) {
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
          {fault === "twice" ? t("quiz.orderTwice") : t("quiz.unanswered")}
        </p>
      ) : null}
      <div lang="id">
        {question.kind === "one" || question.kind === "several" ? <Choices question={question} index={index} typed={typed} /> : null}
        {question.kind === "order" ? <OrderRows question={question} index={index} typed={typed} /> : null}
        {question.kind === "pairs" ? <PairRows question={question} index={index} typed={typed} /> : null}
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

const howTo = { one: "quiz.chooseOne", several: "quiz.chooseSeveral", order: "quiz.orderSteps", pairs: "quiz.matchPairs" } as const;

function Choices({ question, index, typed }: { question: ShownQuestion; index: number; typed: Typed }) {
  const name = fieldName(index);
  return question.choices.map((choice, place) => (
    <label className="choice" key={place}>
      <input type={question.kind === "one" ? "radio" : "checkbox"} name={name} value={place} defaultChecked={typed[name]?.includes(String(place))} />
      {choice}
    </label>
  ));
}

function OrderRows({ question, index, typed }: { question: ShownQuestion; index: number; typed: Typed }) {
  const { t } = useCopy();
  const numbers = question.choices.map((_choice, place) => ({ value: String(place + 1), text: `${t("quiz.position")}${place + 1}` }));
  return question.choices.map((choice, row) => <Row key={row} label={choice} name={fieldName(index, row)} typed={typed} options={numbers} />);
}

function PairRows({ question, index, typed }: { question: ShownQuestion & { kind: "pairs" }; index: number; typed: Typed }) {
  const rights = question.choices.map((text, place) => ({ value: String(place), text }));
  return question.lefts.map((left, row) => <Row key={row} label={left} name={fieldName(index, row)} typed={typed} options={rights} />);
}

function Row({ label, name, typed, options }: { label: string; name: string; typed: Typed; options: { value: string; text: string }[] }) {
  const { t } = useCopy();
  return (
    <label className="pairing">
      <span>{label}</span>
      <select name={name} defaultValue={typed[name]?.[0] ?? ""}>
        <option value="">{t("quiz.choose")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
