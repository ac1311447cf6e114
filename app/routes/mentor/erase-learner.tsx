import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireCohortReader, requireMentorOf } from "#app/accounts/access.server.ts";
import { verificationPath } from "#app/certificates/verification-code.ts";
import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import consentUrl from "#app/mentoring/consent/consent.css?url";
import { eraseOnRequest, erasureAskers } from "#app/mentoring/erase-learner.server.ts";
import { EraseForm, type EraseFault, WhatIsErased } from "#app/mentoring/erase-form.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { listCertificatesOf } from "#db/certificates.ts";
import { db } from "#db/client.ts";
import { findLearnerOfCohort } from "#db/enrollments.ts";
import { findErasure, listCohortNamesOf } from "#db/learner-erasure.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: consentUrl }];
export const meta: MetaFunction = () => [{ title: "Hapus data · Melek Desa" }];

/** The form is for the cohort's mentor; that it was done may be read by who reads the cohort. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, mayWrite } = await requireCohortReader(request, params["cohort"]);
  const learnerId = params["learner"];
  if (!isId(learnerId)) throw notFound();
  const shared = { cohortName: cohort.name, cohortPath: `/mentor/rombel/${cohort.cohortId}` };
  const erasure = await findErasure(db, cohort, learnerId);
  if (erasure) return { kind: "erased", ...shared, ...erasure } as const;
  const learner = mayWrite ? await findLearnerOfCohort(db, cohort, learnerId) : undefined;
  if (!learner) throw notFound();
  const { name, enrollmentId } = learner;
  const cohorts = await listCohortNamesOf(db, { villageCode: cohort.villageCode, learnerId });
  const certificates = await listCertificatesOf(db, cohort.villageCode, learnerId);
  const own = certificates.find((certificate) => certificate.enrollmentId === enrollmentId && !certificate.revokedAt);
  return { kind: "form", ...shared, path: `${shared.cohortPath}/peserta/${learnerId}`, name, cohorts, isCertified: certificates.length > 0, download: own ? `${verificationPath(own.code)}/pdf` : null } as const;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const learnerId = params["learner"];
  if (!isId(learnerId)) throw notFound();
  const here = `/mentor/rombel/${cohort.cohortId}/peserta/${learnerId}/hapus`;
  if (await findErasure(db, cohort, learnerId)) return redirect(here, 303);
  if (!(await findLearnerOfCohort(db, cohort, learnerId))) throw notFound();
  const sent = await request.formData();
  const askedBy = erasureAskers.find((known) => known === sentText(sent, "peminta"));
  const isSure = sentText(sent, "yakin") === "ya";
  const faults: EraseFault[] = [...(askedBy ? [] : ["why" as const]), ...(isSure ? [] : ["sure" as const])];
  if (!askedBy || !isSure) return data({ askedBy: askedBy ?? null, isSure, faults }, { status: 400 });
  await eraseOnRequest(db, { cohort, learnerId, askedBy, staffId: staff.staffId, now: new Date() });
  return redirect(here, 303);
}

export default function EraseLearner() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useCopy();
  const { cohortName, cohortPath } = page;
  if (page.kind === "erased") {
    return (
      <div className="narrow">
        <CohortHeading title={t("erasure.doneTitle")} cohortName={cohortName} cohortPath={cohortPath} />
        <p className="notice notice-ok" role="status">
          {t("erasure.doneText", { date: formatDate(page.erasedAt, locale) })}
        </p>
        <p>{t("erasure.paper")}</p>
      </div>
    );
  }
  const { name, path, cohorts, isCertified, download } = page;
  return (
    <div className="narrow">
      <CohortHeading title={t("erasure.title", { name })} cohortName={cohortName} cohortPath={cohortPath} />
      <p>
        <a className="touch" href={path}>
          {t("mentor.backToLearner", { name })}
        </a>
      </p>
      <WhatIsErased cohorts={cohorts} isCertified={isCertified} download={download} />
      <EraseForm name={name} action={`${path}/hapus`} askedBy={answer?.askedBy ?? null} isSure={answer?.isSure ?? false} faults={answer?.faults ?? []} />
    </div>
  );
}
