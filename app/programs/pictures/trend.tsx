import { formatMonth, formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { MonthFigures } from "../area-report.ts";
import { countText, countWords } from "../figures.ts";
import { stages } from "../stages.ts";
import { stageNames } from "./funnel.tsx";
import { Picture, pictureWidth } from "./picture.tsx";
import { trendLines } from "./trend-lines.ts";

const height = 220;
const field = { left: 40, right: 236, top: 14, bottom: 190 };

/** How many people had reached each stage by the end of each of the last twelve months. */
export function Trend({ months }: { months: readonly MonthFigures[] }) {
  const copy = useCopy();
  const { t, locale } = copy;
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || last.counts.registered.high === 0) return null;
  const { lines, ticks, months: named } = trendLines(months, field);
  const fact = t("pictures.trendFact", {
    from: formatMonth(first.month, locale),
    to: formatMonth(last.month, locale),
    registeredBefore: countWords(first.counts.registered, copy),
    registered: countWords(last.counts.registered, copy),
    finishedBefore: countWords(first.counts.finished, copy),
    finished: countWords(last.counts.finished, copy),
  });
  return (
    <Picture id="perkembangan" title={t("pictures.trendTitle")} fact={fact} height={height} table={<Months months={months} />}>
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <line className="grid" x1={field.left} x2={field.right} y1={y} y2={y} />
          <text className="small" x={field.left - 6} y={y + 4} textAnchor="end">
            {formatNumber(value, locale)}
          </text>
        </g>
      ))}
      {named.map(({ month, x }) => (
        <text key={month} className="small" x={x} y={field.bottom + 20} textAnchor="middle">
          {formatMonth(month, locale, "short")}
        </text>
      ))}
      {lines.map(({ stage, path, endY, nameY }) => (
        <g key={stage} className={`line ${stage}`}>
          <path d={path} />
          <line className="leader" x1={field.right + 2} x2={field.right + 12} y1={endY} y2={nameY} />
          <text x={Math.min(field.right + 15, pictureWidth)} y={nameY + 5}>
            {t(stageNames[stage])}
          </text>
        </g>
      ))}
    </Picture>
  );
}

function Months({ months }: { months: readonly MonthFigures[] }) {
  const { t, locale } = useCopy();
  return (
    <table>
      <caption>{t("pictures.trendCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("pictures.month")}</th>
          {stages.map((stage) => (
            <th key={stage} scope="col" className="number">
              {t(stageNames[stage])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, counts }) => (
          <tr key={month}>
            <th scope="row">{formatMonth(month, locale)}</th>
            {stages.map((stage) => (
              <td key={stage} className="number">
                {countText(counts[stage], locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
