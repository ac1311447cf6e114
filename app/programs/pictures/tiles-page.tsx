import { formatNumber } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import type { Area } from "../area-report.ts";
import { nameOf } from "../area-words.ts";
import type { NamedCurriculum } from "../curriculum-words.ts";
import { withChoice } from "./choice.ts";
import { CurriculumChoice } from "./curriculum-choice.tsx";
import { PictureHeading } from "./picture-heading.tsx";
import { begunIn, type Standing, type StandingCounts, standings, type TileGroup } from "./tiles.ts";

export interface TilesPageProps {
  program: { id: string; name: string };
  area: Area;
  curricula: readonly NamedCurriculum[];
  curriculumId: string | null;
  groups: readonly TileGroup[];
  counts: StandingCounts;
}

/** Every village of a place as a tile that tells by colour and letter how far it is; of a province, its regencies. */
export function TilesPage({ program, area, curricula, curriculumId, groups, counts }: TilesPageProps) {
  const copy = useCopy();
  const { t } = copy;
  const isOfRegencies = groups[0]?.kind === "regency";
  const path = (code: string) => withChoice(`/program/${program.id}/petak/${code}`, { kurikulum: curriculumId });
  return (
    <>
      <PictureHeading program={program} area={area} curricula={curricula} curriculumId={curriculumId} title={t("pictures.tilesTitle", { place: nameOf(area, copy) })} />
      <p className="headline">{standingsText(counts, copy)}</p>
      <CurriculumChoice curricula={curricula} chosen={curriculumId} addressOf={(id) => withChoice(`/program/${program.id}/petak/${area.code}`, { kurikulum: id })} />
      <Legend counts={counts} />
      {isOfRegencies ? <GroupTable groups={groups} addressOf={path} /> : <Groups groups={groups} curriculumId={curriculumId} />}
      {isOfRegencies ? null : (
        <details className="no-print">
          <summary>{t("pictures.asTable")}</summary>
          <GroupTable groups={groups} addressOf={() => null} />
        </details>
      )}
    </>
  );
}

/** How many of which villages have begun, have graduates and have no more than a centre, in sentences. */
export function standingsText({ of, all, counts, besides }: StandingCounts, { t, locale }: Copy): string {
  const number = (value: number) => formatNumber(value, locale);
  const [centers, begunBesides] = [counts.center + counts.internet, begunIn(besides)];
  const told = { begun: number(begunIn(counts)), all: number(all), graduates: number(counts.graduates) };
  return [
    of === "targets" ? t("pictures.begunOfTargets", told) : t("pictures.begunOfVillages", told),
    ...(centers > 0 ? [t("pictures.onlyCenters", { centers: number(centers) })] : []),
    ...(begunBesides > 0 ? [t("pictures.begunBesides", { villages: number(begunBesides) })] : []),
  ].join(" ");
}

/** What the colours and letters stand for, and how many villages each has: together as many as are said to be counted, and as are said to be no targets. */
export function Legend({ counts }: { counts: StandingCounts }) {
  const copy = useCopy();
  const { t, locale } = copy;
  const all = formatNumber(counts.all, locale);
  return (
    <>
      <p>
        {counts.of === "targets" ? t("pictures.countedTargets", { all }) : t("pictures.countedVillages", { all })}
        {counts.of === "targets" && counts.counts.outside > 0 ? ` ${t("pictures.countedOutside", { outside: formatNumber(counts.counts.outside, locale) })}` : null}
      </p>
      <ul className="legend">
        {standings.map((standing) => (
          <li key={standing}>
            <span className={`mark ${classes[standing]}`}>{t(letters[standing])}</span>
            <span>
              {t(standingNames[standing])}: <strong>{formatNumber(counts.counts[standing], locale)}</strong> {besidesText(counts, standing, copy)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function besidesText({ besides }: StandingCounts, standing: Standing, { t, locale }: Copy): string | null {
  return besides[standing] > 0 ? t("pictures.besides", { villages: formatNumber(besides[standing], locale) }) : null;
}

// Hundreds of tiles: addresses are told from where the page stands, and the rest by the letter alone.
function Groups({ groups, curriculumId }: { groups: readonly TileGroup[]; curriculumId: string | null }) {
  const copy = useCopy();
  const { t } = copy;
  return groups.map(({ code, kind, name, tiles }) => (
    <section key={code}>
      <h2>{nameOf({ code, kind, name }, copy)}</h2>
      <ul className="tiles">
        {tiles.map(({ villageCode, village, standing }) => (
          <li key={villageCode}>
            <a className={classes[standing]} href={withChoice(`../wilayah/${villageCode}`, { kurikulum: curriculumId })}>
              <b>{t(letters[standing])}</b> {village}
            </a>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function GroupTable({ groups, addressOf }: { groups: readonly TileGroup[]; addressOf: (code: string) => string | null }) {
  const copy = useCopy();
  const { t, locale } = copy;
  return (
    <div className="wide">
      <table className="folding standings">
        <caption>{t("pictures.tilesCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("area.place")}</th>
            {standings.map((standing) => (
              <th key={standing} scope="col" className="number">
                {t(standingNames[standing])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const address = addressOf(group.code);
            return (
              <tr key={group.code}>
                <th scope="row">{address ? <a href={address}>{nameOf(group, copy)}</a> : nameOf(group, copy)}</th>
                {standings.map((standing) => (
                  <td key={standing} className="number" data-label={t(standingNames[standing])}>
                    {formatNumber(group.counts.counts[standing], locale)} {besidesText(group.counts, standing, copy)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

// Short, as they stand in hundreds of tiles: how far along, from 0.
const classes: Record<Standing, string> = { outside: "t", none: "t t0", internet: "t t1", center: "t t2", cohort: "t t3", graduates: "t t4" };
/** What a tile tells in a letter. */
export const letters = {
  outside: "pictures.letterOutside",
  none: "pictures.letterNone",
  internet: "pictures.letterInternet",
  center: "pictures.letterCenter",
  cohort: "pictures.letterCohort",
  graduates: "pictures.letterGraduates",
} as const satisfies Record<Standing, string>;
const standingNames = {
  outside: "pictures.standingOutside",
  none: "pictures.standingNone",
  internet: "pictures.standingInternet",
  center: "pictures.standingCenter",
  cohort: "pictures.standingCohort",
  graduates: "pictures.standingGraduates",
} as const satisfies Record<Standing, string>;
