import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCohortReader } from "#app/accounts/access.server.ts";
import { minutesLocked } from "#app/accounts/sign-in-throttle.server.ts";
import { ClassNow } from "#app/attendance/class-now.tsx";
import { dayOf, formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CoachChain } from "#app/mentoring/coach-chain.tsx";
import { arrangeBoard } from "#app/mentoring/cohort-board.ts";
import { CohortFacts } from "#app/mentoring/cohort-heading.tsx";
import { CohortMenu, ReaderLinks } from "#app/mentoring/cohort-menu.tsx";
import { MissingConsents } from "#app/mentoring/consent/consent-notice.tsx";
import { listSkipsWaiting } from "#app/mentoring/decide-skip.server.ts";
import { SkipsWaiting } from "#app/mentoring/skips-waiting.tsx";
import { CohortTable } from "#app/mentoring/cohort-table.tsx";
import termUrl from "#app/mentoring/term.css?url";
import { WaitingList, WaitingNotice } from "#app/mentoring/waiting-list.tsx";
import { readPlaces } from "#app/mentoring/waiting-list.server.ts";
import { listTodaysSessions } from "#db/attendance.ts";
import { db } from "#db/client.ts";
import { listWithoutConsent } from "#db/consents.ts";
import { listCohortLearners } from "#db/enrollments.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: termUrl }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.cohort.name ?? ""} · Melek Desa` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, cohort, mayWrite, chain } = await requireCohortReader(request, params["cohort"]);
  const now = new Date();
  const learners = await listCohortLearners(db, [cohort]);
  return {
    cohort,
    mayWrite,
    chain: mayWrite ? [] : [staff.name, ...chain],
    now,
    sessions: mayWrite ? await listTodaysSessions(db, [cohort], now) : [],
    board: arrangeBoard(learners.get(cohort.cohortId) ?? [], dayOf(now)),
    locked: mayWrite ? await minutesLocked(cohort, now) : {},
    places: await readPlaces(db, cohort),
    withoutConsent: mayWrite ? await listWithoutConsent(db, cohort) : [],
    skipsWaiting: mayWrite ? ((await listSkipsWaiting(db, [cohort])).get(cohort.cohortId) ?? []) : [],
    isRemoved: new URL(request.url).searchParams.has("dikeluarkan"),
    waitingResult: new URL(request.url).searchParams.get("tunggu"),
  };
}

export default function CohortBoard() {
  const { cohort, mayWrite, chain, now, sessions, board, locked, places, withoutConsent, skipsWaiting, isRemoved, waitingResult } = useLoaderData<typeof loader>();
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
      {mayWrite ? <ClassNow sessions={sessions} villageCode={cohort.villageCode} cohortPath={path} /> : null}
      <CohortFacts cohort={cohort} />
      <CoachChain names={chain} isOnBoard />
      {isRemoved ? (
        <p className="notice notice-ok narrow" role="status">
          {t("mentor.removedOne")}
        </p>
      ) : null}
      {mayWrite ? <WaitingNotice result={waitingResult} /> : null}
      <p>
        <strong>{counts.join(", ")}.</strong> <span className="muted">{t("mentor.boardOn", { date: formatDate(now, locale) })}</span>
      </p>
      {mayWrite ? <CohortMenu path={path} /> : <ReaderLinks path={path} />}
      <SkipsWaiting learners={skipsWaiting} cohortPath={path} />
      <MissingConsents learners={withoutConsent} cohortPath={path} />
      <WaitingList places={places} path={mayWrite ? `${path}/daftar-tunggu` : null} />
      {board.learners === 0 ? <p className="notice narrow">{t("mentor.noLearners")}</p> : <CohortTable lines={board.lines} cohortPath={path} now={now} mayWrite={mayWrite} locked={locked} />}
    </>
  );
}
