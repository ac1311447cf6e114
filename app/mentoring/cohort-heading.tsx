import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";

export interface CohortPlace {
  centerName: string;
  village: string;
  district: string;
  startsOn: string;
  endsOn: string;
}

/** Where and when a cohort meets. */
export function CohortFacts({ cohort }: { cohort: CohortPlace }) {
  const { t, locale } = useCopy();
  return (
    <p className="muted">
      {cohort.centerName}
      <br />
      {cohort.village}, {cohort.district}
      <br />
      {t("mentor.dates", { from: formatDate(cohort.startsOn, locale), to: formatDate(cohort.endsOn, locale) })}
    </p>
  );
}

/** A page of a cohort: the way back to its board, and the page's title. */
export function CohortHeading({ title, cohortName, cohortPath }: { title: string; cohortName: string; cohortPath: string }) {
  const { t } = useCopy();
  return (
    <div className="no-print">
      <p className="muted">
        <a className="touch" href={cohortPath}>
          {t("mentor.backToBoard")}
        </a>{" "}
        <span className="cohort-name">{cohortName}</span>
      </p>
      <h1>{title}</h1>
    </div>
  );
}
