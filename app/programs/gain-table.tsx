import { useCopy } from "#app/i18n/translate.tsx";
import { pillarNames } from "#app/learning/pillar-names.ts";
import { percentText, pointsText } from "./figures.ts";
import type { GainReport, GainRow } from "./gain.ts";
import { leastGroup } from "./stages.ts";

/** What a program's people knew before and after, by pillar. */
export function GainTable({ gain }: { gain: GainReport }) {
  const { t } = useCopy();
  return (
    <section className="gain">
      <h2>{t("program.gainTitle")}</h2>
      {gain.kind === "none" ? <p>{t("program.gainNone")}</p> : null}
      {gain.kind === "few" ? <p>{t("program.gainFew", { least: leastGroup })}</p> : null}
      {gain.kind === "told" && gain.step > 1 ? <p className="muted">{t("program.gainRounded", { step: gain.step })}</p> : null}
      {gain.kind === "told" ? (
        <div className="wide">
          <table className="folding">
            <caption>{gain.people === null ? t("program.gainOfSome", { least: leastGroup }) : t("program.gainOf", { count: gain.people })}</caption>
            <thead>
              <tr>
                <th scope="col">{t("program.gainPillar")}</th>
                <th scope="col" className="number">
                  {t("program.gainStart")}
                </th>
                <th scope="col" className="number">
                  {t("program.gainClose")}
                </th>
                <th scope="col" className="number">
                  {t("program.gainPoints")}
                </th>
              </tr>
            </thead>
            <tbody>
              {gain.rows.map((row) => (
                <GainLine key={row.pillar ?? "all"} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}

function GainLine({ row: { pillar, start, close, points } }: { row: GainRow }) {
  const { t, locale } = useCopy();
  const percentOf = (share: number) => t("program.percent", { percent: percentText({ low: share, high: share }) });
  return (
    <tr>
      <th scope="row">{t(pillar ? pillarNames[pillar] : "program.gainAll")}</th>
      <td className="number" data-label={t("program.gainStart")}>
        {percentOf(start)}
      </td>
      <td className="number" data-label={t("program.gainClose")}>
        {percentOf(close)}
      </td>
      <td className="number" data-label={t("program.gainPoints")}>
        {pointsText(points, locale)}
      </td>
    </tr>
  );
}
