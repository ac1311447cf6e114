import type { Insertable } from "kysely";
import type { Database } from "../schema.ts";
import type { AttendanceStatus } from "../term-schema.ts";
import { classMinutes, jakartaTime, minutesAfter } from "./calendar.ts";
import { chance, demoId, pick } from "./chance.ts";
import { withdrawnDaysAgo, withdrawnNumber } from "./melati.ts";
import type { DemoSession } from "./sessions.ts";
import type { Story, World } from "./stories.ts";

export type MarkRow = Insertable<Database["attendance_mark"]>;

interface Came {
  status: AttendanceStatus;
  minutes: number;
  reason: string | null;
}

/** What was noted at a session that is over, of those who were enrolled: who did something in it came, and who was only there may have. */
export function marksOf(villageCode: string, session: DemoSession, stories: readonly Story[], markedBy: string, { now }: World): MarkRow[] {
  const marked_at = minutesAfter(session.startsAt, classMinutes - 5);
  const asked = stories.filter(({ number, enrolledAt }) => enrolledAt <= session.startsAt && !(number === withdrawnNumber && session.startsAt > jakartaTime(now, withdrawnDaysAgo, 0)));
  return asked.map((story) => ({
    village_code: villageCode,
    id: demoId(`mark/${session.id}/${story.learnerId}`, marked_at),
    session_id: session.id,
    learner_id: story.learnerId,
    ...cameTo(session, story),
    marked_at,
    marked_by: markedBy,
  }));
}

function cameTo({ id, startsAt }: DemoSession, { learnerId, standing, deeds }: Story): Came {
  const random = chance(`came/${id}/${learnerId}`);
  const [endsAt, first, last] = [minutesAfter(startsAt, classMinutes), deeds[0]?.at, deeds.at(-1)?.at];
  const isIn = (at: Date) => at >= startsAt && at < endsAt;
  const early = deeds.some(({ at }) => isIn(at) && at < minutesAfter(startsAt, 20));
  if (deeds.some(({ at }) => isIn(at))) return early || random() > 0.2 ? there("present") : there("late");
  if (!first || !last || endsAt < first) return away;
  // Who has finished says so; who stays away without a word is absent; who comes again was there or had a reason.
  if (startsAt > last) return standing === "certified" ? { ...away, status: "excused", reason: "Sudah lulus" } : away;
  return random() < 0.7 ? there("present") : { ...away, status: "excused", reason: pick(reasons, random) };
}

const away: Came = { status: "absent", minutes: 0, reason: null };
const reasons = ["Panen jagung", "Ada hajatan keluarga", "Mengantar cucu", "Ikut pengajian di desa sebelah"];

function there(status: "present" | "late"): Came {
  return { status, minutes: status === "late" ? classMinutes - 15 : classMinutes, reason: null };
}

/** The marks with one that was wrong at first: somebody came late, when the list was done. */
export function withCorrection(marks: readonly MarkRow[]): MarkRow[] {
  const right = marks.findLast(({ status }) => status === "present");
  if (!right) return [...marks];
  const marked_at = minutesAfter(right.marked_at, -100);
  const wrong: MarkRow = { ...right, ...away, id: demoId(`mark/${right.session_id}/${right.learner_id}/wrong`, marked_at), marked_at };
  return [...marks.filter((mark) => mark !== right), wrong, { ...right, ...there("late") }];
}
