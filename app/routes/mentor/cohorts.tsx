import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/access.server.ts";
import { catalog } from "#app/catalog/catalog.server.ts";
import { TodaysSessions } from "#app/attendance/todays-sessions.tsx";
import { dayOf } from "#app/i18n/locale.ts";
import { leadingRoles } from "#app/accounts/role.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { doneByStaff, ownProgress } from "#app/learning/own-learning.ts";
import { CoachChain } from "#app/mentoring/coach-chain.tsx";
import { arrangeBoard } from "#app/mentoring/cohort-board.ts";
import { listSkipsWaiting } from "#app/mentoring/decide-skip.server.ts";
import { SkipsWaiting } from "#app/mentoring/skips-waiting.tsx";
import { CohortFacts } from "#app/mentoring/cohort-heading.tsx";
import { OwnStanding } from "#app/mentoring/own-standing.tsx";
import termUrl from "#app/mentoring/term.css?url";
import trainingUrl from "#app/mentoring/training.css?url";
import { listTodaysSessions } from "#db/attendance.ts";
import { db } from "#db/client.ts";
import { listCohortsOfCoach } from "#db/coaching.ts";
import { listPlacesOfMentor } from "#db/cohort-places.ts";
import { type CohortSummary, listCohortsOfMentor } from "#db/cohorts.ts";
import { listCohortLearners } from "#db/enrollments.ts";
import { listLevelsOf } from "#db/mentor-levels.ts";
import { listProgramsFor } from "#db/programs.ts";
import { findStaffLearning } from "#db/staff-learning.ts";

export const links: LinksFunction = () => [termUrl, trainingUrl].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () => [{ title: "Rombel saya · Melek Desa" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request);
  const now = new Date();
  const today = dayOf(now);
  const cohorts = await listCohortsOfMentor(db, staff.staffId);
  const coached = await listCohortsOfCoach(db, staff.staffId);
  const learners = await listCohortLearners(db, [...cohorts, ...coached.map(({ cohort }) => cohort)]);
  const sessions = await listTodaysSessions(db, cohorts, now);
  const skips = await listSkipsWaiting(db, cohorts);
  const cardOf = (cohort: CohortSummary, chain: string[] = []) => {
    const { lines: _lines, ...counts } = arrangeBoard(learners.get(cohort.cohortId) ?? [], today);
    return { cohort, chain, counts, skipsWaiting: skips.get(cohort.cohortId) ?? [], sessions: sessions.filter(({ cohortId }) => cohortId === cohort.cohortId) };
  };
  return {
    cards: cohorts.map((cohort) => cardOf(cohort)),
    coached: coached.map(({ cohort, chain }) => cardOf(cohort, [staff.name, ...chain])),
    mayCreate: (await listPlacesOfMentor(db, staff.staffId)).length > 0 || (await listProgramsFor(db, leadingRoles(staff.roles))).length > 0,
    own: {
      levels: await listLevelsOf(db, staff.staffId),
      progress: ownProgress(catalog().mentorCurricula, doneByStaff(await findStaffLearning(db, staff.staffId))),
    },
    isHandedOver: new URL(request.url).searchParams.has("diserahkan"),
    today,
  };
}

type Card = Awaited<ReturnType<typeof loader>>["cards"][number];

export default function Cohorts() {
  const { cards, coached, own, mayCreate, isHandedOver, today } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <>
      <h1>{t("mentor.cohortsTitle")}</h1>
      {isHandedOver ? (
        <p className="notice notice-ok narrow" role="status">
          {t("cohort.handedOver")}
        </p>
      ) : null}
      <p className="row">
        {mayCreate ? (
          <a className="button button-quiet" href="/mentor/rombel-baru">
            {t("cohort.createLink")}
          </a>
        ) : null}
        <a className="touch" href="/mentor/panduan">
          {t("mentor.guidesTitle")}
        </a>{" "}
        <a className="touch" href="/mentor/perangkat">
          {t("devices.title")}
        </a>
      </p>
      {cards.length === 0 && coached.length === 0 ? <p className="notice narrow">{mayCreate ? t("accounts.noCohortYet") : t("mentor.noCohorts")}</p> : null}
      <div className="columns">
        {cards.map((card) => (
          <CohortCard key={card.cohort.cohortId} card={card} today={today} />
        ))}
      </div>
      {coached.length > 0 ? (
        <section className="next-part" aria-labelledby="binaan">
          <h2 id="binaan">{t("cohort.coachedTitle")}</h2>
          <p className="narrow">{t("cohort.coachedIntro")}</p>
          <div className="columns">
            {coached.map((card) => (
              <CohortCard key={card.cohort.cohortId} card={card} today={today} />
            ))}
          </div>
        </section>
      ) : null}
      <OwnStanding {...own} today={today} />
    </>
  );
}

function CohortCard({ card: { cohort, chain, counts, skipsWaiting, sessions }, today }: { card: Card; today: string }) {
  const { t } = useCopy();
  const path = `/mentor/rombel/${cohort.cohortId}`;
  const name = (
    <a className="touch" href={path}>
      {cohort.name}
    </a>
  );
  return (
    <article className="card cohort">
      {chain.length === 0 ? <h2>{name}</h2> : <h3>{name}</h3>}
      <CoachChain names={chain} />
      <CohortFacts cohort={cohort} />
      <TodaysSessions sessions={sessions} villageCode={cohort.villageCode} cohortPath={path} />
      <Timing cohort={cohort} today={today} />
      <p>{t("mentor.learners", { count: counts.learners })}</p>
      <p className={counts.needingHelp > 0 ? "warn" : "muted"}>{t("mentor.needHelp", { count: counts.needingHelp })}</p>
      <SkipsWaiting learners={skipsWaiting} cohortPath={path} />
    </article>
  );
}

function Timing({ cohort, today }: { cohort: CohortSummary; today: string }) {
  const { t } = useCopy();
  if (today < cohort.startsOn) return <p className="muted">{t("mentor.notBegun")}</p>;
  return today > cohort.endsOn ? <p className="muted">{t("mentor.ended")}</p> : null;
}
