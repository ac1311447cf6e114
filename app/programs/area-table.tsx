import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import { areaAddress, cohortAnchor } from "./area-address.ts";
import type { Area, AreaFigures, AreaReport } from "./area-report.ts";
import { nameOf } from "./area-words.ts";
import { type Rate, rateOf, rateOfTarget } from "./completion.ts";
import { countText, lastHeardText, percentText } from "./figures.ts";
import { ComparePick } from "./pictures/compare-form.tsx";
import { RowsLink } from "./rows/rows-link.tsx";
import { stages } from "./stages.ts";

/** The places in a place, each with what is told of it, and the whole below. With `picked`, each can be ticked to be compared. */
export function AreaTable({ report, base, picked }: { report: AreaReport; base: string; picked?: readonly string[] | undefined }) {
  const { t } = useCopy();
  const isOfCohorts = report.parts[0]?.area.kind === "cohort";
  const hasTargets = [report.whole, ...report.parts].some(({ target }) => target !== null);
  const columns = isOfCohorts ? "ofCohorts" : hasTargets ? "ofTargets" : "ofPlaces";
  const behind = { base, curriculumId: report.curriculumId };
  const addressOf = (area: Area) => (area.kind === "cohort" ? null : areaAddress(base, area.code, report.curriculumId));
  const noMarks = !isOfCohorts && report.whole.attendance === null && report.whole.counts.registered.high > 0;
  return (
    <div className="wide">
      {noMarks ? <p className="muted">{t("area.noAttendance")}</p> : null}
      <table className="folding completion areas">
        <caption>{isOfCohorts ? t("area.captionCohorts") : t("area.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{isOfCohorts ? t("area.cohort") : t("area.place")}</th>
            <Heads columns={columns} />
          </tr>
        </thead>
        <tbody>
          {report.parts.map((part) => (
            <Line key={part.area.code} figures={part} columns={columns} address={addressOf(part.area)} behind={behind} picked={picked} />
          ))}
        </tbody>
        <tfoot>
          <Line figures={report.whole} columns={columns} address={null} behind={behind} isTotal />
        </tfoot>
      </table>
    </div>
  );
}

/** Cohorts have no villages and no figures of their own; targets are shown where a place has one. */
export type Columns = "ofCohorts" | "ofTargets" | "ofPlaces";

/** The heads of what `Line` tells, but the place's own. */
export function Heads({ columns }: { columns: Columns }) {
  const { t } = useCopy();
  const numbers = [...(columns === "ofCohorts" ? [] : [t("area.villages")]), ...(columns === "ofTargets" ? [t("program.target")] : []), t("program.registered"), t("program.started"), t("program.finished"), t("program.certified")];
  return (
    <>
      {numbers.map((head) => (
        <th key={head} scope="col" className="number">
          {head}
        </th>
      ))}
      <th scope="col">{t("program.ofRegistered")}</th>
      {columns === "ofTargets" ? <th scope="col">{t("program.ofTarget")}</th> : null}
      {columns === "ofCohorts" ? null : (
        <>
          <th scope="col" className="number">
            {t("area.gain")}
          </th>
          <th scope="col">{t("area.attendance")}</th>
          <th scope="col">{t("area.centers")}</th>
          <th scope="col">{t("program.lastActivity")}</th>
        </>
      )}
    </>
  );
}

/** What is told of a place, as a row. */
export function Line({ figures, columns, address, behind, isTotal = false, picked }: LineProps) {
  const copy = useCopy();
  const { t, locale } = copy;
  const { area, counts, target } = figures;
  const labels = { registered: t("program.registered"), started: t("program.started"), finished: t("program.finished"), certified: t("program.certified") };
  const name = isTotal ? t("area.total") : nameOf(area, copy);
  return (
    <tr id={area.kind === "cohort" ? cohortAnchor(area.code) : undefined}>
      <th scope="row">
        {picked ? (
          <span className="pickable">
            <ComparePick code={area.code} name={name} isPicked={picked.includes(area.code)} />
            <a href={address ?? undefined}>{name}</a>
          </span>
        ) : address ? (
          <a href={address}>{name}</a>
        ) : (
          name
        )}
      </th>
      {columns === "ofCohorts" ? null : <Places figures={figures} behind={behind} hasTargets={columns === "ofTargets"} />}
      {stages.map((stage) => (
        <td key={stage} className="number" data-label={labels[stage]}>
          <RowsLink area={area} about={stage} behind={behind} text={countText(counts[stage], locale)} />
        </td>
      ))}
      <Cell label={t("program.ofRegistered")}>{rateText(rateOf(counts.finished, counts.registered, 1), copy)}</Cell>
      {columns === "ofTargets" ? <Cell label={t("program.ofTarget")}>{rateText(rateOfTarget(counts, target?.learners ?? null, figures.otherVillages), copy)}</Cell> : null}
      {columns === "ofCohorts" ? null : <Extras figures={figures} />}
    </tr>
  );
}

export interface LineProps {
  figures: AreaFigures;
  columns: Columns;
  address: string | null;
  /** Where its numbers lead; left out, they are numbers alone. */
  behind?: { base: string; curriculumId: string | null };
  isTotal?: boolean;
  picked?: readonly string[] | undefined;
}

function Places({ figures: { area, villages, reachedVillages, target, otherVillages }, behind, hasTargets }: Pick<LineProps, "figures" | "behind"> & { hasTargets: boolean }) {
  const { t, locale } = useCopy();
  const of = { reached: formatNumber(target ? reachedVillages.registered - otherVillages : reachedVillages.registered, locale), villages: formatNumber(target?.villages ?? villages, locale) };
  return (
    <>
      <td className="number" data-label={t("area.villages")}>
        <RowsLink area={area} about="registered" behind={behind} text={target ? t("area.ofTargets", of) : t("area.ofVillages", of)} />
      </td>
      {hasTargets ? (
        <Cell label={t("program.target")} isNumber>
          {target ? <RowsLink area={area} about="target" behind={behind} text={formatNumber(target.learners, locale)} /> : null}
        </Cell>
      ) : null}
    </>
  );
}

function Extras({ figures: { gain, attendance, centers, lastHeard } }: { figures: AreaFigures }) {
  const copy = useCopy();
  const { t, locale } = copy;
  return (
    <>
      <Cell label={t("area.gain")} isNumber>
        {gain && `${gain.all > 0 ? "+" : ""}${formatNumber(gain.all, locale)}`}
      </Cell>
      <Cell label={t("area.attendance")}>{attendance && (
          <span className="rate">
            <span className="share">{t("program.percent", { percent: formatNumber(attendance.percent, locale) })}</span> <span className="detail">{t("area.ofMarks", { marks: formatNumber(attendance.marks, locale) })}</span>
          </span>
        )}</Cell>
      <Cell label={t("area.centers")}>{centers.all > 0 && t("area.activeOf", { active: formatNumber(centers.active, locale), all: formatNumber(centers.all, locale) })}</Cell>
      <Cell label={t("program.lastActivity")}>{lastHeard.kind !== "never" && lastHeardText(lastHeard, copy, "short")}</Cell>
    </>
  );
}

/** A cell that is a dash, and left out where rows fold on a phone, when there is nothing to tell. */
function Cell({ label, isNumber = false, children }: { label: string; isNumber?: boolean; children: ReactNode }) {
  const classes = [...(isNumber ? ["number"] : []), ...(children ? [] : ["empty"])].join(" ");
  return (
    <td className={classes || undefined} data-label={label}>
      {children || "–"}
    </td>
  );
}

function rateText(rate: Rate | null, copy: Copy): ReactNode {
  return (
    rate && (
      <span className="rate">
        <span className="share">{copy.t("program.percent", { percent: percentText(rate.share) })}</span> <span className="detail">{copy.t("area.ofWhole", { part: countText(rate.part, copy.locale), whole: countText(rate.whole, copy.locale) })}</span>
      </span>
    )
  );
}
