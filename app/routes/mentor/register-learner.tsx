import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { consentParts, consentPurposes, readConsent } from "#app/mentoring/consent/consent.ts";
import consentUrl from "#app/mentoring/consent/consent.css?url";
import { noConsentTyped, typedConsentIn } from "#app/mentoring/consent/typed-consent.ts";
import { PinCard, type PinCardContent } from "#app/mentoring/pin-card.tsx";
import { registerLearner } from "#app/mentoring/register-learner.server.ts";
import { readRegistration, type TypedRegistration } from "#app/mentoring/registration.ts";
import { RegistrationForm } from "#app/mentoring/registration-form.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { findConsentText } from "#db/consents.ts";
import { newId } from "#db/ids.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: consentUrl }];
export const meta: MetaFunction = () => [{ title: "Peserta baru · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  const { version, body, ...names } = await findConsentText(db, cohort.programId);
  return { cohortName: cohort.name, path: `/mentor/rombel/${cohort.cohortId}`, formId: newId(), text: { version, parts: consentParts(body, names) } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const sent = await request.formData();
  const formId = sentText(sent, "formId");
  if (!isId(formId)) throw notFound();
  const form = { formId, typed: typedIn(sent), typedConsent: typedConsentIn(sent) };
  const now = new Date();
  const thisYear = Number(dayOf(now).slice(0, 4));
  const read = readRegistration(form.typed, thisYear);
  const birthYear = "registration" in read ? read.registration.birthYear : null;
  const agreed = readConsent(form.typedConsent, { asked: consentPurposes, birthYear, thisYear });
  if ("faults" in read || "faults" in agreed) {
    const faults = { faults: "faults" in read ? read.faults : [], consentFaults: "faults" in agreed ? agreed.faults : [] };
    return data({ kind: "form", ...form, ...faults, namesakes: [] } as const, { status: 400 });
  }
  const { version } = await findConsentText(db, cohort.programId);
  const result = await registerLearner(db, { learnerId: formId, ...read, ...agreed, textVersion: version, cohort, staffId: staff.staffId, now });
  if (result.kind === "id-taken") throw notFound();
  if (result.kind === "namesakes") return data({ kind: "form", ...form, faults: [], consentFaults: [], namesakes: result.namesakes } as const, { status: 409 });
  if (result.kind === "already") return data(result, { status: 200 });
  const { name, waits } = result;
  const next = sentText(sent, "lagi") === "ya" ? { formId: newId() } : null;
  return data({ kind: "registered", card: cardOf(result, cohort, request), name, waits, next } as const, { status: 201 });
}

function cardOf({ name, number, pin }: { name: string; number: number; pin: string }, { village, centerName }: CohortSummary, request: Request): PinCardContent {
  return { name, number, pin, village, centerName, site: new URL(request.url).host };
}

function typedIn(sent: FormData): TypedRegistration {
  const text = (name: string) => sentText(sent, name);
  return { name: text("name"), birthYear: text("birthYear"), gender: text("gender"), confirmedName: text("confirmedName") };
}

const nothingTyped: TypedRegistration = { name: "", birthYear: "", gender: "", confirmedName: "" };

export default function RegisterLearner() {
  const { cohortName, path, formId, text } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const heading = { cohortName, cohortPath: path };
  if (answer?.kind === "registered" && !answer.next) {
    return (
      <>
        <CohortHeading title={t("mentor.registeredTitle", { name: answer.name })} {...heading} />
        {answer.waits ? <p className="notice notice-warn narrow">{t("cohort.waitsOnCard", { name: answer.name })}</p> : null}
        <PinCard content={answer.card} />
        <NextSteps path={path} />
      </>
    );
  }
  if (answer?.kind === "already") {
    return (
      <>
        <CohortHeading title={t("mentor.alreadyTitle", { name: answer.name, number: answer.number })} {...heading} />
        <p className="notice narrow">{t("mentor.alreadyText")}</p>
        <NextSteps path={path} {...(answer.waits ? {} : { pinPath: `${path}/peserta/${answer.learnerId}/pin` })} />
      </>
    );
  }
  const registered = answer?.kind === "registered" ? answer : null;
  const empty = { formId: registered?.next?.formId ?? formId, typed: nothingTyped, faults: [], typedConsent: noConsentTyped, consentFaults: [], namesakes: [] };
  const form = answer?.kind === "form" ? answer : empty;
  return (
    <div className="narrow">
      <CohortHeading title={t("mentor.registerTitle")} {...heading} />
      {registered ? <JustRegistered card={registered.card} waits={registered.waits} /> : <p>{t("mentor.registerIntro")}</p>}
      <RegistrationForm {...form} text={text} consent={{ typed: form.typedConsent, faults: form.consentFaults }} cohortPath={path} />
    </div>
  );
}

/** Whom the last form registered: number and PIN to write down, as the PIN is never shown again. */
function JustRegistered({ card: { name, number, pin }, waits }: { card: PinCardContent; waits: boolean }) {
  const { t } = useCopy();
  return (
    <div className="notice notice-ok just-registered" role="status">
      <p>
        <strong>{t("mentor.registeredTitle", { name })}</strong> {waits ? t("cohort.waitsOnCard", { name }) : null}
      </p>
      <p className="just-registered-pin">{t("mentor.registeredPin", { number, pin })}</p>
      <p>{t("mentor.registeredNote")}</p>
    </div>
  );
}

function NextSteps({ path, pinPath }: { path: string; pinPath?: string }) {
  const { t } = useCopy();
  return (
    <p className="row no-print">
      {pinPath ? (
        <a className="button" href={pinPath}>
          {t("mentor.newPin")}
        </a>
      ) : null}
      <a className={pinPath ? "button button-quiet" : "button"} href={`${path}/peserta-baru`}>
        {t("mentor.registerNext")}
      </a>
      <a className="button button-quiet" href={path}>
        {t("mentor.backToBoard")}
      </a>
    </p>
  );
}
