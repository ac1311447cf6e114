import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";
import type { CenterLearner } from "#db/learners.ts";
import { type ConsentFault, consentPurposes, type TypedConsent } from "./consent/consent.ts";
import { ConsentFields, ConsentText, type ShownConsentText } from "./consent/consent-fields.tsx";
import { minimumAge, type RegistrationFault, type TypedRegistration } from "./registration.ts";

interface RegistrationFormProps {
  formId: string;
  typed: TypedRegistration;
  faults: readonly RegistrationFault[];
  text: ShownConsentText;
  consent: { typed: TypedConsent; faults: readonly ConsentFault[] };
  /** Who has this name already; empty unless the mentor must be asked. */
  namesakes: readonly CenterLearner[];
  cohortPath: string;
}

/** Name, birth year, gender and consent of a new learner; asks once more where the name is known. Enter registers, and the next one can be typed at once. */
export function RegistrationForm({ formId, typed, faults, text, consent, namesakes, cohortPath }: RegistrationFormProps) {
  const { t } = useCopy();
  const isAsking = namesakes.length > 0;
  return (
    <>
      {faults.length + consent.faults.length > 0 ? (
        <p className="notice notice-error" role="alert">
          {t("mentor.faultSummary")}
        </p>
      ) : null}
      {isAsking ? <Namesakes namesakes={namesakes} cohortPath={cohortPath} /> : null}
      <form method="post" action={`${cohortPath}/peserta-baru`} className="card">
        <input type="hidden" name="formId" value={formId} />
        {isAsking ? <input type="hidden" name="confirmedName" value={typed.name} /> : null}
        <RegistrationFields typed={typed} faults={faults} />
        <details className="consent">
          <summary>{t("consent.readText")}</summary>
          <ConsentText text={text} />
        </details>
        <ConsentFields asked={consentPurposes} typed={consent.typed} faults={consent.faults} />
        <button type="submit" className="button-main" name="lagi" value="ya">{isAsking ? t("mentor.anotherPerson") : t("mentor.registerAgain")}</button>
        <button type="submit" className="button-quiet register-card">{t("mentor.registerCard")}</button>
      </form>
    </>
  );
}

/** Name, birth year and gender, with what is wrong with each. */
export function RegistrationFields({ typed, faults }: Pick<RegistrationFormProps, "typed" | "faults">) {
  const { t } = useCopy();
  const years = faults.includes("tooYoung") ? t("mentor.faultTooYoung", { age: minimumAge }) : t("mentor.faultBirthYear");
  const genders = [
    ["", t("mentor.genderNone")],
    ["female", t("mentor.female")],
    ["male", t("mentor.male")],
  ] as const;
  return (
    <>
      <Field
        id="name"
        name="name"
        label={t("mentor.name")}
        hint={t("mentor.nameHint")}
        error={faults.includes("name") ? t("mentor.faultName") : undefined}
        defaultValue={typed.name}
        autoFocus
        maxLength={80}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
      />
      <Field
        id="birthYear"
        name="birthYear"
        label={t("mentor.birthYear")}
        hint={t("mentor.birthYearHint", { age: minimumAge })}
        error={faults.includes("birthYear") || faults.includes("tooYoung") ? years : undefined}
        defaultValue={typed.birthYear}
        inputMode="numeric"
        autoComplete="off"
      />
      <fieldset className="choices">
        <legend>{t("mentor.gender")}</legend>
        {genders.map(([value, label]) => (
          <label key={value} className="touch">
            <input type="radio" name="gender" value={value} defaultChecked={typed.gender === value} />
            {label}
          </label>
        ))}
        {faults.includes("gender") ? <p className="error">{t("mentor.faultGender")}</p> : null}
      </fieldset>
    </>
  );
}

function Namesakes({ namesakes, cohortPath }: Pick<RegistrationFormProps, "namesakes" | "cohortPath">) {
  const { t } = useCopy();
  return (
    <section className="notice notice-warn" role="alert">
      <h2>{t("mentor.namesakeTitle")}</h2>
      <p>{t("mentor.namesakeText")}</p>
      <ul>
        {namesakes.map((learner) => (
          <li key={learner.learnerId}>
            <strong>{learner.name}</strong>, {t("mentor.number").toLowerCase()} {learner.number},{" "}
            {learner.birthYear === null ? t("mentor.namesakeBornUnknown") : t("mentor.namesakeBorn", { year: learner.birthYear })}.{" "}
            {learner.isInCohort ? (
              t("mentor.namesakeHere")
            ) : (
              <a className="touch" href={`${cohortPath}/tambah?cari=${learner.number}`}>
                {t("mentor.namesakeAdd")}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
