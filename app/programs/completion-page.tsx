import type { ReactNode } from "react";
import { formatDate, formatNumber, formatTime } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { CompletionReport, Selection } from "./completion.ts";
import { CompletionTable } from "./completion-table.tsx";
import { DownloadLinks } from "./download/download-links.tsx";
import type { GainReport } from "./gain.ts";
import { GainTable } from "./gain-table.tsx";
import { countWords, lastHeardSentence } from "./figures.ts";
import { type Particulars, ProgramParticulars } from "./program-particulars.tsx";
import { isHidden } from "./stages.ts";
import { WaitingVillages } from "./waiting-villages.tsx";

/** A program's figures: the sentence that answers the first question, then the villages. */
export function CompletionPage({ program, mayWrite, particulars, first, links, pictures, report, gain, region, selection, asOf }: CompletionPageProps) {
  return (
    <>
      <h1>{program.name}</h1>
      <ProgramParticulars {...particulars} />
      {first}
      {links}
      {report.targetVillages + report.otherVillages === 0 ? (
        <NoVillages programId={program.id} mayWrite={mayWrite} />
      ) : (
        <>
          <Headline report={report} region={region} regionName={program.regionName} asOf={asOf} />
          {pictures}
          <Choice report={report} programId={program.id} selection={selection} />
          <DownloadLinks base={`/program/${program.id}/wilayah`} code={program.regionCode} curriculumId={null} />
          <Villages programId={program.id} report={report} selection={selection} />
          <GainTable gain={gain} />
          <Notes report={report} />
        </>
      )}
    </>
  );
}

export interface CompletionPageProps {
  /** False for who may only look. */
  mayWrite: boolean;
  particulars: Particulars;
  /** The sentence that answers what the program is first asked. */
  first?: ReactNode;
  /** The way to the program's other pages. */
  links?: ReactNode;
  /** The figures in pictures. */
  pictures?: ReactNode;
  program: { id: string; name: string; regionCode: string; regionName: string };
  report: CompletionReport;
  gain: GainReport;
  /** The desa and kelurahan of the program's region, targets or not. */
  region: { desa: number; kelurahan: number };
  selection: Selection;
  /** Up to when all that happened is in the figures; null until they have first been worked out whole. */
  asOf: Date | null;
}

function NoVillages({ programId, mayWrite }: { programId: string; mayWrite: boolean }) {
  const { t } = useCopy();
  return (
    <section className="card">
      <h2>{t("program.noVillagesTitle")}</h2>
      {mayWrite ? (
        <>
          <p>{t("program.noVillagesYours")}</p>
          <p className="row">
            <a className="button" href={`/program/${programId}/rencana/impor`}>
              {t("program.noVillagesImport")}
            </a>
            <a className="button button-quiet" href={`/program/${programId}/rencana`}>
              {t("program.noVillagesOne")}
            </a>
          </p>
        </>
      ) : (
        <p>{t("program.noVillagesText")}</p>
      )}
    </section>
  );
}

function Headline({ report, region, regionName, asOf }: Pick<CompletionPageProps, "report" | "region" | "asOf"> & { regionName: string }) {
  const copy = useCopy();
  const { t, locale } = copy;
  const { registered, finished } = report.totals.counts;
  const number = (value: number) => formatNumber(value, locale);
  const people = { registered: countWords(registered, copy), finished: countWords(finished, copy) };
  const target = number(report.targetVillages);
  const places = { region: regionName, desa: number(region.desa), kelurahan: number(region.kelurahan), target };
  return (
    <>
      <p className="headline">
        {t("program.headline", { started: number(report.targetVillagesWithLearners), target })}{" "}
        {registered.high === 0 ? t("program.nobodyRegistered") : isHidden(registered) ? t("program.peopleHidden", people) : t("program.people", people)}
      </p>
      <p>
        {region.kelurahan > 0 ? t("program.regionOfBoth", places) : t("program.regionOfDesa", places)}{" "}
        {report.otherVillages > 0 ? t("program.otherVillages", { count: report.otherVillages }) : null}
      </p>
      <p>
        {lastHeardSentence(report.lastHeard, copy)}{" "}
        <span className="muted">{asOf ? t("program.asOf", { date: formatDate(asOf, locale), time: formatTime(asOf, locale) }) : t("area.counting")}</span>
      </p>
    </>
  );
}

function Choice({ report, programId, selection }: Pick<CompletionPageProps, "report" | "selection"> & { programId: string }) {
  const { t, locale } = useCopy();
  const { all, started, waiting } = villageNumbers(report);
  const choices = [
    ["mulai", t("program.showStarted", { villages: formatNumber(started, locale) })],
    ["belum", t("program.showWaiting", { villages: formatNumber(waiting, locale) })],
    ["semua", t("program.showAll", { villages: formatNumber(all, locale) })],
  ] as const;
  return (
    <nav className="row choice no-print" aria-label={t("program.choose")}>
      {choices.map(([choice, label]) => (
        <a key={choice} className="button button-quiet" href={`/program/${programId}?tampil=${choice}`} aria-current={choice === selection ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function Villages({ programId, report, selection }: Pick<CompletionPageProps, "report" | "selection"> & { programId: string }) {
  const { t, locale } = useCopy();
  const { started, waiting } = villageNumbers(report);
  if (selection === "belum") {
    return (
      <>
        <p>{waiting === 0 ? t("program.everyoneStarted") : t("program.shownWaiting")}</p>
        <WaitingVillages programId={programId} report={report} />
      </>
    );
  }
  if (selection === "mulai" && started === 0) return <p className="card">{t("program.nobodyYetText")}</p>;
  return (
    <>
      <p>
        {selection === "semua"
          ? t("program.shownAll")
          : waiting === 0
            ? t("program.everyoneStarted")
            : t("program.shownStarted", { waiting: formatNumber(waiting, locale) })}
      </p>
      <CompletionTable programId={programId} report={report} />
    </>
  );
}

function villageNumbers(report: CompletionReport): { all: number; started: number; waiting: number } {
  const all = report.targetVillages + report.otherVillages;
  const started = report.targetVillagesWithLearners + report.otherVillages;
  return { all, started, waiting: all - started };
}

function Notes({ report }: { report: CompletionReport }) {
  const { t } = useCopy();
  return (
    <section className="notes" aria-labelledby="cara-membaca">
      <h2 id="cara-membaca">{t("program.notesTitle")}</h2>
      {report.isAnythingHidden ? <p>{t("program.noteHidden")}</p> : null}
      <p>{t("program.noteStages")}</p>
      <p>{t("program.noteStarted")}</p>
      <p>{t("program.noteDash")}</p>
    </section>
  );
}
