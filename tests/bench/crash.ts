import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeClassroom } from "./crash/classroom.ts";
import { type App, killAtOnce, spawnApp, waitUntilServing } from "./crash/app.ts";
import { type Learner, newLedger, study } from "./crash/learner.ts";
import { findFaults } from "./crash/verdict.ts";

/**
 * The power cut, 20 times over (`ROUNDS` changes that): learners hand in quizzes while the app and every database
 * process are killed at one random moment. Then each attempt that was acknowledged must be there, once.
 * Every fourth round the next cut comes while the app is still starting.
 */
const rounds = Number(process.env["ROUNDS"] ?? 20);
const learnersAtOnce = 4;

const dataDir = await mkdtemp(join(tmpdir(), "melek-crash-"));
const ledger = newLedger();
const startTimes: number[] = [];
const faults: string[] = [];

let app: App | undefined;

try {
  await cutAgainAndAgain();
} finally {
  if (app) await killAtOnce(app, dataDir);
  await rm(dataDir, { recursive: true, force: true });
}
if (ledger.acknowledged.size === 0) faults.push("Tidak satu kuis pun diterima: ukuran ini tidak mengukur apa-apa.");
report();
process.exitCode = faults.length === 0 ? 0 : 1;

async function cutAgainAndAgain(): Promise<void> {
  console.log("Menyiapkan aplikasi dan kelas…");
  app = await start();
  const learners = await makeClassroom(app, dataDir, learnersAtOnce);
  for (let round = 1; round <= rounds; round++) {
    await cutWhileStudying(app, learners);
    if (round % 4 === 0) await cutWhileStarting();
    app = await start();
    faults.push(...(await findFaults(dataDir, ledger)).map((fault) => `putaran ${round}: ${fault}`));
    console.log(`Putaran ${round}: ${ledger.acknowledged.size} kuis diterima, mulai lagi dalam ${startTimes.at(-1)} ms.`);
  }
  app.process.kill("SIGTERM");
  const code = await app.exited;
  if (code !== 0) faults.push(`berhenti dengan kode ${code}:\n${app.printed()}`);
}

async function cutWhileStudying(running: App, learners: Learner[]): Promise<void> {
  const cut = new AbortController();
  const studying = Promise.all(learners.map((learner) => study(learner, running.address, ledger, cut.signal)));
  await Promise.race([sleep(randomInt(200, 2500)), studying]);
  await killAtOnce(running, dataDir);
  cut.abort();
  await studying;
}

async function cutWhileStarting(): Promise<void> {
  const started = await spawnApp(dataDir);
  await sleep(randomInt(100, 1200));
  await killAtOnce(started, dataDir);
}

async function start(): Promise<App> {
  const begun = performance.now();
  const started = await spawnApp(dataDir);
  await waitUntilServing(started);
  startTimes.push(Math.round(performance.now() - begun));
  return started;
}

function report(): void {
  const restarts = startTimes.slice(1).sort((a, b) => a - b);
  const median = restarts[Math.floor(restarts.length / 2)];
  console.log(
    `\n${rounds} kali listrik padam: ${ledger.acknowledged.size} kuis diterima, ${ledger.resent} dikirim ulang sesudah padam, ` +
      `${ledger.doubled} dikirim dua kali sekaligus. Mulai lagi: tengah ${median} ms, terlama ${restarts.at(-1)} ms.`,
  );
  console.log(faults.length === 0 ? "Tidak ada yang hilang, tidak ada yang berganda." : faults.join("\n"));
}
