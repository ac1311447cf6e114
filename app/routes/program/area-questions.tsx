import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, requireAreaReader } from "#app/accounts/access.server.ts";
import { mayLead } from "#app/accounts/role.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import anomaliesUrl from "#app/programs/anomalies/anomalies.css?url";
import { AnomalyPage } from "#app/programs/anomalies/anomaly-page.tsx";
import { readAnomalies } from "#app/programs/anomalies/read-anomalies.server.ts";
import { areaAddress, areaCodeOf } from "#app/programs/area-address.ts";
import { nameOf } from "#app/programs/area-words.ts";
import programUrl from "#app/programs/program.css?url";
import { pathTo } from "#app/programs/read-area.server.ts";
import { db } from "#db/client.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: programUrl },
  { rel: "stylesheet", href: anomaliesUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Yang bisa ditanyakan, ${data.area.name} · Melek Desa` : "Melek Desa" }];

/** What there is to ask mentors about in a place, for who answers for it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const regionCode = areaCodeOf(params["region"]);
  if (regionCode === undefined) throw notFound();
  const { staff, top } = await requireAreaReader(request, regionCode);
  const area = (await pathTo(db, { regionCode, top })).at(-1);
  if (!area) throw notFound();
  return { area, report: await readAnomalies(db, { regionCode, programId: null, mayWrite: mayLead(staff.roles, { id: "", regionCode }) }, new URL(request.url).searchParams, new Date()) };
}

export default function AreaQuestions() {
  const { area, report } = useLoaderData<typeof loader>();
  const copy = useCopy();
  const home = areaAddress("/wilayah", area.code);
  return <AnomalyPage report={report} name={nameOf(area, copy)} home={home} path={`${home}/tanya`} base="/wilayah" />;
}
