import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { WithoutConsent } from "#db/consents.ts";

/** Who of a cohort was not asked yet whether they agree to learning, and who took their consent back; each with the way to record it. */
export function MissingConsents({ learners, cohortPath }: { learners: readonly WithoutConsent[]; cohortPath: string }) {
  const { t } = useCopy();
  const [unasked, withdrawn] = [learners.filter(({ withdrawnAt }) => !withdrawnAt), learners.filter(({ withdrawnAt }) => withdrawnAt)];
  return (
    <>
      {unasked.length > 0 ? <Consents summary={t("consent.missingOnBoard", { count: unasked.length })} learners={unasked} cohortPath={cohortPath} together /> : null}
      {withdrawn.length > 0 ? <Consents summary={t("consent.withdrawnOnBoard", { count: withdrawn.length })} learners={withdrawn} cohortPath={cohortPath} /> : null}
    </>
  );
}

/** `together`: they can be recorded all at once. */
function Consents({ summary, learners, cohortPath, together = false }: { summary: string; learners: readonly WithoutConsent[]; cohortPath: string; together?: boolean }) {
  const { t, locale } = useCopy();
  return (
    <details className="notice notice-warn missing-consents no-print">
      <summary>{summary}</summary>
      {together ? (
        <p>
          <a className="button button-quiet" href={`${cohortPath}/persetujuan`}>
            {t("consent.groupLink")}
          </a>
        </p>
      ) : null}
      <ul>
        {learners.map(({ learnerId, name, withdrawnAt }) => (
          <li key={learnerId}>
            <a className="touch" href={`${cohortPath}/peserta/${learnerId}/persetujuan`}>
              {name}
            </a>
            {withdrawnAt ? ` ${t("consent.withdrawnOn", { date: formatDate(withdrawnAt, locale) })}` : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** That a learner has not agreed to learning yet, or does no more. */
export function MissingConsent({ name, path, withdrawnAt }: { name: string; path: string; withdrawnAt: Date | null }) {
  const { t, locale } = useCopy();
  return (
    <p className="notice notice-warn narrow no-print">
      {withdrawnAt ? t("consent.missingWithdrawn", { date: formatDate(withdrawnAt, locale) }) : t("consent.missing")}{" "}
      <a className="touch" href={`${path}/persetujuan`}>
        {t("consent.missingLink", { name })}
      </a>
    </p>
  );
}
