import { useCopy } from "#app/i18n/translate.tsx";
import type { OtherEnrollment } from "#db/enrollment-moves.ts";
import type { CenterLearner } from "#db/learners.ts";

interface EnrollListProps {
  learners: readonly CenterLearner[];
  waitingIds: readonly string[];
  /** Where they learn the same already. */
  others: readonly OtherEnrollment[];
  cohortPath: string;
}

/** A centre's learners, each with a button that enrolls them in the cohort, or moves them here. */
export function EnrollList({ learners, waitingIds, others, cohortPath }: EnrollListProps) {
  const { t } = useCopy();
  const otherOf = (learnerId: string) => others.find((other) => other.learnerId === learnerId);
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
              {learner.isInCohort ? null : <Elsewhere other={otherOf(learner.learnerId)} />}
            </span>
          </span>
          {learner.isInCohort || waitingIds.includes(learner.learnerId) ? (
            <span className="muted">{learner.isInCohort ? t("mentor.inCohort") : t("cohort.inLine")}</span>
          ) : (otherOf(learner.learnerId)?.standing ?? "here") !== "here" ? null : (
            <form method="post" action={`${cohortPath}/tambah`}>
              <button type="submit" className="button-quiet" name="learnerId" value={learner.learnerId}>
                {otherOf(learner.learnerId) ? t("cohort.bringHere") : t("mentor.addSubmit")} <span className="visually-hidden">{t("mentor.addFor", { name: learner.name })}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

function Elsewhere({ other }: { other: OtherEnrollment | undefined }) {
  const { t } = useCopy();
  if (!other) return null;
  return (
    <>
      <br />
      {t(words[other.standing], { cohort: other.cohortName })}
    </>
  );
}

const words = { here: "cohort.learnsThere", elsewhere: "cohort.learnsElsewhere", finished: "cohort.finishedThere" } as const;
