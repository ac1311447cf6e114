import type { Kysely } from "kysely";
import type { RegionKind } from "./regions-schema.ts";
import type { Database } from "./schema.ts";

export interface NamedRegion {
  code: string;
  name: string;
  kind: RegionKind;
  /** The region that it lies in; null for a province. */
  parentName: string | null;
}

/** The regions that are called so, with or without the word before a name (`Garut`, `Kabupaten Garut`), or have the code; at most 10. */
export async function listRegionsNamed(db: Kysely<Database>, text: string): Promise<NamedRegion[]> {
  const name = text.toLowerCase();
  return db
    .selectFrom("region")
    .leftJoin("region as parent", "parent.code", "region.parent_code")
    .where("region.kind", "in", ["province", "regency", "district"])
    .where((eb) => eb.or([eb("region.code", "=", text), eb(eb.fn("lower", ["region.name"]), "in", [name, `kabupaten ${name}`, `kota ${name}`])]))
    .select(["region.code", "region.name", "region.kind", "parent.name as parentName"])
    .orderBy("region.code")
    .limit(10)
    .execute();
}
