import { dayOf, formatAgo, type Locale } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { type BoardLine, type CohortLearner, isFinished } from "./cohort-board.ts";
import { helpSentence } from "./help-sentence.ts";

interface CohortTableProps {
  lines: readonly BoardLine[];
  cohortPath: string;
  /** What ages are reckoned from. */
  now: Date;
  mayWrite?: boolean;
  /** For how many more minutes nobody can sign in as a learner, by their id. */
  locked?: Record<string, number>;
}

/** A cohort's learners in the order of the board; folds to cards on a phone. */
export function CohortTable({ lines, cohortPath, now, mayWrite = true, locked = {} }: CohortTableProps) {
  const { t } = useCopy();
  return (
    <div className="wide">
      <table className="folding board">
        <caption>{t("mentor.tableCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("mentor.name")}</th>
            <th scope="col" className="number">
              {t("mentor.number")}
            </th>
            <th scope="col">{t("mentor.standing")}</th>
            <th scope="col">{t("mentor.lessons")}</th>
            <th scope="col">{t("mentor.lastQuiz")}</th>
            <th scope="col">{t("mentor.lastSeen")}</th>
            {mayWrite ? (
              <th scope="col" className="no-print">
                {t("mentor.pinColumn")}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LearnerRow key={line.learner.learnerId} line={line} cohortPath={cohortPath} now={now} mayWrite={mayWrite} lockedMinutes={locked[line.learner.learnerId] ?? null} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LearnerRowProps {
  line: BoardLine;
  cohortPath: string;
  now: Date;
  mayWrite: boolean;
  lockedMinutes: number | null;
}

function LearnerRow({ line: { learner, help }, cohortPath, now, mayWrite, lockedMinutes }: LearnerRowProps) {
  const { t, locale } = useCopy();
  return (
    <tr className={help ? "needs-help" : undefined}>
      <th scope="row">
        <a className="touch" href={`${cohortPath}/peserta/${learner.learnerId}`}>
          {learner.name}
        </a>
      </th>
      <td className="number" data-label={t("mentor.number")}>
        {learner.number}
      </td>
      <td className="standing">
        {help ? <strong>{helpSentence(help, t)}</strong> : <Standing learner={learner} />}
        {lockedMinutes === null ? null : (
          <>
            {" "}
            <strong>{t("mentor.pinLocked", { count: lockedMinutes })}</strong>
          </>
        )}
      </td>
      <td className="count" data-label={t("mentor.lessons")}>{t("mentor.lessonsDone", { done: learner.lessonsDone, total: learner.lessonsTotal })}</td>
      <td className={learner.lastQuiz ? "quiz" : "quiz none"} data-label={t("mentor.lastQuiz")}>
        <LastQuiz quiz={learner.lastQuiz} />
      </td>
      <td className="seen" data-label={t("mentor.lastSeen")}>
        {learner.lastSeenAt ? visitAgo(learner.lastSeenAt, now, locale) : t("mentor.never")}
      </td>
      {mayWrite ? (
        <td className="renewal no-print">
          <a className="touch" href={`${cohortPath}/peserta/${learner.learnerId}/pin`}>
            {t("mentor.newPin")} <span className="visually-hidden">{t("mentor.newPinFor", { name: learner.name })}</span>
          </a>
        </td>
      ) : null}
    </tr>
  );
}

/** How long ago a visit was. Before today it is counted in calendar days, as the reasons for help are. */
function visitAgo(then: Date, now: Date, locale: Locale): string {
  const [day, today] = [dayOf(then), dayOf(now)];
  return day === today ? formatAgo(then, now, locale) : formatAgo(new Date(day), new Date(today), locale);
}

function Standing({ learner }: { learner: CohortLearner }) {
  const { t } = useCopy();
  if (!isFinished(learner)) return <>{learner.lastSeenAt ? t("mentor.standingGood") : t("mentor.standingNew")}</>;
  return (
    <>
      <strong className="ok">{t("mentor.standingFinished")}</strong>{" "}
      {learner.certificateCode ? <a href={`/sertifikat/${learner.certificateCode}`}>{t("mentor.certificate")}</a> : null}
    </>
  );
}

function LastQuiz({ quiz }: { quiz: CohortLearner["lastQuiz"] }) {
  const { t } = useCopy();
  if (!quiz) return <>{t("mentor.noQuiz")}</>;
  const values = { module: quiz.moduleTitle, correct: quiz.correct, total: quiz.total };
  return <>{quiz.passed ? t("mentor.quizPassed", values) : t("mentor.quizNotPassed", values)}</>;
}
