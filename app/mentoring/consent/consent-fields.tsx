import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";
import type { ConsentPurpose } from "#db/term-schema.ts";
import type { ConsentFault, TypedConsent } from "./consent.ts";

export interface ShownConsentText {
  version: number;
  parts: { question: string; answer: string }[];
}

/** What is read aloud, in the language that it was written in. */
export function ConsentText({ text }: { text: ShownConsentText }) {
  const { t } = useCopy();
  return (
    <div className="consent-text" lang="id">
      <dl>
        {text.parts.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t("consent.textVersion", { version: text.version })}</p>
    </div>
  );
}

interface ConsentFieldsProps {
  asked: readonly ConsentPurpose[];
  typed: TypedConsent;
  faults: readonly ConsentFault[];
}

/** A tick for each purpose that is asked, none of them set beforehand; how they agreed; and who agrees for a child. */
export function ConsentFields({ asked, typed, faults }: ConsentFieldsProps) {
  const { t } = useCopy();
  const optional = ([["certificate", t("consent.certificate")], ["photo", t("consent.photo")], ["statistics", t("consent.statistics")]] as const).filter(([purpose]) => asked.includes(purpose));
  const channels = [["read-aloud", t("consent.channelAloud")], ["paper", t("consent.channelPaper")], ["screen", t("consent.channelScreen")]] as const;
  const tick = (purpose: ConsentPurpose, words: string, isWrong = false) => (
    <label key={purpose} className="touch tick">
      <input type="checkbox" name="setuju" value={purpose} defaultChecked={typed.purposes.includes(purpose)} aria-invalid={isWrong || undefined} />
      <span>
        {words}
        {purpose === "certificate" ? <span className="muted"> {t("consent.certificateHint")}</span> : null}
      </span>
    </label>
  );
  return (
    <>
      {asked.includes("learning") ? (
        <div className="field">
          {tick("learning", t("consent.readAloud"), faults.includes("learning"))}
          {faults.includes("learning") ? <p className="error">{t("consent.faultLearning")}</p> : null}
        </div>
      ) : null}
      {optional.length > 0 ? (
        <fieldset className="choices ticks">
          <legend>{t("consent.others")}</legend>
          {optional.map(([purpose, words]) => tick(purpose, words))}
          {faults.includes("nothing") ? <p className="error">{t("consent.faultNothing")}</p> : null}
        </fieldset>
      ) : null}
      <fieldset className="choices">
        <legend>{t("consent.channel")}</legend>
        {channels.map(([value, words]) => (
          <label key={value} className="touch">
            <input type="radio" name="cara" value={value} defaultChecked={typed.channel === value} />
            {words}
          </label>
        ))}
        {faults.includes("channel") ? <p className="error">{t("consent.faultChannel")}</p> : null}
      </fieldset>
      <Field
        id="wali"
        name="wali"
        label={t("consent.guardian")}
        hint={t("consent.guardianHint")}
        error={faults.includes("guardian") ? t("consent.faultGuardian") : faults.includes("guardianOrAge") ? t("consent.faultGuardianOrAge") : undefined}
        defaultValue={typed.guardianName}
        maxLength={80}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
      />
      {typed.isOfAge || faults.includes("guardianOrAge") ? (
        <label className="touch tick">
          <input type="checkbox" name="dewasa" value="ya" defaultChecked={typed.isOfAge} />
          <span>{t("consent.isOfAge")}</span>
        </label>
      ) : null}
    </>
  );
}
