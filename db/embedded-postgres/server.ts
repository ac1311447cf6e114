import { type ChildProcess, spawn } from "node:child_process";
import { open, rename, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Binaries } from "./binaries.ts";
import type { DataFolder } from "./data-folder.ts";
import { explainOutput, PostgresStartError, type Places } from "./failure.ts";
import { environment, run, workingFolder } from "./run.ts";

/** How to reach the database, in the words of `pg`; `host` is a folder when it is a Unix socket. */
export type Connection = { host: string; port: number; user: string; database: string; password?: string };

/** A server process; `ended` resolves with the sentence that explains its end, whenever that is. */
export type Server = { child: ChildProcess; ended: Promise<PostgresStartError> };

const secondsToGetReady = 120;
const largestLog = 10_000_000;

/**
 * Starts the server in a session of its own: Ctrl-C in the terminal reaches the app alone, which stops the
 * database after it has answered its last request.
 */
export async function spawnServer(place: DataFolder, binaries: Binaries, settings: string[], places: Places): Promise<Server> {
  const log = await openLog(places.logFile);
  const logStart = (await log.stat()).size;
  const args = ["-D", place.folder, ...[...durable, ...modest, ...quiet, ...settings].flatMap((setting) => ["-c", setting])];
  const options = { ...place.account, cwd: workingFolder, env: environment(), detached: true, windowsHide: true };
  const child = spawn(binaries.postgres, args, { ...options, stdio: ["ignore", log.fd, log.fd] });
  const ended = new Promise<PostgresStartError>((resolve) => {
    child.once("error", (error) => resolve(explainOutput(String(error), places)));
    child.once("exit", () => void readFrom(places.logFile, logStart).then((output) => resolve(explainOutput(output, places))));
  });
  child.unref();
  await log.close();
  return { child, ended };
}

/** Waits until a connection is accepted. Throws PostgresStartError when the server ends first or takes over 120 s. */
export async function waitUntilReady(server: Server, connection: Connection, report: (line: string) => void): Promise<void> {
  const start = Date.now();
  for (let reported = 0; ; ) {
    const answer = await Promise.race([accepts(connection), server.ended]);
    if (answer instanceof PostgresStartError) throw answer;
    if (answer) return;
    const seconds = Math.floor((Date.now() - start) / 1000);
    if (seconds >= secondsToGetReady) throw tooSlow();
    if (seconds >= reported + 5) {
      report(`Basis data sedang disiapkan (${seconds} detik). Sesudah listrik padam, ini bisa lama.`);
      reported = seconds;
    }
    await sleep(50);
  }
}

/** Fast shutdown: open transactions end, all data is written. After 30 s without an end, at once. */
export async function stopServer({ child, ended }: Server, folder: string, binaries: Binaries): Promise<void> {
  child.ref();
  for (const [mode, name, seconds] of shutdowns) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    if (process.platform === "win32") await run(binaries.pgCtl, ["stop", "-D", folder, "-m", mode, "-W"]);
    else child.kill(name);
    const giveUp = new AbortController();
    const patience = sleep(seconds * 1000, undefined, { signal: giveUp.signal }).catch(() => {});
    await Promise.race([ended, patience]);
    giveUp.abort();
  }
}

const shutdowns = [["fast", "SIGINT", 30], ["immediate", "SIGQUIT", 10], ["immediate", "SIGKILL", 5]] as const;
const durable = ["fsync=on", "synchronous_commit=on", "full_page_writes=on"];
const modest = ["shared_buffers=128MB", "max_connections=60", "max_wal_size=256MB"];

/** Terse: an error's DETAIL line quotes the row, and a learner's telephone number has no place in a log. */
const quiet = ["log_checkpoints=off", "log_error_verbosity=terse", "timezone=UTC", "log_timezone=UTC"];

async function accepts(connection: Connection): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Keeps one old log, so that years of running cannot fill the disk. */
async function openLog(file: string) {
  const size = await stat(file).then((found) => found.size, () => 0);
  if (size > largestLog) await rename(file, `${file}.old`);
  return open(file, "a", 0o600);
}

async function readFrom(file: string, position: number): Promise<string> {
  const handle = await open(file);
  try {
    const chunk = Buffer.alloc(64 * 1024);
    const end = (await handle.stat()).size;
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, Math.max(position, end - chunk.length));
    return chunk.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function tooSlow(): PostgresStartError {
  return new PostgresStartError(
    `Basis data belum siap sesudah ${secondsToGetReady} detik, mungkin karena disk lambat. ` +
      "Data aman. Jalankan lagi, lalu tunggu.",
  );
}
