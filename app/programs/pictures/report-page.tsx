import { formatDate, formatNumber, formatTime } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { headlineOf, sentenceOfPeople } from "../area-page.tsx";
import type { AreaReport } from "../area-report.ts";
import { nameOf } from "../area-words.ts";
import type { NamedCurriculum } from "../curriculum-words.ts";
import { lastHeardSentence } from "../figures.ts";
import type { Headline } from "../headline.ts";
import { ProgramHeadline } from "../program-headline.tsx";
import { AreaPictures } from "./area-pictures.tsx";
import { withChoice } from "./choice.ts";
import { CurriculumChoice } from "./curriculum-choice.tsx";
import { PictureHeading } from "./picture-heading.tsx";
import type { StalledReport } from "./read-stalled.server.ts";
import { StalledTable, type StalledTableProps } from "./stalled-table.tsx";
import { Legend, standingsText } from "./tiles-page.tsx";
import type { Standing } from "./tiles.ts";

export interface ReportPageProps {
  program: { id: string; name: string; ownerName: string };
  report: AreaReport;
  curricula: readonly NamedCurriculum[];
  /** The program's own first sentence; null of a part of its region, or of one curriculum alone. */
  headline: Headline | null;
  counts: Record<Standing, number>;
  stalled: StalledReport;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** A place on one sheet of paper: what is reached, in pictures, and which villages stand still. */
export function ReportPage({ program, report, curricula, headline, counts, stalled, today }: ReportPageProps) {
  const copy = useCopy();
  const { t, locale } = copy;
  const { whole, curriculumId } = report;
  const place = nameOf(whole.area, copy);
  const path = (page: string) => `/program/${program.id}/${page}/${whole.area.code}`;
  return (
    <article className="sheet">
      <PictureHeading program={program} area={whole.area} curricula={curricula} curriculumId={curriculumId} title={t("pictures.reportTitle", { place })} />
      <p className="muted">
        {program.ownerName} · {report.asOf ? t("program.asOf", { date: formatDate(report.asOf, locale), time: formatTime(report.asOf, locale) }) : t("area.counting")}
      </p>
      <p className="notice no-print">{t("pictures.reportHint")}</p>
      <CurriculumChoice curricula={curricula} chosen={curriculumId} addressOf={(id) => withChoice(path("laporan"), { kurikulum: id })} />
      {headline ? <ProgramHeadline headline={headline} /> : null}
      <p className={headline ? undefined : "headline"}>
        {headlineOf(whole, copy)} {sentenceOfPeople(whole, copy)}
      </p>
      {whole.lastHeard.kind === "never" ? null : <p>{lastHeardSentence(whole.lastHeard, copy)}</p>}
      <AreaPictures report={report} />
      <section>
        <h2>{t("pictures.tilesTitle", { place })}</h2>
        <p>{standingsText(counts, copy)}</p>
        <Legend counts={counts} />
      </section>
      <section>
        <h2>{t("pictures.stalledTitle", { place })}</h2>
        {stalled.total === 0 ? <p>{stalled.isCounted ? t("pictures.stalledNone") : t("area.counting")}</p> : <Stalled report={stalled} namesRegency={whole.area.kind === "province"} programId={program.id} curriculumId={curriculumId} today={today} />}
        {stalled.total > stalled.rows.length ? (
          <p>
            {t("pictures.stalledMore", { count: stalled.total - stalled.rows.length })}{" "}
            <a className="no-print" href={withChoice(path("terhenti"), { kurikulum: curriculumId })}>
              {t("pictures.stalledAll")}
            </a>
          </p>
        ) : null}
      </section>
    </article>
  );
}

function Stalled({ report, ...props }: { report: StalledReport } & Omit<StalledTableProps, "rows" | "caption">) {
  const { t, locale } = useCopy();
  return <StalledTable {...props} rows={report.rows} caption={t("pictures.stalledLongest", { total: formatNumber(report.total, locale), shown: formatNumber(report.rows.length, locale) })} />;
}
