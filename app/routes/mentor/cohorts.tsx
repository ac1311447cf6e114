import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/access.server.ts";
import { TodaysSessions } from "#app/attendance/todays-sessions.tsx";
import { dayOf } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { arrangeBoard } from "#app/mentoring/cohort-board.ts";
import { CohortFacts } from "#app/mentoring/cohort-heading.tsx";
import { listTodaysSessions } from "#db/attendance.ts";
import { db } from "#db/client.ts";
import { type CohortSummary, listCohortsOfMentor } from "#db/cohorts.ts";
import { listCohortLearners } from "#db/enrollments.ts";

export const meta: MetaFunction = () => [{ title: "Rombel saya · Melek Desa" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request);
  const now = new Date();
  const today = dayOf(now);
  const cohorts = await listCohortsOfMentor(db, staff.staffId);
  const learners = await listCohortLearners(db, cohorts);
  const sessions = await listTodaysSessions(db, cohorts, now);
  const cards = cohorts.map((cohort) => {
    const { lines: _lines, ...counts } = arrangeBoard(learners.get(cohort.cohortId) ?? [], today);
    return { cohort, counts, sessions: sessions.filter(({ cohortId }) => cohortId === cohort.cohortId) };
  });
  return { cards, today };
}

export default function Cohorts() {
  const { cards, today } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <>
      <h1>{t("mentor.cohortsTitle")}</h1>
      <p>
        <a className="touch" href="/mentor/panduan">
          {t("mentor.guidesTitle")}
        </a>{" "}
        <a className="touch" href="/mentor/perangkat">
          {t("devices.title")}
        </a>
      </p>
      {cards.length === 0 ? <p className="notice narrow">{t("mentor.noCohorts")}</p> : null}
      <div className="columns">
        {cards.map(({ cohort, counts, sessions }) => (
          <article key={cohort.cohortId} className="card cohort">
            <h2>
              <a className="touch" href={`/mentor/rombel/${cohort.cohortId}`}>
                {cohort.name}
              </a>
            </h2>
            <CohortFacts cohort={cohort} />
            <TodaysSessions sessions={sessions} villageCode={cohort.villageCode} cohortPath={`/mentor/rombel/${cohort.cohortId}`} />
            <Timing cohort={cohort} today={today} />
            <p>{t("mentor.learners", { count: counts.learners })}</p>
            <p className={counts.needingHelp > 0 ? "warn" : "muted"}>{t("mentor.needHelp", { count: counts.needingHelp })}</p>
          </article>
        ))}
      </div>
    </>
  );
}

function Timing({ cohort, today }: { cohort: CohortSummary; today: string }) {
  const { t } = useCopy();
  if (today < cohort.startsOn) return <p className="muted">{t("mentor.notBegun")}</p>;
  return today > cohort.endsOn ? <p className="muted">{t("mentor.ended")}</p> : null;
}
