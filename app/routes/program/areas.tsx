import { type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, requireStaff } from "#app/accounts/access.server.ts";
import { areasOf } from "#app/accounts/role.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { areaAddress } from "#app/programs/area-address.ts";
import staffUrl from "#app/ui/staff.css?url";
import { listRegionNames } from "#db/area-report.ts";
import { db } from "#db/client.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: staffUrl }];
export const meta: MetaFunction = () => [{ title: "Wilayah · Melek Desa" }];

/** The places that someone answers for; with only one, straight to it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request);
  const codes = areasOf(roles);
  if (codes.length === 0) throw notFound();
  if (codes.length === 1) throw redirect(areaAddress("/wilayah", codes[0] as string));
  const names = await listRegionNames(db, codes);
  return { areas: codes.map((code) => ({ code, name: names.find((region) => region.code === code)?.name ?? "Indonesia" })) };
}

export default function Areas() {
  const { areas } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <>
      <h1>{t("area.title")}</h1>
      <ul className="plain columns">
        {areas.map(({ code, name }) => (
          <li key={code} className="card">
            <a className="touch" href={areaAddress("/wilayah", code)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
