import { useCopy } from "#app/i18n/translate.tsx";

export interface PasswordSlipContent {
  name: string;
  username: string;
  password: string;
  /** The site's host, as typed into a browser. */
  site: string;
}

/** A new user name and password, shown once, as a slip to print and hand over, or to copy by hand. */
export function PasswordSlip({ content }: { content: PasswordSlipContent }) {
  const { t } = useCopy();
  return (
    <>
      <p className="notice notice-warn no-print" role="status">
        {t("accounts.slipOnce")}
      </p>
      <section className="card pin-card" aria-label={t("accounts.slipTitle")}>
        <p className="muted">{t("layout.appName")}</p>
        <h2>{content.name}</h2>
        <dl>
          <div>
            <dt>{t("accounts.slipAddress")}</dt>
            <dd>{content.site}</dd>
          </div>
          <div>
            <dt>{t("accounts.username")}</dt>
            <dd>{content.username}</dd>
          </div>
          <div>
            <dt>{t("accounts.slipPassword")}</dt>
            <dd className="one-password">{content.password}</dd>
          </div>
        </dl>
        <p>{t("accounts.slipHow")}</p>
        <p>
          <strong>{t("accounts.slipChange")}</strong>
        </p>
      </section>
    </>
  );
}
