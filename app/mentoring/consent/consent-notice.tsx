import { useCopy } from "#app/i18n/translate.tsx";

/** Who of a cohort has not agreed to learning yet, each with the way to record it. */
export function MissingConsents({ learners, cohortPath }: { learners: readonly { learnerId: string; name: string }[]; cohortPath: string }) {
  const { t } = useCopy();
  if (learners.length === 0) return null;
  return (
    <details className="notice notice-warn missing-consents no-print">
      <summary>{t("consent.missingOnBoard", { count: learners.length })}</summary>
      <ul>
        {learners.map(({ learnerId, name }) => (
          <li key={learnerId}>
            <a className="touch" href={`${cohortPath}/peserta/${learnerId}/persetujuan`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** That a learner has not agreed to learning yet, or does no more. */
export function MissingConsent({ name, path }: { name: string; path: string }) {
  const { t } = useCopy();
  return (
    <p className="notice notice-warn narrow no-print">
      {t("consent.missing")}{" "}
      <a className="touch" href={`${path}/persetujuan`}>
        {t("consent.missingLink", { name })}
      </a>
    </p>
  );
}
