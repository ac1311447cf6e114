import type { ReactNode } from "react";
import { useCopy } from "#app/i18n/translate.tsx";
import { fieldName, longestAnswer, type Typed } from "./quiz-answers.ts";
import type { ShownQuestion } from "./quiz-view.ts";
import { SpotPicture } from "./spot-picture.tsx";

/** The fields in which a question is answered, with what was typed before. */
export function AnswerFields({ question, index, typed }: { question: ShownQuestion; index: number; typed: Typed }) {
  const name = fieldName(index);
  switch (question.kind) {
    case "one":
    case "several":
      return <Choices type={question.kind === "one" ? "radio" : "checkbox"} choices={question.choices} name={name} typed={typed} />;
    case "order":
      return <OrderRows question={question} index={index} typed={typed} />;
    case "pairs":
      return <Rows labels={question.lefts} options={question.choices} index={index} typed={typed} />;
    case "sort":
      return <Rows labels={question.choices} options={question.groups} index={index} typed={typed} />;
    case "picture":
      return <PictureChoices question={question} name={name} typed={typed} />;
    case "hotspot":
      return (
        <div className="spots">
          <SpotPicture picture={question.picture} alt={question.alt} spots={question.spots} name={name} />
          <Choices type="radio" choices={question.choices.map((label, place) => `${place + 1}. ${label}`)} name={name} typed={typed} hasIds />
        </div>
      );
    case "short":
      return <ShortAnswer isNumber={question.isNumber} name={name} typed={typed} />;
    case "truth":
      return <TruthChoices reasons={question.choices} index={index} typed={typed} />;
  }
}

interface ChoicesProps {
  type: "radio" | "checkbox";
  choices: string[];
  name: string;
  typed: Typed;
  /** So that something else on the page can be a label of them too. */
  hasIds?: boolean;
}

function Choices({ type, choices, name, typed, hasIds = false }: ChoicesProps) {
  return choices.map((choice, place) => (
    <label className="choice" key={place}>
      <input type={type} name={name} value={place} defaultChecked={typed[name]?.includes(String(place))} id={hasIds ? `${name}-${place}` : undefined} />
      {choice}
    </label>
  ));
}

function PictureChoices({ question, name, typed }: { question: ShownQuestion & { kind: "picture" }; name: string; typed: Typed }) {
  return (
    <div className="pictures">
      {question.pictures.map((picture, place) => (
        <label className="choice" key={place}>
          <input type="radio" name={name} value={place} defaultChecked={typed[name]?.includes(String(place))} />
          <img src={picture} alt={question.choices[place]} width={320} height={240} loading="lazy" />
        </label>
      ))}
    </div>
  );
}

function ShortAnswer({ isNumber, name, typed }: { isNumber: boolean; name: string; typed: Typed }) {
  const { t, locale } = useCopy();
  return (
    <label className="field">
      <span lang={locale}>{t("quiz.typed")}</span>
      <input
        type="text"
        name={name}
        defaultValue={typed[name]?.[0] ?? ""}
        maxLength={longestAnswer}
        inputMode={isNumber ? "numeric" : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
    </label>
  );
}

function TruthChoices({ reasons, index, typed }: { reasons: string[]; index: number; typed: Typed }) {
  const { t, locale } = useCopy();
  return (
    <>
      <Part id={`${fieldName(index, 0)}-bagian`} title={t("quiz.statement")} lang={locale}>
        <Choices type="radio" choices={[t("quiz.true"), t("quiz.false")]} name={fieldName(index, 0)} typed={typed} />
      </Part>
      <Part id={`${fieldName(index, 1)}-bagian`} title={t("quiz.reason")}>
        <Choices type="radio" choices={reasons} name={fieldName(index, 1)} typed={typed} />
      </Part>
    </>
  );
}

/** Some of a question's fields under a heading of their own; `lang` where they are in the reader's language. */
function Part({ id, title, lang, children }: { id: string; title: string; lang?: string; children: ReactNode }) {
  const { locale } = useCopy();
  return (
    <div role="group" aria-labelledby={id} lang={lang}>
      <p id={id} className="quiz-part" lang={locale}>
        {title}
      </p>
      {children}
    </div>
  );
}

function OrderRows({ question, index, typed }: { question: ShownQuestion; index: number; typed: Typed }) {
  const { t } = useCopy();
  const numbers = question.choices.map((_choice, place) => ({ value: String(place + 1), text: `${t("quiz.position")}${place + 1}` }));
  return question.choices.map((choice, row) => <Row key={row} label={choice} name={fieldName(index, row)} typed={typed} options={numbers} />);
}

/** A row for each label, with the same options to choose from in each. */
function Rows({ labels, options, index, typed }: { labels: string[]; options: string[]; index: number; typed: Typed }) {
  const places = options.map((text, place) => ({ value: String(place), text }));
  return labels.map((label, row) => <Row key={row} label={label} name={fieldName(index, row)} typed={typed} options={places} />);
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
