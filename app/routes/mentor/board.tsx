import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMentorOf } from "#app/accounts/access.server.ts";
import { TodaysSessions } from "#app/attendance/todays-sessions.tsx";
import { dayOf, formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { arrangeBoard } from "#app/mentoring/cohort-board.ts";
import { CohortFacts } from "#app/mentoring/cohort-heading.tsx";
import { CohortTable } from "#app/mentoring/cohort-table.tsx";
import { listTodaysSessions } from "#db/attendance.ts";
import { db } from "#db/client.ts";
import { listCohortLearners } from "#db/enrollments.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.cohort.name ?? ""} · Melek Desa` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  const now = new Date();
  const learners = await listCohortLearners(db, [cohort]);
  return { cohort, now, sessions: await listTodaysSessions(db, [cohort], now), board: arrangeBoard(learners.get(cohort.cohortId) ?? [], dayOf(now)) };
}

export default function CohortBoard() {
  const { cohort, now, sessions, board } = useLoaderData<typeof loader>();
  const { t, locale } = useCopy();
  const path = `/mentor/rombel/${cohort.cohortId}`;
  const counts = [
    t("mentor.learners", { count: board.learners }),
    t("mentor.needHelp", { count: board.needingHelp }),
    t("mentor.finished", { count: board.finished }),
  ];
  return (
    <>
      <h1>{cohort.name}</h1>
      <CohortFacts cohort={cohort} />
      <p>
        <strong>{counts.join(", ")}.</strong> <span className="muted">{t("mentor.boardOn", { date: formatDate(now, locale) })}</span>
      </p>
      <TodaysSessions sessions={sessions} villageCode={cohort.villageCode} cohortPath={path} />
      <p className="row no-print">
        <a className="button" href={`${path}/peserta-baru`}>
          {t("mentor.register")}
        </a>
        <a className="button button-quiet" href={`${path}/tambah`}>
          {t("mentor.addExisting")}
        </a>
        <a className="button button-quiet" href={`${path}/hadir`}>
          {t("attendance.title")}
        </a>
        <a className="button button-quiet" href={`${path}/kartu`}>
          {t("cards.title")}
        </a>
        <a className="button button-quiet" href={`${path}/kertas`}>
          {t("paper.title")}
        </a>
        <a className="button button-quiet" href="/mentor/panduan">
          {t("mentor.guidesTitle")}
        </a>
      </p>
      {board.learners === 0 ? <p className="notice narrow">{t("mentor.noLearners")}</p> : <CohortTable lines={board.lines} cohortPath={path} now={now} />}
    </>
  );
}
