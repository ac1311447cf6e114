import { useCopy } from "#app/i18n/translate.tsx";
import type { CenterLearner } from "#db/learners.ts";

/** A centre's learners, each with a button that enrolls them in the cohort. */
export function EnrollList({ learners, waitingIds = [], cohortPath }: { learners: readonly CenterLearner[]; waitingIds?: readonly string[]; cohortPath: string }) {
  const { t } = useCopy();
  return (
    <ul className="plain people">
      {learners.map((learner) => (
        <li key={learner.learnerId}>
          <span>
            <strong>{learner.name}</strong>
            <br />
            <span className="muted">
              {t("mentor.number")} {learner.number}
              {learner.birthYear === null ? null : `, ${t("mentor.namesakeBorn", { year: learner.birthYear })}`}
            </span>
          </span>
          {learner.isInCohort || waitingIds.includes(learner.learnerId) ? (
            <span className="muted">{learner.isInCohort ? t("mentor.inCohort") : t("cohort.inLine")}</span>
          ) : (
            <form method="post" action={`${cohortPath}/tambah`}>
              <button type="submit" className="button-quiet" name="learnerId" value={learner.learnerId}>
                {t("mentor.addSubmit")} <span className="visually-hidden">{t("mentor.addFor", { name: learner.name })}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
