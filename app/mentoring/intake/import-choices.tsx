import { useCopy } from "#app/i18n/translate.tsx";
import type { Candidate, PlannedLine } from "./import-plan.ts";
import { valueText } from "./sentences.ts";
import { anotherPerson } from "./whose-line.ts";

/** The rows that may be about somebody who is here already: both side by side, and a choice for each. */
export function ImportChoices({ lines, isAsking }: { lines: readonly PlannedLine[]; isAsking: boolean }) {
  const { t } = useCopy();
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 className="next-part">{t("intake.choicesTitle")}</h2>
      <p>{t("intake.choicesIntro")}</p>
      {lines.map((line) => (
        <LineChoice key={line.line.line} planned={line} isMissing={isAsking && line.choice === null} />
      ))}
    </section>
  );
}

function LineChoice({ planned: { line, candidates, choice }, isMissing }: { planned: PlannedLine; isMissing: boolean }) {
  const { t } = useCopy();
  const name = `pilih-${line.line}`;
  const option = (value: string, words: string, note?: string) => (
    <label className="touch">
      <input type="radio" name={name} value={value} defaultChecked={choice === value} required />
      <span>
        {words}
        {note ? <span className="muted">{note}</span> : null}
      </span>
    </label>
  );
  return (
    <fieldset className={choice === null ? "card import-choice undecided" : "card import-choice"}>
      <legend>{t("intake.choiceLegend", { line: line.line, name: line.name })}</legend>
      {isMissing ? <p className="error">{t("intake.choiceMissing")}</p> : null}
      <table className="folding">
        <thead>
          <tr>
            <td />
            <th scope="col">{t("intake.name")}</th>
            <th scope="col">{t("intake.bornColumn")}</th>
            <th scope="col">{t("intake.genderColumn")}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("intake.inFile")}</th>
            <td data-label={t("intake.name")}>{line.name}</td>
            <td data-label={t("intake.bornColumn")}>{line.birth || t("intake.blank")}</td>
            <td data-label={t("intake.genderColumn")}>{line.gender || t("intake.blank")}</td>
          </tr>
          {candidates.map((candidate) => (
            <tr key={candidate.learner.learnerId}>
              <th scope="row">
                {option(candidate.learner.learnerId, t("intake.samePerson", { number: candidate.learner.number }), candidate.learner.isInCohort ? t("intake.alreadyHere") : undefined)}
              </th>
              <KnownValues candidate={candidate} />
            </tr>
          ))}
        </tbody>
      </table>
      {option(anotherPerson, t("intake.otherPerson"))}
    </fieldset>
  );
}

/** A learner's values, and what would become of them. */
function KnownValues({ candidate: { learner, changes } }: { candidate: Candidate }) {
  const { t } = useCopy();
  const fields = [["name", t("intake.name")], ["birthYear", t("intake.bornColumn")], ["gender", t("intake.genderColumn")]] as const;
  return fields.map(([field, label]) => {
    const change = changes.find((candidate) => candidate.field === field);
    const from = valueText(learner[field], t);
    return <td key={field} data-label={label}>{change ? t("intake.fromTo", { from, to: valueText(change.to, t) }) : from}</td>;
  });
}
