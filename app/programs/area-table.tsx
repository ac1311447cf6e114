import { formatFullDate, formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { areaAddress } from "./area-address.ts";
import type { Area, AreaFigures, AreaReport } from "./area-report.ts";
import { nameOf } from "./area-words.ts";
import { type Rate, rateOf } from "./completion.ts";
import { countText, ofWholeText, percentText } from "./figures.ts";
import { exactly, stages } from "./stages.ts";

/** The places in a place, each with what is told of it, and the whole below. */
export function AreaTable({ report, base }: { report: AreaReport; base: string }) {
  const { t } = useCopy();
  const isOfCohorts = report.parts[0]?.area.kind === "cohort";
  const addressOf = (area: Area) => (area.kind === "cohort" ? null : areaAddress(base, area.code, report.curriculumId));
  return (
    <div className="wide">
      <table className="folding completion">
        <caption>{isOfCohorts ? t("area.captionCohorts") : t("area.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{isOfCohorts ? t("area.cohort") : t("area.place")}</th>
            <Heads isOfCohorts={isOfCohorts} />
          </tr>
        </thead>
        <tbody>
          {report.parts.map((part) => (
            <Line key={part.area.code} figures={part} address={addressOf(part.area)} />
          ))}
        </tbody>
        <tfoot>
          <Line figures={report.whole} address={null} isTotal isOfCohorts={isOfCohorts} />
        </tfoot>
      </table>
    </div>
  );
}

function Heads({ isOfCohorts }: { isOfCohorts: boolean }) {
  const { t } = useCopy();
  const numbers = [...(isOfCohorts ? [] : [t("area.villages"), t("program.target")]), t("program.registered"), t("program.started"), t("program.finished"), t("program.certified")];
  return (
    <>
      {numbers.map((head) => (
        <th key={head} scope="col" className="number">
          {head}
        </th>
      ))}
      <th scope="col">{t("program.ofRegistered")}</th>
      {isOfCohorts ? null : (
        <>
          <th scope="col">{t("program.ofTarget")}</th>
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

function Line({ figures, address, isTotal = false, isOfCohorts = figures.area.kind === "cohort" }: { figures: AreaFigures; address: string | null; isTotal?: boolean; isOfCohorts?: boolean }) {
  const copy = useCopy();
  const { t, locale } = copy;
  const { area, counts, target } = figures;
  const labels = { registered: t("program.registered"), started: t("program.started"), finished: t("program.finished"), certified: t("program.certified") };
  const name = isTotal ? t("program.total") : nameOf(area, copy);
  return (
    <tr>
      <th scope="row">{address ? <a href={address}>{name}</a> : name}</th>
      {isOfCohorts ? null : <Places figures={figures} />}
      {stages.map((stage) => (
        <td key={stage} className="number" data-label={labels[stage]}>
          {countText(counts[stage], locale)}
        </td>
      ))}
      <td data-label={t("program.ofRegistered")}>
        <RateText rate={rateOf(counts.finished, counts.registered, 1)} of="registered" />
      </td>
      {isOfCohorts ? null : (
        <>
          <td data-label={t("program.ofTarget")}>
            <RateText rate={target && target.learners > 0 ? rateOf(counts.finished, exactly(target.learners)) : null} of="target" />
          </td>
          <Extras figures={figures} />
        </>
      )}
    </tr>
  );
}

function Places({ figures: { villages, reachedVillages, target } }: { figures: AreaFigures }) {
  const { t, locale } = useCopy();
  const of = { reached: formatNumber(reachedVillages.registered, locale), villages: formatNumber(target?.villages ?? villages, locale) };
  return (
    <>
      <td className="number" data-label={t("area.villages")}>
        {target ? t("area.ofTargets", of) : t("area.ofVillages", of)}
      </td>
      <td className="number" data-label={t("program.target")}>
        {target ? formatNumber(target.learners, locale) : "–"}
      </td>
    </>
  );
}

function Extras({ figures: { gain, attendance, centers, lastHeard } }: { figures: AreaFigures }) {
  const { t, locale } = useCopy();
  return (
    <>
      <td className="number" data-label={t("area.gain")}>
        {gain ? `${gain.all > 0 ? "+" : ""}${formatNumber(gain.all, locale)}` : "–"}
      </td>
      <td data-label={t("area.attendance")}>{attendance ? t("program.percent", { percent: formatNumber(Math.round((100 * attendance.came) / attendance.marked), locale) }) : "–"}</td>
      <td data-label={t("area.centers")}>{centers.all > 0 ? t("area.activeOf", { active: formatNumber(centers.active, locale), all: formatNumber(centers.all, locale) }) : "–"}</td>
      <td data-label={t("program.lastActivity")}>{lastHeard ? formatFullDate(lastHeard, locale) : "–"}</td>
    </>
  );
}

function RateText({ rate, of }: { rate: Rate | null; of: "registered" | "target" }) {
  const copy = useCopy();
  if (!rate) return "–";
  return (
    <span className="rate">
      {copy.t("program.percent", { percent: percentText(rate.share) })} <span className="detail">{ofWholeText(rate, of, copy)}</span>
    </span>
  );
}
