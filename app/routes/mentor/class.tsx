import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useContext } from "react";
import { notFound, requireCohortReader } from "#app/accounts/access.server.ts";
import { catalog } from "#app/catalog/catalog.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import scriptUrl from "#app/mentoring/class-board.js?url";
import classUrl from "#app/mentoring/class-board.css?url";
import { stampOf } from "#app/mentoring/class-stream.server.ts";
import { ClassTable } from "#app/mentoring/class-table.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { requireLearnerOfMentor } from "#app/mentoring/learner-of-mentor.server.ts";
import { readClass } from "#app/mentoring/read-class.server.ts";
import { NonceContext } from "#app/ui/nonce.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { listTodaysSessions } from "#db/attendance.ts";
import { answerHelp, helpTimes } from "#db/class-board.ts";
import { db } from "#db/client.ts";
import { hasWithdrawnLearning } from "#db/consents.ts";
import { tickTask, withdrawTick } from "#db/practical-ticks.ts";

export const handle = { script: true, refresh: 15 };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: classUrl }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Kelas: ${data?.cohort.name ?? ""} · Melek Desa` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, mayWrite } = await requireCohortReader(request, params["cohort"]);
  const now = new Date();
  const { learners, rows } = await readClass(db, cohort, copyFor(request), now);
  const times = await helpTimes(db, cohort, new Date(now.getTime() - 12 * 3_600_000), now);
  const hasClass = (await listTodaysSessions(db, [cohort], now)).length > 0;
  return { cohort: { cohortId: cohort.cohortId, name: cohort.name }, mayWrite, learners, rows, stamp: stampOf(rows), now: Math.round(now.getTime() / 1000), times, hasClass };
}

/** Someone was helped, or a practical task was seen done, or was not after all. */
export async function action({ request, params }: ActionFunctionArgs) {
  const sent = await request.clone().formData();
  const { staff, cohort, learner } = await requireLearnerOfMentor(db, request, { cohort: params["cohort"], learner: sentText(sent, "peserta") });
  const { villageCode, cohortId } = cohort;
  const { learnerId, enrollmentId } = learner;
  const [task, lessonId, now] = [sentText(sent, "tugas"), sentText(sent, "pelajaran"), new Date()];
  if (task === "dibantu") await answerHelp(db, { villageCode, learnerId }, staff.staffId, now);
  else {
    if (!Object.hasOwn(catalog().lessons, lessonId)) throw notFound();
    const tick = { villageCode, enrollmentId, lessonId, by: "mentor", actorId: staff.staffId } as const;
    // Nothing more is recorded of who took back their consent; their page says so.
    if (task === "disaksikan" && (await hasWithdrawnLearning(db, { villageCode, learnerId }))) return redirect(`/mentor/rombel/${cohortId}/peserta/${learnerId}`, 303);
    if (task === "disaksikan") await tickTask(db, tick, now);
    else if (task === "dibatalkan") await withdrawTick(db, tick, now);
    else throw notFound();
  }
  const cohortPath = `/mentor/rombel/${cohortId}`;
  return redirect(sentText(sent, "dari") === "peserta" ? `${cohortPath}/peserta/${learnerId}#tugas` : `${cohortPath}/kelas`, 303);
}

export default function Class() {
  const { cohort, mayWrite, learners, rows, stamp, now, times, hasClass } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  const nonce = useContext(NonceContext);
  const path = `/mentor/rombel/${cohort.cohortId}`;
  const all = Object.values(rows);
  const isEmpty = all.every(({ since, helpAt }) => since === null && helpAt === null);
  return (
    <>
      <CohortHeading title={t("classroom.title")} cohortName={cohort.name} cohortPath={path} />
      {hasClass ? null : <p className="notice narrow">{t("classroom.noClass")}</p>}
      <p className="class-counts">
        <span>
          {t("classroom.presentLabel")}: <strong id="tampak">{all.filter(({ since }) => since !== null).length}</strong>
        </span>
        <span>
          {t("classroom.callingLabel")}: <strong id="memanggil">{all.filter(({ helpAt }) => helpAt !== null).length}</strong>
        </span>
        <span>
          {t("classroom.stuckLabel")}: <strong id="macet">{all.filter(({ stuck }) => stuck !== "").length}</strong>
        </span>
        <a href={`${path}/kelas`}>{t("classroom.refresh")}</a>
      </p>
      <p className="muted" id="arus" data-path={`${path}/kelas/arus`} data-stamp={stamp} data-now={now} data-live={t("classroom.streamLive")} data-broken={t("classroom.streamBroken")}>
        {t("classroom.streamPlain")}
      </p>
      <p className="notice narrow" id="kosong" hidden={!isEmpty}>
        {t("classroom.nobody")}
      </p>
      <ClassTable learners={learners} rows={rows} cohortPath={path} mayWrite={mayWrite} now={now} />
      {times.answered > 0 ? <p className="muted">{t("classroom.helpTimes", { count: times.answered, minutes: Math.max(1, Math.round((times.medianSeconds ?? 0) / 60)) })}</p> : null}
      <p className="muted narrow">{t("classroom.rule")}</p>
      <script src={scriptUrl} nonce={nonce} defer />
    </>
  );
}
