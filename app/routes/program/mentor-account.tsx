import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireProgramLead } from "#app/accounts/access.server.ts";
import { EndRegistration, NamedCenters, NewPassword } from "#app/accounts/mentor-account.tsx";
import { PasswordSlip } from "#app/accounts/password-slip.tsx";
import { barToReset, endNaming, endRegistration, nameForCenter, resetPassword } from "#app/accounts/register-mentor.server.ts";
import { isAdmin } from "#app/accounts/role.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import planUrl from "#app/programs/plan/plan.css?url";
import { mostTyped, readReason } from "#app/programs/plan/plan-form.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { listPlacesOfProgram } from "#db/cohort-places.ts";
import { newId } from "#db/ids.ts";
import { isProgramMentor } from "#db/mentor-levels.ts";
import { isRegistered, listNamedCenters } from "#db/program-mentors.ts";
import { findStaffAccount } from "#db/staff-accounts.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction = () => [{ title: "Akun pendamping · Melek Desa" }];

/** A mentor's account, for who answers for the program: at which centres they may begin, and a new password. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, program, mentor } = await requireMentor(request, params);
  const { searchParams } = new URL(request.url);
  return {
    program: { id: program.id, name: program.name },
    mentor: { staffId: mentor.staffId, name: mentor.name, username: mentor.username },
    bar: await barToReset(db, { program, staff, mentorId: mentor.staffId }),
    isForAdmin: isAdmin(staff.roles),
    named: await listNamedCenters(db, program.id, mentor.staffId),
    places: await listPlacesOfProgram(db, program.id),
    isRegistered: await isRegistered(db, program.id, mentor.staffId),
    formId: newId(),
    told: searchParams.has("tersimpan") ? ("saved" as const) : searchParams.has("terdaftar") ? ("registered" as const) : searchParams.has("sudah") ? ("given" as const) : null,
  };
}

async function requireMentor(request: Request, params: LoaderFunctionArgs["params"]) {
  const { staff, program } = await requireProgramLead(request, params["program"]);
  const staffId = params["mentor"];
  const mentor = isId(staffId) && (await isProgramMentor(db, program.id, staffId)) ? await findStaffAccount(db, staffId) : undefined;
  if (!mentor) throw notFound();
  return { staff, program, mentor };
}

const noAnswer = { fault: null, typed: "", slip: null };

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, program, mentor } = await requireMentor(request, params);
  const sent = await request.formData();
  const text = (name: string) => sentText(sent, name, mostTyped);
  const [task, formId] = [text("task"), text("formId")];
  if (!isId(formId)) throw notFound();
  const change = { formId, program, staff, now: new Date(), mentorId: mentor.staffId };
  const path = `/program/${program.id}/pendamping`;
  const done = () => redirect(`${path}/${mentor.staffId}?tersimpan`, 303);

  if (task === "password") {
    const result = await resetPassword(db, change);
    if (result.kind === "barred") throw notFound();
    if (result.kind === "givenBefore") return redirect(`${path}/${mentor.staffId}?sudah`, 303);
    const slip = { name: mentor.name, username: result.username, password: result.password, site: new URL(request.url).host };
    return data({ ...noAnswer, slip }, { headers: { "Cache-Control": "no-store" } });
  }
  if (task === "name") {
    const place = (await listPlacesOfProgram(db, program.id)).find(({ villageCode, centerId }) => `${villageCode}_${centerId}` === text("center"));
    if (!place) return data({ ...noAnswer, fault: "center" as const }, { status: 400 });
    await nameForCenter(db, { ...change, place });
    return done();
  }
  if (task === "unname") {
    await endNaming(db, { ...change, rowId: formId });
    return done();
  }
  if (task !== "end") throw notFound();
  const reason = readReason(text("reason"));
  if (!reason) return data({ ...noAnswer, fault: "reason" as const, typed: text("reason") }, { status: 400 });
  await endRegistration(db, { ...change, reason });
  return redirect(`${path}?berakhir`, 303);
}

export default function MentorAccount() {
  const { program, mentor, bar, isForAdmin, named, places, isRegistered, formId, told } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const path = `/program/${program.id}/pendamping`;
  const own = `${path}/${mentor.staffId}`;
  const toldTexts = { saved: t("accounts.saved"), registered: t("accounts.registeredBefore"), given: t("accounts.givenBefore") };
  return (
    <>
      <p className="no-print">
        <a className="touch" href={path}>
          {t("accounts.backToMentors", { program: program.name })}
        </a>
      </p>
      <h1>{answer?.slip ? t("accounts.resetDone", { name: mentor.name }) : mentor.name}</h1>
      {answer?.slip ? (
        <>
          <PasswordSlip content={answer.slip} />
          <p className="no-print">
            <a className="button" href={own}>
              {t("accounts.accountOf", { name: mentor.name })}
            </a>
          </p>
        </>
      ) : (
        <>
          <p className="muted">{t("accounts.usernameIs", { username: mentor.username })}</p>
          {told && !answer ? (
            <p className={told === "saved" ? "notice notice-ok narrow" : "notice notice-warn narrow"} role="status">
              {toldTexts[told]}
            </p>
          ) : null}
          <div className="columns">
            <NamedCenters path={own} named={named} places={places} formId={formId} isWrong={answer?.fault === "center"} />
            <NewPassword path={own} name={mentor.name} formId={formId} bar={bar} accountPath={isForAdmin ? `/peran/${mentor.staffId}` : null} />
            {isRegistered ? <EndRegistration path={own} name={mentor.name} formId={formId} typed={answer?.typed ?? ""} isWrong={answer?.fault === "reason"} /> : null}
          </div>
        </>
      )}
    </>
  );
}
