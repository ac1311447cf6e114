import { formatDate, formatNumber, formatTime } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import { sentenceOfPeople } from "../area-page.tsx";
import type { Area, AreaReport } from "../area-report.ts";
import { nameOf } from "../area-words.ts";
import type { NamedCurriculum } from "../curriculum-words.ts";
import { lastHeardSentence } from "../figures.ts";
import type { Headline } from "../headline.ts";
import { ProgramHeadline } from "../program-headline.tsx";
import { AreaPictures } from "./area-pictures.tsx";
import { withChoice } from "./choice.ts";
import { CurriculumChoice } from "./curriculum-choice.tsx";
import { PictureHeading } from "./picture-heading.tsx";
import { PlacesTable } from "./places-table.tsx";
import type { StalledReport } from "./read-stalled.server.ts";
import { ProgramFrame, type ReportedProgram, SignatureLines } from "./report-frame.tsx";
import { mostNamed, type ReportPlaces, roomForStalled } from "./report-places.ts";
import { daysBetween, stalledDays } from "./stalled.ts";
import { StalledTable, type StalledTableProps } from "./stalled-table.tsx";
import { Legend, standingsText } from "./tiles-page.tsx";
import type { StandingCounts } from "./tiles.ts";

export interface ReportPageProps {
  program: ReportedProgram & { id: string; name: string };
  report: AreaReport;
  curricula: readonly NamedCurriculum[];
  /** The program's own first sentence; null of a part of its region, or of one curriculum alone. */
  headline: Headline | null;
  counts: StandingCounts;
  places: ReportPlaces;
  stalled: StalledReport;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** A place on one sheet of paper: what is reached, in pictures and place by place, which villages stand still, and lines to sign on. */
export function ReportPage({ program, report, curricula, headline, counts, places, stalled, today }: ReportPageProps) {
  const copy = useCopy();
  const { t, locale } = copy;
  const { whole, curriculumId } = report;
  const place = nameOf(whole.area, copy);
  const rows = stalled.rows.slice(0, roomForStalled(places.places));
  const path = (page: string) => `/program/${program.id}/${page}/${whole.area.code}`;
  return (
    <article className="sheet">
      <PictureHeading program={program} area={whole.area} curricula={curricula} curriculumId={curriculumId} title={t("pictures.reportTitle", { place })} />
      <p className="muted">
        {report.asOf ? t("program.asOf", { date: formatDate(report.asOf, locale), time: formatTime(report.asOf, locale) }) : t("area.counting")} {whole.lastHeard.kind === "never" ? null : lastHeardSentence(whole.lastHeard, copy)}
      </p>
      <p className="notice no-print">{t("pictures.reportHint")}</p>
      <CurriculumChoice curricula={curricula} chosen={curriculumId} addressOf={(id) => withChoice(path("laporan"), { kurikulum: id })} />
      {headline ? <ProgramHeadline headline={headline} /> : null}
      <p className={headline ? undefined : "headline"}>{standingsText(counts, copy)}</p>
      <p>{sentenceOfPeople(whole, copy)}</p>
      <ProgramFrame program={program} />
      <AreaPictures report={report} />
      <section>
        <h2>{t("pictures.tilesTitle", { place })}</h2>
        <Legend counts={counts} />
      </section>
      <PlacesTable {...places} whole={whole} counts={counts} />
      <section>
        <h2>{t("pictures.stalledTitle", { place })}</h2>
        {rows.length > 0 ? <Stalled report={{ ...stalled, rows }} namesRegency={whole.area.kind === "province"} programId={program.id} curriculumId={curriculumId} today={today} /> : <p>{stalledText(stalled, { within: whole.area.kind, today }, copy)}</p>}
        {stalled.total > rows.length ? (
          <p className="no-print">
            <a className="touch" href={withChoice(path("terhenti"), { kurikulum: curriculumId })}>
              {t("pictures.stalledAll")}
            </a>
          </p>
        ) : null}
      </section>
      <SignatureLines />
    </article>
  );
}

function stalledText({ total, isCounted, rows }: StalledReport, { within, today }: { within: Area["kind"]; today: string }, copy: Copy): string {
  const { t, locale } = copy;
  if (total > 0) return `${t("pictures.stalledHeadline", { total: formatNumber(total, locale) })} ${namedText(rows, within, today, copy)}`;
  return isCounted ? t("pictures.stalledNone") : t("area.counting");
}

// The sheet of a province with 38 regencies has one line left.
function namedText(rows: StalledReport["rows"], within: Area["kind"], today: string, { t, locale }: Copy): string {
  const sinceOf = (since: string | null) => (since === null ? t("pictures.sinceLong", { days: stalledDays }) : t("pictures.stalledDays", { days: formatNumber(daysBetween(since, today), locale) }));
  const named = rows.slice(0, mostNamed);
  const names = within === "province" ? named.map(({ village }) => village).join(", ") : named.map(({ village, district, since }) => t("pictures.stalledOf", { village, district, since: sinceOf(since) })).join("; ");
  return t("pictures.stalledNamed", { names });
}

function Stalled({ report, ...props }: { report: StalledReport } & Omit<StalledTableProps, "rows" | "caption">) {
  const { t, locale } = useCopy();
  return <StalledTable {...props} rows={report.rows} caption={t("pictures.stalledLongest", { total: formatNumber(report.total, locale), shown: formatNumber(report.rows.length, locale) })} />;
}
