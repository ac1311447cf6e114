import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { RecordedConsent } from "#db/consents.ts";
import type { ConsentPurpose } from "#db/term-schema.ts";
import { consentPurposes } from "./consent.ts";

/** What is recorded for each purpose, and a button that takes back what was agreed to. */
export function ConsentStanding({ consents, formId, path }: { consents: readonly RecordedConsent[]; formId: string; path: string }) {
  const { t } = useCopy();
  const words: Record<ConsentPurpose, string> = {
    learning: t("consent.purposeLearning"),
    certificate: t("consent.purposeCertificate"),
    photo: t("consent.purposePhoto"),
    statistics: t("consent.purposeStatistics"),
  };
  return (
    <ul className="plain people">
      {consentPurposes.map((purpose) => {
        const consent = consents.find((recorded) => recorded.purpose === purpose);
        return (
          <li key={purpose}>
            <span>
              <strong>{words[purpose]}</strong>
              <br />
              {consent ? <Answer consent={consent} /> : <span className="muted">{t("consent.notAsked")}</span>}
            </span>
            {consent?.given ? (
              <form method="post" action={path}>
                <input type="hidden" name="formId" value={formId} />
                {purpose === "learning" ? (
                  <details className="withdraw">
                    <summary>{t("consent.withdraw")}</summary>
                    <p className="muted">{t("consent.withdrawLearningNote")}</p>
                    <Withdraw purpose={purpose} label={t("consent.withdrawSure")} words={words[purpose]} />
                  </details>
                ) : (
                  <Withdraw purpose={purpose} label={t("consent.withdraw")} words={words[purpose]} />
                )}
              </form>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function Withdraw({ purpose, label, words }: { purpose: ConsentPurpose; label: string; words: string }) {
  const { t } = useCopy();
  return (
    <button type="submit" className="button-quiet" name="cabut" value={purpose}>
      {label} <span className="visually-hidden">{t("consent.withdrawFor", { purpose: words })}</span>
    </button>
  );
}

function Answer({ consent: { given, isWithdrawn, recordedAt, channel, witness, textVersion, guardianName } }: { consent: RecordedConsent }) {
  const { t, locale } = useCopy();
  const channels = { "read-aloud": t("consent.channelAloud"), paper: t("consent.channelPaper"), screen: t("consent.channelScreen") };
  const facts = { date: formatDate(recordedAt, locale), channel: channels[channel].toLowerCase(), name: witness ?? "–", version: textVersion };
  return (
    <>
      <strong className={given ? "ok" : undefined}>{given ? t("consent.given") : isWithdrawn ? t("consent.withdrawn") : t("consent.refused")}</strong>{" "}
      <span className="muted">
        {t("consent.recordedBy", facts)}
        {guardianName ? `, ${t("consent.guardianWas", { name: guardianName })}` : null}
      </span>
    </>
  );
}
