import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type CohortKeeper, isId, notFound, requireCohortKeeper } from "#app/accounts/access.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { readBringing } from "#app/mentoring/bring-form.ts";
import { BringMentor } from "#app/mentoring/bring-mentor.tsx";
import { bringMentor, endMentor } from "#app/mentoring/change-mentors.server.ts";
import { CreatedNotice, createdIn, GoesOn } from "#app/mentoring/created-notice.tsx";
import { MentorList, PastMentors } from "#app/mentoring/mentor-list.tsx";
import { tidyText } from "#app/mentoring/registration.ts";
import termUrl from "#app/mentoring/term.css?url";
import { clockAt, zoneOf } from "#app/mentoring/village-clock.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { type FoundStaff, findProgramStaff, findStaffNamed, listMentorTimes, searchProgramStaff } from "#db/cohort-mentors.ts";
import { newId } from "#db/ids.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: termUrl }];
export const meta: MetaFunction = () => [{ title: "Pendamping rombel · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const keeper = await requireCohortKeeper(request, params["cohort"]);
  const { staff, cohort, isLead, isMentor, mayDecide } = keeper;
  const { searchParams } = new URL(request.url);
  const times = await listMentorTimes(db, cohort);
  const query = tidyText(searchParams.get("cari") ?? "").slice(0, 80);
  const pickedId = searchParams.get("pilih") ?? undefined;
  const { name, villageCode, cohortId, programId } = cohort;
  return {
    cohort: { name, villageCode },
    path: `/mentor/rombel/${cohortId}`,
    back: isMentor ? `/mentor/rombel/${cohortId}` : `/program/${programId}/pembina`,
    staffId: staff.staffId,
    isLead,
    isMentor,
    mayDecide,
    plan: `/program/${programId}/rencana/${villageCode}`,
    now: times.filter(({ endedAt }) => endedAt === null),
    past: times.filter(({ endedAt }) => endedAt !== null),
    query,
    found: mayDecide && query ? await searchStaff(keeper, query) : [],
    picked: mayDecide && isId(pickedId) ? await findPickable(keeper, pickedId, query) : null,
    formId: newId(),
    isDone: searchParams.has("diubah"),
    created: createdIn(searchParams),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const keeper = await requireCohortKeeper(request, params["cohort"]);
  if (!keeper.mayDecide) throw notFound();
  const sent = await request.formData();
  return sentText(sent, "tugas") === "akhiri" ? end(keeper, sentText(sent, "rowId")) : bring(keeper, sent);
}

async function bring(keeper: CohortKeeper, sent: FormData) {
  const { staff, cohort, isLead } = keeper;
  const [formId, mentorId] = [sentText(sent, "formId"), sentText(sent, "mentorId")];
  if (!isId(formId) || !isId(mentorId)) throw notFound();
  const mentor = await findPickable(keeper, mentorId, sentText(sent, "cari"));
  if (!mentor) throw notFound();
  const typed = { how: sentText(sent, "how"), until: sentText(sent, "until"), reason: sentText(sent, "reason") };
  const now = new Date();
  const zone = zoneOf(cohort.villageCode);
  // A mentor hands over what is theirs; a lead says whose time ends.
  const [way = "", from] = typed.how.split(":");
  const fromId = from ?? staff.staffId;
  if (fromId !== staff.staffId && !isLead) throw notFound();
  const read = readBringing({ ...typed, how: way }, clockAt(now, zone).day, zone);
  const form = { formId, mentor, typed };
  if ("faults" in read) return data({ kind: "form", ...form, faults: read.faults } as const, { status: 400 });
  const how = read.how.kind === "handOver" ? { kind: "handOver" as const, fromId } : read.how;
  const result = await bringMentor(db, { cohort, formId, mentorId, how, reason: read.reason, staffId: staff.staffId, now });
  if (result === "alreadyMentor") return data({ kind: "already", name: mentor.name } as const, { status: 409 });
  if (result === "stale") return data({ kind: "stale" } as const, { status: 409 });
  const isAway = how.kind === "handOver" && fromId === staff.staffId && !isLead;
  return redirect(isAway ? "/mentor?diserahkan=1" : `/mentor/rombel/${cohort.cohortId}/pendamping?diubah=1`, 303);
}

async function end({ staff, cohort, isLead }: CohortKeeper, rowId: string) {
  const times = isId(rowId) ? await listMentorTimes(db, cohort) : [];
  const time = times.find((one) => one.rowId === rowId);
  // Who mentors for good is sent away by a lead, or leaves; a loan is taken back by any of them.
  const isOwn = time?.staffId === staff.staffId;
  if (!time || (time.until === null && !isOwn && !isLead)) throw notFound();
  const result = await endMentor(db, { cohort, rowId, staffId: staff.staffId, now: new Date() });
  if (result === "unknown") throw notFound();
  if (result === "lastMentor") return data({ kind: "last" } as const, { status: 409 });
  return redirect(isOwn && !isLead ? "/mentor?diserahkan=1" : `/mentor/rombel/${cohort.cohortId}/pendamping?diubah=1`, 303);
}

/** Those of the program whom `query` names; for a lead also anyone on the staff by their whole user name. */
async function searchStaff({ cohort, isLead }: CohortKeeper, query: string): Promise<FoundStaff[]> {
  const found = await searchProgramStaff(db, cohort.programId, query);
  const named = isLead ? await findStaffNamed(db, query) : undefined;
  return named && !found.some(({ staffId }) => staffId === named.staffId) ? [named, ...found] : found;
}

async function findPickable({ cohort, isLead }: CohortKeeper, staffId: string, query: string): Promise<FoundStaff | null> {
  const known = await findProgramStaff(db, cohort.programId, staffId);
  if (known) return known;
  const named = isLead && query ? await findStaffNamed(db, query) : undefined;
  return named?.staffId === staffId ? named : null;
}

export default function Mentors() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const { cohort, path, back, staffId, isLead, isMentor, mayDecide, plan, now, past, isDone, created } = loaded;
  const form = answer?.kind === "form" ? answer : { formId: loaded.formId, mentor: loaded.picked, typed: { how: "", until: "", reason: "" }, faults: [] };
  return (
    <div className="narrow">
      <p className="muted">
        <a className="touch" href={back}>
          {isLead && back.startsWith("/program") ? t("cohort.coachingLink") : t("mentor.backToBoard")}
        </a>{" "}
        {cohort.name}
      </p>
      <h1>{t("cohort.mentorsTitle")}</h1>
      <CreatedNotice created={created} />
      {created && !isMentor ? <GoesOn mentors={now.map(({ name }) => name)} plan={plan} /> : null}
      {isDone ? (
        <p className="notice notice-ok" role="status">
          {t("cohort.mentorDone")}
        </p>
      ) : null}
      <Refusal answer={answer} />
      <h2>{t("cohort.mentorsNow")}</h2>
      <MentorList mentors={now} viewerId={staffId} isLead={isLead} mayDecide={mayDecide} path={`${path}/pendamping`} villageCode={cohort.villageCode} />
      {mayDecide ? (
        <BringMentor path={`${path}/pendamping`} query={loaded.query} found={loaded.found} mentors={now} viewerId={staffId} isLead={isLead} form={form} />
      ) : (
        <p className="notice">{t("cohort.mentorSubstituteOnly")}</p>
      )}
      <PastMentors mentors={past} />
    </div>
  );
}

function Refusal({ answer }: { answer: ReturnType<typeof useActionData<typeof action>> }) {
  const { t } = useCopy();
  if (!answer || answer.kind === "form") return null;
  return (
    <p className="notice notice-warn" role="alert">
      {answer.kind === "already" ? t("cohort.faultAlreadyMentor", { name: answer.name }) : null}
      {answer.kind === "stale" ? t("cohort.mentorStale") : null}
      {answer.kind === "last" ? t("cohort.mentorLast") : null}
    </p>
  );
}
