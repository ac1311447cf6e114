import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/i18n/locale.ts";
import picturesUrl from "#app/programs/pictures/pictures.css?url";
import { requireProgramPlace } from "#app/programs/pictures/program-place.server.ts";
import { countStandings, groupTiles } from "#app/programs/pictures/tiles.ts";
import { TilesPage } from "#app/programs/pictures/tiles-page.tsx";
import programUrl from "#app/programs/program.css?url";
import { db } from "#db/client.ts";
import { listVillageStandings } from "#db/village-stages.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: programUrl },
  { rel: "stylesheet", href: picturesUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Petak desa ${data.area.name} · Melek Desa` : "Melek Desa" }];

/** The villages of a place by how far they are. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program, area, curricula, curriculumId } = await requireProgramPlace(db, request, params);
  const villages = await listVillageStandings(db, { programId: program.id, regionCode: area.code, curriculumId, today: dayOf(new Date()) });
  return {
    program: { id: program.id, name: program.name },
    area,
    curricula,
    curriculumId: curriculumId || null,
    groups: groupTiles(villages, area.kind === "province" ? "regency" : "district"),
    counts: countStandings(villages),
  };
}

export default function Tiles() {
  return <TilesPage {...useLoaderData<typeof loader>()} />;
}
