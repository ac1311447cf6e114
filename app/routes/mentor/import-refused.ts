import type { LoaderFunctionArgs } from "@remix-run/node";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { previewImport } from "#app/mentoring/intake/apply-import.server.ts";
import { requireImport } from "#app/mentoring/intake/import-of-mentor.server.ts";
import { refusedCsv, type RefusedLine } from "#app/mentoring/intake/refused-csv.ts";
import { refusalSentence } from "#app/mentoring/intake/sentences.ts";
import { db } from "#db/client.ts";

/** The rows of a list that are refused, or were, with the reason beside each. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { cohort, upload } = await requireImport(db, request, params);
  const { t } = copyFor(request);
  const refused: RefusedLine[] = upload.appliedAt
    ? upload.lines.map((line) => ({ line, refusals: line.refusals ?? [] })).filter(({ refusals }) => refusals.length > 0)
    : (await previewImport(db, cohort, upload.lines, new Date())).lines.flatMap(({ line, outcome }) => (outcome.kind === "refused" ? [{ line, refusals: outcome.refusals }] : []));
  return new Response(refusedCsv(refused, (refusal) => refusalSentence(refusal, t)), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="baris-ditolak.csv"', "Cache-Control": "no-store" },
  });
}
