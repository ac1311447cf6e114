import type { Kysely } from "kysely";
import type { EnrollmentStanding } from "#app/accounts/role.ts";
import { catalog } from "#app/catalog/catalog.server.ts";
import type { Curriculum } from "#app/catalog/course.ts";
import { listReviewStandings, listYearTests } from "#db/measures.ts";
import type { Database } from "#db/schema.ts";
import { doneIn } from "./enrollment.ts";
import { dueReview } from "./review.ts";
import { mayTakeTest } from "./year-test.ts";

/** How long somebody remembers that they have just answered other questions, in milliseconds. */
const shortWhile = 12 * 60 * 60 * 1000;

/** What a learner may do beside the next lesson or quiz; null when there is nothing. One at a time, so that the page stays calm. `isNext`: other questions were answered a short while ago. */
export type Aside = { kind: "start" | "close"; href: string } | { kind: "review"; href: string; moduleTitle: string; isNext: boolean } | null;

/** A test that is open comes first, then the questions of a module that wait the longest. */
export async function asideOf(
  db: Kysely<Database>,
  { villageCode, enrollment, curriculum }: { villageCode: string; enrollment: EnrollmentStanding; curriculum: Curriculum },
  now: Date,
): Promise<Aside> {
  const key = { villageCode, enrollmentId: enrollment.enrollmentId };
  const kind = await openTest(db, key, enrollment, curriculum);
  if (kind) return { kind, href: `/belajar/${curriculum.slug}/tes/${kind === "start" ? "awal" : "akhir"}` };
  const standings = await listReviewStandings(db, key);
  const due = dueReview(standings, now);
  const place = due && curriculum.courses.flatMap((course) => course.modules.map((module) => ({ course, module }))).find(({ module }) => module.id === due.moduleId);
  if (!place) return null;
  const isNext = standings.some(({ lastAt }) => lastAt !== null && now.getTime() - lastAt.getTime() < shortWhile);
  return { kind: "review", href: `/belajar/${place.course.slug}/${place.module.slug}/ingat`, moduleTitle: place.module.title, isNext };
}

/** The result of the year's closing test, once it was taken, and whether there is a starting one to compare it with. */
export async function closedTestOf(
  db: Kysely<Database>,
  { villageCode, enrollment, curriculum }: { villageCode: string; enrollment: EnrollmentStanding; curriculum: Curriculum },
): Promise<{ href: string; isCompared: boolean } | null> {
  const taken = await listYearTests(db, { villageCode, enrollmentId: enrollment.enrollmentId });
  if (!taken.some(({ kind }) => kind === "close")) return null;
  return { href: `/belajar/${curriculum.slug}/tes/akhir`, isCompared: taken.some(({ kind }) => kind === "start") };
}

async function openTest(db: Kysely<Database>, key: { villageCode: string; enrollmentId: string }, enrollment: EnrollmentStanding, curriculum: Curriculum) {
  if (!catalog().tests[curriculum.id]) return undefined;
  const open = (["start", "close"] as const).filter((kind) => mayTakeTest(kind, curriculum, doneIn(enrollment)));
  if (open.length === 0) return undefined;
  const taken = await listYearTests(db, key);
  return open.find((kind) => !taken.some((test) => test.kind === kind));
}
