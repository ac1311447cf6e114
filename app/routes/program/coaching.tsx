import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireProgramLead } from "#app/accounts/access.server.ts";
import { isAdmin } from "#app/accounts/role.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { ToMentors } from "#app/mentoring/mentor-pages.tsx";
import { tidyText } from "#app/mentoring/registration.ts";
import termUrl from "#app/mentoring/term.css?url";
import { beginCoaching, stopCoaching } from "#app/programs/change-coaching.server.ts";
import { CoachingTable, ProgramMentors } from "#app/programs/coaching-table.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { listCoaching } from "#db/coaching.ts";
import { findStaffNamed, listMentorsOfProgram } from "#db/cohort-mentors.ts";
import { newId } from "#db/ids.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: termUrl }];
export const meta: MetaFunction = () => [{ title: "Pembina · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program } = await requireProgramLead(request, params["program"]);
  const { searchParams } = new URL(request.url);
  return {
    program: { id: program.id, name: program.name },
    coaching: await listCoaching(db, program.id),
    mentors: await listMentorsOfProgram(db, program.id),
    formId: newId(),
    told: searchParams.get("hasil"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, program } = await requireProgramLead(request, params["program"]);
  const sent = await request.formData();
  const path = `/program/${program.id}/pembina`;
  const now = new Date();
  if (sentText(sent, "tugas") === "akhiri") {
    const coachingId = sentText(sent, "coachingId");
    if (!isId(coachingId)) throw notFound();
    await stopCoaching(db, { programId: program.id, coachingId, staffId: staff.staffId, now });
    return redirect(`${path}?hasil=akhir`, 303);
  }
  const formId = sentText(sent, "formId");
  if (!isId(formId)) throw notFound();
  const typed = { coach: tidyText(sentText(sent, "coach")), mentor: tidyText(sentText(sent, "mentor")) };
  const [coach, mentor] = [await findStaffNamed(db, typed.coach), await findStaffNamed(db, typed.mentor)];
  const unknown = { coach: !coach, mentor: !mentor };
  if (!coach || !mentor) return data({ formId, typed, unknown, refused: null }, { status: 400 });
  const result = await beginCoaching(db, { coachingId: formId, programId: program.id, coachId: coach.staffId, mentorId: mentor.staffId, staffId: staff.staffId, mayBeOwn: isAdmin(staff.roles), now });
  if (result === "begun") return redirect(`${path}?hasil=tambah`, 303);
  return data({ formId, typed, unknown, refused: { why: result, coach: coach.name, mentor: mentor.name } }, { status: 400 });
}

export default function CoachingPage() {
  const { program, coaching, mentors, formId, told } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const path = `/program/${program.id}/pembina`;
  const form = answer ?? { formId, typed: { coach: "", mentor: "" }, unknown: { coach: false, mentor: false }, refused: null };
  return (
    <>
      <p className="muted">
        <a className="touch" href={`/program/${program.id}`}>
          {program.name}
        </a>
      </p>
      <h1>{t("cohort.coachingTitle", { program: program.name })}</h1>
      <p className="narrow">{t("cohort.coachingIntro")}</p>
      <ToMentors programId={program.id} />
      {!answer && (told === "tambah" || told === "akhir") ? (
        <p className="notice notice-ok narrow" role="status">
          {told === "tambah" ? t("cohort.coachingAdded") : t("cohort.coachingEnded")}
        </p>
      ) : null}
      {coaching.length === 0 ? <p className="notice narrow">{t("cohort.coachingNone")}</p> : <CoachingTable coaching={coaching} path={path} />}
      <form method="post" action={path} className="card narrow next-part">
        <h2>{t("cohort.coachingAddTitle")}</h2>
        {form.refused ? <Refusal {...form.refused} /> : null}
        <input type="hidden" name="formId" value={form.formId} />
        <UsernameField name="coach" label={t("cohort.coachingFieldCoach")} typed={form.typed.coach} isUnknown={form.unknown.coach} />
        <UsernameField name="mentor" label={t("cohort.coachingFieldMentor")} typed={form.typed.mentor} isUnknown={form.unknown.mentor} />
        <button type="submit">{t("cohort.coachingSubmit")}</button>
      </form>
      <ProgramMentors mentors={mentors} />
    </>
  );
}

function UsernameField({ name, label, typed, isUnknown }: { name: string; label: string; typed: string; isUnknown: boolean }) {
  const { t } = useCopy();
  const error = isUnknown ? t("cohort.faultStaff") : undefined;
  return <Field id={name} name={name} label={label} hint={t("cohort.coachingAddHint")} error={error} defaultValue={typed} maxLength={80} autoComplete="off" autoCapitalize="none" spellCheck={false} />;
}

function Refusal({ why, coach, mentor }: { why: "self" | "own" | "circle" | "known"; coach: string; mentor: string }) {
  const { t } = useCopy();
  return (
    <p className="notice notice-error" role="alert">
      {why === "self" ? t("cohort.faultSelf") : null}
      {why === "own" ? t("cohort.faultOwnCoaching") : null}
      {why === "circle" ? t("cohort.faultCircle", { coach, mentor }) : null}
      {why === "known" ? t("cohort.faultCoachingKnown", { coach, mentor }) : null}
    </p>
  );
}
