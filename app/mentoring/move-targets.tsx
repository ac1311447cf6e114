import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { EnrollmentMove, MoveTarget } from "#db/enrollment-moves.ts";

interface MoveTargetsProps {
  targets: readonly MoveTarget[];
  chosen: string;
  fault: "none" | "full" | "already" | null;
  name: string;
}

/** The cohorts into which a learner may be moved; a full one cannot be chosen. */
export function MoveTargets({ targets, chosen, fault, name }: MoveTargetsProps) {
  const { t, locale } = useCopy();
  return (
    <fieldset className="how">
      <legend>{t("cohort.moveLearnerTo")}</legend>
      {targets.map(({ cohortId, name: target, centerName, startsOn, endsOn, capacity, enrolled, waiting }) => {
        const isFull = isTaken({ capacity, enrolled, waiting });
        return (
          <label key={cohortId}>
            <input type="radio" name="target" value={cohortId} defaultChecked={!isFull && (cohortId === chosen || targets.length === 1)} disabled={isFull} />
            <span>
              <strong>{target}</strong> {isFull ? <span className="warn">{t("cohort.moveTargetFull")}</span> : null}
              <br />
              <span className="muted">
                {t("cohort.moveTargetAt", { center: centerName, from: formatDate(startsOn, locale), to: formatDate(endsOn, locale) })}{" "}
                {capacity === null ? null : t("cohort.moveTargetSeats", { enrolled, capacity })}
              </span>
            </span>
          </label>
        );
      })}
      {fault === "none" ? <p className="error">{targets.every((target) => isTaken(target)) ? t("cohort.faultTargetFull") : t("cohort.faultTarget")}</p> : null}
      {fault === "full" ? <p className="error">{t("cohort.faultTargetFull")}</p> : null}
      {fault === "already" ? <p className="error">{t("cohort.faultTargetAlready", { name })}</p> : null}
    </fieldset>
  );
}

/** Whether every place is taken or waited for. */
function isTaken({ capacity, enrolled, waiting }: Pick<MoveTarget, "capacity" | "enrolled" | "waiting">): boolean {
  return capacity !== null && enrolled + waiting >= capacity;
}

/** Through which cohorts a learner came; nothing for who was never moved. */
export function MoveHistory({ moves }: { moves: readonly EnrollmentMove[] }) {
  const { t, locale } = useCopy();
  if (moves.length === 0) return null;
  return (
    <section className="next-part narrow" id="riwayat-rombel">
      <h2>{t("cohort.movesTitle")}</h2>
      <ul>
        {moves.map(({ oldCohort, newCohort, reason, movedAt, movedBy }) => (
          <li key={movedAt.toISOString()}>
            {t("cohort.moveTold", { from: oldCohort, to: newCohort })}
            <br />
            <span className="muted">{t("cohort.moveToldBy", { name: movedBy, date: formatDate(movedAt, locale), reason })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
