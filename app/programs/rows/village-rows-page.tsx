import { formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { areaAddress } from "../area-address.ts";
import { nameOf } from "../area-words.ts";
import { curriculumText, type NamedCurriculum } from "../curriculum-words.ts";
import { countText } from "../figures.ts";
import { CurriculumChoice } from "../pictures/curriculum-choice.tsx";
import { type Stage, stages } from "../stages.ts";
import { rowsAddress, stalledAddress } from "./rows-address.ts";
import { aboutText, stalledText } from "./rows-words.ts";
import type { VillageRows } from "./village-rows.ts";

export interface VillageRowsPageProps {
  found: VillageRows;
  curricula: readonly NamedCurriculum[];
  base: string;
  program: { id: string; name: string } | null;
}

/** The villages behind a number: as many rows as it says, each leading to its cohorts. */
export function VillageRowsPage({ found, curricula, base, program }: VillageRowsPageProps) {
  const copy = useCopy();
  const { t, locale } = copy;
  const { path, about, lists, stalled, curriculumId } = found;
  const area = path.at(-1);
  if (!area) return null;
  const villages = lists.find((list) => list.about === about)?.villages ?? 0;
  return (
    <>
      <nav className="row no-print" aria-label={t("area.path")}>
        {path.map((above) => (
          <a key={above.code} className="touch" href={areaAddress(base, above.code, curriculumId)}>
            {nameOf(above, copy)}
          </a>
        ))}
      </nav>
      <h1>{t("rows.title", { about: aboutText(about, copy), place: nameOf(area, copy) })}</h1>
      <p className="muted">
        {program ? <a href={`/program/${program.id}`}>{program.name}</a> : t("area.allPrograms")} · {curriculumText(curricula, curriculumId, copy)}
      </p>
      <p className="headline">{t("rows.headline", { villages: formatNumber(villages, locale) })}</p>
      <CurriculumChoice curricula={curricula} chosen={curriculumId} addressOf={(id) => rowsAddress(base, area.code, { about, curriculumId: id })} />
      <nav className="row choice no-print" aria-label={t("rows.choose")}>
        {lists.map((list) => (
          <a key={list.about} className="button button-quiet" href={rowsAddress(base, area.code, { about: list.about, curriculumId })} aria-current={list.about === about ? "page" : undefined}>
            {t("rows.list", { about: aboutText(list.about, copy), villages: formatNumber(list.villages, locale) })}
          </a>
        ))}
        {program ? (
          <a className="button button-quiet" href={stalledAddress(program.id, area.code, curriculumId)}>
            {stalled === null ? t("pictures.stalledLink") : t("rows.list", { about: t("pictures.stalledLink"), villages: formatNumber(stalled, locale) })}
          </a>
        ) : null}
      </nav>
      {found.rows.length === 0 ? <p className="card">{t("rows.none")}</p> : <Rows found={found} base={base} />}
      {about === "stalled" ? <p className="muted narrow">{t("rows.noteStalled")}</p> : null}
      <p className="row no-print">
        {found.isFirstPage ? null : (
          <a className="button button-quiet" href={rowsAddress(base, area.code, { about, curriculumId })}>
            {t("rows.first")}
          </a>
        )}
        {found.next ? (
          <a className="button button-quiet" href={rowsAddress(base, area.code, { about, curriculumId, after: found.next })}>
            {t("rows.next")}
          </a>
        ) : null}
      </p>
    </>
  );
}

function Rows({ found: { rows, about, whole, curriculumId }, base }: { found: VillageRows; base: string }) {
  const copy = useCopy();
  const { t, locale } = copy;
  const stage = stages.find((one) => one === about) ?? null;
  const heads = { registered: t("program.registered"), started: t("program.started"), finished: t("program.finished"), certified: t("program.certified") };
  const isOfTargets = about === "target" || about === "waiting";
  return (
    <div className="wide">
      <table className="folding completion">
        <caption>{aboutText(about, copy)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("rows.village")}</th>
            <th scope="col">{t("rows.district")}</th>
            {isOfTargets ? (
              <th scope="col" className="number">
                {t("program.target")}
              </th>
            ) : null}
            {stages.map((one) => (
              <th key={one} scope="col" className="number">
                {heads[one]}
              </th>
            ))}
            {about === "stalled" ? <th scope="col">{t("rows.why")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <a href={areaAddress(base, row.code, curriculumId)}>{nameOf({ code: row.code, name: row.name, kind: "village" }, copy)}</a>
              </th>
              <td data-label={t("rows.district")}>{row.district}</td>
              {isOfTargets ? (
                <td className="number" data-label={t("program.target")}>
                  {row.target === null ? "–" : formatNumber(row.target, locale)}
                </td>
              ) : null}
              {stages.map((one) => (
                <td key={one} className="number" data-label={heads[one]}>
                  {row.counts ? countText(row.counts[one], locale) : "0"}
                </td>
              ))}
              {about === "stalled" ? <td data-label={t("rows.why")}>{stalledText(row, copy)}</td> : null}
            </tr>
          ))}
        </tbody>
        {stage ? (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t("rows.sum", { about: heads[stage] })}
              </th>
              {stages.map((one: Stage) => (
                <td key={one} className={one === stage ? "number" : "empty"} data-label={one === stage ? heads[one] : undefined}>
                  {one === stage ? countText(whole[one], locale) : null}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

