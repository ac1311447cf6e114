import { type Expression, type ExpressionBuilder, type Kysely, sql, type SqlBool } from "kysely";
import type { StaffRole } from "#app/accounts/role.ts";
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
  /** Null while its end is not set. */
  endsOn: string | null;
}

/** The program with the name of its region. */
export async function findProgram(db: Kysely<Database>, programId: string): Promise<Program | undefined> {
  return selectPrograms(db).where("program.id", "=", programId).executeTakeFirst();
}

/** The program, if one of the roles opens it (`mayView`; for `mayLead` hand over `leadingRoles`). */
export async function findProgramFor(db: Kysely<Database>, roles: readonly StaffRole[], programId: string): Promise<Program | undefined> {
  return selectPrograms(db).where("program.id", "=", programId).where(opensBy(roles)).executeTakeFirst();
}

/** The programs that one of the roles opens (`mayView`; for `mayLead` hand over `leadingRoles`), newest first. */
export async function listProgramsFor(db: Kysely<Database>, roles: readonly StaffRole[]): Promise<Program[]> {
  if (roles.length === 0) return [];
  return selectPrograms(db).where(opensBy(roles)).orderBy("program.starts_on", "desc").orderBy("program.name").execute();
}

/** `mayView` as a condition of the query: what a role does not open is never read. */
function opensBy(roles: readonly StaffRole[]) {
  return (eb: ExpressionBuilder<Database, "program">): Expression<SqlBool> =>
    eb.or(
      roles.map(({ role, programId, regionCode }) => {
        if (programId) return eb("program.id", "=", programId);
        if (regionCode) return sql<SqlBool>`(program.region_code = ${regionCode} or starts_with(program.region_code, ${`${regionCode}.`}))`;
        return eb.lit(role === "admin");
      }),
    );
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
      "program.ends_on as endsOn",
    ]);
}
