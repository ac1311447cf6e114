import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireProgramReader } from "#app/accounts/access.server.ts";
import { dayOf, formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { tidyText } from "#app/mentoring/registration.ts";
import { PagesNav } from "#app/programs/pages-nav.tsx";
import planUrl from "#app/programs/plan/plan.css?url";
import { PlanHeading, Told, waveTitle } from "#app/programs/plan/plan-parts.tsx";
import { OtherVillages, TargetTable } from "#app/programs/plan/target-table.tsx";
import { Field } from "#app/ui/field.tsx";
import { db } from "#db/client.ts";
import { listStages } from "#db/program-stages.ts";
import { countRetiredTargets, countTargets, listWaves, searchOtherVillages, searchTargets } from "#db/program-targets.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Rencana ${data.program.name} · Melek Desa` : "Melek Desa" }];

const perPage = 50;
const longestQuery = 80;
/** More than any district has. */
const mostOthers = 60;

/** A program's target villages: who may see its figures looks, who leads it changes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program, mayWrite } = await requireProgramReader(request, params["program"]);
  const { searchParams } = new URL(request.url);
  const asked = tidyText((searchParams.get("cari") ?? "").slice(0, 20_000));
  const isTooLong = asked.length > longestQuery;
  const query = isTooLong ? "" : asked;
  const waves = await listWaves(db, program.id);
  const wave = waves.find(({ number }) => String(number) === searchParams.get("gelombang"))?.number ?? null;
  const page = /^\d{1,4}$/.test(searchParams.get("halaman") ?? "") ? Math.max(1, Number(searchParams.get("halaman"))) : 1;
  const { targets, found } = isTooLong ? { targets: [], found: 0 } : await searchTargets(db, program.id, { query, wave, from: (page - 1) * perPage, limit: perPage });
  const shown = {
    program: { id: program.id, name: program.name, regionName: program.regionName },
    mayWrite,
    waves,
    wave,
    query: asked.slice(0, longestQuery),
    isTooLong,
    targets,
    found,
    page,
    pages: Math.max(1, Math.ceil(found / perPage)),
    totals: await countTargets(db, program.id),
    retired: await countRetiredTargets(db, program.id),
    stages: await listStages(db, program.id),
    others: mayWrite && query.length >= 2 ? await searchOtherVillages(db, program, query, mostOthers) : { villages: [], found: 0 },
    today: dayOf(new Date()),
    removed: searchParams.get("keluar"),
  };
  return data(shown, { status: isTooLong ? 400 : 200 });
}

export default function Plan() {
  const { program, mayWrite, waves, wave, query, isTooLong, targets, found, page, pages, totals, retired, stages, others, today, removed } = useLoaderData<typeof loader>();
  const copy = useCopy();
  const { t, locale } = copy;
  const path = `/program/${program.id}/rencana`;
  return (
    <>
      <PlanHeading back={`/program/${program.id}`} backTo={program.name} title={t("plan.title")} />
      {removed ? <Told kind="ok">{t("plan.removed")}</Told> : null}
      <p className="headline">{t("plan.totals", { villages: formatNumber(totals.villages, locale), people: formatNumber(totals.learners, locale) })}</p>
      {retired > 0 ? <p className="notice notice-warn narrow">{t("plan.retiredTargets", { villages: formatNumber(retired, locale) })}</p> : null}
      {mayWrite ? (
        <p className="row no-print">
          <a className="button button-quiet" href={`${path}/impor`}>
            {t("plan.importLink")}
          </a>
          <a className="button button-quiet" href={`${path}/gelombang`}>
            {t("plan.wavesLink")}
          </a>
          <a className="button button-quiet" href={`/program/${program.id}/ubah`}>
            {t("plan.editLink")}
          </a>
        </p>
      ) : null}
      <form method="get" action={path} className="card plan-search no-print" role="search">
        <Field
          id="cari"
          name="cari"
          type="search"
          label={t("plan.search")}
          hint={mayWrite ? t("plan.searchHint", { region: program.regionName }) : t("plan.searchHintViewer")}
          error={isTooLong ? t("plan.faultSearch", { most: longestQuery }) : undefined}
          defaultValue={query}
          autoComplete="off"
        />
        {waves.length > 0 ? (
          <div className="field">
            <label htmlFor="gelombang">{t("plan.wave")}</label>
            <select id="gelombang" name="gelombang" defaultValue={wave ?? ""}>
              <option value="">{t("plan.anyWave")}</option>
              {waves.map(({ number, name, villages }) => (
                <option key={number} value={number}>
                  {t("plan.waveOption", { wave: waveTitle({ number, name }, copy), villages })}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        <button type="submit">{t("plan.searchSubmit")}</button>
      </form>
      {isTooLong ? null : (
        <>
          <TargetTable targets={targets} stages={stages} today={today} path={path} found={found} query={query} />
          <PagesNav page={page} pages={pages} to={(number) => `${path}?${new URLSearchParams({ cari: query, gelombang: wave === null ? "" : String(wave), halaman: String(number) })}`} />
        </>
      )}
      <OtherVillages {...others} path={path} />
    </>
  );
}
