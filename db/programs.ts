import type { Kysely } from "kysely";
import { mayLead, type StaffRole } from "#app/accounts/role.ts";
import type { Database } from "./schema.ts";

export interface Program {
  id: string;
  name: string;
  ownerName: string;
  /** The region that the program serves: a province, regency or district. */
  regionCode: string;
  regionName: string;
  /** `YYYY-MM-DD`. */
  startsOn: string;
}

/** The program with the name of its region. */
export async function findProgram(db: Kysely<Database>, programId: string): Promise<Program | undefined> {
  return selectPrograms(db).where("program.id", "=", programId).executeTakeFirst();
}

/** The programs whose figures the roles open (`mayLead`), newest first. */
export async function listProgramsFor(db: Kysely<Database>, roles: readonly StaffRole[]): Promise<Program[]> {
  if (roles.length === 0) return [];
  const programs = await selectPrograms(db).orderBy("program.starts_on", "desc").orderBy("program.name").execute();
  return programs.filter((program) => mayLead(roles, program));
}

function selectPrograms(db: Kysely<Database>) {
  return db
    .selectFrom("program")
    .innerJoin("region", "region.code", "program.region_code")
    .select([
      "program.id",
      "program.name",
      "program.owner_name as ownerName",
      "program.region_code as regionCode",
      "region.name as regionName",
      "program.starts_on as startsOn",
    ]);
}
