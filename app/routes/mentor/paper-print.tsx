import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { formatDate } from "#app/i18n/locale.ts";
import { type Translate, useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { listCohortQuizzes } from "#app/paper/cohort-quizzes.server.ts";
import paperUrl from "#app/paper/paper.css?url";
import { printSheets } from "#app/paper/print-sheets.server.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { listRoll } from "#db/attendance.ts";
import { db } from "#db/client.ts";
import type { CohortKey } from "#db/enrollments.ts";
import { newId } from "#db/ids.ts";
import { listPassedEnrollments, listSheets } from "#db/paper-sheets.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: paperUrl }];
export const meta: MetaFunction = () => [{ title: "Cetak kuis di kertas · Melek Desa" }];

async function requireQuiz(request: Request, params: LoaderFunctionArgs["params"]) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const place = (await listCohortQuizzes(db, cohort)).find(({ moduleId }) => moduleId === params["module"]);
  if (!place) throw notFound();
  return { staff, cohort, place };
}

async function listPeople(cohort: CohortKey) {
  return (await listRoll(db, cohort)).filter(({ isErased }) => !isErased);
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, place } = await requireQuiz(request, params);
  const [roll, passed, sheets] = [await listPeople(cohort), await listPassedEnrollments(db, cohort, place.moduleId), await listSheets(db, cohort, place.moduleId)];
  const learners = roll.map(({ learnerId, enrollmentId, number, name, withdrawnAt }) => {
    const newest = sheets.find((sheet) => sheet.enrollmentId === enrollmentId);
    return { learnerId, number, name, withdrawnAt, passed: passed.has(enrollmentId), waitingCode: newest && !newest.enteredAt && !withdrawnAt ? newest.code : null };
  });
  const { name, cohortId } = cohort;
  return { cohortName: name, path: `/mentor/rombel/${cohortId}`, moduleId: place.moduleId, title: place.title, learners, batchId: newId() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort, place } = await requireQuiz(request, params);
  const sent = await request.formData();
  const batchId = sentText(sent, "batchId");
  if (!isId(batchId)) throw notFound();
  const roll = await listPeople(cohort);
  const passed = await listPassedEnrollments(db, cohort, place.moduleId);
  const isForAll = sent.has("semua");
  const chosen = new Set(sent.getAll("learner").map(String));
  const asked = roll.filter(({ learnerId, enrollmentId }) => (isForAll ? !passed.has(enrollmentId) : chosen.has(learnerId)));
  const learners = asked.filter(({ withdrawnAt }) => !withdrawnAt);
  if (!isForAll && learners.length < asked.length) return data({ fault: "withdrawn", chosen: learners.map(({ learnerId }) => learnerId) } as const, { status: 409 });
  if (learners.length === 0) return data({ fault: isForAll ? "all-passed" : "nobody", chosen: [] as string[] } as const, { status: 400 });
  await printSheets(db, { cohort, quiz: place.quiz, learners, batchId, staffId: staff.staffId, now: new Date() });
  return redirect(`/mentor/rombel/${cohort.cohortId}/kertas/${place.moduleId}/cetak/${batchId}`, 303);
}

function faultInWords(fault: "nobody" | "all-passed" | "withdrawn", t: Translate): string {
  switch (fault) {
    case "nobody":
      return t("paper.chooseFault");
    case "all-passed":
      return t("paper.allPassed");
    case "withdrawn":
      return t("paper.chosenWithdrawn");
  }
}

export default function PaperPrint() {
  const { cohortName, path, moduleId, title, learners, batchId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useCopy();
  const here = `${path}/kertas/${moduleId}`;
  return (
    <div className="narrow">
      <CohortHeading title={t("paper.moduleTitle", { module: title })} cohortName={cohortName} cohortPath={path} />
      {learners.some(({ waitingCode }) => waitingCode) ? (
        <p>
          <a className="button" href={`${here}/isi`}>
            {t("paper.enterLink")}
          </a>
        </p>
      ) : null}
      <h2>{t("paper.chooseTitle")}</h2>
      {learners.length === 0 ? <p className="notice">{t("paper.noLearners")}</p> : null}
      {answer ? (
        <p className="notice notice-warn" role="alert">
          {faultInWords(answer.fault, t)}
        </p>
      ) : null}
      {learners.length > 0 ? (
        <form method="post" action={here} className="choosing">
          <input type="hidden" name="batchId" value={batchId} />
          <p>{t("paper.chooseText")}</p>
          {learners.map(({ learnerId, number, name, withdrawnAt, passed, waitingCode }) =>
            withdrawnAt ? (
              <p key={learnerId} className="not-chosen">
                {number}. {name} <span className="muted">{t("paper.withdrawn", { date: formatDate(withdrawnAt, locale) })}</span>
              </p>
            ) : (
              <label key={learnerId}>
                <input type="checkbox" name="learner" value={learnerId} defaultChecked={answer?.chosen.includes(learnerId)} />
                <span>
                  {number}. {name}
                </span>
                {passed ? <span className="muted">{t("paper.passedAlready")}</span> : null}
                {waitingCode ? <span className="muted">{t("paper.hasSheet", { code: waitingCode })}</span> : null}
              </label>
            ),
          )}
          <p className="row">
            <button type="submit">{t("paper.printChosen")}</button>
            <button type="submit" name="semua" value="ya" className="button-quiet">
              {t("paper.printNotPassed")}
            </button>
          </p>
        </form>
      ) : null}
    </div>
  );
}
