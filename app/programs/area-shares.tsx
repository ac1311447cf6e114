import { pillars } from "#app/catalog/course.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import { pillarNames } from "#app/learning/pillar-names.ts";
import type { AreaReport, BreakdownGroup } from "./area-report.ts";
import { pointsText } from "./figures.ts";

/** Who the people are, and what they gained: shares by gender and age, gain by pillar. */
export function AreaShares({ report: { byGender, byAge, whole } }: { report: AreaReport }) {
  const copy = useCopy();
  const { t, locale } = copy;
  const gain = whole.gain;
  return (
    <>
      <section className="next-part">
        <h2>{t("area.sharesTitle")}</h2>
        {byGender && byAge ? (
          <>
            <p className="muted">{t("area.sharesNote")}</p>
            <div className="columns">
              <Shares caption={t("area.byGender")} groups={byGender} nameOf={(key) => genderName(key, copy)} />
              <Shares caption={t("area.byAge")} groups={byAge} nameOf={(key) => ageName(key, copy)} />
            </div>
          </>
        ) : (
          <p>{t("area.sharesFew")}</p>
        )}
      </section>
      {gain ? (
        <section className="next-part">
          <h2>{t("program.gainTitle")}</h2>
          <p>
            {t("area.gainSentence", {
              all: pointsText(gain.all, locale),
              pillars: pillars.map((pillar) => t("area.gainOfPillar", { pillar: t(pillarNames[pillar]), points: pointsText(gain.byPillar[pillar], locale) })).join("; "),
            })}
          </p>
        </section>
      ) : null}
    </>
  );
}

function Shares({ caption, groups, nameOf }: { caption: string; groups: readonly BreakdownGroup[]; nameOf: (key: string) => string }) {
  const { t } = useCopy();
  const percent = (share: number | null) => (share === null ? "–" : t("program.percent", { percent: `${Math.round(share * 100)}` }));
  return (
    <table className="folding">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("area.group")}</th>
          <th scope="col" className="number">
            {t("area.shareRegistered")}
          </th>
          <th scope="col" className="number">
            {t("area.shareFinished")}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, ofRegistered, ofFinished }) => (
          <tr key={key}>
            <th scope="row">{nameOf(key)}</th>
            <td className="number" data-label={t("area.shareRegistered")}>
              {percent(ofRegistered)}
            </td>
            <td className="number" data-label={t("area.shareFinished")}>
              {percent(ofFinished)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function genderName(key: string, { t }: Copy): string {
  if (key === "female") return t("area.female");
  return key === "male" ? t("area.male") : t("area.unknown");
}

function ageName(key: string, { t }: Copy): string {
  if (key === "-") return t("area.unknown");
  if (key === "0-16") return t("area.under17");
  if (key === "61+") return t("area.over60");
  const [from = "", to = ""] = key.split("-");
  return t("area.ages", { from, to });
}
