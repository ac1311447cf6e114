import { type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, requireAreaReader } from "#app/accounts/access.server.ts";
import { areaAddress, areaCodeOf } from "#app/programs/area-address.ts";
import { allPrograms } from "#app/programs/contributions.ts";
import programUrl from "#app/programs/program.css?url";
import { readVillages } from "#app/programs/rows/read-villages.server.ts";
import rowsUrl from "#app/programs/rows/rows.css?url";
import { askedOf } from "#app/programs/rows/village-rows.ts";
import { VillageRowsPage } from "#app/programs/rows/village-rows-page.tsx";
import { db } from "#db/client.ts";
import { listCurricula } from "#db/curricula.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: programUrl },
  { rel: "stylesheet", href: rowsUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Desa di ${data.found.path.at(-1)?.name} · Melek Desa` : "Melek Desa" }];

/** The villages behind a number of a place, all programs together. A village's own are its cohorts, on its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const regionCode = areaCodeOf(params["region"]);
  if (regionCode === undefined) throw notFound();
  const { top } = await requireAreaReader(request, regionCode);
  const curricula = await listCurricula(db);
  const asked = askedOf(new URL(request.url).searchParams, curricula);
  const found = await readVillages(db, { regionCode, programId: allPrograms, curriculumId: asked.curriculumId, top }, asked, new Date());
  if (!found) throw notFound();
  if (found.path.at(-1)?.kind === "village") throw redirect(areaAddress("/wilayah", regionCode));
  return { found, curricula };
}

export default function AreaVillages() {
  return <VillageRowsPage {...useLoaderData<typeof loader>()} base="/wilayah" program={null} />;
}
