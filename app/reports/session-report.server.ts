import type { Kysely } from "kysely";
import { rollOf, type Session, villageDay } from "#app/attendance/session-time.ts";
import { findModule } from "#app/catalog/catalog.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { arrangeBoard } from "#app/mentoring/cohort-board.ts";
import { titleOfLesson } from "#app/mentoring/learner-record.server.ts";
import { dayAfter, momentAt, zoneOf } from "#app/mentoring/village-clock.ts";
import { listMarks, listRoll, listSessions, listStandingMarks } from "#db/attendance.ts";
import { type CohortKey, listCohortLearners } from "#db/enrollments.ts";
import { listHelpAsked, listMarkedElsewhere, listWork, type Span } from "#db/reports.ts";
import type { Database } from "#db/schema.ts";
import { arrangeSessionReport, type Person, type SessionReport } from "./session-report.ts";

/** Gathers a session's report: what was noted, and what was done on the village's day of it. Who needs a visit is told as of `now`. */
export async function readSessionReport(db: Kysely<Database>, cohort: CohortKey, session: Session, now: Date): Promise<SessionReport> {
  const span = dayOfSession(session, cohort.villageCode);
  const elsewhere = (await listMarkedElsewhere(db, cohort, session.sessionId)).map((person) => ({ ...person, enrollmentId: null, enrolledAt: null }));
  const marks = await listMarks(db, cohort.villageCode, session.sessionId);
  const roll = rollOf(await listRoll(db, cohort), session, cohort.villageCode, new Set(marks.map(({ learnerId }) => learnerId)));
  const people: Person[] = [...roll, ...elsewhere].sort((one, other) => one.number - other.number);
  const sessions = (await listSessions(db, cohort)).filter(({ cancelledAt, startsAt }) => cancelledAt === null && startsAt <= session.startsAt);
  const learners = (await listCohortLearners(db, [cohort])).get(cohort.cohortId) ?? [];
  return arrangeSessionReport({
    people,
    marks,
    sessions,
    standing: await listStandingMarks(db, cohort),
    work: await listWork(db, cohort, span),
    help: await listHelpAsked(db, cohort, span),
    board: arrangeBoard(learners, dayOf(now)).lines,
    titleOf: (id) => findModule(id)?.title ?? titleOfLesson(id),
  });
}

function dayOfSession({ startsAt }: Session, villageCode: string): Span {
  const [day, zone] = [villageDay(startsAt, villageCode), zoneOf(villageCode)];
  return { from: momentAt(day, "00:00", zone), until: momentAt(dayAfter(day, 1), "00:00", zone) };
}
