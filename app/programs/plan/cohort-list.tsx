import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { VillageCohort } from "#db/village-cohorts.ts";

/** The cohorts of a village in its plan, also the empty ones: where, from when to when, and for who leads the program also who mentors them. */
export function CohortList({ cohorts, mayWrite }: { cohorts: readonly VillageCohort[]; mayWrite: boolean }) {
  const { t, locale } = useCopy();
  return (
    <section className="card">
      <h2>{t("plan.cohortsTitle")}</h2>
      {cohorts.length === 0 ? <p>{mayWrite ? t("plan.cohortsNoneYours") : t("plan.cohortsNone")}</p> : null}
      <ul>
        {cohorts.map(({ cohortId, name, centerName, startsOn, endsOn, mentors }) => (
          <li key={cohortId}>
            {mayWrite ? <a href={`/mentor/rombel/${cohortId}/pendamping`}>{name}</a> : name}, {centerName}
            <br />
            {t("plan.cohortPeriod", { from: formatDate(startsOn, locale), to: formatDate(endsOn, locale) })}{" "}
            {mayWrite ? (mentors.length > 0 ? t("plan.cohortMentors", { names: mentors.join(", ") }) : t("plan.cohortNoMentor")) : null}
          </li>
        ))}
      </ul>
      {mayWrite && cohorts.length > 0 ? <p className="muted">{t("plan.cohortsNote")}</p> : null}
    </section>
  );
}
