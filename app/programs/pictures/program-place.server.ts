import type { Kysely } from "kysely";
import { notFound, requireAreaReader } from "#app/accounts/access.server.ts";
import { mayLead } from "#app/accounts/role.ts";
import { listRegionNames } from "#db/area-report.ts";
import { listCurricula } from "#db/curricula.ts";
import type { Program } from "#db/programs.ts";
import type { Database } from "#db/schema.ts";
import { areaCodeOf } from "../area-address.ts";
import type { Area } from "../area-report.ts";
import type { NamedCurriculum } from "../curriculum-words.ts";
import { curriculumIn } from "./choice.ts";

export interface ProgramPlace {
  program: Program;
  /** Whether the reader answers for the program, and does not only look. */
  mayWrite: boolean;
  area: Area;
  /** The highest place that the reader may see. */
  top: string;
  curricula: NamedCurriculum[];
  /** Empty for all. */
  curriculumId: string;
  searchParams: URLSearchParams;
}

/** A place of a program above its villages, and the curriculum asked for. What is no such place, or not theirs, is a 404. */
export async function requireProgramPlace(db: Kysely<Database>, request: Request, params: { program?: string; region?: string }): Promise<ProgramPlace> {
  const code = areaCodeOf(params.region);
  if (code === undefined) throw notFound();
  const { staff, program, top } = await requireAreaReader(request, code, params.program ?? "");
  const [area] = await listRegionNames(db, [code]);
  if (!program || !area || area.kind === "village") throw notFound();
  const curricula = await listCurricula(db);
  const { searchParams } = new URL(request.url);
  return { program, mayWrite: mayLead(staff.roles, program), area, top, curricula, curriculumId: curriculumIn(searchParams, curricula), searchParams };
}
