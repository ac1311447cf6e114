import type { ReactNode } from "react";
import { formatDate, formatNumber, formatTime } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import { areaAddress } from "./area-address.ts";
import type { AreaFigures, AreaReport } from "./area-report.ts";
import { AreaShares } from "./area-shares.tsx";
import { AreaTable } from "./area-table.tsx";
import { nameOf } from "./area-words.ts";
import { rateOf } from "./completion.ts";
import { curriculumText, type NamedCurriculum } from "./curriculum-words.ts";
import { DownloadLinks } from "./download/download-links.tsx";
import { countWords, lastHeardSentence, percentText } from "./figures.ts";
import { AreaPictures } from "./pictures/area-pictures.tsx";
import { withChoice } from "./pictures/choice.ts";
import { CompareForm } from "./pictures/compare-form.tsx";
import { CurriculumChoice } from "./pictures/curriculum-choice.tsx";
import { PictureLinks } from "./pictures/picture-links.tsx";
import { isHidden } from "./stages.ts";

export interface AreaPageProps {
  report: AreaReport;
  curricula: readonly NamedCurriculum[];
  /** Where the pages of places stand: of all programs, or of one. */
  base: string;
  program: { id: string; name: string } | null;
  /** Places ticked to be compared. */
  picked?: readonly string[];
  /** What the program plans for the place. */
  note?: ReactNode;
}

/** A place's figures: the sentence that answers the first question, then the places in it. */
export function AreaPage({ report, curricula, base, program, picked = [], note }: AreaPageProps) {
  const copy = useCopy();
  const { t, locale } = copy;
  const { whole, parts } = report;
  const canCompare = parts.length + picked.length > 1 && whole.area.kind !== "village";
  return (
    <>
      <Path report={report} base={base} />
      <h1>{nameOf(whole.area, copy)}</h1>
      <p className="muted">
        {program ? <a href={`/program/${program.id}`}>{program.name}</a> : t("area.allPrograms")} · {curriculumText(curricula, report.curriculumId, copy)}
      </p>
      {program ? null : (
        <p className="no-print">
          <a className="touch" href="/wilayah/cari">
            {t("regions.searchTitle")}
          </a>
        </p>
      )}
      <p className="headline">{headlineOf(whole, copy)}</p>
      <p>
        {sentenceOfPeople(whole, copy)} {whole.lastHeard.kind === "never" ? null : lastHeardSentence(whole.lastHeard, copy)}{" "}
        <span className="muted">{report.asOf ? t("program.asOf", { date: formatDate(report.asOf, locale), time: formatTime(report.asOf, locale) }) : t("area.counting")}</span>
      </p>
      {note}
      <CurriculumChoice curricula={curricula} chosen={report.curriculumId} addressOf={(id) => withChoice(areaAddress(base, whole.area.code), { kurikulum: id, tempat: picked })} />
      {program ? <PictureLinks programId={program.id} area={whole.area} curriculumId={report.curriculumId} /> : null}
      <AreaPictures report={report} />
      <DownloadLinks base={base} code={whole.area.code} curriculumId={report.curriculumId} />
      {parts.length === 0 ? <p className="card">{t("area.nobodyYet")}</p> : null}
      {parts.length > 0 && !canCompare ? <AreaTable report={report} base={base} /> : null}
      {parts.length > 0 && canCompare ? (
        <CompareForm base={base} curriculumId={report.curriculumId} others={picked.filter((code) => !parts.some(({ area }) => area.code === code))}>
          <AreaTable report={report} base={base} picked={picked} />
        </CompareForm>
      ) : null}
      <p className="no-print">
        <a className="touch" href={program ? `/program/${program.id}/tanya` : `${areaAddress(base, whole.area.code)}/tanya`}>
          {t("anomalies.link")}
        </a>
      </p>
      <AreaShares report={report} />
      <section className="notes" aria-labelledby="cara-membaca">
        <h2 id="cara-membaca">{t("program.notesTitle")}</h2>
        <p>{t("program.noteHidden")}</p>
        <p>{program ? t("program.noteStages") : t("area.noteStages")}</p>
        <p>{t("area.noteTogether")}</p>
        <p>{t("area.noteGain")}</p>
        <p>{t("area.noteAttendance")}</p>
        <p>{t("area.noteCenters")}</p>
        <p>{t("program.noteDash")}</p>
      </section>
    </>
  );
}

function Path({ report, base }: Pick<AreaPageProps, "report" | "base">) {
  const copy = useCopy();
  if (report.path.length < 2) return null;
  return (
    <nav className="row no-print" aria-label={copy.t("area.path")}>
      {report.path.slice(0, -1).map((area) => (
        <a key={area.code} className="touch" href={areaAddress(base, area.code, report.curriculumId)}>
          {nameOf(area, copy)}
        </a>
      ))}
    </nav>
  );
}

/** The sentence that answers the first question: how many villages of how many. */
export function headlineOf({ area, target, villages, reachedVillages, otherVillages }: AreaFigures, { t, locale }: Copy): string {
  const reached = formatNumber(reachedVillages.registered, locale);
  if (area.kind === "village") return reachedVillages.registered > 0 ? t("area.headlineVillage") : t("area.nobodyYet");
  if (target) return t("program.headline", { started: formatNumber(reachedVillages.registered - otherVillages, locale), target: formatNumber(target.villages, locale) });
  return t("area.headline", { reached, villages: formatNumber(villages, locale) });
}

/** How many people are registered, and how many of them finished. */
export function sentenceOfPeople({ counts }: AreaFigures, copy: Copy): string {
  const { t } = copy;
  const rate = rateOf(counts.finished, counts.registered, 1);
  const people = { registered: countWords(counts.registered, copy), finished: countWords(counts.finished, copy) };
  if (isHidden(counts.registered)) return t("program.peopleHidden", people);
  return rate ? t("area.peopleRate", { ...people, percent: percentText(rate.share) }) : t("program.people", people);
}
