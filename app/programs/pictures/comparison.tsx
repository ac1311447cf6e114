import { formatDate, formatTime } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import type { AreaFigures } from "../area-report.ts";
import { Heads, Line } from "../area-table.tsx";
import { areaAddress } from "../area-address.ts";
import { nameOf } from "../area-words.ts";
import { type Rate, rateOf } from "../completion.ts";
import { countText, percentText } from "../figures.ts";
import { isHidden, type Stage, stages } from "../stages.ts";
import { Bars } from "./bars.tsx";
import { stageNames } from "./funnel.tsx";

export interface ComparisonProps {
  places: readonly AreaFigures[];
  curriculumId: string | null;
  base: string;
  asOf: Date | null;
}

/** Places side by side: their numbers in a table, and which share of those who registered came how far. */
export function Comparison({ places, curriculumId, base, asOf }: ComparisonProps) {
  const copy = useCopy();
  const { t, locale } = copy;
  const columns = places.some(({ target }) => target !== null) ? "ofTargets" : "ofPlaces";
  return (
    <>
      <p className="headline">{headlineOf(places, copy)}</p>
      <p className="muted">{asOf ? t("program.asOf", { date: formatDate(asOf, locale), time: formatTime(asOf, locale) }) : t("area.counting")}</p>
      <div className="wide">
        <table className="folding completion areas">
          <caption>{t("pictures.compareCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("area.place")}</th>
              <Heads columns={columns} />
            </tr>
          </thead>
          <tbody>
            {places.map((figures) => (
              <Line key={figures.area.code} figures={figures} columns={columns} address={areaAddress(base, figures.area.code, curriculumId)} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="charts">
        {stages.slice(1).map((stage) => (
          <Rates key={stage} stage={stage} places={places} />
        ))}
      </div>
      <p className="muted">{t("pictures.hatched")}</p>
    </>
  );
}

/** The place with the largest share of finished people, where it is told exactly and no other can have as large a one. */
function headlineOf(places: readonly AreaFigures[], copy: Copy): string {
  const rates = places.flatMap((figures) => {
    const rate = rateOf(figures.counts.finished, figures.counts.registered, 1);
    return rate ? [{ figures, rate }] : [];
  });
  const best = rates.find(({ rate, figures }) => !isHidden(rate.share) && rates.every((other) => other.figures === figures || other.rate.share.high < rate.share.low));
  if (!best || rates.length < 2) return copy.t("pictures.compareOpen", { count: places.length });
  return copy.t("pictures.compareBest", { place: nameOf(best.figures.area, copy), rate: rateText(best.rate, copy) });
}

function Rates({ stage, places }: { stage: Stage; places: readonly AreaFigures[] }) {
  const copy = useCopy();
  const { t, locale } = copy;
  const title = t("pictures.rateTitle", { stage: t(stageNames[stage]) });
  const rows = places.map(({ area, counts }) => ({ code: area.code, name: nameOf(area, copy), counts, rate: rateOf(counts[stage], counts.registered, 1) }));
  const bars = rows.map(({ code, name, counts, rate }) => ({
    key: code,
    name,
    value: rate ? rateText(rate, copy) : counts.registered.high === 0 ? t("pictures.nobody") : t("pictures.tooFew"),
    length: rate?.share ?? null,
  }));
  const table = (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t("area.place")}</th>
          <th scope="col" className="number">
            {t(stageNames[stage])}
          </th>
          <th scope="col" className="number">
            {t("program.registered")}
          </th>
          <th scope="col" className="number">
            {t("pictures.ofRegistered")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, counts, rate }) => (
          <tr key={code}>
            <th scope="row">{name}</th>
            <td className="number">{countText(counts[stage], locale)}</td>
            <td className="number">{countText(counts.registered, locale)}</td>
            <td className="number">{rate ? t("program.percent", { percent: percentText(rate.share) }) : "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  const fact = bars.map(({ name, value }) => t("pictures.rateFact", { place: name, value })).join(" ");
  return <Bars id={`banding-${stage}`} title={title} fact={fact} isFactHidden bars={bars} most={1} table={table} />;
}

function rateText(rate: Rate, { t, locale }: Copy): string {
  return t("pictures.rateOf", { percent: percentText(rate.share), part: countText(rate.part, locale), whole: countText(rate.whole, locale) });
}
