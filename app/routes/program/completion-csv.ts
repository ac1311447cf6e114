import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireProgramReader } from "#app/accounts/access.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { reportCompletion, selectionOf, selectVillages } from "#app/programs/completion.ts";
import { completionCsv, csvFileName } from "#app/programs/completion-csv.ts";
import { db } from "#db/client.ts";
import { listVillageCounts } from "#db/completion.ts";

/** The page's rows and numbers as a file; all villages unless `?tampil=` says otherwise. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { program } = await requireProgramReader(request, params["program"]);
  const now = new Date();
  const report = reportCompletion(await listVillageCounts(db, program.id), now);
  const selection = selectionOf(new URL(request.url).searchParams.get("tampil"), "semua");
  return new Response(completionCsv(report, selectVillages(report.groups, selection)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${csvFileName(program.name, dayOf(now))}"`,
      "Cache-Control": "no-store",
    },
  });
}
