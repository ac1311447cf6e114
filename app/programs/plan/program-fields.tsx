import { useCopy } from "#app/i18n/translate.tsx";
import type { Zone } from "#app/mentoring/village-clock.ts";
import { Field } from "#app/ui/field.tsx";
import type { ProgramFault, TypedProgram } from "./program-form.ts";
import { CurriculaField } from "./curricula-field.tsx";

interface ProgramFieldsProps {
  typed: TypedProgram;
  faults: readonly ProgramFault[];
  curricula: readonly { id: string; title: string; year: number }[];
  zone: Zone;
}

/** What a program is, with what is wrong beside each. */
export function ProgramFields({ typed, faults, curricula, zone }: ProgramFieldsProps) {
  const { t } = useCopy();
  const has = (fault: ProgramFault) => faults.includes(fault);
  const endFault = has("upsideDown") ? t("plan.faultUpsideDown") : has("endsOn") ? t("plan.faultDay") : undefined;
  return (
    <>
      <Field id="name" name="name" label={t("plan.programName")} error={has("name") ? t("plan.faultName", { most: 120 }) : undefined} defaultValue={typed.name} maxLength={120} autoComplete="off" />
      <Field id="ownerName" name="ownerName" label={t("plan.owner")} error={has("ownerName") ? t("plan.faultName", { most: 120 }) : undefined} defaultValue={typed.ownerName} maxLength={120} autoComplete="off" />
      <div className="pair">
        <Field id="startsOn" name="startsOn" type="date" label={t("plan.startsOn")} error={has("startsOn") ? t("plan.faultDay") : undefined} defaultValue={typed.startsOn} />
        <Field id="endsOn" name="endsOn" type="date" label={t("plan.endsOn")} hint={t("plan.endsOnHint")} error={endFault} defaultValue={typed.endsOn} />
      </div>
      <Partners typed={typed} isWrong={has("partners")} />
      <CurriculaField curricula={curricula} chosen={typed.curriculumIds} isWrong={has("curricula")} />
      <LinesField id="fields" label={t("plan.fields")} hint={t("plan.fieldsHint")} error={has("fields") ? t("plan.faultLines") : undefined} typed={typed.fields} />
      <LinesField id="affiliations" label={t("plan.affiliations")} hint={t("plan.affiliationsHint")} error={has("affiliations") ? t("plan.faultAffiliations") : undefined} typed={typed.affiliations} />
      <h2>{t("plan.eventTitle")}</h2>
      <p className="hint muted">{t("plan.eventIntro")}</p>
      <Field id="eventName" name="eventName" label={t("plan.eventName")} error={has("eventName") ? t("plan.faultName", { most: 80 }) : undefined} defaultValue={typed.eventName} maxLength={80} autoComplete="off" />
      <Field id="eventPeople" name="eventPeople" label={t("plan.eventPeople")} error={has("eventPeople") ? t("plan.faultPeople") : undefined} defaultValue={typed.eventPeople} inputMode="numeric" maxLength={7} autoComplete="off" />
      <LinesField id="eventSessions" label={t("plan.eventSessions")} hint={t("plan.eventSessionsHint", { zone })} error={has("eventSessions") ? t("plan.faultSessions") : undefined} typed={typed.eventSessions} />
    </>
  );
}

function Partners({ typed, isWrong }: { typed: TypedProgram; isWrong: boolean }) {
  const { t } = useCopy();
  const rows = [...typed.partners.filter(({ name, gives }) => (name + gives).trim() !== ""), { name: "", gives: "" }, { name: "", gives: "" }];
  return (
    <fieldset className="choices">
      <legend>{t("plan.partners")}</legend>
      <p className="hint muted">{t("plan.partnersHint")}</p>
      {rows.map(({ name, gives }, index) => (
        <div key={index} className="pair plan-partner">
          <Field id={`partner-${index}`} name="partnerName" label={t("plan.partnerName", { number: index + 1 })} defaultValue={name} maxLength={120} autoComplete="off" />
          <Field id={`gives-${index}`} name="partnerGives" label={t("plan.partnerGives", { number: index + 1 })} defaultValue={gives} maxLength={200} autoComplete="off" />
        </div>
      ))}
      {isWrong ? <p className="error">{t("plan.faultPartners")}</p> : null}
    </fieldset>
  );
}

function LinesField({ id, label, hint, error, typed }: { id: string; label: string; hint: string; error: string | undefined; typed: string }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea id={id} name={id} rows={4} defaultValue={typed} aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`} aria-invalid={error ? true : undefined} />
      {error ? (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
