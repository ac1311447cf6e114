import type { Kysely } from "kysely";
import { listRegionNames } from "#db/area-report.ts";
import { listCurricula } from "#db/curricula.ts";
import type { Database } from "#db/schema.ts";
import type { Area } from "../area-report.ts";

/** The place that a file is wanted of, and the curriculum that `?kurikulum=` asks for; undefined when there is no such place. */
export async function findWantedArea(db: Kysely<Database>, regionCode: string, url: string): Promise<{ area: Area; curriculum: { id: string; title: string } | null } | undefined> {
  const asked = new URL(url).searchParams.get("kurikulum");
  const [curricula, [region]] = await Promise.all([listCurricula(db), listRegionNames(db, [regionCode])]);
  const area: Area | undefined = regionCode === "" ? { code: "", kind: "nation", name: "Indonesia" } : region;
  return area && { area, curriculum: curricula.find(({ id }) => id === asked) ?? null };
}
