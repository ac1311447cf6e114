import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";
import type { LevelFault, TypedLevel } from "./mentor-level.ts";

interface LevelFormProps {
  staffId: string;
  formId: string;
  typed: TypedLevel;
  faults: readonly LevelFault[];
}

/** What is entered about a mentor's level. A page has one for each mentor, so its ids bear the mentor's. */
export function LevelForm({ staffId, formId, typed, faults }: LevelFormProps) {
  const { t } = useCopy();
  const said = (messages: Partial<Record<LevelFault, string>>) => faults.map((fault) => messages[fault]).find(Boolean);
  const field = (name: keyof TypedLevel) => ({ id: `${name}-${staffId}`, name, defaultValue: typed[name], autoComplete: "off" });
  return (
    <form method="post" className="narrow">
      <input type="hidden" name="formId" value={formId} />
      <input type="hidden" name="staffId" value={staffId} />
      {faults.includes("twice") ? (
        <p className="notice notice-warn" role="alert">
          {t("training.faultTwice")}
        </p>
      ) : null}
      <Field label={t("training.programme")} hint={t("training.programmeHint")} error={said({ programme: t("training.faultProgramme") })} list="program-pendamping" {...field("programme")} />
      <Field label={t("training.level")} hint={t("training.levelHint")} error={said({ level: t("training.faultLevel") })} {...field("level")} />
      <Field label={t("training.numberLabel")} hint={t("training.optional")} error={said({ number: t("training.faultNumber") })} {...field("number")} />
      <Field label={t("training.issuedOn")} error={said({ issuedOn: t("training.faultIssuedOn"), issuedLater: t("training.faultIssuedLater") })} {...field("issuedOn")} type="date" />
      <Field
        label={t("training.expiresOn")}
        hint={t("training.expiresHint")}
        error={said({ expiresOn: t("training.faultExpiresOn"), expiresBefore: t("training.faultExpiresBefore") })}
        {...field("expiresOn")}
        type="date"
      />
      <button type="submit" name="do" value="add">
        {t("training.save")}
      </button>
    </form>
  );
}
