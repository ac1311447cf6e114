import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCohortReader } from "#app/accounts/access.server.ts";
import { formatDate, formatFullDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { CreatedNotice, createdIn } from "#app/mentoring/created-notice.tsx";
import { type Holiday, planSessions, type Slot } from "#app/mentoring/schedule.ts";
import { SessionList } from "#app/mentoring/session-list.tsx";
import { slotTime } from "#app/mentoring/session-words.ts";
import termUrl from "#app/mentoring/term.css?url";
import { clockAt, zoneOf } from "#app/mentoring/village-clock.ts";
import { db } from "#db/client.ts";
import { listSessions, listSlots } from "#db/cohort-schedule.ts";
import { listHolidays } from "#db/holidays.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: termUrl }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Jadwal ${data?.cohort.name ?? ""} · Melek Desa` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, mayWrite } = await requireCohortReader(request, params["cohort"]);
  const { searchParams } = new URL(request.url);
  const [now, zone] = [new Date(), zoneOf(cohort.villageCode)];
  const [slots, holidays, sessions] = [await listSlots(db, cohort), await listHolidays(db, cohort.startsOn, cohort.endsOn), await listSessions(db, cohort)];
  const dayOf = (moment: Date) => clockAt(moment, zone).day;
  const listed = sessions.map((session) => ({ ...session, isHeld: dayOf(session.startsAt) <= dayOf(now), holiday: holidays.find(({ day }) => day === dayOf(session.startsAt)) ?? null }));
  const isOver = ({ startsAt, minutes }: { startsAt: Date; minutes: number }) => startsAt.getTime() + minutes * 60_000 <= now.getTime();
  const days = new Set(sessions.filter(({ isCancelled }) => !isCancelled).map(({ startsAt }) => dayOf(startsAt)));
  const { skipped } = planSessions({ ...cohort, slots, holidays, zone });
  const { name, villageCode, startsOn, endsOn, cohortId } = cohort;
  return {
    cohort: { name, villageCode, startsOn, endsOn },
    path: `/mentor/rombel/${cohortId}`,
    mayWrite,
    slots,
    next: listed.filter((session) => !isOver(session)),
    past: listed.filter(isOver).reverse(),
    skipped: skipped.filter(({ day }) => !days.has(day)),
    created: createdIn(searchParams),
    isRevised: searchParams.has("diubah"),
    isAdded: searchParams.has("ditambah"),
  };
}

export default function Schedule() {
  const { cohort, path, mayWrite, slots, next, past, skipped, created, isRevised, isAdded } = useLoaderData<typeof loader>();
  const { t, locale } = useCopy();
  const list = { villageCode: cohort.villageCode, cohortPath: path, mayWrite };
  const count = [...next, ...past].filter(({ isCancelled }) => !isCancelled).length;
  return (
    <>
      <CohortHeading title={t("cohort.scheduleTitle")} cohortName={cohort.name} cohortPath={path} />
      <CreatedNotice created={created} />
      {isRevised || isAdded ? (
        <p className="notice notice-ok narrow" role="status">
          {isAdded ? t("cohort.extraDone") : t("cohort.editDone")}
        </p>
      ) : null}
      <p>{t("cohort.scheduleCount", { count, from: formatDate(cohort.startsOn, locale), to: formatDate(cohort.endsOn, locale) })}</p>
      <WeeklySlots slots={slots} villageCode={cohort.villageCode} mayWrite={mayWrite} />
      {mayWrite ? (
        <p className="row no-print">
          <a className="button" href={`${path}/jadwal/tambah`}>
            {t("cohort.extraTitle")}
          </a>
          <a className="button button-quiet" href={`${path}/ubah`}>
            {t("cohort.editTitle")}
          </a>
          <a className="button button-quiet" href={`${path}/pendamping`}>
            {t("cohort.mentorsLink")}
          </a>
        </p>
      ) : null}
      {past.length > 0 && next.length > 0 ? (
        <p className="no-print">
          <a className="touch" href="#lewat">
            {t("cohort.toPast")}
          </a>
        </p>
      ) : null}
      <h2 className="next-part">{t("cohort.scheduleNext")}</h2>
      {next.length === 0 ? <p className="notice narrow">{past.length === 0 ? t("cohort.scheduleNone") : t("cohort.scheduleNoneNext")}</p> : <SessionList sessions={next} {...list} />}
      {skipped.length > 0 ? <Skipped holidays={skipped} /> : null}
      {past.length > 0 ? (
        <>
          <h2 className="next-part" id="lewat">{t("cohort.schedulePast")}</h2>
          <SessionList sessions={past} {...list} />
        </>
      ) : null}
    </>
  );
}

function WeeklySlots({ slots, villageCode, mayWrite }: { slots: readonly Slot[]; villageCode: string; mayWrite: boolean }) {
  const { t, locale } = useCopy();
  if (slots.length === 0) return mayWrite ? <p className="notice narrow">{t("cohort.scheduleNoSlots")}</p> : null;
  return (
    <>
      <h2 className="next-part">{t("cohort.weeklyTitle")}</h2>
      <ul>
        {slots.map((slot) => (
          <li key={`${slot.weekday} ${slot.startsAt}`}>{slotTime(slot, villageCode, { t, locale })}</li>
        ))}
      </ul>
    </>
  );
}

function Skipped({ holidays }: { holidays: readonly Holiday[] }) {
  const { t, locale } = useCopy();
  return (
    <section className="next-part narrow">
      <h2>{t("cohort.skippedTitle")}</h2>
      <p className="muted">{t("cohort.skippedIntro")}</p>
      <ul>
        {holidays.map(({ day, name, isDecreed }) => (
          <li key={day}>
            {t("cohort.skippedDay", { day: formatFullDate(day, locale), name })} {isDecreed ? null : <span className="muted">({t("cohort.skippedExpected")})</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
