import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMentorOf } from "#app/accounts/access.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortFields, FaultSummary } from "#app/mentoring/cohort-fields.tsx";
import { type CohortFault, readCohort, typedFrom } from "#app/mentoring/cohort-form.ts";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { findTimes, reviseCohort, stampOf } from "#app/mentoring/revise-cohort.server.ts";
import termUrl from "#app/mentoring/term.css?url";
import { typedCohort } from "#app/mentoring/typed-cohort.ts";
import { zoneOf } from "#app/mentoring/village-clock.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { listCenterHours } from "#db/center-hours.ts";
import { db } from "#db/client.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: termUrl }];
export const meta: MetaFunction = () => [{ title: "Ubah rombel · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  const times = await findTimes(db, cohort);
  return { cohortName: cohort.name, path: `/mentor/rombel/${cohort.cohortId}`, zone: zoneOf(cohort.villageCode), hours: await listCenterHours(db, cohort), typed: typedFrom(times), seen: stampOf(times) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const sent = await request.formData();
  const [typed, seen] = [typedCohort(sent), sentText(sent, "seen", 2000)];
  const read = readCohort(typed);
  if ("faults" in read) return data({ kind: "form", typed, seen, ...read } as const, { status: 400 });
  const result = await reviseCohort(db, { cohort, times: read.times, seen, staffId: staff.staffId, now: new Date() });
  if (result === "revised") return redirect(`/mentor/rombel/${cohort.cohortId}/jadwal?diubah=1`, 303);
  if (result === "stale") return data({ kind: "stale" } as const, { status: 409 });
  return data({ kind: "form", typed, seen, faults: [result] as CohortFault[], slotFaults: [] } as const, { status: 400 });
}

export default function EditCohort() {
  const { cohortName, path, zone, hours, typed, seen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const form = answer?.kind === "form" ? answer : { typed, seen, faults: [], slotFaults: [] };
  return (
    <div className="narrow">
      <CohortHeading title={t("cohort.editTitle")} cohortName={cohortName} cohortPath={path} />
      <p>{t("cohort.editIntro")}</p>
      {answer?.kind === "stale" ? (
        <p className="notice notice-warn" role="alert">
          {t("cohort.editStale")}
        </p>
      ) : null}
      <FaultSummary isShown={answer?.kind === "form"} />
      <form method="post" action={`${path}/ubah`} className="card">
        <input type="hidden" name="seen" value={form.seen} />
        <CohortFields typed={form.typed} faults={form.faults} slotFaults={form.slotFaults} zone={zone} hours={hours} />
        <button type="submit" className="button-main">
          {t("cohort.editSubmit")}
        </button>
      </form>
    </div>
  );
}
