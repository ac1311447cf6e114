import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound } from "#app/accounts/access.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { consentParts, consentPurposes, readConsent } from "#app/mentoring/consent/consent.ts";
import consentUrl from "#app/mentoring/consent/consent.css?url";
import { ConsentFields, ConsentText } from "#app/mentoring/consent/consent-fields.tsx";
import { ConsentStanding } from "#app/mentoring/consent/consent-standing.tsx";
import { recordConsent, withdrawConsent } from "#app/mentoring/consent/record-consent.server.ts";
import { noConsentTyped, typedConsentIn } from "#app/mentoring/consent/typed-consent.ts";
import { requireLearnerOfMentor } from "#app/mentoring/learner-of-mentor.server.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { findBirthYear, findConsentText, listConsents, type RecordedConsent } from "#db/consents.ts";
import { newId } from "#db/ids.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: consentUrl }];
export const meta: MetaFunction = () => [{ title: "Persetujuan · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, learner } = await requireLearnerOfMentor(db, request, params);
  const { version, body, ...names } = await findConsentText(db, cohort.programId);
  const consents = await listConsents(db, { villageCode: cohort.villageCode, learnerId: learner.learnerId });
  const cohortPath = `/mentor/rombel/${cohort.cohortId}`;
  const path = `${cohortPath}/peserta/${learner.learnerId}`;
  return { cohortName: cohort.name, cohortPath, path, name: learner.name, consents, asked: askedNow(consents), text: { version, parts: consentParts(body, names) }, formId: newId() };
}

/** What they do not agree to now. */
function askedNow(consents: readonly RecordedConsent[]) {
  return consentPurposes.filter((purpose) => !consents.some((consent) => consent.purpose === purpose && consent.given));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort, learner } = await requireLearnerOfMentor(db, request, params);
  const sent = await request.formData();
  const formId = sentText(sent, "formId");
  if (!isId(formId)) throw notFound();
  const key = { villageCode: cohort.villageCode, learnerId: learner.learnerId };
  const { version } = await findConsentText(db, cohort.programId);
  const now = new Date();
  const recording = { ...key, formId, textVersion: version, staffId: staff.staffId, now };
  const here = `/mentor/rombel/${cohort.cohortId}/peserta/${learner.learnerId}/persetujuan`;
  const withdrawn = sentText(sent, "cabut");
  if (withdrawn !== "") {
    const purpose = consentPurposes.find((known) => known === withdrawn);
    if (!purpose) throw notFound();
    await withdrawConsent(db, recording, purpose);
    return redirect(here, 303);
  }
  const typed = typedConsentIn(sent);
  const asked = askedNow(await listConsents(db, key));
  if (asked.length === 0) return redirect(here, 303);
  const read = readConsent(typed, { asked, birthYear: await findBirthYear(db, key), thisYear: Number(dayOf(now).slice(0, 4)) });
  if ("faults" in read) return data({ typed, faults: read.faults, formId }, { status: 400 });
  // Who said no before and is not asked anew has said nothing.
  const answered = asked.includes("learning") ? asked : read.consent.given;
  await db.transaction().execute((trx) => recordConsent(trx, recording, answered, read.consent));
  return redirect(here, 303);
}

export default function ConsentPage() {
  const { cohortName, cohortPath, path, name, consents, asked, text, formId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const here = `${path}/persetujuan`;
  const { typed, faults } = answer ?? { typed: noConsentTyped, faults: [] };
  const isNew = asked.includes("learning");
  return (
    <div className="narrow">
      <CohortHeading title={t("consent.title", { name })} cohortName={cohortName} cohortPath={cohortPath} />
      <p>
        <a className="touch" href={path}>
          {t("mentor.backToLearner", { name })}
        </a>
      </p>
      {consents.length > 0 ? (
        <>
          <h2>{t("consent.standingTitle")}</h2>
          <ConsentStanding consents={consents} formId={formId} path={here} />
        </>
      ) : null}
      {faults.length > 0 ? (
        <p className="notice notice-error" role="alert">
          {t("consent.faultSummary")}
        </p>
      ) : null}
      {isNew ? (
        <>
          <p>{t("consent.intro")}</p>
          <section className="card" aria-label={t("consent.textTitle")}>
            <ConsentText text={text} />
          </section>
        </>
      ) : (
        <details className="consent">
          <summary>{t("consent.readText")}</summary>
          <ConsentText text={text} />
        </details>
      )}
      {asked.length > 0 ? (
        <form method="post" action={here} className="card">
          <h2>{t("consent.formTitle")}</h2>
          <input type="hidden" name="formId" value={answer?.formId ?? formId} />
          <ConsentFields asked={asked} typed={typed} faults={faults} />
          <button type="submit" className="button-main">{t("consent.submit")}</button>
        </form>
      ) : null}
    </div>
  );
}
