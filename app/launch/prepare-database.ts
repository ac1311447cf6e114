import { catalog } from "#app/catalog/catalog.server.ts";
import type { Env } from "#app/env.server.ts";
import { foldAllFigures } from "#app/programs/fold-figures.server.ts";
import { db } from "#db/client.ts";
import { publishCurriculum } from "#db/curricula.ts";
import { loadHolidays } from "#db/holidays.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { countRegions, loadRegions } from "#db/regions.ts";
import { deleteExpiredSessions } from "#db/sessions.ts";

/** Kepmendagri 300.2.2-2430/2025: villages and kelurahan. */
const allVillages = 83_762;

/** Schema, regions, curricula and, where it is wanted, the demo. Answers how the demo people sign in, a line each. */
export async function prepareDatabase(env: Env, report: (line: string) => void): Promise<string[]> {
  const migrations = await migrateToLatest(db);
  if (migrations.length > 0) report(`Menyiapkan tabel: ${migrations.join(", ")}.`);
  if ((await countRegions(db)).village < allVillages) {
    report("Memuat 91.599 wilayah Indonesia…");
    await loadRegions(db);
  }
  await loadHolidays(db);
  await deleteExpiredSessions(db, new Date());
  for (const curriculum of catalog().curricula) await publishCurriculum(db, curriculum, new Date());
  if (!(env.DEMO ?? !env.DATABASE_URL)) return [];
  const { demoPeople, loadDemo } = await import("#db/seed.ts");
  await loadDemo(db, { now: new Date(), report });
  await foldAllFigures(db, new Date());
  return demoPeople.map((person) => `${person.role}: ${person.name} — ${person.signIn}`);
}
