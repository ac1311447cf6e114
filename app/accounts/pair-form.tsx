import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";

/** What is wrong with the form that pairs a device, by field. */
export interface DeviceErrors {
  center?: string;
  name?: string;
}

interface PairFormProps {
  centers: { key: string; name: string; village: string; devices: readonly unknown[] }[];
  formId: string;
  typed: { center: string; name: string } | undefined;
  errors: DeviceErrors;
}

/** Pairs the device that it is filled in on with one of the mentor's centres. */
export function PairForm({ centers, formId, typed, errors }: PairFormProps) {
  const { t } = useCopy();
  const [only] = centers;
  const suggested = centers.length === 1 && only ? t("devices.suggested", { number: only.devices.length + 1 }) : "";
  return (
    <form method="post" action="/mentor/perangkat" className="card">
      <h2>{t("devices.hereTitle")}</h2>
      <p>{t("devices.pairIntro")}</p>
      <input type="hidden" name="formId" value={formId} />
      {centers.length === 1 && only ? (
        <input type="hidden" name="pusat" value={only.key} />
      ) : (
        <fieldset className="choices">
          <legend>{t("devices.center")}</legend>
          {errors.center ? <p className="error">{errors.center}</p> : null}
          {centers.map(({ key, name, village }) => (
            <label key={key} className="touch">
              <input type="radio" name="pusat" value={key} defaultChecked={typed?.center === key} />
              {name}, {village}
            </label>
          ))}
        </fieldset>
      )}
      <Field id="nama" name="nama" label={t("devices.name")} hint={t("devices.nameHint")} error={errors.name} defaultValue={typed?.name ?? suggested} maxLength={30} autoComplete="off" />
      <button type="submit">{t("devices.pair")}</button>
    </form>
  );
}
