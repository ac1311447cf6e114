import type { Kysely } from "kysely";
import { newId } from "#db/ids.ts";
import type { Database } from "#db/schema.ts";

/** A target list of one village that was uploaded and not applied; answers its id. */
export async function insertProgramImport(db: Kysely<Database>, programId: string, staffId: string, villageCode: string): Promise<string> {
  const id = newId();
  const lines = JSON.stringify([{ line: 2, code: villageCode, village: "", district: "", learners: "20", wave: "", startsOn: "", endsOn: "" }]);
  await db.insertInto("program_import").values({ id, program_id: programId, file_name: "daftar.csv", lines, uploaded_at: new Date(), uploaded_by: staffId }).execute();
  return id;
}
