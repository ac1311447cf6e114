import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound } from "#app/accounts/access.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { correctLearner, removeLearner } from "#app/mentoring/correct-learner.server.ts";
import { requireLearnerOfMentor } from "#app/mentoring/learner-of-mentor.server.ts";
import { readRegistration, type RegistrationFault, type TypedRegistration } from "#app/mentoring/registration.ts";
import { RegistrationFields } from "#app/mentoring/registration-form.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { hasCertificate } from "#db/certificates.ts";
import { db } from "#db/client.ts";
import { findLearnerValues } from "#db/learners.ts";

export const meta: MetaFunction = () => [{ title: "Perbaiki data · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, learner } = await requireLearnerOfMentor(db, request, params);
  const values = await findLearnerValues(db, cohort.villageCode, learner.learnerId);
  const typed: TypedRegistration = { name: learner.name, birthYear: String(values?.birthYear ?? ""), gender: values?.gender ?? "", confirmedName: "" };
  const isCertified = await hasCertificate(db, cohort.villageCode, learner.enrollmentId);
  return { cohortName: cohort.name, path: pathOf(cohort, learner), name: learner.name, typed, isCertified };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort, learner } = await requireLearnerOfMentor(db, request, params);
  const sent = await request.formData();
  const now = new Date();
  const whom = { cohort, learnerId: learner.learnerId, staffId: staff.staffId, now };
  if (sentText(sent, "tugas") === "keluarkan") {
    if (sentText(sent, "yakin") !== "ya") return data({ kind: "refused", why: "notSure" } as const, { status: 400 });
    const result = await removeLearner(db, whom);
    if (result === "gone") throw notFound();
    return result === "active" ? data({ kind: "refused", why: "active" } as const, { status: 409 }) : redirect(`/mentor/rombel/${cohort.cohortId}?dikeluarkan`, 303);
  }
  const typed: TypedRegistration = { name: sentText(sent, "name"), birthYear: sentText(sent, "birthYear"), gender: sentText(sent, "gender"), confirmedName: sentText(sent, "confirmedName") };
  const read = readRegistration(typed, Number(dayOf(now).slice(0, 4)));
  if ("faults" in read) return data({ kind: "form", typed, faults: read.faults, namesakes: [] as number[] } as const, { status: 400 });
  const result = await correctLearner(db, { ...whom, ...read });
  if (result === "corrected") return redirect(`${pathOf(cohort, learner)}?diperbaiki`, 303);
  return data({ kind: "form", typed, faults: [] as RegistrationFault[], namesakes: result.namesakes.map(({ number }) => number) } as const, { status: 409 });
}

function pathOf({ cohortId }: { cohortId: string }, { learnerId }: { learnerId: string }): string {
  return `/mentor/rombel/${cohortId}/peserta/${learnerId}`;
}

export default function CorrectLearner() {
  const { cohortName, path, name, typed, isCertified } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const form = answer?.kind === "form" ? answer : { typed, faults: [], namesakes: [] };
  return (
    <div className="narrow">
      <CohortHeading title={t("mentor.correctTitle", { name })} cohortName={cohortName} cohortPath={path.replace(/\/peserta\/.*/, "")} />
      <p>{t("mentor.correctIntro")}</p>
      {isCertified ? <p className="notice">{t("mentor.correctCertified")}</p> : null}
      {form.faults.length > 0 ? (
        <p className="notice notice-error" role="alert">
          {t("mentor.faultSummary")}
        </p>
      ) : null}
      {form.namesakes.length > 0 ? (
        <p className="notice notice-warn" role="alert">
          {t("mentor.correctNamesake", { numbers: form.namesakes.join(", ") })}
        </p>
      ) : null}
      <form method="post" className="card">
        {form.namesakes.length > 0 ? <input type="hidden" name="confirmedName" value={form.typed.name} /> : null}
        <RegistrationFields typed={form.typed} faults={form.faults} />
        <button type="submit">{t("mentor.correctSave")}</button>
      </form>
      <RemoveForm name={name} path={path} why={answer?.kind === "refused" ? answer.why : null} />
    </div>
  );
}

function RemoveForm({ name, path, why }: { name: string; path: string; why: "active" | "notSure" | null }) {
  const { t } = useCopy();
  return (
    <section className="next-part" aria-labelledby="salah-daftar">
      <h2 id="salah-daftar">{t("mentor.removeTitle")}</h2>
      {why === "active" ? (
        <p className="notice notice-warn" role="alert">
          {t("mentor.removeActive", { name })} <a href={`${path}/pindah`}>{t("cohort.moveLearnerLink")}</a>
        </p>
      ) : (
        <form method="post" className="card">
          <p>{t("mentor.removeIntro", { name })}</p>
          <label className="check">
            <input type="checkbox" name="yakin" value="ya" aria-describedby={why ? "yakin-error" : undefined} />
            {t("mentor.removeSure", { name })}
          </label>
          {why ? (
            <p className="error" id="yakin-error">
              {t("mentor.removeNotSure")}
            </p>
          ) : null}
          <button type="submit" name="tugas" value="keluarkan" className="button-quiet">
            {t("mentor.removeSubmit")}
          </button>
        </form>
      )}
    </section>
  );
}
