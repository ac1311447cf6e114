import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { dayOf, formatDate } from "#app/i18n/locale.ts";
import { leadingRoles } from "#app/accounts/role.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { MoveTargets } from "#app/mentoring/move-targets.tsx";
import { moveLearner } from "#app/mentoring/move-learner.server.ts";
import { longestReason, readReason } from "#app/mentoring/session-form.ts";
import termUrl from "#app/mentoring/term.css?url";
import { Field } from "#app/ui/field.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { findMoveOut, listMoveTargets } from "#db/enrollment-moves.ts";
import { findLearnerOfCohort } from "#db/enrollments.ts";
import { newId } from "#db/ids.ts";
import { listProgramsFor } from "#db/programs.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: termUrl }];
export const meta: MetaFunction = () => [{ title: "Pindah rombel · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, cohort, learnerId } = await requireAsked(request, params);
  const path = `/mentor/rombel/${cohort.cohortId}`;
  const learner = await findLearnerOfCohort(db, cohort, learnerId);
  if (learner) {
    const targets = await listMoveTargets(db, cohort, staff.staffId, await ledBy(staff.roles), dayOf(new Date()));
    return { cohortName: cohort.name, path, learnerId, name: learner.name, movedAt: null, targets, formId: newId() };
  }
  const moved = await findMoveOut(db, cohort, learnerId);
  if (!moved) throw notFound();
  return { cohortName: cohort.name, path, learnerId, name: moved.name, movedAt: moved.movedAt, targets: [], formId: newId() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort, learnerId } = await requireAsked(request, params);
  if (!(await findLearnerOfCohort(db, cohort, learnerId)) && !(await findMoveOut(db, cohort, learnerId))) throw notFound();
  const sent = await request.formData();
  const [formId, target, typedReason] = [sentText(sent, "formId"), sentText(sent, "target"), sentText(sent, "reason")];
  if (!isId(formId)) throw notFound();
  const reason = readReason(typedReason);
  const form = { formId, target, reason: typedReason };
  if (!reason || !isId(target)) return data({ ...form, faults: { target: isId(target) ? null : ("none" as const), reason: !reason } }, { status: 400 });
  const ledPrograms = await ledBy(staff.roles);
  const result = await moveLearner(db, { from: cohort, learnerId, newCohortId: target, moveId: formId, reason, ledPrograms, staffId: staff.staffId, now: new Date() });
  if (result === "unknownTarget") throw notFound();
  if (result === "moved") return redirect(`/mentor/rombel/${target}/peserta/${learnerId}#riwayat-rombel`, 303);
  return data({ ...form, faults: { target: result === "gone" ? null : result, reason: false } }, { status: 409 });
}

/** The mentor's cohort and whom the address names; whether they are in it is for the page to say. */
async function requireAsked(request: Request, params: Readonly<Record<string, string | undefined>>) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const learnerId = params["learner"];
  if (!isId(learnerId)) throw notFound();
  return { staff, cohort, learnerId };
}

async function ledBy(roles: Parameters<typeof listProgramsFor>[1]): Promise<string[]> {
  return (await listProgramsFor(db, leadingRoles(roles))).map(({ id }) => id);
}

export default function MoveLearner() {
  const { cohortName, path, learnerId, name, movedAt, targets, formId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useCopy();
  const form = answer ?? { formId, target: "", reason: "", faults: { target: null, reason: false } };
  return (
    <div className="narrow">
      <CohortHeading title={t("cohort.moveLearnerTitle", { name })} cohortName={cohortName} cohortPath={path} />
      {movedAt ? (
        <p className="notice notice-warn" role="alert">
          {t("cohort.movedAway", { name, date: formatDate(movedAt, locale) })}
        </p>
      ) : null}
      {!movedAt && targets.length === 0 ? <p className="notice">{t("cohort.moveLearnerNone")}</p> : null}
      {targets.length > 0 ? (
        <>
          <p>{t("cohort.moveLearnerIntro")}</p>
          <form method="post" action={`${path}/peserta/${learnerId}/pindah`} className="card">
            <input type="hidden" name="formId" value={form.formId} />
            <MoveTargets targets={targets} chosen={form.target} fault={form.faults.target} name={name} />
            <Field
              id="reason"
              name="reason"
              label={t("cohort.moveReason")}
              error={form.faults.reason ? t("cohort.faultReason") : undefined}
              defaultValue={form.reason}
              maxLength={longestReason}
              autoComplete="off"
            />
            <button type="submit">{t("cohort.moveLearnerSubmit")}</button>
          </form>
        </>
      ) : null}
    </div>
  );
}
