import { data } from "@remix-run/node";
import type { Kysely } from "kysely";
import { notFound, requireAreasReader } from "#app/accounts/access.server.ts";
import { listCurricula } from "#db/curricula.ts";
import type { Database } from "#db/schema.ts";
import { allPrograms } from "../contributions.ts";
import { curriculumIn, mostPlaces, placesIn } from "./choice.ts";
import { readPlaces } from "./read-places.server.ts";

/** More than anybody ticks: beyond it an address was made up. */
const mostAsked = 200;

/**
 * What the page of a comparison needs: the places that the address asks for, of all programs or of one. Nothing to
 * compare is an empty page; one place, or more than eight, a sentence with status 400; a place that does not exist or is
 * not theirs a 404.
 */
export async function answerComparison(db: Kysely<Database>, request: Request, programId: string | undefined, now: Date) {
  const { searchParams } = new URL(request.url);
  const codes = placesIn(searchParams);
  const { program, tops } = await requireAreasReader(request, codes ?? [], programId);
  if (!codes || codes.length > mostAsked) throw notFound();
  const curricula = await listCurricula(db);
  const curriculumId = curriculumIn(searchParams, curricula);
  const read = await readPlaces(db, { codes, programId: program?.id ?? allPrograms, curriculumId }, now);
  if (!read) throw notFound();
  const fault = codes.length < 2 ? ("few" as const) : codes.length > mostPlaces ? ("many" as const) : null;
  const shown = {
    ...read,
    fault,
    top: tops.toSorted((one, other) => one.length - other.length)[0] ?? "",
    curricula,
    curriculumId: curriculumId || null,
    base: program ? `/program/${program.id}/wilayah` : "/wilayah",
    program: program && { id: program.id, name: program.name },
  };
  return data(shown, { status: fault && codes.length > 0 ? 400 : 200 });
}
