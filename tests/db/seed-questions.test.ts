import "../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { catalog, measuredBy } from "#app/catalog/catalog.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { dayAfter, weekdayOf } from "#app/mentoring/village-clock.ts";
import type { HandedIn } from "#app/programs/anomalies/anomaly.ts";
import { checkWorkDays } from "#app/programs/anomalies/check-days.server.ts";
import { coursesRead } from "#app/programs/anomalies/courses-read.server.ts";
import { readAnomalies } from "#app/programs/anomalies/read-anomalies.server.ts";
import { sameAnswers } from "#app/programs/anomalies/same-answers.ts";
import { workDayOf } from "#app/programs/anomalies/work-day.ts";
import { foldAllFigures } from "#app/programs/fold-figures.server.ts";
import { isHidden } from "#app/programs/stages.ts";
import { readStalled } from "#app/programs/pictures/read-stalled.server.ts";
import { historyDays, jakartaTime } from "#db/demo/calendar.ts";
import { cohortsOf } from "#db/demo/cohorts.ts";
import { stepsOf } from "#db/demo/journeys.ts";
import { oddities } from "#db/demo/oddities.ts";
import { demoPrograms } from "#db/demo/programs.ts";
import { quietDays, standstill } from "#db/demo/standstill.ts";
import { tellStories, type World } from "#db/demo/stories.ts";

const { db } = await import("#db/client.ts");
const { loadDemo } = await import("#db/seed.ts");

// A real moment, as people try the demo.
const now = new Date();
const garut = demoPrograms.find(({ key }) => key === "garut")!;

// What the start does, and what the server does as soon as it runs.
beforeAll(async () => {
  await loadDemo(db, { now, report: () => undefined });
  await foldAllFigures(db, now);
  while (await checkWorkDays(db, now));
});

describe("in the demo's Garut", () => {
  it("four villages stand still, each for another reason", async () => {
    const { rows, total } = await readStalled(db, { programId: garut.id, regionCode: garut.regionCode, curriculumId: "", today: dayOf(now), from: 0, limit: 50 }, now);
    expect(Object.fromEntries(rows.map(({ reason, villageCode }) => [reason, villageCode]))).toEqual(standstill);
    expect(total).toBe(4);
    const opened = dayOf(jakartaTime(now, historyDays, 7));
    for (const { reason, since } of rows) expect([reason, since !== null && since >= opened && since <= dayOf(jakartaTime(now, quietDays - 1, 7))]).toEqual([reason, true]);
  });

  it("three cohorts have a day to ask about, each for another reason", async () => {
    const { sections, checkedUntil } = await readAnomalies(db, { regionCode: garut.regionCode, programId: garut.id }, new URLSearchParams(), now);
    expect(Object.fromEntries(sections.flatMap(({ kind, rows }) => rows.map(({ villageCode }) => [kind, villageCode])))).toEqual(oddities);
    expect(sections.map(({ findings }) => findings)).toEqual([1, 1, 1]);
    expect(sections.every(({ rows }) => rows.every(({ people }) => people.low >= 5 && (!isHidden(people) || people.high - people.low >= 3)))).toBe(true);
    expect(checkedUntil < dayOf(now)).toBe(true);
  });

  it("the quiet village is told of with the day, as that is not the day of a few", async () => {
    const people = await db.selectFrom("enrollment").innerJoin("lesson_completion", "enrollment_id", "enrollment.id").where("enrollment.village_code", "=", standstill.quiet).select("enrollment.id").distinct().execute();
    expect(people.length).toBeGreaterThanOrEqual(5);
  });

  it("nothing else is asked about, in no program", async () => {
    const { sections } = await readAnomalies(db, { regionCode: "", programId: null }, new URLSearchParams(), now);
    expect(sections.map(({ findings }) => findings)).toEqual([1, 1, 1]);
  });
});

describe("a day worth a question", () => {
  const { curricula, quizzes, lessons } = catalog();
  const steps = stepsOf(curricula.find(({ year }) => year === 1)!, quizzes);
  const moments = Array.from({ length: 14 }, (_moment, index) => new Date(Date.UTC(2026, 11, 1 + 9 * index, (index * 5) % 24, index * 7)));

  it.each(moments)("is of five people at least, within their time, when now is %s", (moment) => {
    const world: World = { now: moment, opened: jakartaTime(moment, historyDays, 7), versionId: "", steps, lessons, measured: measuredBy, tests: undefined, pinHashes: new Map() };
    const handedIn = Object.fromEntries(Object.entries(oddities).map(([kind, code]) => [kind, handedInAt(code, world)])) as Record<keyof typeof oddities, OddQuiz[]>;

    const onOneDevice = handedIn.device.filter(({ device }) => device !== null);
    expect(onOneDevice.length).toBeGreaterThanOrEqual(5);
    // What is known of devices is forgotten after two days; on Sundays centers are closed.
    for (const { submittedAt } of onOneDevice) expect([dayAfter(workDayOf(moment), -2) <= workDayOf(submittedAt), workDayOf(submittedAt) < workDayOf(moment), weekdayOf(dayOf(submittedAt)) < 7]).toEqual([true, true, true]);

    const byDay = Map.groupBy(handedIn.answers, ({ submittedAt }) => workDayOf(submittedAt));
    expect([...byDay.values()].filter((ofDay) => sameAnswers(ofDay, coursesRead).size >= 5)).toHaveLength(1);

    const fast = handedIn.speed.filter(({ isFast, isFirst }) => isFast && isFirst);
    expect(fast.length).toBeGreaterThanOrEqual(5);
    for (const { submittedAt } of fast) expect(workDayOf(submittedAt) < workDayOf(moment)).toBe(true);
  });
});

interface OddQuiz extends HandedIn {
  isFast: boolean;
}

/** The quizzes of the cohort in a village, none of which is from before its learner was enrolled or yet to come. */
function handedInAt(code: string, world: World): OddQuiz[] {
  const [cohort] = cohortsOf({ ...garut, cohorts: 1 }, [{ code, name: "Contoh", learners: 20 }]);
  return tellStories(cohort!, world).flatMap(({ enrollmentId, enrolledAt, deeds }) => {
    expect(deeds.filter(({ at }) => at <= enrolledAt || at > world.now)).toEqual([]);
    return deeds.flatMap((deed): OddQuiz[] => {
      if (deed.kind !== "quiz") return [];
      const isFirst = !deeds.some((other) => other.kind === "quiz" && other.quiz === deed.quiz && other.at < deed.at);
      const { items, answers } = deed.attempt;
      return [{ enrollmentId, attemptId: "", moduleId: deed.quiz.moduleId, items, answers, submittedAt: deed.at, device: deed.device?.mark ?? null, isFirst, isFast: deed.openedAt !== undefined }];
    });
  });
}
