import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCohortReader } from "#app/accounts/access.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { streamClass } from "#app/mentoring/class-stream.server.ts";
import { pageHeaders } from "#app/operations/security-headers.ts";
import { db } from "#db/client.ts";

export const handle = { bare: { page: true } };

/** The board during class as it changes, until the reader leaves, loses access or the server stops. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort } = await requireCohortReader(request, params["cohort"]);
  const mayStillRead = async () => {
    await requireCohortReader(request, cohort.cohortId);
    return true;
  };
  const stamp = new URL(request.url).searchParams.get("v") ?? "";
  const stream = streamClass(db, cohort, copyFor(request), { mayStillRead, stamp, signals: [request.signal, context.closing] });
  return new Response(stream, { headers: { ...pageHeaders(null), "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" } });
}
