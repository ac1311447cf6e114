import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, realpath } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { listServing } from "#db/embedded-postgres/leftover.ts";

/** The app in a process group of its own; `printed` is all it has said. */
export type App = { process: ChildProcess; address: string; printed(): string; exited: Promise<number | null> };

const secondsToServe = 180;

/** Starts the app on a free port, without the demo people, on its own data folder. */
export async function spawnApp(dataDir: string): Promise<App> {
  const port = await freePort();
  const ours = { PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, DATABASE_URL: "", DEMO: "0", PUBLIC_URL: "" };
  const command = ["--disable-warning=ExperimentalWarning", "app/launch/start.ts"];
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...ours },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += chunk));
  const exited = once(child, "exit").then(([code]) => code as number | null);
  return { process: child, address: `http://127.0.0.1:${port}`, printed: () => printed, exited };
}

/** Throws with what the app printed when it ends instead, or does not serve in time. */
export async function waitUntilServing(app: App): Promise<void> {
  for (let waited = 0; waited < secondsToServe * 20; waited++) {
    const answer = await fetch(`${app.address}/sehat`).catch(() => undefined);
    if (answer?.ok) return;
    if (app.process.exitCode !== null || app.process.signalCode !== null) break;
    await sleep(50);
  }
  throw new Error(`The app does not serve:\n${app.printed()}`);
}

/** As a power cut does it: nobody gets a signal they could answer, and nobody outlives the others. */
export async function killAtOnce(app: App, dataDir: string): Promise<void> {
  const database = await databasePids(dataDir);
  for (const pid of [-app.process.pid!, ...database]) kill(pid);
  await app.exited;
  // Whoever the database had just forked, too.
  for (let left = await databasePids(dataDir); left.length > 0; left = await databasePids(dataDir)) left.forEach(kill);
}

async function databasePids(dataDir: string): Promise<number[]> {
  const cluster = await realpath(join(dataDir, "postgres")).catch(() => undefined);
  if (cluster === undefined) return [];
  const pidFile = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  return listServing(cluster, Number(pidFile.split("\n")[0]));
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
