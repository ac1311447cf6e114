import { formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { ReachedStage } from "#db/program-stages.ts";
import type { OtherVillage, Target } from "#db/program-targets.ts";
import { FarthestStage } from "./plan-parts.tsx";

/** Target villages with what each is to reach and how far it has come. */
export function TargetTable({ targets, stages, today, path, found, query }: { targets: readonly Target[]; stages: readonly ReachedStage[]; today: string; path: string; found: number; query: string }) {
  const { t, locale } = useCopy();
  if (found === 0) return <p className="notice narrow">{query ? t("plan.nothingFound", { query }) : t("plan.noTargets")}</p>;
  return (
    <div className="wide">
      <table className="folding targets">
        <caption>{t("plan.tableCaption", { found: formatNumber(found, locale) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("plan.village")}</th>
            <th scope="col">{t("plan.district")}</th>
            <th scope="col">{t("plan.code")}</th>
            <th scope="col" className="number">
              {t("plan.targetPeople")}
            </th>
            <th scope="col">{t("plan.wave")}</th>
            <th scope="col">{t("plan.stage")}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ villageCode, village, district, learners, wave, isRetired }) => (
            <tr key={villageCode}>
              <th scope="row">
                <a href={`${path}/${villageCode}`}>{village}</a>
              </th>
              <td data-label={t("plan.district")}>{district}</td>
              <td data-label={t("plan.code")}>{isRetired ? t("plan.retiredCode", { code: villageCode }) : villageCode}</td>
              <td data-label={t("plan.targetPeople")} className="number">
                {formatNumber(learners, locale)}
              </td>
              <td data-label={t("plan.wave")}>{wave ?? t("plan.noWave")}</td>
              <td data-label={t("plan.stage")}>
                <FarthestStage stages={stages.filter((stage) => stage.villageCode === villageCode)} today={today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Villages of the region that are not on the list, each with the way to put it there. */
export function OtherVillages({ villages, found, path }: { villages: readonly OtherVillage[]; found: number; path: string }) {
  const { t, locale } = useCopy();
  if (villages.length === 0) return null;
  return (
    <section className="next-part no-print">
      <h2>{t("plan.othersTitle")}</h2>
      <ul className="plain people">
        {villages.map(({ villageCode, village, district }) => (
          <li key={villageCode}>
            <span>
              <strong>{village}</strong> <span className="muted">{t("plan.otherPlace", { district, code: villageCode })}</span>
            </span>
            <a className="button button-quiet" href={`${path}/${villageCode}`}>
              {t("plan.addLink")} <span className="visually-hidden">{village}</span>
            </a>
          </li>
        ))}
      </ul>
      {found > villages.length ? <p className="muted">{t("plan.othersMore", { shown: formatNumber(villages.length, locale), found: formatNumber(found, locale) })}</p> : null}
    </section>
  );
}
