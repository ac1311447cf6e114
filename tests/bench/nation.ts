import { execFileSync, spawn } from "node:child_process";
import { sql } from "kysely";
import { connect } from "#db/client.ts";
import { rebuildFigures } from "#app/programs/rebuild-figures.server.ts";
import { foldAllFigures } from "#app/programs/fold-figures.server.ts";
import { type AppProcess, freePort, startApp, whenReady } from "../support/app-process.ts";
import { startCluster } from "./nation/cluster.ts";
import { type Cost, costsOf, medianCost } from "./nation/cost.ts";
import { fill } from "./nation/fill.ts";
import { listPages, signIn } from "./nation/pages.ts";
import { type Size, sizeFrom, smaller, times } from "./nation/size.ts";
import { measureWrites } from "./nation/write-path.ts";

/**
 * `npm run bench:nation`: what the pages of leads and a quiz submission cost with a nation's numbers, beside a set 50
 * times smaller in the same villages, in a PostgreSQL of its own. LEARNERS, EVENTS and VILLAGES change the size, ROUNDS
 * how often it is measured (0: the sets are only made), KEEP names a folder that keeps the sets for another run; the
 * README tells what the nation itself takes. Ends with 1 when a target is missed.
 */
const targets = { cpuMs: 100, page: 1.5, write: 1.2 };
const rounds = Number(process.env["ROUNDS"] ?? 5);
const requests = 20;
let isMissed = false;

const size = sizeFrom(process.env);
const cluster = await startCluster(process.env["KEEP"]);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void cluster.stop().then(() => process.exit(1)));
try {
  const small = await prepare("small", smaller(size));
  const large = await prepare("large", size);
  if (rounds > 0) {
    await measurePages(small, large);
    await measureSubmissions(small, large);
  }
} finally {
  await cluster.stop();
}
process.exit(isMissed ? 1 : 0);

/** The address of a set, filled and its figures made where it was not kept of another run. */
async function prepare(name: string, set: Size): Promise<string> {
  const all = `${name}_${set.villages}_${set.learners}_${set.events}`;
  const made = `${name}: ${count(set.learners)} learners in ${count(set.villages)} villages, about ${count(set.events)} events`;
  let isNew = false;
  const url = await cluster.addressOf(all, async (address) => {
    isNew = true;
    const db = connect(address);
    const filling = await timed(() => fill(db, set));
    const rebuilding = await timed(() => rebuildFigures(db));
    const { figures, areas, differences } = rebuilding.result;
    console.log(
      `${made}, filled in ${filling.seconds} s. figures:rebuild took ${rebuilding.seconds} s: ` +
        `${count(figures)} figures of ${count(areas)} areas, ${told(differences.length === 0, `${differences.length} different from the recount`)}`,
    );
    await sql`vacuum (analyze)`.execute(db);
    await db.destroy();
  });
  if (!isNew) console.log(`${made}, kept of another run`);
  return url;
}

async function measurePages(small: string, large: string): Promise<void> {
  const db = connect(large);
  const pages = await listPages(db);
  await db.destroy();
  const apps = { bare: await startBare(), small: await startApp({ DATABASE_URL: small, DEMO: "0" }), large: await startApp({ DATABASE_URL: large, DEMO: "0" }) };
  try {
    const cookies = { small: await signIn(apps.small.url), large: await signIn(apps.large.url) };
    const bare = medianCost((await everyRound(() => costsOf([{ app: apps.bare, path: "/", cookie: "" }], 2000))).flat());
    console.log(`\nbare node answer: ${bare.cpuMs.toFixed(3)} ms CPU, ${bare.wallMs.toFixed(2)} ms. Pages, at the median of ${rounds} rounds of ${requests}:`);
    for (const [name, path] of pages) {
      const visits = [{ app: apps.small, path, cookie: cookies.small }, { app: apps.large, path, cookie: cookies.large }];
      await costsOf(visits, requests);
      const costs = await everyRound(() => costsOf(visits, requests));
      const of = (index: number) => medianCost(costs.map((both) => both[index] as Cost));
      printPage(name, of(0), of(1), bare);
    }
    const { queries, scans } = explainPages(large, pages, cookies.large);
    console.log(`\n${told(scans.length === 0, `plans of ${queries} queries of these pages: ${scans.length} read a whole table that grows with learners`)}`);
    for (const scan of scans) console.log(`  ${scan}`);
  } finally {
    for (const app of Object.values(apps)) await app.stop();
  }
}

function printPage(name: string, small: Cost, large: Cost, bare: Cost): void {
  const ratios = { cpu: large.cpuMs / small.cpuMs, wall: large.wallMs / small.wallMs };
  const isHeld = large.cpuMs < targets.cpuMs && ratios.cpu <= targets.page && ratios.wall <= targets.page;
  console.log(
    told(
      isHeld,
      `${name.padEnd(36)} ${large.cpuMs.toFixed(1).padStart(6)} ms CPU (${(large.cpuMs / bare.cpuMs).toFixed(0).padStart(4)} times the bare answer), ${large.wallMs.toFixed(1).padStart(7)} ms in all; ` +
        `${times} times larger costs ${ratios.cpu.toFixed(2)} times the CPU, ${ratios.wall.toFixed(2)} times the time`,
    ),
  );
}

async function measureSubmissions(small: string, large: string): Promise<void> {
  const dbs = { small: connect(small), large: connect(large) };
  const seen = await measureWrites(dbs.small, dbs.large, rounds * 2);
  const millis = (ms: number) => `${ms.toFixed(2)} ms`;
  console.log(`\nquiz submission: ${millis(seen.large)}`);
  console.log(told(seen.largeToSmall <= targets.write, `  in the small set ${millis(seen.small)}: ${seen.largeToSmall.toFixed(2)} times`));
  console.log(told(seen.countedToUncounted <= targets.write, `  with nothing noted for counting ${millis(seen.uncounted)}: ${seen.countedToUncounted.toFixed(2)} times`));
  const folding = await timed(() => foldAllFigures(dbs.large, new Date()));
  console.log(`  folded into the figures in ${folding.seconds} s`);
  await dbs.small.destroy();
  await dbs.large.destroy();
}

/** In a process of its own, which has one database. */
function explainPages(url: string, pages: readonly [name: string, path: string][], cookie: string): { queries: number; scans: string[] } {
  const env = { ...process.env, DATABASE_URL: url, LOG_LEVEL: "warn" };
  const told = execFileSync(process.execPath, ["tests/bench/nation/plans.ts", JSON.stringify({ pages, cookie })], { env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(told) as { queries: number; scans: string[] };
}

async function startBare(): Promise<AppProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ["tests/bench/bare-server.ts", String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  return whenReady(child, `http://127.0.0.1:${port}`);
}

async function everyRound<T>(measure: () => Promise<T>): Promise<T[]> {
  const seen: T[] = [];
  for (let round = 0; round < rounds; round += 1) seen.push(await measure());
  return seen;
}

function told(isHeld: boolean, line: string): string {
  isMissed ||= !isHeld;
  return `${isHeld ? "held  " : "MISSED"} ${line}`;
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: string; result: T }> {
  const began = performance.now();
  const result = await work();
  return { seconds: ((performance.now() - began) / 1000).toFixed(1), result };
}

function count(number: number): string {
  return number.toLocaleString("en");
}
