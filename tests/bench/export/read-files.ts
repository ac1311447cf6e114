import { copyIn } from "#app/i18n/i18n.server.ts";
import { allCurricula, allPrograms } from "#app/programs/contributions.ts";
import { areaFile } from "#app/programs/download/area-file.server.ts";
import { db } from "#db/client.ts";

/** What reading files took, in bytes; `rows` is of all files together. */
export interface Used {
  rows: number;
  rowsOfEach: number;
  bytes: number;
  seconds: number;
  maxRss: number;
  heap: number;
}

const [regionCode = "", format = "csv", atLeast = "1"] = process.argv.slice(2);
const used: Used = { rows: 0, rowsOfEach: await countRows(), bytes: 0, seconds: 0, maxRss: 0, heap: 0 };
const began = performance.now();
let pieces = 0;
while (used.rows < Number(atLeast)) {
  for await (const piece of piecesOf(await fileOf(format === "xlsx" ? "xlsx" : "csv"))) {
    used.bytes += piece.length;
    pieces += 1;
    if (pieces % 64 === 0) weigh();
  }
  used.rows += used.rowsOfEach;
}
weigh();
used.seconds = (performance.now() - began) / 1000;
used.maxRss = process.resourceUsage().maxRSS * 1024;
await db.destroy();
console.log(JSON.stringify(used));

function fileOf(format: "xlsx" | "csv"): Promise<Response> {
  const about = { place: "Wilayah", program: null, curriculum: null };
  return areaFile(db, { regionCode, programId: allPrograms, curriculumId: allCurricula, format, about, copy: copyIn("id") }, new Date());
}

async function* piecesOf(answer: Response): AsyncGenerator<Uint8Array> {
  const reader = answer.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
}

/** What stays after collecting is what is held. */
function weigh(): void {
  globalThis.gc?.();
  used.heap = Math.max(used.heap, process.memoryUsage().heapUsed);
}

/** Lines of the CSV but its head; cells of this bench have no line breaks. */
async function countRows(): Promise<number> {
  let lines = -1;
  for await (const piece of piecesOf(await fileOf("csv"))) for (const byte of piece) if (byte === 10) lines += 1;
  return lines;
}
