import { formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { Area } from "../area-report.ts";
import { nameOf } from "../area-words.ts";
import type { NamedCurriculum } from "../curriculum-words.ts";
import { PagesNav } from "../pages-nav.tsx";
import { withChoice } from "./choice.ts";
import { CurriculumChoice } from "./curriculum-choice.tsx";
import { PictureHeading } from "./picture-heading.tsx";
import type { StalledReport } from "./read-stalled.server.ts";
import { reasons, stalledDays } from "./stalled.ts";
import { reasonTexts, StalledTable } from "./stalled-table.tsx";

export interface StalledPageProps {
  program: { id: string; name: string };
  area: Area;
  curricula: readonly NamedCurriculum[];
  curriculumId: string | null;
  report: StalledReport;
  /** The names of who mentors in each village, for who may read them. */
  mentors: Readonly<Record<string, string[]>> | null;
  page: number;
  pages: number;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** The villages of a place that stand still, longest first, and why. */
export function StalledPage({ program, area, curricula, curriculumId, report, mentors, page, pages, today }: StalledPageProps) {
  const copy = useCopy();
  const { t, locale } = copy;
  const path = `/program/${program.id}/terhenti/${area.code}`;
  const total = formatNumber(report.total, locale);
  return (
    <>
      <PictureHeading program={program} area={area} curricula={curricula} curriculumId={curriculumId} title={t("pictures.stalledTitle", { place: nameOf(area, copy) })} />
      <p className="headline">{report.total > 0 ? t("pictures.stalledHeadline", { total }) : report.isCounted ? t("pictures.stalledNone") : t("area.counting")}</p>
      <CurriculumChoice curricula={curricula} chosen={curriculumId} addressOf={(id) => withChoice(path, { kurikulum: id })} />
      {report.total === 0 ? null : (
        <>
          <ul>
            {reasons
              .filter((reason) => report.byReason[reason] > 0)
              .map((reason) => (
                <li key={reason}>
                  {t(reasonTexts[reason])} <strong>{t("pictures.villages", { count: report.byReason[reason] })}</strong>
                </li>
              ))}
          </ul>
          <StalledTable rows={report.rows} mentors={mentors} programId={program.id} curriculumId={curriculumId} today={today} caption={t("pictures.stalledCaption", { total })} namesRegency={area.kind === "province"} />
          <PagesNav page={page} pages={pages} to={(halaman) => withChoice(path, { kurikulum: curriculumId, halaman })} />
        </>
      )}
      <section className="notes" aria-labelledby="cara-membaca">
        <h2 id="cara-membaca">{t("program.notesTitle")}</h2>
        <p>{t("pictures.stalledNote", { days: stalledDays })}</p>
        <p>{t("pictures.stalledFrom")}</p>
        <p>{t("pictures.stalledFew")}</p>
      </section>
    </>
  );
}
