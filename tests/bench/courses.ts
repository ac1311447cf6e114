import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { compileCourses } from "#app/catalog/compile-courses.ts";

/**
 * `npm run bench:courses`: how long compiling the whole courses folder takes and how much memory, drafts included, in
 * processes that have nothing yet, beside processes that only read every file of it; and how large the outcome is.
 */
const runs = 5;
const [mode] = process.argv.slice(2);

if (mode === "--compile") await tell(() => compileCourses("courses", { drafts: true }).then(() => undefined));
else if (mode === "--read") await tell(readEveryFile);
else await report();

interface Cost {
  /** Of the work alone, and of the whole process with the loading of its code. */
  milliseconds: number;
  process: number;
  /** The most that the process held, in KB (`getrusage`). */
  maxRss: number;
}

async function report(): Promise<void> {
  const [read, compile] = [median("--read"), median("--compile")];
  const row = (name: string, { milliseconds, process: whole, maxRss }: Cost) =>
    console.log(`${name.padEnd(24)}${milliseconds.toFixed(0).padStart(8)} ms ${whole.toFixed(0).padStart(8)} ms ${(maxRss / 1024).toFixed(0).padStart(8)} MB`);
  console.log(`${"".padEnd(24)}${"kerja".padStart(11)} ${"proses".padStart(11)} ${"memori".padStart(11)}`);
  row("membaca semua berkas", read);
  row("menyusun pelajaran", compile);
  console.log(`${"perbandingan".padEnd(24)}${times(compile.milliseconds / read.milliseconds)} ${times(compile.process / read.process)} ${times(compile.maxRss / read.maxRss)}`);
  const { courses, pictures } = await compileCourses("courses", { drafts: true });
  const json = JSON.stringify(courses);
  const svg = [...pictures.values()].join("");
  console.log(`\ncourses.json ${kilobytes(Buffer.byteLength(json))} KB (brotli ${kilobytes(brotliCompressSync(json).length)}), ${pictures.size} gambar ${kilobytes(Buffer.byteLength(svg))} KB`);
  console.log(`${Object.keys(courses.lessons).length} pelajaran. Angka tengah dari ${runs} proses; KB = 1.024 byte.`);
}

/** The median of each figure over some cold processes. */
function median(asked: "--compile" | "--read"): Cost {
  const costs = Array.from({ length: runs }, () => run(asked));
  const middle = (figure: keyof Cost) => costs.map((cost) => cost[figure]).sort((one, other) => one - other)[Math.floor(runs / 2)] ?? 0;
  return { milliseconds: middle("milliseconds"), process: middle("process"), maxRss: middle("maxRss") };
}

function run(asked: string): Cost {
  const from = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, asked], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return { ...(JSON.parse(stdout) as Omit<Cost, "process">), process: performance.now() - from };
}

async function tell(work: () => Promise<void> | void): Promise<void> {
  const from = performance.now();
  await work();
  console.log(JSON.stringify({ milliseconds: performance.now() - from, maxRss: process.resourceUsage().maxRSS }));
}

function readEveryFile(): void {
  for (const entry of readdirSync("courses", { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) readFileSync(join(entry.parentPath, entry.name), "utf8");
  }
}

function times(ratio: number): string {
  return `${ratio.toFixed(1)}x`.padStart(11);
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}
