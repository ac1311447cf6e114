import { formatFullDate, formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { cohortAnchor } from "../area-address.ts";
import { countText } from "../figures.ts";
import { wordsOfKind } from "./anomaly-words.ts";
import type { AnomalyReport, AnomalySection } from "./read-anomalies.server.ts";

export interface AnomalyPageProps {
  report: AnomalyReport;
  /** The place or the program that is asked about, as one says it, and its own page. */
  name: string;
  home: string;
  /** This page's own address. */
  path: string;
  /** Where the pages of places stand. */
  base: string;
}

/** What a lead may ask mentors about: rules and counts by cohort, and what may well be behind them. */
export function AnomalyPage({ report: { sections, paging, checkedUntil }, name, home, path, base }: AnomalyPageProps) {
  const { t, locale } = useCopy();
  return (
    <>
      <p className="no-print">
        <a className="touch" href={home}>
          {name}
        </a>
      </p>
      <h1>{t("anomalies.title")}</h1>
      <p className="muted">
        {t("anomalies.of", { name })}. {t("anomalies.checked", { day: formatFullDate(checkedUntil, locale) })}
      </p>
      <p className="notice narrow">{t("anomalies.intro")}</p>
      {sections.length === 0 ? <p className="card narrow">{t("anomalies.none")}</p> : null}
      {sections.map((section) => (
        <Section key={section.kind} section={section} path={path} base={base} isOneKind={paging !== null} />
      ))}
      {paging ? <Pages {...paging} path={path} /> : null}
      <section className="notes" aria-labelledby="cara-membaca">
        <h2 id="cara-membaca">{t("anomalies.noteTitle")}</h2>
        <p>{t("anomalies.notePeople")}</p>
        <p>{t("anomalies.noteDevice")}</p>
        <p>{t("anomalies.noteKept")}</p>
      </section>
    </>
  );
}

function Section({ section, path, base, isOneKind }: { section: AnomalySection; path: string; base: string; isOneKind: boolean }) {
  const copy = useCopy();
  const { t, locale } = copy;
  const { kind, findings, cohorts, rows } = section;
  const { title, rule, ask, harmless } = wordsOfKind(kind, copy);
  return (
    <section className="card anomaly" aria-labelledby={kind}>
      <h2 id={kind}>{title}</h2>
      <p>{t("anomalies.found", { findings: formatNumber(findings, locale), cohorts: formatNumber(cohorts, locale) })}</p>
      <dl>
        <dt>{t("anomalies.ask")}</dt>
        <dd className="ask">{ask}</dd>
        <dt>{t("anomalies.harmless")}</dt>
        <dd>
          <ul>
            {harmless.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </dd>
        <dt>{t("anomalies.rule")}</dt>
        <dd>{rule}</dd>
      </dl>
      <table className="folding">
        <caption>{t("anomalies.caption", { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("anomalies.cohort")}</th>
            <th scope="col">{t("anomalies.place")}</th>
            <th scope="col">{t("anomalies.day")}</th>
            <th scope="col" className="number">
              {t("anomalies.people")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ villageCode, cohortId, day, cohort, village, district, people, mentors }) => (
            <tr key={`${cohortId} ${day}`}>
              <th scope="row">
                <a href={`${base}/${villageCode}#${cohortAnchor(cohortId)}`}>{cohort}</a>
                {mentors.length > 0 ? <span className="detail">{t("anomalies.mentors", { names: mentors.join(", ") })}</span> : null}
              </th>
              <td data-label={t("anomalies.place")}>{t("anomalies.village", { village, district })}</td>
              <td data-label={t("anomalies.day")}>{formatFullDate(day, locale)}</td>
              <td className="number" data-label={t("anomalies.people")}>
                {countText(people, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!isOneKind && findings > rows.length ? (
        <p className="no-print">
          <a className="touch" href={`${path}?jenis=${kind}`}>
            {t("anomalies.all", { count: findings })}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Pages({ kind, page, pages, path }: NonNullable<AnomalyReport["paging"]> & { path: string }) {
  const { t } = useCopy();
  const to = (number: number) => `${path}?jenis=${kind}&halaman=${number}`;
  return (
    <nav className="row no-print" aria-label={t("anomalies.pages")}>
      <a className="button button-quiet" href={path}>
        {t("anomalies.back")}
      </a>
      {page > 1 ? (
        <a className="button button-quiet" href={to(page - 1)}>
          {t("anomalies.before")}
        </a>
      ) : null}
      {pages > 1 ? <span className="touch">{t("anomalies.pageOf", { page, pages })}</span> : null}
      {page < pages ? (
        <a className="button button-quiet" href={to(page + 1)}>
          {t("anomalies.next")}
        </a>
      ) : null}
    </nav>
  );
}
