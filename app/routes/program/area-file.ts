import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requireAreaReader } from "#app/accounts/access.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { areaCodeOf } from "#app/programs/area-address.ts";
import { nameOf } from "#app/programs/area-words.ts";
import { allCurricula, allPrograms } from "#app/programs/contributions.ts";
import { areaFile, formatOf } from "#app/programs/download/area-file.server.ts";
import { findWantedArea } from "#app/programs/download/wanted-area.server.ts";
import { db } from "#db/client.ts";

/** All that is told of a place and of those in it, as a file: of one program where the address names it, else of all together. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const regionCode = areaCodeOf(params["region"]);
  const format = formatOf(params["file"]);
  if (regionCode === undefined || !format) throw notFound();
  const { program } = await requireAreaReader(request, regionCode, params["program"]);
  const wanted = await findWantedArea(db, regionCode, request.url);
  if (!wanted) throw notFound();
  const copy = copyFor(request);
  const about = { place: nameOf(wanted.area, copy), program: program && { name: program.name, owner: program.ownerName }, curriculum: wanted.curriculum?.title ?? null };
  const choice = { regionCode, programId: program?.id ?? allPrograms, curriculumId: wanted.curriculum?.id ?? allCurricula };
  return areaFile(db, { ...choice, format, about, copy, gone: request.signal }, new Date());
}
