import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requireAreaReader } from "#app/accounts/access.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { areaCodeOf } from "#app/programs/area-address.ts";
import { answerFile } from "#app/programs/download/answer-download.server.ts";
import { db } from "#db/client.ts";

/** All that is told of a place and of those in it within one program, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const regionCode = areaCodeOf(params["region"]);
  if (regionCode === undefined) throw notFound();
  const { program } = await requireAreaReader(request, regionCode, params["program"] ?? "");
  const answer = program && (await answerFile(db, { request, regionCode, program, file: params["file"], copy: copyFor(request) }, new Date()));
  if (!answer) throw notFound();
  return answer;
}
