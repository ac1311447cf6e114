import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/accounts/access.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { headlineOf } from "#app/programs/headline.ts";
import picturesUrl from "#app/programs/pictures/pictures.css?url";
import { requireProgramPlace } from "#app/programs/pictures/program-place.server.ts";
import { readStalled } from "#app/programs/pictures/read-stalled.server.ts";
import { ReportPage } from "#app/programs/pictures/report-page.tsx";
import { mostNamed, reportPlaces, roomForStalled } from "#app/programs/pictures/report-places.ts";
import sheetUrl from "#app/programs/pictures/sheet.css?url";
import { countStandings } from "#app/programs/pictures/tiles.ts";
import { readArea } from "#app/programs/read-area.server.ts";
import { db } from "#db/client.ts";
import { getProgramDetails } from "#db/program-details.ts";
import { getProgramFacts } from "#db/program-facts.ts";
import { listWaves } from "#db/program-targets.ts";
import { listVillageStandings } from "#db/village-stages.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: picturesUrl },
  { rel: "stylesheet", href: sheetUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Laporan ${data.report.whole.area.name} · Melek Desa` : "Melek Desa" }];

/** A place of a program on one sheet of paper. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program, area, top, curricula, curriculumId } = await requireProgramPlace(db, request, params);
  const now = new Date();
  const choice = { programId: program.id, regionCode: area.code, curriculumId, today: dayOf(now) };
  const report = await readArea(db, { ...choice, top }, now);
  if (!report) throw notFound();
  const isWhole = area.code === program.regionCode && curriculumId === "";
  const [standings, details, waves, facts] = await Promise.all([
    listVillageStandings(db, choice),
    getProgramDetails(db, program.id),
    listWaves(db, program.id),
    isWhole ? getProgramFacts(db, program, report.whole.counts.registered, choice.today) : null,
  ]);
  const places = reportPlaces(report.parts, standings);
  const stalled = await readStalled(db, { ...choice, from: 0, limit: Math.max(mostNamed, roomForStalled(places.places)) }, now);
  return {
    program: { id: program.id, name: program.name, ownerName: program.ownerName, startsOn: program.startsOn, endsOn: program.endsOn, partners: details.partners, waves },
    report,
    curricula,
    headline: facts && headlineOf(facts),
    counts: countStandings(standings),
    places,
    stalled,
    today: choice.today,
  };
}

export default function Report() {
  return <ReportPage {...useLoaderData<typeof loader>()} />;
}
