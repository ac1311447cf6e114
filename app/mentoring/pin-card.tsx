import { useCopy } from "#app/i18n/translate.tsx";

export interface PinCardContent {
  name: string;
  number: number;
  pin: string;
  village: string;
  centerName: string;
  /** The site's host, as typed into a browser. */
  site: string;
}

/** A learner's number and PIN, shown once, as a card to print and cut out or to copy by hand. */
export function PinCard({ content }: { content: PinCardContent }) {
  const { t } = useCopy();
  return (
    <>
      <p className="notice notice-warn no-print">
        {t("mentor.cardOnce")} {t("mentor.cardPrint")}
      </p>
      <section className="card pin-card" aria-label={t("mentor.cardTitle")}>
        <p className="muted">{t("layout.appName")}</p>
        <h2>{content.name}</h2>
        <dl>
          <div className="big">
            <dt>{t("mentor.cardNumber")}</dt>
            <dd>{content.number}</dd>
          </div>
          <div className="big">
            <dt>{t("mentor.cardPin")}</dt>
            <dd>{content.pin}</dd>
          </div>
          <div>
            <dt>{t("mentor.cardVillage")}</dt>
            <dd>{content.village}</dd>
          </div>
          <div>
            <dt>{t("mentor.cardCenter")}</dt>
            <dd>{content.centerName}</dd>
          </div>
          <div>
            <dt>{t("mentor.cardAddress")}</dt>
            <dd>{content.site}</dd>
          </div>
        </dl>
        <p>
          <strong>{t("mentor.cardSecret")}</strong>
        </p>
      </section>
    </>
  );
}
