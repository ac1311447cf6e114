import { attendedInWords } from "#app/attendance/attendance-words.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { QuizDone, ReportLine } from "./session-report.ts";
import { awayInWords } from "./session-report-text.ts";

/** Who came and what each did that day, by number; folds to cards on a phone. */
export function SessionReportTable({ lines, cohortPath }: { lines: readonly ReportLine[]; cohortPath: string }) {
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
            <th scope="col">{t("reports.attendance")}</th>
            <th scope="col">{t("reports.lessons")}</th>
            <th scope="col">{t("reports.quizzes")}</th>
            <th scope="col" className="number">
              {t("reports.practices")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.learnerId}>
              <td className="number" data-label={t("mentor.number")}>
                {line.number}
              </td>
              <th scope="row">
                {line.isHere ? (
                  <a className="touch" href={`${cohortPath}/peserta/${line.learnerId}`}>
                    {line.name}
                  </a>
                ) : (
                  line.name
                )}
              </th>
              <td data-label={t("reports.attendance")}>
                <Attendance line={line} />
              </td>
              <td className={line.lessons.length > 0 ? "told" : "none"} data-label={t("reports.lessons")} lang="id">
                {line.lessons.length > 0 ? line.lessons.join(", ") : "–"}
              </td>
              <td className={line.quizzes.length > 0 ? "told" : "none"} data-label={t("reports.quizzes")}>
                <Quizzes quizzes={line.quizzes} />
              </td>
              <td className={line.practices > 0 ? "number" : "number none"} data-label={t("reports.practices")}>
                {line.practices > 0 ? t("reports.practicesDone", { count: line.practices, finished: line.practicesFinished }) : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Attendance({ line }: { line: ReportLine }) {
  const { t } = useCopy();
  if (line.status === null) return <span className="warn">{t("reports.notMarked")}</span>;
  if (line.timesAway > 0) return <span className={line.timesAway > 1 ? "warn" : undefined}>{awayInWords(line, t)}</span>;
  return <>{attendedInWords({ status: line.status, minutes: line.minutes, reason: line.reason }, t)}</>;
}

function Quizzes({ quizzes }: { quizzes: readonly QuizDone[] }) {
  const { t } = useCopy();
  if (quizzes.length === 0) return <>–</>;
  const words = quizzes.map(({ title, correct, total, passed, onPaper }) => {
    const quiz = passed ? t("mentor.quizPassed", { module: title, correct, total }) : t("mentor.quizNotPassed", { module: title, correct, total });
    return onPaper ? t("reports.quizOnPaper", { quiz }) : quiz;
  });
  return <span>{words.join("; ")}</span>;
}
