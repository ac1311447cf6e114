import "./production.ts";
import { readEnv } from "#app/env.server.ts";
import { type Rebuilt, rebuildFigures } from "#app/programs/rebuild-figures.server.ts";
import { explain } from "./explain.ts";
import { openDatabase } from "./open-database.ts";
import { joinDatabase } from "./join-database.ts";

/** `npm run figures:rebuild`: works out the figures of all areas anew and compares them with a full count; 1 when they differ. The application may run meanwhile. */
async function run(): Promise<number> {
  const env = readEnv();
  const database = (await joinDatabase(env)) ?? (await openDatabase(env, console.log));
  try {
    const { db } = await import("#db/client.ts");
    const rebuilt = await rebuildFigures(db, (province) => console.log(`Provinsi ${province} selesai dihitung.`));
    for (const line of tell(rebuilt)) console.log(line);
    return rebuilt.differences.length > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

const mostShown = 50;

function tell({ people, areas, figures, mended, differences }: Rebuilt): string[] {
  const count = (number: number) => number.toLocaleString("id-ID");
  return [
    `${count(people)} peserta dihitung ulang. ${count(figures)} angka di ${count(areas)} wilayah dibandingkan: ${count(differences.length)} berbeda. ${count(mended)} angka diperbaiki.`,
    ...differences.slice(0, mostShown).map((line) => `  ${line}`),
  ];
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(explain(error));
    process.exit(1);
  },
);
