import { useCopy } from "#app/i18n/translate.tsx";
import { openingTimes } from "#app/mentoring/session-words.ts";
import { zoneOf } from "#app/mentoring/village-clock.ts";
import type { VillageCenter } from "#db/village-centers.ts";

/** The internet centres of a village in its plan, and the way to where they are kept. */
export function CenterList({ centers, villageCode, path, mayWrite }: { centers: readonly VillageCenter[]; villageCode: string; path: string; mayWrite: boolean }) {
  const copy = useCopy();
  const { t } = copy;
  return (
    <section className="card">
      <h2>{t("accounts.centersHeading")}</h2>
      {centers.length === 0 ? <p>{t("accounts.centersNone")}</p> : null}
      <ul>
        {centers.map(({ centerId, name, hours, closed }) => (
          <li key={centerId}>
            {name} {closed ? <span className="muted">{t("accounts.centerIsClosed")}</span> : null}
            {hours.length > 0 && !closed ? <p className="muted">{openingTimes(hours, zoneOf(villageCode), copy)}</p> : null}
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
