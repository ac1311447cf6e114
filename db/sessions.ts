import { type Kysely, sql } from "kysely";
import type pg from "pg";
import type { EnrollmentStanding, StaffRole } from "#app/accounts/role.ts";
import type { Database } from "./schema.ts";

export interface LearnerSessionRow {
  expiresAt: Date;
  learnerId: string;
  centerId: string;
  number: number;
  name: string;
  enrollments: EnrollmentStanding[];
}

/**
 * A learner's session with the learner and all that they have done, in one query. It runs on every page
 * of every learner, so it is prepared once a connection and goes past Kysely, which costs as much as the
 * rest of it. `id` is the hash under which the session is kept.
 */
export async function findLearnerSession(pool: pg.Pool, villageCode: string, id: string): Promise<LearnerSessionRow | undefined> {
  const { rows } = await pool.query<[LearnerSessionJson]>({ name: "learner-session", text: learnerSessionQuery, values: [villageCode, id], rowMode: "array" });
  const session = rows[0]?.[0];
  return session && { ...session, expiresAt: new Date(session.expiresAt) };
}

// One column of JSON: the driver's work grows with columns more than with bytes.
type LearnerSessionJson = Omit<LearnerSessionRow, "expiresAt"> & { expiresAt: number };

const learnerSessionQuery = `
  select json_build_object('expiresAt', extract(epoch from s.expires_at) * 1000, 'learnerId', l.id, 'centerId', l.center_id,
    'number', l.number, 'name', l.name, 'enrollments', coalesce((
      select json_agg(json_build_object(
        'enrollmentId', e.id,
        'curriculumId', v.curriculum_id,
        'curriculumVersionId', v.id,
        'lessonIds', (select coalesce(json_agg(c.lesson_id), '[]') from lesson_completion c
                      where c.village_code = e.village_code and c.enrollment_id = e.id),
        'practisedLessonIds', (select coalesce(json_agg(distinct p.lesson_id), '[]') from practice_attempt p
                               where p.village_code = e.village_code and p.enrollment_id = e.id and p.finished),
        'passedModuleIds', (select coalesce(json_agg(distinct q.module_id), '[]') from quiz_attempt q
                            where q.village_code = e.village_code and q.enrollment_id = e.id and q.passed),
        'skippedModuleIds', (select coalesce(json_agg(k.module_id), '[]') from module_skip k
                             where k.village_code = e.village_code and k.enrollment_id = e.id and k.granted)
      ) order by e.enrolled_at, e.id)
      from enrollment e join curriculum_version v on v.id = e.curriculum_version_id
      where e.village_code = l.village_code and e.learner_id = l.id
    ), '[]'))
  from learner_session s
  join learner l on l.village_code = s.village_code and l.id = s.learner_id
  where s.village_code = $1 and s.id = $2`;

export async function insertLearnerSession(
  db: Kysely<Database>,
  session: { villageCode: string; id: string; learnerId: string; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto("learner_session")
    .values({ village_code: session.villageCode, id: session.id, learner_id: session.learnerId, expires_at: session.expiresAt })
    .execute();
}

export async function extendLearnerSession(db: Kysely<Database>, villageCode: string, id: string, expiresAt: Date): Promise<void> {
  await db
    .updateTable("learner_session")
    .set({ expires_at: expiresAt })
    .where("village_code", "=", villageCode)
    .where("id", "=", id)
    .execute();
}

export async function deleteLearnerSession(db: Kysely<Database>, villageCode: string, id: string): Promise<void> {
  await db.deleteFrom("learner_session").where("village_code", "=", villageCode).where("id", "=", id).execute();
}

export async function deleteSessionsOfLearner(db: Kysely<Database>, villageCode: string, learnerId: string): Promise<void> {
  await db.deleteFrom("learner_session").where("village_code", "=", villageCode).where("learner_id", "=", learnerId).execute();
}

export interface StaffSessionRow {
  expiresAt: Date;
  staffId: string;
  name: string;
  roles: StaffRole[];
  isMentor: boolean;
  mustChangePassword: boolean;
}

/** A staff member's session with their roles that have not ended. */
export async function findStaffSession(db: Kysely<Database>, id: string): Promise<StaffSessionRow | undefined> {
  return db
    .selectFrom("staff_session as session")
    .innerJoin("staff", "staff.id", "session.staff_id")
    .where("session.id", "=", id)
    .select([
      "session.expires_at as expiresAt",
      "staff.id as staffId",
      "staff.name",
      sql<StaffRole[]>`coalesce((
        select json_agg(json_build_object('role', r.role, 'programId', r.program_id, 'regionCode', r.region_code))
        from staff_role r where r.staff_id = staff.id
          and not exists (select 1 from staff_role_end e where e.role_id = r.id)), '[]')`.as("roles"),
      sql<boolean>`exists (select 1 from cohort_mentor m where m.staff_id = staff.id and m.ended_at is null and (m.until is null or m.until > now()))
        or exists (select 1 from staff_coaching c where c.coach_id = staff.id and c.ended_at is null)
        or exists (select 1 from program_mentor p where p.staff_id = staff.id and p.ended_at is null)`.as("isMentor"),
      sql<boolean>`exists (select 1 from staff_password_issue i where i.staff_id = staff.id and i.replaced_at is null)`.as("mustChangePassword"),
    ])
    .executeTakeFirst();
}

export async function insertStaffSession(db: Kysely<Database>, session: { id: string; staffId: string; expiresAt: Date }): Promise<void> {
  await db.insertInto("staff_session").values({ id: session.id, staff_id: session.staffId, expires_at: session.expiresAt }).execute();
}

export async function extendStaffSession(db: Kysely<Database>, id: string, expiresAt: Date): Promise<void> {
  await db.updateTable("staff_session").set({ expires_at: expiresAt }).where("id", "=", id).execute();
}

export async function deleteStaffSession(db: Kysely<Database>, id: string): Promise<void> {
  await db.deleteFrom("staff_session").where("id", "=", id).execute();
}

export async function deleteSessionsOfStaff(db: Kysely<Database>, staffId: string): Promise<void> {
  await db.deleteFrom("staff_session").where("staff_id", "=", staffId).execute();
}

/** Deletes the sessions that have expired; answers how many. Run at every start. */
export async function deleteExpiredSessions(db: Kysely<Database>, now: Date): Promise<bigint> {
  const learners = await db.deleteFrom("learner_session").where("expires_at", "<", now).executeTakeFirst();
  const staff = await db.deleteFrom("staff_session").where("expires_at", "<", now).executeTakeFirst();
  return learners.numDeletedRows + staff.numDeletedRows;
}
