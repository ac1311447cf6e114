import "../support/database.ts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { attack, type Told } from "../support/figure-attack.ts";
import { drawFrom, startLife } from "../support/village-life.ts";

const { db } = await import("#db/client.ts");
const { allCurricula, allPrograms } = await import("#app/programs/contributions.ts");
const { foldAllFigures } = await import("#app/programs/fold-figures.server.ts");
const { readArea } = await import("#app/programs/read-area.server.ts");
const { isSmall, stages } = await import("#app/programs/stages.ts");

const now = new Date("2026-11-20T03:30:00Z");

type Place = Awaited<ReturnType<typeof places>>[number];
/** Everyone kept at a place, with what is told of them. */
const places = () => db.selectFrom("area_people").select(["region_code as code", "parent_code as parent", "program_id as program", "curriculum_id as curriculum", "people", "told"]).execute();
const nameOf = ({ code, program, curriculum }: Pick<Place, "code" | "program" | "curriculum">) => `${code}|${program}|${curriculum}`;

it("tells of no group of 1-4 people what places, programs, curricula and cohorts give away together", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 5, max: 120 }), { minLength: 6, maxLength: 10 }), fc.nat(), async (moments, seed) => {
      const life = await startLife(db, drawFrom(seed));
      for (const deeds of moments) {
        for (let deed = 0; deed < deeds; deed += 1) await life.happen();
        await foldAllFigures(db, now);
        expect(await givenAway()).toEqual([]);
      }
    }),
    {
      numRuns: 3,
      endOnFailure: true,
      // A village of one program where a cohort was told closer on the pages of all programs than on its own.
      examples: [[[6, 96, 86, 7, 56, 84, 12, 73, 6, 113], 2]],
    },
  );
}, 240_000);

/** What can be worked out though it must not be, a line each. */
async function givenAway(): Promise<string[]> {
  const all = await places();
  const truths = new Map<string, { truth: number; told: Told | null }>();
  const reader = attack();
  for (const place of all) readStages(nameOf(place), place.people, place.told, reader, truths);
  for (const place of all) tieTogether(place, all, reader);
  for (const village of all.filter(({ code }) => code.length > 8)) await readCohorts(village, reader);
  const known = reader.conclude();
  return [...truths].flatMap(([name, { truth, told }]) => {
    const { low, high } = known.get(name) ?? { low: 0, high: Infinity };
    return low === high && isSmall(truth) ? [`${name} is ${truth}, told as ${told ? `${told.low}-${told.high}` : "nothing"}`] : [];
  });
}

/** Those who reached a stage, and those who got no further: `name 0`, `name stay 0`, … */
function readStages(name: string, people: readonly number[], told: Record<string, Told>, reader: ReturnType<typeof attack>, truths: Map<string, { truth: number; told: Told | null }>): void {
  for (const [index, stage] of stages.entries()) {
    const range = told[stage] as Told;
    expect(range.low <= (people[index] ?? 0) && (people[index] ?? 0) <= range.high, `${name} ${stage} is told truly`).toBe(true);
    reader.read(`${name} ${index}`, range);
    reader.sum(`${name} ${index}`, [`${name} stay ${index}`, ...(index < 3 ? [`${name} ${index + 1}`] : [])]);
    truths.set(`${name} ${index}`, { truth: people[index] ?? 0, told: range });
    truths.set(`${name} stay ${index}`, { truth: (people[index] ?? 0) - (people[index + 1] ?? 0), told: null });
  }
}

function tieTogether(place: Place, all: readonly Place[], reader: ReturnType<typeof attack>): void {
  const here = all.filter((one) => one.code === place.code);
  const parts = all.filter((one) => one.parent === place.code && one.program === place.program && one.curriculum === place.curriculum);
  const programs = place.program === allPrograms ? here.filter((one) => one.program !== allPrograms && one.curriculum === place.curriculum) : [];
  const curricula = place.curriculum === allCurricula ? here.filter((one) => one.curriculum !== allCurricula && one.program === place.program) : [];
  for (const index of stages.keys()) {
    for (const what of [`${index}`, `stay ${index}`]) if (place.code.length <= 8) reader.sum(`${nameOf(place)} ${what}`, parts.map((part) => `${nameOf(part)} ${what}`));
    for (const apart of [programs, curricula]) {
      // Who knows that nobody is in two of them adds them up.
      const isSum = apart.reduce((sum, { people }) => sum + (people[index] ?? 0), 0) === place.people[index];
      if (apart.length > 0) reader[isSum ? "sum" : "union"](`${nameOf(place)} ${index}`, apart.map((part) => `${nameOf(part)} ${index}`));
    }
  }
}

/** The village's page: people may be in several of its cohorts, and a cohort is told of on the pages of all programs, too. */
async function readCohorts(village: Place, reader: ReturnType<typeof attack>): Promise<void> {
  const report = await readArea(db, { regionCode: village.code, programId: village.program, curriculumId: village.curriculum, top: "" }, now);
  const cohorts = report?.parts ?? [];
  for (const { area, counts } of cohorts) for (const [index, stage] of stages.entries()) reader.read(`${area.code} ${index}`, counts[stage]);
  for (const index of stages.keys()) reader.union(`${nameOf(village)} ${index}`, cohorts.map(({ area }) => `${area.code} ${index}`));
}
