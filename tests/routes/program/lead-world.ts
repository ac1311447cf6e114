import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/routes.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertRegionImport } from "./region-upload.ts";
import { learnerCookie, makeClassroom, makeLearner, staffCookie } from "../../mentoring/classroom.ts";
import { makeProgram, makeStaff, type StaffGrant } from "../../programs/rows.ts";
import type { Params, RouteModule } from "../mentor/people-around.ts";

/** Every address of the lead's side, from the address book itself: a new page is held to the rules without being named here. */
export const addresses = await Promise.all(
  flat(routes)
    .filter(({ file }) => /^routes\/(program|regions)\//.test(file))
    .map(async ({ path = "", file }) => ({ path, module: (await import(/* @vite-ignore */ new URL(`../../../app/${file}`, import.meta.url).pathname)) as RouteModule })),
);

function flat(entries: readonly RouteConfigEntry[]): RouteConfigEntry[] {
  return entries.flatMap((entry) => [entry, ...flat(entry.children ?? [])]);
}

/** From the province down to the village; and a regency beside. */
export const levels = { province: "35", regency: "35.05", district: "35.05.04", village: "35.05.04.2014", beside: "32.05" } as const;
export type Level = keyof typeof levels;

/** Places to ask for: the levels, others next to each of them, the nation, what does not exist and what is no code. */
export const places = ["indonesia", ...Object.values(levels), "36", "35.06", "35.05.05", "35.05.04.2015", "3", "35.99", "35.05.04.9999", "x", "", "%00"];

export interface Program {
  programId: string;
  regionCode: string;
  importId: string;
  /** A village of its own. */
  village: string;
  /** Somebody registered as its mentor. */
  mentorId: string;
}

export interface LeadWorld {
  programs: Record<Level, Program>;
  /** Who comes, with the roles that they hold; `nobody` has no cookie. */
  people: Record<string, { cookie: string; grants: StaffGrant[] }>;
  regionImport: string;
  /** Somebody who leads the program of the regency, and does not come. */
  roleHolder: string;
}

/** A program of every level, and somebody with each role over each of them; further who leads or looks at one program, an admin, and who has no business here. */
export async function leadWorld(): Promise<LeadWorld> {
  const programs = {} as Record<Level, Program>;
  for (const [level, regionCode] of Object.entries(levels) as [Level, string][]) {
    const village = level === "beside" ? "32.05.02.2004" : levels.village;
    const programId = await makeProgram(db, { name: `Program ${level}`, regionCode, targets: { [village]: 24 } });
    const importId = newId();
    const by = await makeStaff(db);
    await db.insertInto("program_import").values({ id: importId, program_id: programId, file_name: "daftar.csv", lines: "[]", uploaded_at: new Date(), uploaded_by: by }).execute();
    const mentorId = await makeStaff(db);
    await db.insertInto("program_mentor").values({ id: newId(), program_id: programId, staff_id: mentorId, since: new Date(), granted_by: by }).execute();
    programs[level] = { programId, regionCode, importId, village, mentorId };
  }
  const people: LeadWorld["people"] = { nobody: { cookie: "", grants: [] } };
  const come = async (name: string, ...grants: StaffGrant[]) => {
    const staffId = await makeStaff(db, ...grants);
    people[name] = { cookie: await staffCookie(staffId), grants };
    return staffId;
  };
  const { programId } = programs.regency;
  for (const role of ["lead", "viewer"] as const) {
    await come(`${role} of program`, { role, programId });
    for (const [level, regionCode] of Object.entries(levels)) await come(`${role} of ${level}`, { role, regionCode });
  }
  await come("admin", { role: "admin" });
  await come("staff without a role");
  const former = await come("former lead", { role: "lead", programId });
  const { id } = await db.selectFrom("staff_role").where("staff_id", "=", former).select("id").executeTakeFirstOrThrow();
  await db.insertInto("staff_role_end").values({ role_id: id, ended_at: new Date(), ended_by: null, reason: "pindah tugas" }).execute();
  people["former lead"] = { cookie: people["former lead"]?.cookie ?? "", grants: [] };
  const { dewi, cohort } = await makeClassroom();
  people["mentor"] = { cookie: await staffCookie(dewi.staffId), grants: [] };
  people["learner"] = { cookie: await learnerCookie(await makeLearner(cohort, 1, "Siti")), grants: [] };
  return { programs, people, regionImport: await insertRegionImport(db, await makeStaff(db)), roleHolder: await makeStaff(db, { role: "lead", programId }) };
}

/** A file of figures, in an address that ends in one. */
export const file = "unduh.xlsx";

/** The parts of an address for a program. */
export function partsOf({ programId, importId, village, mentorId }: Program): Params {
  return { program: programId, import: importId, village, mentor: mentorId, file };
}
