import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireProgramLead } from "#app/accounts/access.server.ts";
import { CenterSelect } from "#app/accounts/center-select.tsx";
import { type MentorFault, readMentor } from "#app/accounts/mentor-form.ts";
import { PasswordSlip } from "#app/accounts/password-slip.tsx";
import { registerMentor } from "#app/accounts/register-mentor.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import planUrl from "#app/programs/plan/plan.css?url";
import { Field } from "#app/ui/field.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { listPlacesOfProgram } from "#db/cohort-places.ts";
import { newId } from "#db/ids.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction = () => [{ title: "Pendamping baru · Melek Desa" }];

/** The form for a mentor who has no account yet. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program } = await requireProgramLead(request, params["program"]);
  const places = await listPlacesOfProgram(db, program.id);
  return { program: { id: program.id, name: program.name }, places, center: new URL(request.url).searchParams.get("pusat") ?? "", formId: newId() };
}

const mostTyped = 20_000;

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, program } = await requireProgramLead(request, params["program"]);
  const sent = await request.formData();
  const text = (name: string) => sentText(sent, name, mostTyped);
  const formId = text("formId");
  if (!isId(formId)) throw notFound();
  const typed = { name: text("name"), username: text("username"), center: text("center") };
  const refuse = (faults: MentorFault[], proposed = "") => data({ formId, typed, faults, proposed, slip: null, staffId: null }, { status: 400 });
  const read = readMentor(typed);
  if ("faults" in read) return refuse(read.faults);
  const place = (await listPlacesOfProgram(db, program.id)).find(({ villageCode, centerId }) => `${villageCode}_${centerId}` === typed.center) ?? null;
  if (typed.center !== "" && !place) return refuse(["center"]);
  const result = await registerMentor(db, { formId, program, staff, now: new Date(), ...read, place });
  if (result.kind === "usernameTaken") return refuse(["usernameTaken"], result.proposed);
  if (result.password === null) return redirect(`/program/${program.id}/pendamping/${result.staffId}?terdaftar`, 303);
  // Told on this answer alone: it stands in no address and nowhere in the database.
  const slip = { name: read.name, username: result.username, password: result.password, site: new URL(request.url).host };
  return data({ formId, typed, faults: [] as MentorFault[], proposed: "", slip, staffId: result.staffId }, { headers: { "Cache-Control": "no-store" } });
}

export default function RegisterMentor() {
  const { program, places, center, formId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const path = `/program/${program.id}/pendamping`;
  const typed = answer?.typed ?? { name: "", username: "", center };
  const has = (fault: MentorFault) => answer?.faults.includes(fault) ?? false;
  const usernameFault = has("usernameTaken") ? t("accounts.faultUsernameTaken", { proposed: answer?.proposed ?? "" }) : has("username") ? t("accounts.faultUsername") : undefined;
  return (
    <div className="narrow">
      <p className="no-print">
        <a className="touch" href={path}>
          {t("accounts.backToMentors", { program: program.name })}
        </a>
      </p>
      <h1>{answer?.slip ? t("accounts.registered", { name: answer.slip.name }) : t("accounts.registerTitle")}</h1>
      {answer?.slip ? (
        <>
          <PasswordSlip content={answer.slip} />
          <p className="row no-print">
            <a className="button" href={`${path}/baru`}>
              {t("accounts.registerNext")}
            </a>
            <a className="button button-quiet" href={`${path}/${answer.staffId}`}>
              {t("accounts.accountOf", { name: answer.slip.name })}
            </a>
          </p>
        </>
      ) : (
        <>
          <p>{t("accounts.registerText")}</p>
          {answer ? (
            <p className="notice notice-error" role="alert">
              {t("accounts.faultSummary")}
            </p>
          ) : null}
          <form method="post" action={`${path}/baru`} className="card">
            <input type="hidden" name="formId" value={answer?.formId ?? formId} />
            <Field id="name" name="name" label={t("accounts.fullName")} error={has("name") ? t("accounts.faultName") : undefined} defaultValue={typed.name} maxLength={80} autoComplete="off" autoCapitalize="words" />
            <Field id="username" name="username" label={t("accounts.username")} hint={t("accounts.usernameHint")} error={usernameFault} defaultValue={typed.username} maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} />
            <CenterSelect places={places} chosen={typed.center} isWrong={has("center")} none={t("accounts.centerLater")} hint={t("accounts.centerChoiceHint")} />
            <button type="submit" className="button-main">
              {t("accounts.registerSubmit")}
            </button>
          </form>
        </>
      )}
    </div>
  );
}
