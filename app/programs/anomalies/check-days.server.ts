import type { Kysely, Transaction } from "kysely";
import { dayAfter, zoneOf } from "#app/mentoring/village-clock.ts";
import { forgetOldWork, keepAnomalies, type KeptAnomaly, listLessonsOfDays, listProgramsOfCohorts, listQuizzesOfDays, takeWorkDays, type WorkDay } from "#db/anomalies.ts";
import { listCenterSessionsOfDays, listCenterWorkOfDays, listHoursOfDays } from "#db/center-work.ts";
import { listCohortPeople } from "#db/area-report.ts";
import type { Database } from "#db/schema.ts";
import { allCurricula } from "../contributions.ts";
import { publishCohorts } from "../publish-cohorts.ts";
import { leastGroup, type Range } from "../stages.ts";
import type { Anomaly } from "./anomaly.ts";
import { coursesRead } from "./courses-read.server.ts";
import { findAnomalies } from "./find-anomalies.ts";
import { tellPeople } from "./tell-people.ts";
import { workDayOf } from "./work-day.ts";

/** For so many days a device is known by its hash or its centre, and a finding can be asked about. */
const [daysOfDevices, daysOfFindings] = [2, 90];

/**
 * Looks at up to `limit` days of cohorts that are over, each once, and keeps what is worth a question; answers whether
 * more wait. Costs as much as those cohorts did on those days, whatever the country's size. Safe to run twice at once.
 */
export async function checkWorkDays(db: Kysely<Database>, now: Date, limit = 50): Promise<boolean> {
  const today = workDayOf(now);
  return db.transaction().execute(async (trx) => {
    const days = await takeWorkDays(trx, today, limit);
    await keepAnomalies(trx, await anomaliesOf(trx, days));
    await forgetOldWork(trx, { devicesBefore: dayAfter(today, -daysOfDevices), findingsBefore: dayAfter(today, -daysOfFindings) });
    return days.length === limit;
  });
}

async function anomaliesOf(trx: Transaction<Database>, days: readonly WorkDay[]): Promise<KeptAnomaly[]> {
  if (days.length === 0) return [];
  const quizzes = Map.groupBy(await listQuizzesOfDays(trx, days), keyOf);
  const lessons = Map.groupBy(await listLessonsOfDays(trx, days), keyOf);
  const atCenter = Map.groupBy(await listCenterWorkOfDays(trx, days), keyOf);
  const hours = Map.groupBy(await listHoursOfDays(trx, days), keyOf);
  const sessions = Map.groupBy(await listCenterSessionsOfDays(trx, days), keyOf);
  const found = days.flatMap((day) => {
    const center = { hours: hours.get(keyOf(day))?.flatMap((one) => one.hours) ?? [], sessions: sessions.get(keyOf(day)) ?? [] };
    const work = { quizzes: quizzes.get(keyOf(day)) ?? [], lessons: lessons.get(keyOf(day)) ?? [], atCenter: atCenter.get(keyOf(day)) ?? [], center };
    return findAnomalies(work, zoneOf(day.villageCode), coursesRead).map((anomaly) => ({ ...day, ...anomaly }));
  });
  if (found.length === 0) return [];
  const programs = await listProgramsOfCohorts(trx, found);
  const kept: KeptAnomaly[] = [];
  for (const one of found) kept.push({ ...one, people: await toldPeople(trx, one, programs.get(one.cohortId) ?? "") });
  return kept;
}

/** How many people a finding may be told to be about, beside what the village's page tells of its cohorts to anybody. */
async function toldPeople(trx: Transaction<Database>, { villageCode, cohortId, people }: WorkDay & Anomaly, programId: string): Promise<Range> {
  const cohorts = await listCohortPeople(trx, { regionCode: villageCode, programId, curriculumId: allCurricula });
  const told = publishCohorts(cohorts)[cohorts.findIndex((cohort) => cohort.cohortId === cohortId)];
  return tellPeople(people, told?.registered ?? { low: 0, high: leastGroup });
}

function keyOf({ villageCode, cohortId, day }: WorkDay): string {
  return `${villageCode}|${cohortId}|${day}`;
}
