import { useCopy } from "#app/i18n/translate.tsx";
import type { CohortReport, Share, TermLine } from "./cohort-report.ts";
import { lacksInWords, standingWord } from "./term-words.ts";

/** What each learner has and still lacks, by number; folds to cards on a phone. */
export function CohortReportTable({ report, cohortPath }: { report: CohortReport; cohortPath: string }) {
  const { t } = useCopy();
  return (
    <div className="wide">
      <table className="folding report">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t("mentor.number")}
            </th>
            <th scope="col">{t("mentor.name")}</th>
            <th scope="col" className="number">
              {t("reports.attended")}
            </th>
            <th scope="col" className="number">
              {t("reports.minutes")}
            </th>
            <th scope="col" className="number">
              {t("reports.lessonsOf")}
            </th>
            <th scope="col" className="number">
              {t("reports.quizzesPassed")}
            </th>
            <th scope="col">{t("reports.standing")}</th>
            <th scope="col">{t("reports.lacks")}</th>
          </tr>
        </thead>
        <tbody>
          {report.lines.map((line) => (
            <tr key={line.learnerId}>
              <td className="number" data-label={t("mentor.number")}>
                {line.number}
              </td>
              <th scope="row">
                <a className="touch" href={`${cohortPath}/peserta/${line.learnerId}`}>
                  {line.name}
                </a>
              </th>
              <Figures of={line} />
              <td data-label={t("reports.standing")}>{standingWord(line.standing, t)}</td>
              <td className="lacks" data-label={t("reports.lacks")}>
                <Lacks line={line} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className="number" />
            <th scope="row">{t("reports.sum")}</th>
            <Figures of={report.sum} />
            <td colSpan={2} data-label={t("reports.standing")}>
              {t("reports.sumFinished", { finished: report.sum.finished, certified: report.sum.certified })}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Figures({ of }: { of: Pick<TermLine, "attended" | "minutes" | "lessons" | "quizzes"> }) {
  const { t } = useCopy();
  const share = ({ done, total }: Share) => t("reports.of", { done, total });
  return (
    <>
      <td className="number" data-label={t("reports.attended")}>
        {share(of.attended)}
      </td>
      <td className="number" data-label={t("reports.minutes")}>
        {of.minutes}
      </td>
      <td className="number" data-label={t("reports.lessonsOf")}>
        {share(of.lessons)}
      </td>
      <td className="number" data-label={t("reports.quizzesPassed")}>
        {share(of.quizzes)}
      </td>
    </>
  );
}

function Lacks({ line }: { line: TermLine }) {
  const { t } = useCopy();
  const lacks = lacksInWords(line, t);
  if (lacks.length === 0) return <span className="ok">{t("reports.lacksNothing")}</span>;
  return (
    <ul className="term-lacks" lang="id">
      {lacks.map((lack) => (
        <li key={lack}>{lack}</li>
      ))}
    </ul>
  );
}
