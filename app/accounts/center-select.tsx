import { useCopy } from "#app/i18n/translate.tsx";
import type { CohortPlace } from "#db/cohort-places.ts";

/** A choice among the centres of a program, district by district. */
export function CenterSelect({ places, chosen, isWrong, none, hint }: { places: readonly CohortPlace[]; chosen: string; isWrong: boolean; none: string; hint: string }) {
  const { t } = useCopy();
  const districts = [...new Set(places.map(({ district }) => district))];
  return (
    <div className="field">
      <label htmlFor="center">{t("accounts.centerChoice")}</label>
      <p className="hint" id="center-hint">
        {hint}
      </p>
      <select id="center" name="center" defaultValue={chosen} aria-describedby="center-hint" aria-invalid={isWrong ? true : undefined}>
        <option value="">{none}</option>
        {districts.map((district) => (
          <optgroup key={district} label={district}>
            {places
              .filter((place) => place.district === district)
              .map(({ villageCode, centerId, centerName, village }) => (
                <option key={centerId} value={`${villageCode}_${centerId}`}>
                  {t("accounts.centerIn", { village, center: centerName })}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      {isWrong ? <p className="error">{t("accounts.faultCenter")}</p> : null}
    </div>
  );
}
