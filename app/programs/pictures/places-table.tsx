import { formatNumber } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import type { Area, AreaFigures } from "../area-report.ts";
import { countText } from "../figures.ts";
import { isHidden, type PublishedCounts } from "../stages.ts";
import { inColumns, type ReportPlace, type ReportPlaces } from "./report-places.ts";
import { letters } from "./tiles-page.tsx";
import { begunIn, type StandingCounts } from "./tiles.ts";

export interface PlacesTableProps extends ReportPlaces {
  whole: AreaFigures;
  counts: StandingCounts;
}

/** The places in the report's, in columns beside each other, with the whole at their end. */
export function PlacesTable({ places, others, whole, counts }: PlacesTableProps) {
  const copy = useCopy();
  const { t, locale } = copy;
  const [first] = places;
  if (!first) return null;
  const columns = inColumns(places);
  const total = counts.of === "targets" ? { begun: begunIn(counts.counts), all: counts.all } : null;
  const isAnyHidden = [...places, whole].some((place) => isHidden(place.counts.registered) || isHidden(place.counts.finished));
  return (
    <section>
      <h2 id="tempat">{t(titles[first.area.kind === "regency" || first.area.kind === "village" ? first.area.kind : "district"])}</h2>
      <div className={`places places-${columns.length}${columns.length === 3 || (columns[0]?.length ?? 0) > 15 ? " places-many" : ""}`}>
        {columns.map((lines, column) => (
          <div key={lines[0]?.area.code} className="wide">
            <table aria-labelledby="tempat">
              <Head isOfVillages={first.standing !== null} />
              <tbody>
                {lines.map((place) => (
                  <Line key={place.area.code} name={shortName(place.area)} stage={stageText(place, copy)} counts={place.counts} />
                ))}
              </tbody>
              {column === columns.length - 1 ? (
                <tfoot>
                  <Line name={t("area.total")} stage={total ? ofText(total, copy) : "–"} counts={whole.counts} />
                </tfoot>
              ) : null}
            </table>
          </div>
        ))}
      </div>
      {others > 0 ? <p>{t("pictures.placesMore", { others: formatNumber(others, locale) })}</p> : null}
      {isAnyHidden ? <p className="muted">{t("pictures.placesHidden")}</p> : null}
    </section>
  );
}

const titles = { regency: "pictures.placesOfRegencies", district: "pictures.placesOfDistricts", village: "pictures.placesOfVillages" } as const;

function Head({ isOfVillages }: { isOfVillages: boolean }) {
  const { t } = useCopy();
  return (
    <thead>
      <tr>
        <th scope="col">{t("area.place")}</th>
        <th scope="col" className="number">
          {isOfVillages ? t("pictures.stage") : t("area.villages")}
        </th>
        <th scope="col" className="number">
          {t("program.registered")}
        </th>
        <th scope="col" className="number">
          {t("program.finished")}
        </th>
      </tr>
    </thead>
  );
}

function Line({ name, stage, counts }: { name: string; stage: string; counts: PublishedCounts }) {
  const { locale } = useCopy();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{stage}</td>
      <td className="number">{countText(counts.registered, locale)}</td>
      <td className="number">{countText(counts.finished, locale)}</td>
    </tr>
  );
}

/** As it stands in a list of its like: without `Kecamatan`, and with `Kab.` before a regency. */
function shortName({ kind, name }: Area): string {
  return kind === "regency" ? name.replace(/^Kabupaten /, "Kab. ") : name;
}

function stageText({ standing, targets }: ReportPlace, copy: Copy): string {
  if (standing) return copy.t(letters[standing]);
  return targets ? ofText(targets, copy) : "–";
}

function ofText({ begun, all }: { begun: number; all: number }, { t, locale }: Copy): string {
  return t("pictures.placesOf", { begun: formatNumber(begun, locale), all: formatNumber(all, locale) });
}
