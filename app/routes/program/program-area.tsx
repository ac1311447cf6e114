import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, requireAreaReader } from "#app/accounts/access.server.ts";
import { mayLead } from "#app/accounts/role.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { areaCodeOf } from "#app/programs/area-address.ts";
import { AreaPage } from "#app/programs/area-page.tsx";
import { curriculumIn, placesIn } from "#app/programs/pictures/choice.ts";
import picturesUrl from "#app/programs/pictures/pictures.css?url";
import { findStalled } from "#app/programs/pictures/read-stalled.server.ts";
import { VillageNote, type VillageNoteProps } from "#app/programs/plan/village-note.tsx";
import programUrl from "#app/programs/program.css?url";
import { readArea } from "#app/programs/read-area.server.ts";
import rowsUrl from "#app/programs/rows/rows.css?url";
import staffUrl from "#app/ui/staff.css?url";
import { db } from "#db/client.ts";
import { listCurricula } from "#db/curricula.ts";
import { findTarget, listWaves } from "#db/program-targets.ts";
import type { Program } from "#db/programs.ts";
import { listVillageMentors } from "#db/village-cohorts.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: staffUrl },
  { rel: "stylesheet", href: programUrl },
  { rel: "stylesheet", href: picturesUrl },
  { rel: "stylesheet", href: rowsUrl },
];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.report.whole.area.name}, ${data.program.name} · Melek Desa` : "Melek Desa" }];

/** A place and the places in it, within one program. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const regionCode = areaCodeOf(params["region"]);
  if (regionCode === undefined) throw notFound();
  const { staff, program, top } = await requireAreaReader(request, regionCode, params["program"] ?? "");
  if (!program) throw notFound();
  const curricula = await listCurricula(db);
  const { searchParams } = new URL(request.url);
  const curriculumId = curriculumIn(searchParams, curricula);
  const report = await readArea(db, { regionCode, programId: program.id, curriculumId, top }, new Date());
  if (!report) throw notFound();
  const plan = report.whole.area.kind === "village" ? await noteOf(program, { villageCode: regionCode, curriculumId, mayWrite: mayLead(staff.roles, program) }) : null;
  return { report, plan, picked: placesIn(searchParams) ?? [], curricula, base: `/program/${program.id}/wilayah`, program: { id: program.id, name: program.name } };
}

async function noteOf({ id: programId }: Program, { villageCode, curriculumId, mayWrite }: { villageCode: string; curriculumId: string; mayWrite: boolean }): Promise<VillageNoteProps> {
  const today = dayOf(new Date());
  const [target, waves, stalled] = await Promise.all([findTarget(db, programId, villageCode), listWaves(db, programId), findStalled(db, { programId, villageCode, curriculumId, today })]);
  const mentors = mayWrite ? ((await listVillageMentors(db, programId, [villageCode])).get(villageCode) ?? []) : null;
  return { path: `/program/${programId}/rencana/${villageCode}`, target: target ?? null, wave: waves.find(({ number }) => number === target?.wave) ?? null, stalled: stalled ?? null, mentors, today };
}

export default function ProgramAreaRoute() {
  const { plan, ...props } = useLoaderData<typeof loader>();
  return <AreaPage {...props} note={plan ? <VillageNote {...plan} /> : null} />;
}
