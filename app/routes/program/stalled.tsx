import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/i18n/locale.ts";
import picturesUrl from "#app/programs/pictures/pictures.css?url";
import { requireProgramPlace } from "#app/programs/pictures/program-place.server.ts";
import { readStalled } from "#app/programs/pictures/read-stalled.server.ts";
import { StalledPage } from "#app/programs/pictures/stalled-page.tsx";
import programUrl from "#app/programs/program.css?url";
import { db } from "#db/client.ts";
import { listVillageMentors } from "#db/village-cohorts.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: programUrl },
  { rel: "stylesheet", href: picturesUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Desa yang terhenti, ${data.area.name} · Melek Desa` : "Melek Desa" }];

const perPage = 50;

/** The villages of a place that stand still, and why. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program, mayWrite, area, curricula, curriculumId, searchParams } = await requireProgramPlace(db, request, params);
  const now = new Date();
  const today = dayOf(now);
  const page = /^[1-9]\d{0,3}$/.test(searchParams.get("halaman") ?? "") ? Number(searchParams.get("halaman")) : 1;
  const report = await readStalled(db, { programId: program.id, regionCode: area.code, curriculumId, today, from: (page - 1) * perPage, limit: perPage }, now);
  const mentors = mayWrite ? await listVillageMentors(db, program.id, report.rows.map(({ villageCode }) => villageCode)) : null;
  return {
    mentors: mentors && Object.fromEntries(mentors),
    program: { id: program.id, name: program.name },
    area,
    curricula,
    curriculumId: curriculumId || null,
    report,
    page: report.from / perPage + 1,
    pages: Math.max(1, Math.ceil(report.total / perPage)),
    today,
  };
}

export default function Stalled() {
  return <StalledPage {...useLoaderData<typeof loader>()} />;
}
