import { insertCoaching } from "#db/coaching.ts";
import { insertSessions, listSessions, replaceSlots } from "#db/cohort-schedule.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { momentAt } from "#app/mentoring/village-clock.ts";
import type { TestCohort } from "./classroom.ts";

const days = 86_400_000;

/** Makes somebody the lead of a program. */
export async function makeLead(staffId: string, programId: string): Promise<void> {
  await db.insertInto("staff_role").values({ id: newId(), staff_id: staffId, role: "lead", program_id: programId, granted_at: new Date() }).execute();
}

/** Makes somebody an admin of the whole installation. */
export async function makeAdmin(staffId: string): Promise<void> {
  await db.insertInto("staff_role").values({ id: newId(), staff_id: staffId, role: "admin", granted_at: new Date() }).execute();
}

/** Lends a cohort to somebody until a moment. */
export async function lend(cohort: TestCohort, staffId: string, until: Date): Promise<void> {
  const times = { since: new Date(until.getTime() - 7 * days), until };
  await db.insertInto("cohort_mentor").values({ village_code: cohort.villageCode, id: newId(), cohort_id: cohort.cohortId, staff_id: staffId, ...times }).execute();
}

/** Lets somebody coach somebody; answers the coaching's id. */
export async function coach(programId: string, coachId: string, mentorId: string): Promise<string> {
  const id = newId();
  await insertCoaching(db, { id, programId, coachId, mentorId, since: new Date(), grantedBy: coachId });
  return id;
}

/** Takes a village into a program. */
export async function joinProgram(programId: string, villageCode: string): Promise<void> {
  await db
    .insertInto("program_village")
    .values({ program_id: programId, village_code: villageCode, target_learners: 20, joined_on: "2026-01-05" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function tomorrow(): Date {
  return new Date(Date.now() + days);
}

export function yesterday(): Date {
  return new Date(Date.now() - days);
}

/** Gives a cohort a term of its own in the far future, on Tuesdays at 9 on the clock of Blitar, and answers its sessions. */
export async function giveSessions(cohort: TestCohort, sessionDays: readonly string[]) {
  await db.updateTable("cohort").set({ starts_on: "2027-06-01", ends_on: "2027-08-31" }).where("village_code", "=", cohort.villageCode).where("id", "=", cohort.cohortId).execute();
  await replaceSlots(db, cohort, [{ weekday: 2, startsAt: "09:00", minutes: 60 }]);
  await insertSessions(db, cohort, sessionDays.map((day) => ({ startsAt: momentAt(day, "09:00", "WIB"), minutes: 60 })));
  return listSessions(db, cohort);
}
