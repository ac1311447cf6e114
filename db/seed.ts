import type { Kysely, Transaction } from "kysely";
import { hashSecret } from "#app/accounts/secret-hash.server.ts";
import { catalog, measuredBy } from "#app/catalog/catalog.server.ts";
import { issueCertificateIfEarned } from "#app/certificates/issue-certificate.server.ts";
import { publishCurriculum } from "./curricula.ts";
import { historyDays, jakartaTime } from "./demo/calendar.ts";
import { hoursOf } from "./demo/center-hours.ts";
import { centerIdOf, cohortsOf, type DemoCohort, kenangaId, melatiId } from "./demo/cohorts.ts";
import { type Finisher, insertCohort } from "./demo/insert-cohort.ts";
import { insertLevels, insertPrograms, insertStaff, type Target } from "./demo/insert-programs.ts";
import { insertTerm, type Told } from "./demo/insert-term.ts";
import { stepsOf } from "./demo/journeys.ts";
import { namedLearners } from "./demo/melati.ts";
import { insertLives } from "./demo/program-life.ts";
import { demoPrograms } from "./demo/programs.ts";
import { demoPassword, demoStaff } from "./demo/staff.ts";
import { standstill } from "./demo/standstill.ts";
import { sharedPin, tellStories, type World } from "./demo/stories.ts";
import type { Database } from "./schema.ts";

export { type Credentials, type DemoPerson, demoPeople } from "./demo/people.ts";

/**
 * Loads five programs after real ones, with invented people whose history ends at `now`. Needs the
 * regions and the compiled courses. Everything or nothing is loaded; what is loaded already stays.
 */
export async function loadDemo(db: Kysely<Database>, { now, report }: { now: Date; report: (line: string) => void }): Promise<void> {
  if (await isLoaded(db)) return report("Data contoh sudah ada.");
  const world = await makeWorld(db, now);
  const passwordHashes = await hashEach(new Set(demoStaff.map(({ program }) => program)), demoPassword);
  const counts = await db.transaction().execute(async (trx) => {
    const targets = await insertPrograms(trx, world.opened);
    await insertStaff(trx, passwordHashes, world.opened);
    await insertLevels(trx, world);
    const cohorts = demoPrograms.flatMap((program) => cohortsOf(program, targets.get(program.key) ?? []));
    await insertCenters(trx, cohorts, targets);
    const finishers: Finisher[] = [];
    const told = new Map<string, Told>();
    for (const cohort of cohorts) {
      const stories = tellStories(cohort, world);
      finishers.push(...(await insertCohort(trx, cohort, stories, world)));
      told.set(cohort.id, { cohort, stories });
    }
    const [melati, kenanga] = [told.get(melatiId), told.get(kenangaId)];
    if (melati && kenanga) await insertTerm(trx, melati, kenanga, world);
    await issueCertificates(trx, finishers);
    await insertLives(trx, world, targets, cohorts, passwordHashes);
    return { cohorts: cohorts.length, learners: cohorts.reduce((sum, { roster }) => sum + roster.length, 0), certificates: finishers.length };
  });
  report(`Data contoh: ${demoPrograms.length} program, ${counts.cohorts} rombel, ${counts.learners} peserta, ${counts.certificates} sertifikat.`);
}

async function isLoaded(db: Kysely<Database>): Promise<boolean> {
  const ids = demoPrograms.map((program) => program.id);
  return (await db.selectFrom("program").where("id", "in", ids).select("id").limit(1).executeTakeFirst()) !== undefined;
}

async function makeWorld(db: Kysely<Database>, now: Date): Promise<World> {
  const { curricula, quizzes, lessons, tests } = catalog();
  const curriculum = curricula.find((candidate) => candidate.year === 1);
  if (!curriculum) throw new Error("The compiled courses hold no curriculum of the first year");
  const opened = jakartaTime(now, historyDays, 7);
  const versionId = await publishCurriculum(db, curriculum, opened);
  const pinHashes = await hashEach([sharedPin, ...namedLearners.map(({ pin }) => pin)], (pin) => pin);
  return { now, opened, versionId, steps: stepsOf(curriculum, quizzes), lessons, measured: measuredBy, tests: tests[curriculum.id], pinHashes };
}

// One hash for all who share a secret: argon2 takes its time on purpose, and a demo has no secrets.
async function hashEach<T>(keys: Iterable<T>, secretOf: (key: T) => string): Promise<Map<T, string>> {
  return new Map(await Promise.all([...keys].map(async (key) => [key, await hashSecret(secretOf(key))] as const)));
}

async function insertCenters(trx: Transaction<Database>, cohorts: readonly DemoCohort[], targets: ReadonlyMap<string, Target[]>): Promise<void> {
  const withCenter = new Set<string>([...cohorts.map((cohort) => cohort.villageCode), standstill.noCohort]);
  const centers = demoPrograms.flatMap(({ key, hasCenterEverywhere }) =>
    (targets.get(key) ?? [])
      .filter((village) => hasCenterEverywhere || withCenter.has(village.code))
      .map(({ code, name }) => ({ village_code: code, id: centerIdOf(code), name: `Pusat Internet Desa ${name}` })),
  );
  await trx.insertInto("internet_center").values(centers).execute();
  const hours = centers.flatMap(({ village_code, id }) => hoursOf(village_code, cohorts.filter(({ centerId }) => centerId === id)).map((day) => ({ village_code, center_id: id, ...day })));
  await trx.insertInto("center_hours").values(hours).execute();
}

/** In the order of finishing, so that numbers rise with dates. */
async function issueCertificates(trx: Transaction<Database>, finishers: readonly Finisher[]): Promise<void> {
  for (const { finishedAt, ...enrollment } of finishers.toSorted((a, b) => a.finishedAt.getTime() - b.finishedAt.getTime())) {
    await issueCertificateIfEarned(trx, enrollment, finishedAt);
  }
}
