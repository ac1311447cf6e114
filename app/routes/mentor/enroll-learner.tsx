import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { EnrollList } from "#app/mentoring/enroll-list.tsx";
import { enrollLearner } from "#app/mentoring/enroll-learner.server.ts";
import { tidyText } from "#app/mentoring/registration.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { Field } from "#app/ui/field.tsx";
import { db } from "#db/client.ts";
import { listOtherEnrollments } from "#db/enrollment-moves.ts";
import { findLearnerOfCohort } from "#db/enrollments.ts";
import { findLearnerOfCenter, searchCenterLearners } from "#db/learners.ts";
import { listWaiting } from "#db/waiting-list.ts";

export const meta: MetaFunction = () => [{ title: "Tambah peserta · Melek Desa" }];

/** What one page of a phone still scrolls through; the search finds the rest. */
const mostShown = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  const { searchParams } = new URL(request.url);
  const query = tidyText(searchParams.get("cari") ?? "").slice(0, 80);
  const addedId = searchParams.get("masuk") ?? undefined;
  const added = isId(addedId) ? await findLearnerOfCohort(db, cohort, addedId) : undefined;
  const waiting = await listWaiting(db, cohort);
  const place = added ? -1 : waiting.findIndex(({ learnerId }) => learnerId === addedId);
  const learners = await searchCenterLearners(db, cohort, query, mostShown);
  const others = await listOtherEnrollments(db, cohort, learners.map(({ learnerId }) => learnerId));
  const { name, centerName, cohortId } = cohort;
  return { cohortName: name, centerName, path: `/mentor/rombel/${cohortId}`, query, learners, others, added: added ?? null, waits: waiting[place] ? { ...waiting[place], place: place + 1 } : null, waitingIds: waiting.map(({ learnerId }) => learnerId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const learnerId = sentText(await request.formData(), "learnerId");
  if (!isId(learnerId) || !(await findLearnerOfCenter(db, cohort, learnerId))) throw notFound();
  await db.transaction().execute((trx) => enrollLearner(trx, { learnerId, cohort, staffId: staff.staffId, now: new Date() }));
  return redirect(`/mentor/rombel/${cohort.cohortId}/tambah?masuk=${learnerId}`, 303);
}

export default function EnrollLearner() {
  const { cohortName, centerName, path, query, learners, others, added, waits, waitingIds } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <div className="narrow">
      <CohortHeading title={t("mentor.addTitle")} cohortName={cohortName} cohortPath={path} />
      <p>{t("mentor.addIntro", { center: centerName })}</p>
      {added ? (
        <p className="notice notice-ok" role="status">
          {t("mentor.added", { name: added.name, number: added.number })}
        </p>
      ) : null}
      {waits ? (
        <p className="notice notice-warn" role="status">
          {t("cohort.waitsNow", { name: waits.name, number: waits.number, place: waits.place })}
        </p>
      ) : null}
      <form method="get" action={`${path}/tambah`} role="search">
        <Field id="cari" name="cari" label={t("mentor.search")} defaultValue={query} maxLength={80} autoComplete="off" />
        <button type="submit" className="button-quiet">{t("mentor.searchSubmit")}</button>
      </form>
      {learners.length === 0 ? (
        <>
          <p className="notice">{query ? t("mentor.nothingFound", { query, center: centerName }) : t("mentor.nobodyLeft", { center: centerName })}</p>
          <a className="button" href={`${path}/peserta-baru`}>
            {t("mentor.register")}
          </a>
        </>
      ) : (
        <EnrollList learners={learners} others={others} waitingIds={waitingIds} cohortPath={path} />
      )}
      {learners.length === mostShown ? <p className="muted">{t("mentor.moreFound", { count: mostShown })}</p> : null}
    </div>
  );
}
