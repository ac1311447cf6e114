import { useCopy } from "#app/i18n/translate.tsx";
import type { VillageCenter } from "#db/village-centers.ts";

/** The internet centres of a village in its plan, and the way to where they are kept. */
export function CenterList({ centers, path, mayWrite }: { centers: readonly VillageCenter[]; path: string; mayWrite: boolean }) {
  const { t } = useCopy();
  return (
    <section className="card">
      <h2>{t("accounts.centersHeading")}</h2>
      {centers.length === 0 ? <p>{t("accounts.centersNone")}</p> : null}
      <ul>
        {centers.map(({ centerId, name, closed }) => (
          <li key={centerId}>
            {name} {closed ? <span className="muted">{t("accounts.centerIsClosed")}</span> : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <p>
          <a className="button button-quiet" href={`${path}/pusat`}>
            {t("accounts.centersKeep")}
          </a>
        </p>
      ) : null}
    </section>
  );
}
