import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireEditor } from "#app/accounts/access.server.ts";
import { catalog } from "#app/catalog/catalog.server.ts";
import { arrangeFacts, type FactRecord } from "#app/catalog/facts.ts";
import { dayOf, formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";

export const meta: MetaFunction = () => [{ title: "Fakta · Melek Desa" }];

/** Every value of the lessons that somebody else may change, those to be checked first. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireEditor(request);
  return arrangeFacts(catalog().facts, dayOf(new Date()));
}

export default function Facts() {
  const { overdue, soon, later } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <>
      <h1>{t("editor.factsTitle")}</h1>
      <p>{t("editor.factsIntro")}</p>
      <p className={overdue.length > 0 ? "notice notice-warn narrow" : "notice narrow"}>
        {overdue.length > 0 ? t("editor.factsOverdue", { count: overdue.length }) : t("editor.factsNoneOverdue")}{" "}
        {soon.length > 0 ? t("editor.factsSoon", { count: soon.length }) : null}
      </p>
      <div className="wide">
        <table className="folding">
          <caption>{t("editor.factsCaption")}</caption>
          <thead>
            <tr>
              {[t("editor.fact"), t("editor.factValue"), t("editor.factReview"), t("editor.factChecked"), t("editor.factSource")].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {overdue.map((fact) => (
              <FactLine key={fact.id} fact={fact} isOverdue />
            ))}
            {[...soon, ...later].map((fact) => (
              <FactLine key={fact.id} fact={fact} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function FactLine({ fact, isOverdue = false }: { fact: FactRecord; isOverdue?: boolean }) {
  const { t, locale } = useCopy();
  return (
    <tr className={isOverdue ? "needs-help" : undefined}>
      <th scope="row" lang="id">
        <span>
          {fact.text} <code className="muted">{fact.id}</code>
        </span>
      </th>
      <td data-label={t("editor.factValue")} lang="id">
        {fact.value}
      </td>
      <td data-label={t("editor.factReview")}>
        {formatDate(fact.review, locale)}
        {isOverdue ? <strong> ({t("editor.factOverdue")})</strong> : null}
      </td>
      <td data-label={t("editor.factChecked")}>{formatDate(fact.checked, locale)}</td>
      <td data-label={t("editor.factSource")} className="source">
        {fact.source.startsWith("https://") ? (
          <a href={fact.source} rel="noreferrer">
            {new URL(fact.source).hostname}
          </a>
        ) : (
          fact.source
        )}
      </td>
    </tr>
  );
}
