import { isRouteErrorResponse, useLocation } from "@remix-run/react";
import { useCopy } from "#app/i18n/translate.tsx";
import { Frame, type TextSize } from "./frame.tsx";

/** The title of the page that tells of an error; the application's own name where there is none. */
export function titleOfError(error: unknown): string {
  if (!error) return "Melek Desa";
  return isRouteErrorResponse(error) && error.status === 404 ? "Halaman ini tidak ada · Melek Desa" : "Ada yang tidak beres · Melek Desa";
}

/** What is shown instead of a page: it does not exist, or something broke. */
export function ErrorPage({ error, incident, textSize }: { error: unknown; incident: string | undefined; textSize: TextSize }) {
  const { t } = useCopy();
  const path = useLocation().pathname;
  if (isRouteErrorResponse(error) && error.status === 404) {
    return (
      <Frame who={null} home="/" here="/" textSize={textSize}>
        <h1>{t("layout.notFoundTitle")}</h1>
        <p>{t("layout.notFoundText")}</p>
        <a className="button button-main" href="/">
          {t("layout.toStart")}
        </a>
      </Frame>
    );
  }
  return (
    <Frame who={null} home="/" here={path} textSize={textSize}>
      <h1>{t("layout.errorTitle")}</h1>
      <p>{t("layout.errorText")}</p>
      {incident ? <p className="muted">{t("layout.errorId", { id: incident })}</p> : null}
      <p className="row">
        <a className="button" href={path}>
          {t("layout.tryAgain")}
        </a>
        <a className="button button-quiet" href="/">
          {t("layout.toStart")}
        </a>
      </p>
    </Frame>
  );
}
