import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { type ChangeResult, changeCohortSession, sessionStamp, type SessionWish } from "#app/mentoring/change-session.server.ts";
import { ClearForm, SessionForms } from "#app/mentoring/session-forms.tsx";
import { type ChangeFault, momentIn, readMove, readReason, type TypedChange } from "#app/mentoring/session-form.ts";
import { SessionChanges } from "#app/mentoring/session-changes.tsx";
import { dayAndTime, sessionTime } from "#app/mentoring/session-words.ts";
import termUrl from "#app/mentoring/term.css?url";
import { clockAt, zoneOf } from "#app/mentoring/village-clock.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { findSession, listChanges } from "#db/cohort-schedule.ts";
import { newId } from "#db/ids.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: termUrl }];
export const meta: MetaFunction = () => [{ title: "Pertemuan · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  const session = isId(params["session"]) ? await findSession(db, cohort, params["session"]) : undefined;
  if (!session) throw notFound();
  const { name, villageCode, startsOn, endsOn, cohortId } = cohort;
  const { startsAt, minutes, isCancelled } = session;
  const { day, time } = clockAt(startsAt, zoneOf(villageCode));
  return {
    isSaved: new URL(request.url).searchParams.has("tersimpan"),
    cohort: { name, villageCode, startsOn, endsOn },
    path: `/mentor/rombel/${cohortId}/jadwal`,
    session: { id: session.id, startsAt, minutes, isCancelled, isHeld: session.hasMarks && startsAt <= new Date() },
    changes: await listChanges(db, cohort, session.id),
    form: { formId: newId(), seen: sessionStamp(session), typed: { day, time, reason: "" } },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const sessionId = params["session"];
  const sent = await request.formData();
  const [formId, seen, task, confirmed] = [sentText(sent, "formId"), sentText(sent, "seen"), sentText(sent, "tugas"), sentText(sent, "confirmed")];
  if (!isId(sessionId) || !isId(formId) || !isTask(task)) throw notFound();
  const typed: TypedChange = { day: sentText(sent, "day"), time: sentText(sent, "time"), reason: sentText(sent, "reason") };
  const form = { task, formId, seen, typed };
  const asked = readTask(task, typed, cohort.villageCode);
  if ("faults" in asked) return data({ kind: "form", ...form, faults: asked.faults, warning: null } as const, { status: 400 });
  const request_ = { ...asked, cohort, sessionId, changeId: formId, seen, confirmed: momentIn(confirmed), staffId: staff.staffId, now: new Date() };
  const result = await changeCohortSession(db, request_);
  if (result.kind === "unknown") throw notFound();
  if (result.kind === "changed") return redirect(`/mentor/rombel/${cohort.cohortId}/jadwal/${sessionId}?tersimpan`, 303);
  if (result.kind === "stale" || result.kind === "held") return data({ kind: result.kind } as const, { status: 409 });
  if (result.kind === "warned") return data({ kind: "form", ...form, faults: [], warning: warningOf(result, asked.to, seen) } as const, { status: 409 });
  const fault: ChangeFault = result.kind;
  return data({ kind: "form", ...form, faults: [fault], warning: null } as const, { status: 400 });
}

const wishes = { batal: "cancel", adakan: "restore", kosongkan: "clear" } as const;
type Task = "pindah" | keyof typeof wishes;

function isTask(text: string): text is Task {
  return text === "pindah" || Object.hasOwn(wishes, text);
}

function readTask(task: Task, typed: TypedChange, villageCode: string): { to: SessionWish; reason: string } | { faults: ChangeFault[] } {
  if (task === "pindah") {
    const read = readMove(typed, zoneOf(villageCode));
    return "faults" in read ? read : { to: { startsAt: read.startsAt }, reason: read.reason };
  }
  const reason = readReason(typed.reason);
  return reason ? { to: wishes[task], reason } : { faults: ["reason"] };
}

/** About which moment the mentor is asked once more: the new time, or that of the session that is restored. */
function warningOf({ holiday, clashes }: Extract<ChangeResult, { kind: "warned" }>, to: SessionWish, seen: string) {
  return { holiday, clashes, about: typeof to === "object" ? to.startsAt.toISOString() : (seen.split("|")[0] ?? "") };
}

export default function SessionPage() {
  const { isSaved, cohort, path, session, changes, form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useCopy();
  const { villageCode } = cohort;
  return (
    <div className="narrow">
      <p className="muted">
        <a className="touch" href={path}>
          {t("cohort.backToSchedule")}
        </a>{" "}
        {cohort.name}
      </p>
      <h1>{t("cohort.sessionTitle", { day: dayAndTime(session.startsAt, villageCode, locale).day })}</h1>
      <p>
        {sessionTime(session, villageCode, { t, locale })}
        {session.isCancelled ? <strong className="warn"> {t("cohort.sessionCancelled")}.</strong> : null}
      </p>
      {isSaved && !answer ? (
        <p className="notice notice-ok" role="status">
          {t("cohort.changeDone")}
        </p>
      ) : null}
      {answer?.kind === "stale" ? (
        <p className="notice notice-warn" role="alert">
          {t("cohort.changeStale")}
        </p>
      ) : null}
      {session.isHeld ? (
        <>
          <p className="notice" role={answer?.kind === "held" ? "alert" : undefined}>
            {t("cohort.changeHeld")}
          </p>
          <ClearForm path={`${path}/${session.id}`} form={form} answer={answer?.kind === "form" ? answer : null} />
        </>
      ) : (
        <SessionForms cohort={cohort} isCancelled={session.isCancelled} path={`${path}/${session.id}`} form={form} answer={answer?.kind === "form" ? answer : null} />
      )}
      <SessionChanges changes={changes} villageCode={villageCode} />
    </div>
  );
}
