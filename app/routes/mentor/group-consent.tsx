import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMentorOf } from "#app/accounts/access.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { consentParts, mayBeChild } from "#app/mentoring/consent/consent.ts";
import consentUrl from "#app/mentoring/consent/consent.css?url";
import { ConsentText } from "#app/mentoring/consent/consent-fields.tsx";
import { recordGroupConsent } from "#app/mentoring/consent/record-consent.server.ts";
import { db } from "#db/client.ts";
import { findConsentText, listWithoutConsent } from "#db/consents.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: consentUrl }];
export const meta: MetaFunction = () => [{ title: "Catat persetujuan bersama · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  const { version, body, ...names } = await findConsentText(db, cohort.programId);
  const thisYear = Number(dayOf(new Date()).slice(0, 4));
  const unasked = (await listWithoutConsent(db, cohort)).filter(({ withdrawnAt }) => !withdrawnAt);
  const people = unasked.map(({ learnerId, name, birthYear }) => ({ learnerId, name, isYoung: mayBeChild(birthYear, thisYear) }));
  const recorded = Number(new URL(request.url).searchParams.get("dicatat") ?? Number.NaN);
  return {
    cohortName: cohort.name,
    path: `/mentor/rombel/${cohort.cohortId}`,
    text: { version, parts: consentParts(body, names) },
    open: people.filter(({ isYoung }) => !isYoung),
    young: people.filter(({ isYoung }) => isYoung),
    recorded: Number.isInteger(recorded) && recorded >= 0 ? recorded : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const learnerIds = (await request.formData()).getAll("peserta").filter((value) => typeof value === "string");
  if (learnerIds.length === 0) return data({ isNobody: true }, { status: 400 });
  const { version } = await findConsentText(db, cohort.programId);
  const count = await recordGroupConsent(db, { cohort, learnerIds, textVersion: version, staffId: staff.staffId, now: new Date() });
  return redirect(`/mentor/rombel/${cohort.cohortId}/persetujuan?dicatat=${count}`, 303);
}

export default function GroupConsent() {
  const { cohortName, path, text, open, young, recorded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  return (
    <div className="narrow">
      <CohortHeading title={t("consent.groupTitle")} cohortName={cohortName} cohortPath={path} />
      {recorded !== null && !answer ? (
        <div className="notice notice-ok" role="status">
          <p>{t("consent.groupDone", { count: recorded })}</p>
          <p>
            <a className="button" href={`${path}/kartu?pilih=tanpa-pin`}>
              {t("consent.groupCards")}
            </a>
          </p>
        </div>
      ) : null}
      {answer?.isNobody ? (
        <p className="notice notice-error" role="alert">
          {t("consent.groupFault")}
        </p>
      ) : null}
      {open.length + young.length === 0 ? <p className="notice">{t("consent.groupNobody")}</p> : null}
      {open.length > 0 ? (
        <>
          <p>{t("consent.groupIntro")}</p>
          <section className="card" aria-label={t("consent.textTitle")}>
            <ConsentText text={text} />
          </section>
          <form method="post" action={`${path}/persetujuan`} className="card">
            <fieldset className="choices ticks">
              <legend>{t("consent.groupWho")}</legend>
              {open.map(({ learnerId, name }) => (
                <label key={learnerId} className="touch tick">
                  <input type="checkbox" name="peserta" value={learnerId} />
                  <span>{name}</span>
                </label>
              ))}
            </fieldset>
            <p className="muted">{t("consent.groupHint")}</p>
            <button type="submit" className="button-main">
              {t("consent.groupSubmit")}
            </button>
            <p className="muted">{t("consent.groupOthers")}</p>
          </form>
        </>
      ) : null}
      {young.length > 0 ? (
        <>
          <p>{t("consent.groupYoung")}</p>
          <ul>
            {young.map(({ learnerId, name }) => (
              <li key={learnerId}>
                <a className="touch" href={`${path}/peserta/${learnerId}/persetujuan`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
