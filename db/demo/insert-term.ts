import type { Transaction } from "kysely";
import type { Database } from "../schema.ts";
import { jakartaTime } from "./calendar.ts";
import { demoId } from "./chance.ts";
import type { DemoCohort } from "./cohorts.ts";
import { insertClass } from "./insert-class.ts";
import { insertLists } from "./insert-lists.ts";
import { handedOverDaysAgo, movedDaysAgo } from "./kenanga.ts";
import { type MarkRow, marksOf, withCorrection } from "./marks.ts";
import { type DemoSession, livelySessions, plainSessions, sessionsBefore, slotsOf } from "./sessions.ts";
import { leadOf, staffNamed } from "./staff.ts";
import type { Story, World } from "./stories.ts";

/** A cohort and what its learners did. */
export interface Told {
  cohort: DemoCohort;
  stories: readonly Story[];
}

/** Inserts what the mentors of Plosorejo did to run its two cohorts through a term, in the middle of which the world's `now` lies. */
export async function insertTerm(trx: Transaction<Database>, melati: Told, kenanga: Told, world: World): Promise<void> {
  const [lively, plain] = [livelySessions(melati.cohort, world), plainSessions(kenanga.cohort, world)];
  await insertSchedule(trx, melati.cohort, lively);
  await insertSchedule(trx, kenanga.cohort, plain);
  await trx.insertInto("attendance_mark").values([...melatiMarks(melati, kenanga, lively, world), ...kenangaMarks(kenanga, plain, world)]).execute();
  await insertMove(trx, melati, kenanga, world);
  await insertHandovers(trx, melati.cohort, kenanga.cohort, world);
  await insertCoaching(trx, melati.cohort, world);
  await insertLists(trx, melati, world);
  await insertClass(trx, melati, lively, world);
}

async function insertSchedule(trx: Transaction<Database>, cohort: DemoCohort, sessions: readonly DemoSession[]): Promise<void> {
  const keys = { village_code: cohort.villageCode, cohort_id: cohort.id };
  const slots = slotsOf(cohort).map(({ weekday, startsAt, minutes }) => ({ ...keys, id: demoId(`slot/${cohort.id}/${weekday}`), weekday, starts_at: startsAt, minutes }));
  await trx.insertInto("cohort_slot").values(slots).execute();
  const [slot] = slots;
  const rows = sessions.map(({ id, startsAt, cancelledAt }) => ({ ...keys, id, starts_at: startsAt, minutes: slot?.minutes ?? 0, cancelled_at: cancelledAt }));
  await trx.insertInto("cohort_session").values(rows).execute();
  const changes = sessions.flatMap(({ id, plannedAt, startsAt, change }) => {
    if (!change) return [];
    const { kind, reason, at } = change;
    const moved = { old_starts_at: plannedAt, new_starts_at: kind === "moved" ? startsAt : null };
    return [{ village_code: cohort.villageCode, id: demoId(`change/${id}`, at), session_id: id, kind, ...moved, reason, changed_at: at, changed_by: cohort.mentor.id }];
  });
  if (changes.length > 0) await trx.insertInto("cohort_session_change").values(changes).execute();
}

/** Who went over to Rombel Kenanga was in Rombel Melati until then. */
function melatiMarks({ cohort, stories }: Told, kenanga: Told, sessions: readonly DemoSession[], world: World): MarkRow[] {
  const guests = kenanga.stories.slice(0, 1);
  const marks = sessionsBefore(sessions, world.now).map((session) =>
    marksOf(cohort.villageCode, session, session.startsAt < movedAt(world) ? [...stories, ...guests] : stories, cohort.mentor.id, world),
  );
  return [...marks.slice(0, -1).flat(), ...withCorrection(marks.at(-1) ?? [])];
}

function kenangaMarks({ cohort, stories }: Told, sessions: readonly DemoSession[], world: World): MarkRow[] {
  const handedOver = jakartaTime(world.now, handedOverDaysAgo, 18);
  return sessionsBefore(sessions, world.now).flatMap((session) => {
    const here = session.startsAt < movedAt(world) ? stories.slice(1) : stories;
    return marksOf(cohort.villageCode, session, here, session.startsAt < handedOver ? cohort.mentor.id : staffNamed("ratih").id, world);
  });
}

function movedAt({ now }: World): Date {
  return jakartaTime(now, movedDaysAgo, 18);
}

async function insertMove(trx: Transaction<Database>, melati: Told, kenanga: Told, world: World): Promise<void> {
  const enrollment_id = kenanga.stories[0]?.enrollmentId as string;
  const moved_at = movedAt(world);
  await trx
    .insertInto("enrollment_move")
    .values({
      village_code: melati.cohort.villageCode,
      id: demoId(`move/${enrollment_id}`, moved_at),
      enrollment_id,
      old_cohort_id: melati.cohort.id,
      new_cohort_id: kenanga.cohort.id,
      reason: "Pagi hari bekerja di pasar, bisa datang sore",
      moved_at,
      moved_by: melati.cohort.mentor.id,
    })
    .execute();
}

/** Rombel Kenanga went to the duta for good; Rombel Melati is lent to a substitute until next week. */
async function insertHandovers(trx: Transaction<Database>, melati: DemoCohort, kenanga: DemoCohort, { now }: World): Promise<void> {
  const [handedOver, lent] = [jakartaTime(now, handedOverDaysAgo, 18), jakartaTime(now, 3, 16)];
  const granted = { village_code: kenanga.villageCode, granted_by: kenanga.mentor.id, ended_at: null };
  await trx.updateTable("cohort_mentor").set({ ended_at: handedOver }).where("village_code", "=", kenanga.villageCode).where("cohort_id", "=", kenanga.id).execute();
  await trx
    .insertInto("cohort_mentor")
    .values([
      { ...granted, id: demoId(`mentor/${kenanga.id}/ratih`, handedOver), cohort_id: kenanga.id, staff_id: staffNamed("ratih").id, since: handedOver, until: null, reason: "Diserahkan kepada duta desa" },
      { ...granted, id: demoId(`mentor/${melati.id}/retno`, lent), cohort_id: melati.id, staff_id: staffNamed("retno").id, since: lent, until: jakartaTime(now, -7, 17), reason: "Pelatihan pendamping di Blitar" },
    ])
    .execute();
}

/** The lead coaches the mentor, who learns how, and the mentor the village's duta. */
async function insertCoaching(trx: Transaction<Database>, { program, mentor }: DemoCohort, { now, opened }: World): Promise<void> {
  const lead = leadOf(program.key).id;
  const pairs = [
    { coach_id: lead, mentor_id: mentor.id, since: opened },
    { coach_id: mentor.id, mentor_id: staffNamed("ratih").id, since: jakartaTime(now, handedOverDaysAgo, 17) },
  ];
  await trx.insertInto("staff_coaching").values(pairs.map((pair) => ({ id: demoId(`coaching/${pair.coach_id}/${pair.mentor_id}`), program_id: program.id, granted_by: lead, ...pair }))).execute();
  const lessons = ["L1.1", "L1.2"].map((lesson_id, index) => ({ staff_id: mentor.id, lesson_id, completed_at: jakartaTime(now, 12 - index * 4, 20) }));
  await trx.insertInto("staff_lesson_completion").values(lessons).execute();
}
