import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, requireAreaReader } from "#app/accounts/access.server.ts";
import { areaCodeOf } from "#app/programs/area-address.ts";
import { readDownload } from "#app/programs/download/answer-download.server.ts";
import { DownloadPage } from "#app/programs/download/download-page.tsx";
import programUrl from "#app/programs/program.css?url";
import staffUrl from "#app/ui/staff.css?url";
import { db } from "#db/client.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: staffUrl },
  { rel: "stylesheet", href: programUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Unduh angka ${data.area.name}, ${data.program?.name} · Melek Desa` : "Melek Desa" }];

/** What the files of a place within one program hold and how large they are. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const regionCode = areaCodeOf(params["region"]);
  if (regionCode === undefined) throw notFound();
  const { program } = await requireAreaReader(request, regionCode, params["program"] ?? "");
  const told = program && (await readDownload(db, { request, regionCode, program }));
  if (!told) throw notFound();
  return told;
}

export default function ProgramAreaDownload() {
  return <DownloadPage {...useLoaderData<typeof loader>()} />;
}
