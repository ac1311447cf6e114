import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, requireAreaReader } from "#app/accounts/access.server.ts";
import { areaCodeOf } from "#app/programs/area-address.ts";
import { allCurricula, allPrograms } from "#app/programs/contributions.ts";
import { countAreaRows } from "#app/programs/download/area-rows.server.ts";
import { DownloadPage } from "#app/programs/download/download-page.tsx";
import { findWantedArea } from "#app/programs/download/wanted-area.server.ts";
import staffUrl from "#app/ui/staff.css?url";
import { db } from "#db/client.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: staffUrl }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.area.name} · Melek Desa` : "Melek Desa" }];

/** What the files of a place hold and how large they are: of one program where the address names it, else of all together. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const regionCode = areaCodeOf(params["region"]);
  if (regionCode === undefined) throw notFound();
  const { program } = await requireAreaReader(request, regionCode, params["program"]);
  const wanted = await findWantedArea(db, regionCode, request.url);
  if (!wanted) throw notFound();
  const rows = await countAreaRows(db, { regionCode, programId: program?.id ?? allPrograms, curriculumId: wanted.curriculum?.id ?? allCurricula });
  return { ...wanted, rows, program: program && { name: program.name }, base: program ? `/program/${program.id}/wilayah` : "/wilayah" };
}

export default function AreaDownload() {
  return <DownloadPage {...useLoaderData<typeof loader>()} />;
}
