import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import { rateOf } from "../completion.ts";
import { countText, countWords, percentText } from "../figures.ts";
import { type PublishedCounts, type Stage, stages } from "../stages.ts";
import { Bars } from "./bars.tsx";

export const stageNames = { registered: "program.registered", started: "program.started", finished: "program.finished", certified: "program.certified" } as const satisfies Record<Stage, string>;

/** How many of those who registered have started, finished and been certified. */
export function Funnel({ counts }: { counts: PublishedCounts }) {
  const copy = useCopy();
  const { t, locale } = copy;
  if (counts.registered.high === 0) return null;
  const told = stages.map((stage) => ({ stage, name: t(stageNames[stage]), count: countText(counts[stage], locale), share: shareText(counts, stage, copy) }));
  const bars = told.map(({ stage, name, count, share }) => ({ key: stage, name, value: stage === "registered" || share === "–" ? count : `${count} (${share})`, length: counts[stage] }));
  const fact = t("pictures.funnelFact", {
    registered: countWords(counts.registered, copy),
    started: countWords(counts.started, copy),
    finished: countWords(counts.finished, copy),
    certified: countWords(counts.certified, copy),
  });
  const table = (
    <table>
      <caption>{t("pictures.funnelTitle")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("pictures.stage")}</th>
          <th scope="col" className="number">
            {t("pictures.people")}
          </th>
          <th scope="col" className="number">
            {t("pictures.ofRegistered")}
          </th>
        </tr>
      </thead>
      <tbody>
        {told.map(({ stage, name, count, share }) => (
          <tr key={stage}>
            <th scope="row">{name}</th>
            <td className="number">{count}</td>
            <td className="number">{share}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return <Bars id="corong" title={t("pictures.funnelTitle")} fact={fact} bars={bars} most={counts.registered.high} table={table} />;
}

function shareText(counts: PublishedCounts, stage: Stage, { t }: Copy): string {
  const rate = rateOf(counts[stage], counts.registered, 1);
  return rate ? t("program.percent", { percent: percentText(stage === "registered" ? { low: 1, high: 1 } : rate.share) }) : "–";
}
