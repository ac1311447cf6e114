import type { Kysely } from "kysely";
import { newId } from "#db/ids.ts";
import type { Database } from "#db/schema.ts";

/** A decree that was uploaded and not applied: it renames one village. Answers its id. */
export async function insertRegionImport(db: Kysely<Database>, staffId: string): Promise<string> {
  const id = newId();
  await db.insertInto("region_import").values({ id, decree: "Kepmendagri 7 Tahun 2026", effective_on: "2026-07-01", file_name: "wilayah.csv", uploaded_at: new Date(), uploaded_by: staffId }).execute();
  await db.insertInto("region_import_line").values({ import_id: id, line: 2, code: "64.01.01.2001", parent_code: "64.01.01", kind: "village", name: "Nama Baru", old_codes: [], typed: "64.01.01.2001;Nama Baru" }).execute();
  return id;
}
