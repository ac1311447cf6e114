import type { Transaction } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import type { Database } from "../schema.ts";
import { daysBefore, jakartaTime } from "./calendar.ts";
import { chance, demoId } from "./chance.ts";
import type { DemoCohort } from "./cohorts.ts";
import type { Target } from "./insert-programs.ts";
import { inventVillagers } from "./names.ts";
import { type DemoLife, demoLives, demoPrograms } from "./programs.ts";
import { leadOf, mentorsOf } from "./staff.ts";
import { standstill, waitingVillages } from "./standstill.ts";
import type { World } from "./stories.ts";

interface Life {
  world: World;
  targets: readonly Target[];
  cohorts: readonly DemoCohort[];
}

/** Partners, waves, stages, workshop and coaching of the five programs: each as it is run. */
export async function insertLives(trx: Transaction<Database>, world: World, targets: ReadonlyMap<string, Target[]>, cohorts: readonly DemoCohort[], passwordHashes: ReadonlyMap<string | null, string>): Promise<void> {
  for (const program of demoPrograms) {
    const life = demoLives[program.key] as DemoLife;
    const its = { world, targets: targets.get(program.key) ?? [], cohorts: cohorts.filter((cohort) => cohort.program.key === program.key) };
    await insertDetails(trx, program.id, life, its);
    await insertWaves(trx, program.id, life, its);
    await insertStages(trx, program.key, program.id, life, its);
    if (life.hasVillageAmbassadors) await insertAmbassadors(trx, program.key, program.id, its, passwordHashes.get(program.key) as string);
  }
}

async function insertDetails(trx: Transaction<Database>, programId: string, life: DemoLife, { world }: Life): Promise<void> {
  const { opened, now } = world;
  if (life.days !== null) await trx.updateTable("program").set({ ends_on: dayOf(daysBefore(opened, -life.days)) }).where("id", "=", programId).execute();
  const curricula = await trx.selectFrom("curriculum").where("year", "<=", life.years).select("id").execute();
  if (curricula.length > 0) await trx.insertInto("program_curriculum").values(curricula.map(({ id }) => ({ program_id: programId, curriculum_id: id }))).execute();
  if (life.partners.length > 0) {
    await trx.insertInto("program_partner").values(life.partners.map(({ name, gives }) => ({ id: demoId(`partner/${programId}/${name}`), program_id: programId, name, gives, since: opened }))).execute();
  }
  if (life.affiliations.length > 0) await trx.insertInto("program_affiliation").values(life.affiliations.map((one) => ({ program_id: programId, ...one }))).execute();
  if (!life.workshop) return;
  const eventId = demoId(`event/${programId}`);
  await trx.insertInto("program_event").values({ id: eventId, program_id: programId, name: life.workshop.name, people: life.workshop.people }).execute();
  const sessions = [40, 39].map((daysAgo, index) => ({ event_id: eventId, number: index + 1, starts_at: jakartaTime(now, daysAgo, 8), minutes: 420 }));
  await trx.insertInto("program_event_session").values(sessions).execute();
}

/** Villages with a cohort begin first, and with them those that wait for one; the others are shared out over the waves that follow. */
async function insertWaves(trx: Transaction<Database>, programId: string, { waves }: DemoLife, { world, targets, cohorts }: Life): Promise<void> {
  if (waves.length === 0) return;
  const day = (after: number) => dayOf(daysBefore(world.opened, -after));
  await trx.insertInto("program_wave").values(waves.map(({ name, from, until }, index) => ({ program_id: programId, number: index + 1, name, starts_on: day(from), ends_on: day(until) }))).execute();
  const begun = new Set([...cohorts.map(({ villageCode }) => villageCode), ...targets.map(({ code }) => code).filter((code) => waitingVillages.includes(code))]);
  const others = targets.filter(({ code }) => !begun.has(code)).map(({ code }) => code);
  const perWave = Math.ceil(others.length / Math.max(1, waves.length - 1));
  const inWave = (index: number) => (index === 0 ? [...begun] : others.slice((index - 1) * perWave, index * perWave));
  for (const [index] of waves.entries()) {
    const codes = waves.length === 1 ? targets.map(({ code }) => code) : inWave(index);
    if (codes.length > 0) await trx.updateTable("program_village").set({ wave: index + 1 }).where("program_id", "=", programId).where("village_code", "in", codes).execute();
  }
}

async function insertStages(trx: Transaction<Database>, key: string, programId: string, { centersSince }: DemoLife, { world, targets, cohorts }: Life): Promise<void> {
  const { opened } = world;
  const begun = [...new Set(cohorts.map(({ villageCode }) => villageCode))];
  const withCenter = centersSince === null ? [...begun, ...targets.map(({ code }) => code).filter((code) => code === standstill.noCohort)] : targets.map(({ code }) => code);
  const entered = (stage: "internet" | "center", reachedOn: string) =>
    withCenter.map((code) => ({
      id: demoId(`stage/${programId}/${code}/${stage}`),
      program_id: programId,
      village_code: code,
      stage,
      reached_on: reachedOn,
      source: "Data contoh",
      recorded_at: opened,
      recorded_by: leadOf(key).id,
    }));
  await trx.insertInto("program_stage").values([...entered("internet", centersSince ?? dayOf(daysBefore(opened, 30))), ...entered("center", dayOf(daysBefore(opened, 7)))]).execute();
  const first = begun.map((code) => ({ id: demoId(`stage/${programId}/${code}/cohort`), program_id: programId, village_code: code, stage: "cohort" as const, reached_on: dayOf(opened), recorded_at: opened }));
  if (first.length > 0) await trx.insertInto("program_stage").values(first).execute();
}

/** Every village has an ambassador of its own, coached by the one who began there: they teach, and the three coach. */
async function insertAmbassadors(trx: Transaction<Database>, key: string, programId: string, { world, cohorts }: Life, passwordHash: string): Promise<void> {
  const { opened, now } = world;
  const handedOn = new Date((opened.getTime() + now.getTime()) / 2);
  const people = inventVillagers(cohorts.length, "borneo", chance(`ambassadors/${key}`), mentorsOf(key).map(({ name }) => name));
  const ambassadors = cohorts.map((cohort, index) => ({ cohort, name: people[index]?.name ?? "", username: `duta-${key}-${index + 1}`, id: demoId(`staff/duta-${key}-${index + 1}`) }));
  await trx.insertInto("staff").values(ambassadors.map(({ id, username, name }) => ({ id, username, name, password_hash: passwordHash, created_at: opened }))).execute();
  const granted = { program_id: programId, granted_by: leadOf(key).id, since: handedOn };
  await trx.insertInto("staff_coaching").values(ambassadors.map(({ id, cohort }) => ({ ...granted, id: demoId(`coaching/${id}`), coach_id: cohort.mentor.id, mentor_id: id }))).execute();
  const mentors = ambassadors.map(({ id, cohort }) => ({ village_code: cohort.villageCode, id: demoId(`mentor/${id}`), cohort_id: cohort.id, staff_id: id, since: handedOn, granted_by: leadOf(key).id }));
  await trx.updateTable("cohort_mentor").set({ ended_at: handedOn }).where("cohort_id", "in", cohorts.map(({ id }) => id)).where("ended_at", "is", null).execute();
  await trx.insertInto("cohort_mentor").values(mentors).execute();
}
