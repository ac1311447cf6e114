import { useCopy } from "#app/i18n/translate.tsx";

/** The way to the pages before and after of a list that is too long for one; nothing where one page holds it. */
export function PagesNav({ page, pages, to }: { page: number; pages: number; to: (page: number) => string }) {
  const { t } = useCopy();
  if (pages === 1) return null;
  return (
    <nav className="row no-print" aria-label={t("plan.pages")}>
      {page > 1 ? (
        <a className="button button-quiet" href={to(page - 1)}>
          {t("plan.pageBefore")}
        </a>
      ) : null}
      <span className="touch">{t("plan.pageOf", { page, pages })}</span>
      {page < pages ? (
        <a className="button button-quiet" href={to(page + 1)}>
          {t("plan.pageNext")}
        </a>
      ) : null}
    </nav>
  );
}
