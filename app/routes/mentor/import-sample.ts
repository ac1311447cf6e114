import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMentorOf } from "#app/accounts/access.server.ts";
import { sampleCsv } from "#app/mentoring/intake/refused-csv.ts";

/** A list to begin with. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  await requireMentorOf(request, params["cohort"]);
  return new Response(sampleCsv(), { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="contoh-daftar-peserta.csv"' } });
}
