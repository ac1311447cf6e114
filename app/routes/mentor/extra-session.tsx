import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { addSession } from "#app/mentoring/add-session.server.ts";
import { leastMinutes, mostMinutes, usualMinutes } from "#app/mentoring/cohort-form.ts";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { type ExtraFault, longestReason, momentIn, readExtra } from "#app/mentoring/session-form.ts";
import { openingTimes } from "#app/mentoring/session-words.ts";
import { SessionWarning } from "#app/mentoring/session-warning.tsx";
import termUrl from "#app/mentoring/term.css?url";
import { clockAt, zoneOf } from "#app/mentoring/village-clock.ts";
import { Field } from "#app/ui/field.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { listCenterHours } from "#db/center-hours.ts";
import { db } from "#db/client.ts";
import { listSlots } from "#db/cohort-schedule.ts";
import { newId } from "#db/ids.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: termUrl }];
export const meta: MetaFunction = () => [{ title: "Tambah pertemuan · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  const [slot] = await listSlots(db, cohort);
  const today = clockAt(new Date(), zoneOf(cohort.villageCode)).day;
  const typed = { day: today, time: slot?.startsAt ?? "", minutes: String(slot?.minutes ?? usualMinutes), reason: "" };
  const { name, startsOn, endsOn, cohortId } = cohort;
  const [hours, zone] = [await listCenterHours(db, cohort), zoneOf(cohort.villageCode)];
  return { cohort: { name, startsOn, endsOn }, hours, zone, path: `/mentor/rombel/${cohortId}`, form: { formId: newId(), typed } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const sent = await request.formData();
  const formId = sentText(sent, "formId");
  if (!isId(formId)) throw notFound();
  const typed = { day: sentText(sent, "day"), time: sentText(sent, "time"), minutes: sentText(sent, "minutes"), reason: sentText(sent, "reason") };
  const refused = (faults: ExtraFault[]) => data({ formId, typed, faults, warning: null }, { status: 400 });
  const read = readExtra(typed, zoneOf(cohort.villageCode));
  if ("faults" in read) return refused(read.faults);
  const confirmed = momentIn(sentText(sent, "confirmed"));
  const result = await addSession(db, { cohort, sessionId: formId, extra: read, confirmed, staffId: staff.staffId, now: new Date() });
  if (result.kind === "added") return redirect(`/mentor/rombel/${cohort.cohortId}/jadwal?ditambah`, 303);
  if (result.kind !== "warned") return refused([result.kind]);
  const { holiday, clashes } = result;
  return data({ formId, typed, faults: [], warning: { holiday, clashes, about: read.startsAt.toISOString() } }, { status: 409 });
}

export default function ExtraSession() {
  const { cohort, hours, zone, path, form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const copy = useCopy();
  const { t, locale } = copy;
  const { formId, typed } = answer ?? form;
  const dates = { from: formatDate(cohort.startsOn, locale), to: formatDate(cohort.endsOn, locale) };
  const has = (fault: ExtraFault) => answer?.faults.some((found) => found === fault) ?? false;
  const dayFault = (has("day") && t("cohort.faultDay")) || (has("outside") && t("cohort.faultOutside", dates)) || undefined;
  const timeFault = (has("time") && t("cohort.faultTime")) || (has("together") && t("cohort.faultTogether")) || (has("midnight") && t("cohort.faultMidnight")) || undefined;
  return (
    <div className="narrow">
      <CohortHeading title={t("cohort.extraTitle")} cohortName={cohort.name} cohortPath={path} />
      <p>
        <a className="touch" href={`${path}/jadwal`}>
          {t("cohort.backToSchedule")}
        </a>
      </p>
      {answer && answer.faults.length > 0 ? (
        <p className="notice notice-error" role="alert">
          {t("cohort.faultSummary")}
        </p>
      ) : null}
      <form method="post" action={`${path}/jadwal/tambah`} className="card">
        <input type="hidden" name="formId" value={formId} />
        {answer?.warning ? <input type="hidden" name="confirmed" value={answer.warning.about} /> : null}
        <p className="muted">{t("cohort.moveDateHint", dates)}</p>
        {hours.length > 0 ? <p>{openingTimes(hours, zone, copy)}</p> : null}
        <Field id="day" name="day" type="date" label={t("cohort.extraDay")} error={dayFault} defaultValue={typed.day} />
        <div className="pair">
          <Field id="time" name="time" type="time" label={t("cohort.slotTime")} error={timeFault} defaultValue={typed.time} />
          <Field
            id="minutes"
            name="minutes"
            inputMode="numeric"
            label={t("cohort.slotMinutes")}
            error={has("minutes") ? t("cohort.faultSlotMinutes", { least: leastMinutes, most: mostMinutes }) : undefined}
            defaultValue={typed.minutes}
            autoComplete="off"
          />
        </div>
        <Field
          id="reason"
          name="reason"
          label={t("cohort.moveReason")}
          hint={t("cohort.extraReasonHint")}
          error={has("reason") ? t("cohort.faultReason") : undefined}
          defaultValue={typed.reason}
          maxLength={longestReason}
          autoComplete="off"
        />
        <SessionWarning warning={answer?.warning ?? null} />
        <button type="submit">{answer?.warning ? t("cohort.extraAnyway") : t("cohort.extraSubmit")}</button>
      </form>
    </div>
  );
}
