import { scaleLinear } from "d3-scale";
import { type Pillar, pillars } from "#app/catalog/course.ts";
import { formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { BeforeAndAfter } from "../area-report.ts";
import { pillarNames } from "#app/learning/pillar-names.ts";
import { Picture } from "./picture.tsx";

const id = "kenaikan";
const rowHeight = 60;
const toX = scaleLinear([0, 100], [0, 225]);

/** Questions that were right before and after, by pillar. */
export function GainBars({ shares }: { shares: Record<Pillar, BeforeAndAfter> }) {
  const { t, locale } = useCopy();
  const rows = pillars.map((pillar) => ({ pillar, name: t(pillarNames[pillar]), ...shares[pillar] }));
  const points = Math.max(...rows.map(({ before, after }) => after - before));
  const [most, ...others] = rows.filter(({ before, after }) => after - before === points) as [(typeof rows)[number], ...typeof rows];
  const percent = (share: number) => t("program.percent", { percent: formatNumber(share, locale) });
  const told = others.length === 0 ? t("pictures.gainFact", { pillar: most.name, before: percent(most.before), after: percent(most.after) }) : t("pictures.gainFacts", { pillars: [most, ...others].map(({ name }) => name).join("; "), points: formatNumber(points, locale) });
  const fact = points > 0 ? told : t("pictures.gainNone");
  const table = (
    <table>
      <caption>{t("pictures.gainTitle")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("program.gainPillar")}</th>
          <th scope="col" className="number">
            {t("program.gainStart")}
          </th>
          <th scope="col" className="number">
            {t("program.gainClose")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ pillar, name, before, after }) => (
          <tr key={pillar}>
            <th scope="row">{name}</th>
            <td className="number">{percent(before)}</td>
            <td className="number">{percent(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <Picture id={id} title={t("pictures.gainTitle")} fact={fact} height={rows.length * rowHeight} table={table}>
      {rows.map(({ pillar, name, before, after }, row) => (
        <g key={pillar} transform={`translate(0 ${row * rowHeight})`}>
          <text x="0" y="14">
            {name}
          </text>
          <rect className="before" x="1" y="20" width={toX(before)} height="14" />
          <text className="small" x={toX(before) + 7} y="32">
            {t("pictures.gainBefore", { percent: percent(before) })}
          </text>
          <rect className="fill" x="1" y="37" width={toX(after)} height="14" />
          <text className="small" x={toX(after) + 7} y="49">
            {t("pictures.gainAfter", { percent: percent(after) })}
          </text>
        </g>
      ))}
    </Picture>
  );
}
