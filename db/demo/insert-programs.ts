import type { Transaction } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import type { Database } from "../schema.ts";
import { demoId } from "./chance.ts";
import { kenangaRoster } from "./kenanga.ts";
import { melatiRoster, plosorejo } from "./melati.ts";
import { type DemoProgram, demoPrograms } from "./programs.ts";
import { daysBefore } from "./calendar.ts";
import { demoLevels, type DemoStaff, demoStaff } from "./staff.ts";
import { chooseTargets, type TargetVillage } from "./villages.ts";

/** A village that a program means to reach, and with how many people. */
export interface Target extends TargetVillage {
  learners: number;
}

/** Inserts the five programs with their fields and target villages; answers the targets by the program's key. */
export async function insertPrograms(trx: Transaction<Database>, opened: Date): Promise<Map<string, Target[]>> {
  const taken = new Set<string>();
  const targets = new Map<string, Target[]>();
  for (const program of demoPrograms) {
    const villages = await chooseTargets(trx, program.targets, taken);
    for (const { code } of villages) taken.add(code);
    targets.set(program.key, shareOut(program.targetLearners, villages));
    await insertProgram(trx, program, targets.get(program.key) ?? [], dayOf(opened));
  }
  return targets;
}

/** Plosorejo's share is its cohorts; the rest goes evenly over the other villages. */
function shareOut(people: number, villages: readonly TargetVillage[]): Target[] {
  const own = melatiRoster().length + kenangaRoster().length;
  const others = villages.filter((village) => village.code !== plosorejo);
  const left = people - (others.length < villages.length ? own : 0);
  return villages.map((village) => {
    const place = others.indexOf(village);
    const share = Math.floor(left / others.length) + (place < left % others.length ? 1 : 0);
    return { ...village, learners: place < 0 ? own : share };
  });
}

async function insertProgram(trx: Transaction<Database>, program: DemoProgram, targets: readonly Target[], startsOn: string): Promise<void> {
  await trx
    .insertInto("program")
    .values({
      id: program.id,
      name: program.name,
      owner_name: program.ownerName,
      region_code: program.regionCode,
      starts_on: startsOn,
      certificate_prefix: program.certificatePrefix,
      signatory_name: program.signatoryName,
      signatory_title: program.signatoryTitle,
    })
    .execute();
  if (program.fields.length > 0) {
    await trx.insertInto("program_field").values(program.fields.map((name) => ({ program_id: program.id, name }))).execute();
  }
  const rows = targets.map(({ code, learners }) => ({ program_id: program.id, village_code: code, target_learners: learners, joined_on: startsOn }));
  await trx.insertInto("program_village").values(rows).execute();
}

/** Inserts the staff, and a role for the admin and each lead. `hashes` are of the passwords, by program (null: the admin's). */
export async function insertStaff(trx: Transaction<Database>, hashes: ReadonlyMap<string | null, string>, opened: Date): Promise<void> {
  const members = demoStaff.map(({ id, username, name, program }) => ({
    id,
    username,
    name,
    password_hash: hashes.get(program) as string,
    created_at: opened,
  }));
  await trx.insertInto("staff").values(members).execute();
  await trx.insertInto("staff_role").values(demoStaff.flatMap((member) => roleOf(member, opened))).execute();
}

/** The levels that mentors of the demo have, entered when the programs began. */
export async function insertLevels(trx: Transaction<Database>, { now, opened }: { now: Date; opened: Date }): Promise<void> {
  const admin = demoStaff.find((member) => member.role === "admin")?.id ?? null;
  const levels = demoLevels.map(({ username, programme, level, number, issuedDaysAgo, expiresInDays }) => ({
    id: demoId(`level/${username}`),
    staff_id: demoStaff.find((member) => member.username === username)?.id as string,
    programme,
    level,
    number,
    issued_on: dayOf(daysBefore(now, issuedDaysAgo)),
    expires_on: dayOf(daysBefore(now, -expiresInDays)),
    recorded_at: opened,
    recorded_by: admin,
  }));
  await trx.insertInto("mentor_level").values(levels).execute();
}

function roleOf({ role, username, id, program }: DemoStaff, opened: Date) {
  if (role !== "lead" && role !== "admin") return [];
  const programId = demoPrograms.find(({ key }) => key === program)?.id ?? null;
  const admin = demoStaff.find((member) => member.role === "admin")?.id ?? null;
  const granted = { granted_at: opened, granted_by: role === "admin" ? null : admin };
  return [{ id: demoId(`role/${username}`), staff_id: id, role, program_id: programId, region_code: null, ...granted }];
}
