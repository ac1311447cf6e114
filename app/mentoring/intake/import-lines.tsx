import { useCopy } from "#app/i18n/translate.tsx";
import type { Outcome, PlannedLine } from "./import-plan.ts";
import type { RefusedLine } from "./refused-csv.ts";
import { changeSentence, refusalSentence } from "./sentences.ts";

/** A list that is longer opens at a tap: on a phone nobody scrolls past a thousand rows to the button below. */
export const linesAtOnce = 30;

/** The rows that are taken or left alone, and what becomes of each. */
export function ImportLines({ lines }: { lines: readonly PlannedLine[] }) {
  const { t } = useCopy();
  if (lines.length === 0) return null;
  return (
    <details className="import-rows" open={lines.length <= linesAtOnce}>
      <summary>
        <h2>{t("intake.linesTitle", { count: lines.length })}</h2>
      </summary>
      <div className="wide">
        <table className="folding import-lines">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t("intake.row")}
              </th>
              <th scope="col">{t("intake.name")}</th>
              <th scope="col">{t("intake.bornColumn")}</th>
              <th scope="col">{t("intake.genderColumn")}</th>
              <th scope="col">{t("intake.happens")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, outcome, similarTo }) => (
              <tr key={line.line}>
                <td className="number" data-label={t("intake.row")}>
                  {line.line}
                </td>
                <th scope="row">{line.name}</th>
                <td data-label={t("intake.bornColumn")}>{line.birth}</td>
                <td data-label={t("intake.genderColumn")}>{line.gender}</td>
                <td>
                  <span>
                    <OutcomeWords outcome={outcome} /> {similarTo === null ? null : <span className="warn">{t("intake.similar", { line: similarTo })}</span>}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function OutcomeWords({ outcome }: { outcome: Outcome }) {
  const { t } = useCopy();
  if (outcome.kind === "added") return <>{outcome.placing === "waiting" ? t("intake.willAddWaiting") : t("intake.willAdd")}</>;
  if (outcome.kind !== "known") return null;
  const { learner, changes, placing } = outcome;
  const { number } = learner;
  const said = changes.length > 0 ? `${t("intake.willChange", { number })} ${changes.map((change) => changeSentence(change, t)).join(", ")}.` : t(placing ? "intake.isKnown" : "intake.willLeave", { number });
  return (
    <>
      {said} {placing ? t(placing === "enrolled" ? "intake.willEnroll" : "intake.willWait") : null}
    </>
  );
}

/** The rows that are not taken, why, and the way to get them as a file. */
export function RefusedLines({ lines, csvPath }: { lines: readonly RefusedLine[]; csvPath: string }) {
  const { t } = useCopy();
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 className="next-part">{t("intake.refusedTitle")}</h2>
      <p>{t("intake.refusedIntro")}</p>
      <p>
        <a className="button button-quiet" href={csvPath} download>
          {t("intake.refusedDownload")}
        </a>
      </p>
      <details className="import-rows" open={lines.length <= linesAtOnce}>
        <summary>{t("intake.refusedRows", { count: lines.length })}</summary>
        <table className="folding import-lines">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t("intake.row")}
              </th>
              <th scope="col">{t("intake.name")}</th>
              <th scope="col">{t("intake.why")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, refusals }) => (
              <tr key={line.line}>
                <td className="number" data-label={t("intake.row")}>
                  {line.line}
                </td>
                <th scope="row">{line.name || t("intake.blank")}</th>
                <td>
                  <span>{refusals.map((refusal) => refusalSentence(refusal, t)).join(" ")}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
