import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isId, notFound, requireCohortReader, requireMentorOf } from "#app/accounts/access.server.ts";
import { leaveLine, seatAll, seatFirst } from "#app/mentoring/waiting-list.server.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";

/** The list itself stands on the board. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireCohortReader(request, params["cohort"]);
  return redirect(`/mentor/rombel/${cohort.cohortId}#tunggu`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const sent = await request.formData();
  if (sentText(sent, "tugas") === "semua") {
    const seated = await seatAll(db, { cohort, staffId: staff.staffId, now: new Date() });
    return redirect(`/mentor/rombel/${cohort.cohortId}?tunggu=${seated > 0 ? "semua" : "berubah"}`, 303);
  }
  const [task, waitingId] = [sentText(sent, "tugas"), sentText(sent, "waitingId")];
  if (!isId(waitingId) || (task !== "masukkan" && task !== "keluarkan")) throw notFound();
  const decision = { cohort, waitingId, staffId: staff.staffId, now: new Date() };
  const result = task === "masukkan" ? await seatFirst(db, decision) : await leaveLine(db, decision);
  if (result === "unknown") throw notFound();
  return redirect(`/mentor/rombel/${cohort.cohortId}?tunggu=${told[result]}`, 303);
}

const told = { seated: "masuk", full: "penuh", notFirst: "berubah", refused: "berubah", left: "keluar" } as const;
