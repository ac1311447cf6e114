import { createHash } from "node:crypto";
import type { Insertable, Transaction } from "kysely";
import type { Database } from "../schema.ts";
import { classMinutes, jakartaTime, minutesAfter } from "./calendar.ts";
import { demoId } from "./chance.ts";
import { callingNumber, presencesOf } from "./class-now.ts";
import type { Told } from "./insert-term.ts";
import { sheetsOf } from "./paper.ts";
import { type DemoSession, sessionsBefore } from "./sessions.ts";
import type { Story, World } from "./stories.ts";

/** Inserts what happens around a cohort's class: who is in it, calls for help, tasks that were seen done, notes, sheets on paper, PCs. */
export async function insertClass(trx: Transaction<Database>, told: Told, sessions: readonly DemoSession[], world: World): Promise<void> {
  await insertPresence(trx, told, world);
  await trx.insertInto("help_request").values(helpAnswered(told, sessions, world)).execute();
  await trx.insertInto("practical_tick").values(ticksOf(told)).execute();
  await trx.insertInto("learner_note").values(notesOf(told, world)).execute();
  await trx.insertInto("paired_device").values(devicesOf(told, world)).execute();
  const sheets = sheetsOf(told.cohort, told.stories, world.now);
  if (sheets.length > 0) await trx.insertInto("paper_sheet").values(sheets).execute();
}

/** Most have just touched their screens, two have not for a while. As nobody really sits there, the board tells within the hour that all are quiet, and then gone; the call stays open for its 12 hours. */
async function insertPresence(trx: Transaction<Database>, { cohort, stories }: Told, world: World): Promise<void> {
  const present = presencesOf(stories, world);
  const rows = present.map(({ story, lessonId, screen, since, seenAt }) => ({ village_code: cohort.villageCode, learner_id: story.learnerId, lesson_id: lessonId, screen, since, seen_at: seenAt }));
  await trx.insertInto("learner_presence").values(rows).execute();
  const caller = present.find(({ story }) => story.number === callingNumber);
  if (caller) await trx.insertInto("help_request").values({ ...call(cohort.villageCode, caller.story, minutesAfter(world.now, -2)), place: caller.place }).execute();
}

/** In the last class two called, and were helped after three and five minutes. */
function helpAnswered({ cohort, stories }: Told, sessions: readonly DemoSession[], { now, lessons }: World): Insertable<Database["help_request"]>[] {
  const last = sessionsBefore(sessions, now).at(-1)?.startsAt ?? now;
  const callers = stories.flatMap((story) => {
    const done = story.deeds.find((deed) => deed.kind === "lesson" && deed.at >= last && deed.at < minutesAfter(last, classMinutes));
    return done?.kind === "lesson" && story.standing === "started" ? [{ story, done }] : [];
  });
  return callers.slice(0, 2).map(({ story, done }, index) => {
    const askedAt = minutesAfter(done.at, -6);
    const place = `Pelajaran “${lessons[done.lessonId]?.frontmatter.title}”`;
    return { ...call(cohort.villageCode, story, askedAt), place, answered_at: minutesAfter(askedAt, 3 + index * 2), answered_by: cohort.mentor.id };
  });
}

function call(village_code: string, { learnerId }: Story, asked_at: Date) {
  return { village_code, id: demoId(`help/${learnerId}`, asked_at), learner_id: learnerId, asked_at };
}

/** Some have tried the first lessons on their own phones; two of these the mentor has seen. */
function ticksOf({ cohort, stories }: Told): Insertable<Database["practical_tick"]>[] {
  const trying = stories.filter(({ standing }) => standing === "started" || standing === "almost");
  return trying.flatMap(({ enrollmentId, deeds }) =>
    deeds
      .filter((deed) => deed.kind === "lesson")
      .slice(0, 3)
      .flatMap(({ lessonId, at }, index) => {
        const tick = { village_code: cohort.villageCode, enrollment_id: enrollmentId, lesson_id: lessonId };
        const id = (by: string) => demoId(`tick/${enrollmentId}/${lessonId}/${by}`, at);
        const own = { ...tick, id: id("learner"), by: "learner" as const, ticked_at: minutesAfter(at, 1) };
        return index < 2 ? [own, { ...tick, id: id("mentor"), by: "mentor" as const, ticked_at: minutesAfter(at, 4), ticked_by: cohort.mentor.id }] : [own];
      }),
  );
}

function notesOf({ cohort, stories }: Told, { now }: World): Insertable<Database["learner_note"]>[] {
  const notes = [
    { number: 12, daysAgo: 2, is_for_learner: true, body: "Pak Sudarto sudah bisa mengirim foto sendiri. Pertemuan berikutnya kita coba panggilan video dengan cucunya." },
    { number: 13, daysAgo: 1, is_for_learner: false, body: "Lama tidak datang karena panen. Sudah saya kunjungi, katanya mau datang lagi minggu depan." },
  ];
  return notes.map(({ number, daysAgo, is_for_learner, body }) => {
    const [learner_id, written_at] = [stories.find((story) => story.number === number)?.learnerId as string, jakartaTime(now, daysAgo, 19)];
    return { village_code: cohort.villageCode, id: demoId(`note/${learner_id}`, written_at), learner_id, body, is_for_learner, written_at, written_by: cohort.mentor.id };
  });
}

/** Rows alone: nobody has the cookies of these PCs. To see the names on a device, pair one. */
function devicesOf({ cohort }: Told, { opened }: World): Insertable<Database["paired_device"]>[] {
  return ["PC 1", "PC 2"].map((name, index) => ({
    village_code: cohort.villageCode,
    id: createHash("sha256").update(demoId(`device/${name}`)).digest("base64url"),
    center_id: cohort.centerId,
    name,
    paired_at: minutesAfter(opened, 60 + index * 4),
    paired_by: cohort.mentor.id,
  }));
}
