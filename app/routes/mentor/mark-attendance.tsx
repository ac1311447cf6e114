import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { asksForLooks, sendAgainInOtherLooks } from "#app/accounts/display.server.ts";
import attendanceUrl from "#app/attendance/attendance.css?url";
import { type LineFault, type Mark, type TypedLine, tallyOf, typedOf } from "#app/attendance/attendance.ts";
import { AttendanceForm, rollFormId } from "#app/attendance/attendance-form.tsx";
import { markAttendance, type SentLine } from "#app/attendance/mark-attendance.server.ts";
import { MarkHistory } from "#app/attendance/mark-history.tsx";
import { rollOf, standingOf } from "#app/attendance/session-time.ts";
import { TallyLine } from "#app/attendance/tally-line.tsx";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { sessionTime } from "#app/mentoring/session-words.ts";
import { UnsavedScript } from "#app/ui/unsaved-script.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { findSession, listMarks, listRoll } from "#db/attendance.ts";
import { db } from "#db/client.ts";
import { listMarkedElsewhere } from "#db/reports.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: attendanceUrl }];
export const handle = { script: true, ownForm: rollFormId };
export const meta: MetaFunction = () => [{ title: "Isi daftar hadir · Melek Desa" }];

async function requireSession(request: Request, params: LoaderFunctionArgs["params"]) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const sessionId = params["session"];
  const session = isId(sessionId) ? await findSession(db, cohort, sessionId) : undefined;
  if (!session) throw notFound();
  return { staff, cohort, session };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, session } = await requireSession(request, params);
  const marks = await listMarks(db, cohort.villageCode, session.sessionId);
  const { searchParams } = new URL(request.url);
  const roll = await listRoll(db, cohort);
  const asked = rollOf(roll, session, cohort.villageCode, new Set(marks.map(({ learnerId }) => learnerId)));
  const showsLater = searchParams.has("kemudian");
  const shown = showsLater ? roll.filter((line) => !line.isErased || asked.includes(line)) : asked;
  const here = shown.map((line) => ({ ...line, isElsewhere: false }));
  const elsewhere = (await listMarkedElsewhere(db, cohort, session.sessionId)).map((line) => ({ ...line, withdrawnAt: null, isErased: false, isElsewhere: true }));
  const people = [...here, ...elsewhere]
    .sort((one, other) => one.number - other.number)
    .map(({ learnerId, number, name, withdrawnAt, isErased, isElsewhere }) => ({ learnerId, number, name, withdrawnAt, isErased, isElsewhere, marks: marks.filter((mark) => mark.learnerId === learnerId) }));
  const saved = Number(searchParams.get("tersimpan") ?? Number.NaN);
  return { cohort, session, people, showsLater, later: showsLater ? 0 : roll.filter((line) => !line.isErased && !asked.includes(line)).length, standing: standingOf(session, cohort.villageCode, new Date()), saved: Number.isInteger(saved) && saved >= 0 ? saved : null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort, session } = await requireSession(request, params);
  const sent = await request.formData();
  const wantsLooks = asksForLooks(sent);
  const again = wantsLooks ? sendAgainInOtherLooks(request, sent) : null;
  if (again) return again;
  if (wantsLooks && !sent.has("startsAt")) return redirect(`/mentor/rombel/${cohort.cohortId}/hadir/${session.sessionId}`, 303);
  const lines = linesIn(sent);
  const startsAt = new Date(sentText(sent, "startsAt"));
  if (Number.isNaN(startsAt.getTime())) throw notFound();
  const typed = Object.fromEntries(lines.map((line) => [line.learnerId, line.typed]));
  const refused = { typed, saved: 0, faults: {}, clashes: {}, startsAt };
  if (wantsLooks) return data({ kind: "kept", ...refused, seen: Object.fromEntries(lines.map(({ learnerId, seenId }) => [learnerId, seenId])) } as const);
  const now = new Date();
  const isAhead = standingOf(session, cohort.villageCode, now) === "coming";
  if (isAhead) return data({ kind: startsAt.getTime() === session.startsAt.getTime() ? "coming" : "movedAhead", ...refused } as const, { status: 409 });
  const marking = await markAttendance(db, { cohort, sessionId: session.sessionId, startsAt, lines, restCame: sent.get("semua") === "hadir", staffId: staff.staffId, now });
  if (marking.kind === "gone") throw notFound();
  if (marking.kind === "cancelled") return data({ kind: "cancelled", ...refused } as const, { status: 409 });
  if (marking.kind === "moved") return data({ kind: "moved", ...refused } as const, { status: 409 });
  const { saved, faults, clashes } = marking;
  const isFaulty = Object.keys(faults).length > 0;
  if (isFaulty || Object.keys(clashes).length > 0) return data({ kind: "wrong", typed, saved, faults, clashes, startsAt } as const, { status: isFaulty ? 400 : 409 });
  return redirect(`/mentor/rombel/${cohort.cohortId}/hadir/${session.sessionId}?tersimpan=${saved}`, 303);
}

function linesIn(sent: FormData): SentLine[] {
  const ids = [...sent.keys()].flatMap((name) => (name.startsWith("seen.") ? [name.slice("seen.".length)] : []));
  return [...new Set(ids)].filter(isId).map((learnerId) => ({ learnerId, seenId: sentText(sent, `seen.${learnerId}`), typed: typedIn(sent, learnerId) }));
}

function typedIn(sent: FormData, learnerId: string): TypedLine {
  return { status: sentText(sent, `status.${learnerId}`), minutes: sentText(sent, `minutes.${learnerId}`), reason: sentText(sent, `reason.${learnerId}`) };
}

