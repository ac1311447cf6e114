import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useContext } from "react";
import { requireStaff } from "#app/accounts/access.server.ts";
import { areasOf, isEditor, isWithin } from "#app/accounts/role.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { areaAddress } from "#app/programs/area-address.ts";
import { RegionList } from "#app/regions/region-list.tsx";
import scriptUrl from "#app/regions/region-search.js?url";
import regionsUrl from "#app/regions/regions.css?url";
import { mostSearchLetters, readSearch } from "#app/regions/search-text.ts";
import { NonceContext } from "#app/ui/nonce.ts";
import { db } from "#db/client.ts";
import { listProgramsFor, type Program } from "#db/programs.ts";
import { searchRegions } from "#db/region-search.ts";

export const handle = { script: true };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: regionsUrl }];
export const meta: MetaFunction = () => [{ title: "Cari wilayah · Melek Desa" }];

const mostShown = 30;

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request);
  const { searchParams } = new URL(request.url);
  const typed = (searchParams.get("q") ?? "").trim();
  const from = ownPath(searchParams.get("untuk"));
  const fault = typed.length > mostSearchLetters ? "tooLong" : typed !== "" && !readSearch(typed) ? "unreadable" : null;
  const found = typed === "" || fault ? [] : await searchRegions(db, typed, { limit: mostShown + 1 });
  const [tops, programs] = [areasOf(staff.roles), await listProgramsFor(db, staff.roles)];
  const regions = found.slice(0, mostShown).map((region) => ({ ...region, address: addressFor(region.code, tops, programs) }));
  const shown = { typed, fault, from, regions, hasMore: found.length > mostShown, mayImport: isEditor(staff.roles) };
  return data(shown, { status: fault ? 400 : 200 });
}

/** Where the reader may see the figures of a place: of all that goes on there, or of a program of theirs; null for neither. */
function addressFor(code: string, tops: readonly string[], programs: readonly Program[]): string | null {
  if (tops.some((top) => top === "" || isWithin(code, top))) return areaAddress("/wilayah", code);
  const program = programs.find(({ regionCode }) => isWithin(code, regionCode));
  return program ? areaAddress(`/program/${program.id}/wilayah`, code) : null;
}

/** A page of ours to go back to; nothing else is ever linked to. */
function ownPath(text: string | null): string | null {
  return text !== null && /^\/[\w./-]{0,200}$/.test(text) && !text.startsWith("//") ? text : null;
}

export default function SearchRegions() {
  const { typed, fault, from, regions, hasMore, mayImport } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  const nonce = useContext(NonceContext);
  return (
    <>
      {from ? (
        <p>
          <a className="touch" href={from}>
            {t("regions.back")}
          </a>
        </p>
      ) : null}
      <h1>{t("regions.searchTitle")}</h1>
      <form id="cari" method="get" action="/wilayah/cari" role="search" className="narrow">
        {from ? <input type="hidden" name="untuk" value={from} /> : null}
        <div className="field">
          <label htmlFor="q">{t("regions.searchLabel")}</label>
          <p className="hint" id="q-hint">
            {t("regions.searchHint")}
          </p>
          <input id="q" name="q" type="search" defaultValue={typed} autoComplete="off" autoCapitalize="none" spellCheck={false} aria-describedby="jumlah q-hint" aria-invalid={fault ? true : undefined} />
        </div>
        <button type="submit">{t("regions.search")}</button>
      </form>
      <p id="jumlah" role="status" className={fault ? "error next-part" : "muted next-part"}>
        {fault === "tooLong" ? t("regions.tooLong", { most: mostSearchLetters }) : null}
        {fault === "unreadable" ? t("regions.unreadable") : null}
        {typed === "" || fault ? null : hasMore ? t("regions.foundMore", { most: mostShown }) : regions.length > 0 ? t("regions.found", { count: regions.length }) : t("regions.none", { text: typed })}
      </p>
      <div id="hasil">
        <RegionList regions={regions} />
      </div>
      {mayImport ? (
        <p className="next-part">
          <a className="button button-quiet" href="/wilayah/impor">
            {t("regions.toImport")}
          </a>
        </p>
      ) : null}
      <script src={scriptUrl} nonce={nonce} defer />
    </>
  );
}
