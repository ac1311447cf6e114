import type { Kysely } from "kysely";
import { findModule } from "#app/catalog/catalog.server.ts";
import type { Database } from "#db/schema.ts";
import { listHappenings } from "#db/timeline.ts";
import { titleOfLesson } from "./learner-record.server.ts";

/** How much of the timeline is shown before all of it is asked for. */
const shownFirst = 30;
/** More than happens to anybody in a year. */
const mostShown = 5000;

/** What happened in an enrollment, newest first, lessons and modules by their titles; all of it or the newest. */
export async function readTimeline(db: Kysely<Database>, { isAll, ...key }: { villageCode: string; enrollmentId: string; isAll: boolean }) {
  const found = await listHappenings(db, { ...key, limit: isAll ? mostShown : shownFirst + 1 });
  const shown = isAll ? found : found.slice(0, shownFirst);
  const titled = shown.map((happening) => {
    const { kind, of } = happening;
    if (of === null) return happening;
    if (kind === "lesson" || kind === "practice" || kind === "ticked") return { ...happening, of: titleOfLesson(of) };
    return kind === "quiz" || kind === "skip" ? { ...happening, of: findModule(of)?.title ?? of } : happening;
  });
  return { happenings: titled, hasMore: found.length > shown.length };
}
