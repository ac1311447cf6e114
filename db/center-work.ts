import { type Kysely, sql } from "kysely";
import type { OpenDay } from "#app/mentoring/opening-hours.ts";
import type { CenterWork } from "#app/programs/anomalies/anomaly.ts";
import { type DayKey, wanted, type WorkDay } from "./anomalies.ts";
import { hoursOfCenter } from "./center-hours.ts";
import type { Database } from "./schema.ts";

/** What was done on these days on devices of the cohort's center. */
export async function listCenterWorkOfDays(db: Kysely<Database>, days: readonly WorkDay[]): Promise<(DayKey & CenterWork)[]> {
  const { rows } = await sql<DayKey & CenterWork>`
    select w.village_code as "villageCode", w.cohort_id as "cohortId", w.day, done.enrollment_id as "enrollmentId", done.done_at as "doneAt"
    from ${wanted(days)}
    join cohort c on c.village_code = w.village_code and c.id = w.cohort_id
    join enrollment e on e.village_code = w.village_code and e.cohort_id = w.cohort_id
    join center_work done on done.village_code = e.village_code and done.enrollment_id = e.id and done.center_id = c.center_id
      and done.done_at >= w.begins_at and done.done_at < w.begins_at + interval '1 day'`.execute(db);
  return rows;
}

/** When the cohorts' centers are open, as it is recorded now. */
export async function listHoursOfDays(db: Kysely<Database>, days: readonly WorkDay[]): Promise<(DayKey & { hours: OpenDay[] })[]> {
  const { rows } = await sql<DayKey & { hours: OpenDay[] }>`
    select w.village_code as "villageCode", w.cohort_id as "cohortId", w.day, ${hoursOfCenter} as hours
    from ${wanted(days)}
    join cohort c on c.village_code = w.village_code and c.id = w.cohort_id
    join internet_center center on center.village_code = c.village_code and center.id = c.center_id`.execute(db);
  return rows;
}

/** What was to be held at the cohorts' centers on these days, whichever cohort it was for; what was cancelled is left out. */
export async function listCenterSessionsOfDays(db: Kysely<Database>, days: readonly WorkDay[]): Promise<(DayKey & { startsAt: Date; minutes: number })[]> {
  const { rows } = await sql<DayKey & { startsAt: Date; minutes: number }>`
    select w.village_code as "villageCode", w.cohort_id as "cohortId", w.day, s.starts_at as "startsAt", s.minutes
    from ${wanted(days)}
    join cohort c on c.village_code = w.village_code and c.id = w.cohort_id
    join cohort there on there.village_code = c.village_code and there.center_id = c.center_id
    join cohort_session s on s.village_code = there.village_code and s.cohort_id = there.id and s.cancelled_at is null
      and s.starts_at >= w.begins_at - interval '12 hours' and s.starts_at < w.begins_at + interval '1 day 1 hour'`.execute(db);
  return rows;
}