export default function MarkAttendance() {
  const { cohort, session, people, showsLater, later, standing, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const copy = useCopy();
  const { t } = copy;
  const cohortPath = `/mentor/rombel/${cohort.cohortId}`;
  const path = `${cohortPath}/hadir/${session.sessionId}`;
  const isWrong = (learnerId: string) => Object.hasOwn(answer?.faults ?? {}, learnerId) || Object.hasOwn(answer?.clashes ?? {}, learnerId);
  const lines = people.map(({ marks, ...person }) => {
    const latest = marks[0] ?? null;
    const keepsTyped = answer && (answer.kind !== "wrong" || isWrong(person.learnerId));
    const typed = (keepsTyped && answer.typed[person.learnerId]) || typedOf(latest, session.minutes);
    const faults: Record<string, LineFault> = answer?.faults ?? {};
    const clashes: Record<string, Mark> = answer?.clashes ?? {};
    const seenId = answer?.kind === "kept" ? (answer.seen[person.learnerId] ?? "") : (latest?.id ?? "");
    return { ...person, latest, seenId, typed, fault: faults[person.learnerId] ?? null, clash: clashes[person.learnerId] ?? null };
  });
  const isOpen = standing === "today" || standing === "past" || answer !== undefined;
  return (
    <>
      <CohortHeading title={t("attendance.sessionName", { ordinal: session.ordinal })} cohortName={cohort.name} cohortPath={cohortPath} />
      <p>
        <strong>{sessionTime(session, cohort.villageCode, copy)}</strong>
      </p>
      <p className="row no-print">
        <a className="touch" href={`${path}/lembar`}>
          {t("attendance.sheet")}
        </a>
        <a className="touch" href={`${cohortPath}/laporan/${session.sessionId}`}>
          {t("attendance.report")}
        </a>
      </p>
      <Notices answer={answer} saved={saved} path={path} after={sessionTime(session, cohort.villageCode, copy)} villageCode={cohort.villageCode} minutes={session.minutes} />
      {standing === "cancelled" && !answer ? <p className="notice notice-warn narrow">{t("attendance.cancelled")}</p> : null}
      {standing === "coming" && !answer ? <p className="notice narrow">{t("attendance.notYet")}</p> : null}
      {people.length === 0 && later === 0 ? <p className="notice narrow">{t("attendance.noLearners")}</p> : null}
      {isOpen && people.length > 0 ? (
        <>
          <p>{t("attendance.markIntro")}</p>
          <p className="muted">
            <TallyLine tally={tallyOf(people.filter(({ marks, withdrawnAt }) => marks.length > 0 || !withdrawnAt).map(({ marks }) => marks[0]?.status ?? null))} />
          </p>
          <AttendanceForm action={showsLater ? `${path}?kemudian` : path} lines={lines} session={answer?.kind === "kept" ? { ...session, startsAt: answer.startsAt } : session} villageCode={cohort.villageCode} isUnsaved={answer !== undefined} />
          <UnsavedScript />
        </>
      ) : (
        <form method="post" action={path} id={rollFormId} />
      )}
      {isOpen && later > 0 ? (
        <p className="narrow">
          {t("attendance.laterText", { count: later })}{" "}
          <a className="touch" href={`${path}?kemudian`}>
            {t("attendance.laterLink")}
          </a>
        </p>
      ) : null}
      {isOpen && people.some(({ marks }) => marks.length > 0) ? (
        <p className="no-print">
          <a className="touch" href={`${cohortPath}/jadwal/${session.sessionId}`}>
            {t("attendance.wrongSession")}
          </a>
        </p>
      ) : null}
      <MarkHistory people={people.filter(({ marks }) => marks.length > 1)} villageCode={cohort.villageCode} />
    </>
  );
}

interface NoticesProps {
  answer: ReturnType<typeof useActionData<typeof action>>;
  saved: number | null;
  path: string;
  /** When the session is now. */
  after: string;
  villageCode: string;
  minutes: number;
}

function Notices({ answer, saved, path, after, villageCode, minutes }: NoticesProps) {
  const copy = useCopy();
  const { t } = copy;
  if (!answer) {
    if (saved === null) return null;
    return (
      <p className="notice notice-ok narrow" role="status">
        {saved > 0 ? t("attendance.saved", { count: saved }) : t("attendance.nothingNew")}
      </p>
    );
  }
  const [faults, clashes] = [Object.keys(answer.faults).length, Object.keys(answer.clashes).length];
  return (
    <div className={faults > 0 ? "notice notice-error narrow" : "notice notice-warn narrow"} role="alert">
      {answer.kind === "cancelled" ? <p>{t("attendance.cancelledKept")}</p> : null}
      {answer.kind === "kept" ? <p>{t("mentor.unsaved")}</p> : null}
      {answer.kind === "coming" ? <p>{t("attendance.notYet")}</p> : null}
      {answer.kind === "movedAhead" ? <p>{t("attendance.movedAhead", { before: sessionTime({ startsAt: answer.startsAt, minutes }, villageCode, copy), after })}</p> : null}
      {answer.kind === "moved" ? <p>{t("attendance.moved", { before: sessionTime({ startsAt: answer.startsAt, minutes }, villageCode, copy), after })}</p> : null}
      {answer.saved > 0 ? <p>{t("attendance.saved", { count: answer.saved })}</p> : null}
      {faults > 0 ? (
        <p>
          {t("attendance.faultSummary", { count: faults })} <a href={`#baris-${Object.keys(answer.faults)[0] ?? ""}`}>{t("attendance.toFault")}</a>
        </p>
      ) : null}
      {clashes > 0 ? <p>{t("attendance.clashSummary", { count: clashes })}</p> : null}
      {answer.kind === "wrong" && clashes > 0 ? (
        <p>
          <a href={path}>{t("attendance.useOthers")}</a>
        </p>
      ) : null}
    </div>
  );
}
