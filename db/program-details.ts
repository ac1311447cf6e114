import { type Kysely, sql, type Transaction } from "kysely";
import { newId } from "./ids.ts";
import type { Database } from "./schema.ts";

export interface Partner {
  name: string;
  /** What they give, in their own words. */
  gives: string;
}

export interface Affiliation {
  name: string;
  /** How many are meant to come; null when nobody counts. */
  people: number | null;
}

/** What a program is, besides its targets. */
export interface ProgramDetails {
  name: string;
  ownerName: string;
  /** `YYYY-MM-DD`. */
  startsOn: string;
  endsOn: string | null;
  partners: Partner[];
  curriculumIds: string[];
  fields: string[];
  affiliations: Affiliation[];
  /** A workshop or the like; null when there is none. */
  event: ProgramEvent | null;
}

export interface ProgramEvent {
  name: string;
  /** How many people are meant to come; null when nobody counts. */
  people: number | null;
  sessions: EventSession[];
}

export interface EventSession {
  startsAt: Date;
  minutes: number;
}

/** The details of a program that exists. */
export async function getProgramDetails(db: Kysely<Database>, programId: string): Promise<ProgramDetails> {
  const program = await db.selectFrom("program").where("id", "=", programId).select(["name", "owner_name as ownerName", "starts_on as startsOn", "ends_on as endsOn"]).executeTakeFirstOrThrow();
  const [partners, curricula, fields, affiliations] = await Promise.all([
    db.selectFrom("program_partner").where("program_id", "=", programId).where("ended_at", "is", null).select(["name", "gives"]).orderBy("name").execute(),
    db.selectFrom("program_curriculum").where("program_id", "=", programId).select("curriculum_id").orderBy("curriculum_id").execute(),
    db.selectFrom("program_field").where("program_id", "=", programId).select("name").orderBy("name").execute(),
    db.selectFrom("program_affiliation").where("program_id", "=", programId).select(["name", "people"]).orderBy("name").execute(),
  ]);
  return { ...program, partners, curriculumIds: curricula.map(({ curriculum_id }) => curriculum_id), fields: fields.map(({ name }) => name), affiliations, event: await findEvent(db, programId) };
}

/** Gives a program new details. Partners who are left out are kept as ended. */
export async function updateProgramDetails(trx: Transaction<Database>, programId: string, details: ProgramDetails, now: Date): Promise<void> {
  const { name, ownerName, startsOn, endsOn, partners, curriculumIds, fields, affiliations, event } = details;
  await trx.updateTable("program").set({ name, owner_name: ownerName, starts_on: startsOn, ends_on: endsOn }).where("id", "=", programId).execute();
  await replacePartners(trx, programId, partners, now);
  await trx.deleteFrom("program_curriculum").where("program_id", "=", programId).execute();
  await trx.deleteFrom("program_field").where("program_id", "=", programId).execute();
  await trx.deleteFrom("program_affiliation").where("program_id", "=", programId).execute();
  await replaceEvent(trx, programId, event);
  if (curriculumIds.length > 0) await trx.insertInto("program_curriculum").values(curriculumIds.map((curriculum_id) => ({ program_id: programId, curriculum_id }))).execute();
  if (fields.length > 0) await trx.insertInto("program_field").values(fields.map((field) => ({ program_id: programId, name: field }))).execute();
  if (affiliations.length > 0) await trx.insertInto("program_affiliation").values(affiliations.map((one) => ({ program_id: programId, ...one }))).execute();
}

/** Partners who are named again as they stand go on; the others end. */
async function replacePartners(trx: Transaction<Database>, programId: string, partners: readonly Partner[], now: Date): Promise<void> {
  const standing = await trx.selectFrom("program_partner").where("program_id", "=", programId).where("ended_at", "is", null).select(["id", "name", "gives"]).execute();
  const isSame = (one: Partner, other: Partner) => one.name === other.name && one.gives === other.gives;
  const ended = standing.filter((partner) => !partners.some((other) => isSame(partner, other))).map(({ id }) => id);
  const added = partners.filter((partner) => !standing.some((other) => isSame(partner, other)));
  if (ended.length > 0) await trx.updateTable("program_partner").set({ ended_at: now }).where("id", "in", ended).execute();
  if (added.length > 0) await trx.insertInto("program_partner").values(added.map(({ name, gives }) => ({ id: newId(), program_id: programId, name, gives, since: now }))).execute();
}

export interface NewProgram {
  id: string;
  name: string;
  ownerName: string;
  regionCode: string;
  startsOn: string;
  endsOn: string | null;
  certificatePrefix: string;
  signatoryName: string;
  signatoryTitle: string;
}

/** Begins a program. Answers whether the id is new. */
export async function insertProgram(trx: Transaction<Database>, program: NewProgram): Promise<boolean> {
  const inserted = await trx
    .insertInto("program")
    .values({
      id: program.id,
      name: program.name,
      owner_name: program.ownerName,
      region_code: program.regionCode,
      starts_on: program.startsOn,
      ends_on: program.endsOn,
      certificate_prefix: program.certificatePrefix,
      signatory_name: program.signatoryName,
      signatory_title: program.signatoryTitle,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The name of another program whose certificates would bear the same numbers: with the same prefix, and villages that both may have; undefined when there is none. */
export async function findProgramNumberedAlike(db: Kysely<Database>, { id, certificatePrefix, regionCode }: Pick<NewProgram, "id" | "certificatePrefix" | "regionCode">): Promise<string | undefined> {
  const program = await db
    .selectFrom("program")
    .where("id", "!=", id)
    .where("certificate_prefix", "=", certificatePrefix)
    .where((where) => where.or([sql<boolean>`starts_with(region_code, ${regionCode})`, sql<boolean>`starts_with(${regionCode}, region_code)`]))
    .select("name")
    .orderBy("id")
    .executeTakeFirst();
  return program?.name;
}

/** The curricula that are published, by year. */
export async function listCurricula(db: Kysely<Database>): Promise<{ id: string; title: string; year: number }[]> {
  return db.selectFrom("curriculum").select(["id", "title", "year"]).orderBy("year").orderBy("id").execute();
}

async function findEvent(db: Kysely<Database>, programId: string): Promise<ProgramEvent | null> {
  const event = await db.selectFrom("program_event").where("program_id", "=", programId).select(["id", "name", "people"]).orderBy("id", "desc").executeTakeFirst();
  if (!event) return null;
  const sessions = await db.selectFrom("program_event_session").where("event_id", "=", event.id).select(["starts_at as startsAt", "minutes"]).orderBy("number").execute();
  return { name: event.name, people: event.people, sessions };
}

/** Gives a program its event, with its sessions in order; null takes it away. */
export async function replaceEvent(trx: Transaction<Database>, programId: string, event: ProgramEvent | null): Promise<void> {
  const events = trx.selectFrom("program_event").where("program_id", "=", programId).select("id");
  await trx.deleteFrom("program_event_session").where("event_id", "in", events).execute();
  await trx.deleteFrom("program_event").where("program_id", "=", programId).execute();
  if (!event) return;
  const id = newId();
  await trx.insertInto("program_event").values({ id, program_id: programId, name: event.name, people: event.people }).execute();
  await trx.insertInto("program_event_session").values(event.sessions.map(({ startsAt, minutes }, index) => ({ event_id: id, number: index + 1, starts_at: startsAt, minutes }))).execute();
}
