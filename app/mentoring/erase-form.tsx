import { useCopy } from "#app/i18n/translate.tsx";
import type { ErasureAsker } from "#db/term-schema.ts";

export type EraseFault = "why" | "sure";

interface WhatIsErasedProps {
  cohorts: readonly string[];
  isCertified: boolean;
  /** The certificate of this cohort, while it can still be had. */
  download: string | null;
}

/** What deleting a learner's data takes away and what stays, to be told to who asks for it. */
export function WhatIsErased({ cohorts, isCertified, download }: WhatIsErasedProps) {
  const { t } = useCopy();
  return (
    <>
      <p>{t("erasure.intro")}</p>
      <h2>{t("erasure.goneTitle")}</h2>
      <ul>
        {[t("erasure.goneName"), t("erasure.gonePin"), t("erasure.goneNotes"), t("erasure.goneAnswers"), t("erasure.goneGuardian"), t("erasure.goneLists")].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{t("erasure.staysTitle")}</h2>
      <ul>
        {[t("erasure.staysCounts"), t("erasure.staysNumber"), t("erasure.staysConsent"), ...(isCertified ? [t("erasure.staysCertificate")] : [])].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {download ? (
        <p className="notice notice-warn">
          {t("erasure.downloadFirst")}{" "}
          <a className="touch" href={download}>
            {t("certificates.mineDownload")}
          </a>
        </p>
      ) : null}
      {cohorts.length > 1 ? <p>{t("erasure.cohorts", { names: cohorts.join(", ") })}</p> : null}
      <p>{t("erasure.paper")}</p>
    </>
  );
}

interface EraseFormProps {
  name: string;
  action: string;
  askedBy: ErasureAsker | null;
  isSure: boolean;
  faults: readonly EraseFault[];
}

/** Who asks for it, and whether the mentor is sure; neither is set beforehand. */
export function EraseForm({ name, action, askedBy, isSure, faults }: EraseFormProps) {
  const { t } = useCopy();
  const askers = [["learner", t("erasure.whyLearner")], ["guardian", t("erasure.whyGuardian")], ["family", t("erasure.whyFamily")]] as const;
  return (
    <form method="post" action={action} className="card">
      {faults.length > 0 ? (
        <p className="notice notice-error" role="alert">
          {t("erasure.faultSummary")}
        </p>
      ) : null}
      <fieldset className="choices ticks">
        <legend>{t("erasure.whyLegend")}</legend>
        {askers.map(([value, words]) => (
          <label key={value} className="touch tick">
            <input type="radio" name="peminta" value={value} defaultChecked={askedBy === value} />
            <span>{words}</span>
          </label>
        ))}
        {faults.includes("why") ? <p className="error">{t("erasure.faultWhy")}</p> : null}
      </fieldset>
      <div className="field">
        <label className="touch tick">
          <input type="checkbox" name="yakin" value="ya" defaultChecked={isSure} aria-invalid={faults.includes("sure") || undefined} aria-describedby={faults.includes("sure") ? "yakin-salah" : undefined} />
          <span>{t("erasure.sure", { name })}</span>
        </label>
        {faults.includes("sure") ? (
          <p className="error" id="yakin-salah">
            {t("erasure.faultSure")}
          </p>
        ) : null}
      </div>
      <button type="submit" className="button-main">
        {t("erasure.submit")}
      </button>
    </form>
  );
}
