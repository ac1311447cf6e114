import { useCopy } from "#app/i18n/translate.tsx";

interface Props {
  curricula: readonly { id: string; year: number; title: string }[];
  chosen: readonly string[];
  isWrong: boolean;
}

/** Which curricula a program teaches: one at least. */
export function CurriculaField({ curricula, chosen, isWrong }: Props) {
  const { t } = useCopy();
  return (
    <fieldset className="choices" aria-describedby={isWrong ? "curricula-error" : undefined}>
      <legend>{t("plan.curricula")}</legend>
      {curricula.map(({ id, title, year }) => (
        <label key={id} className="touch">
          <input type="checkbox" name="curriculum" value={id} defaultChecked={chosen.includes(id)} />
          <span>{t("plan.curriculum", { year, title })}</span>
        </label>
      ))}
      {isWrong ? (
        <p className="error" id="curricula-error">
          {t("plan.faultCurricula")}
        </p>
      ) : null}
    </fieldset>
  );
}
