import { readdir, readFile, readlink, realpath, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartupError } from "#app/launch/startup-error.ts";
import type { Binaries } from "./binaries.ts";
import { run } from "./run.ts";
import { socketFolderPrefix } from "./socket-folder.ts";

/**
 * Clears what a killed app left behind on this cluster: stops a server that still serves it, and removes
 * the files that would stop the next one. The caller holds the lock, so no server here has a living app.
 */
export async function clearLeftover(folder: string, binaries: Binaries, report: (line: string) => void): Promise<void> {
  const pidFile = join(folder, "postmaster.pid");
  const lines = (await readFile(pidFile, "utf8").catch(() => "")).split("\n");
  if (process.platform === "win32") {
    if (lines[0]) await run(binaries.pgCtl, ["stop", "-D", folder, "-m", "fast", "-w", "-t", "30"]);
  } else {
    await stopServer(await realpath(folder), Math.abs(Number(lines[0])), report);
  }
  // PostgreSQL itself takes any living process of this user with that number for its own server.
  await rm(pidFile, { force: true });
  const socketFolder = lines[4] ?? "";
  if (basename(socketFolder).startsWith(socketFolderPrefix)) await rm(socketFolder, { recursive: true, force: true });
}

async function stopServer(folder: string, postmaster: number, report: (line: string) => void): Promise<void> {
  const serving = await listServing(folder, postmaster);
  if (serving.length === 0) return;
  report("Basis data dari jalan sebelumnya masih hidup. Menghentikannya dulu dengan rapi.");
  // Without their postmaster the others end by themselves, and SIGTERM hurries them.
  if (serving.includes(postmaster)) signal([postmaster], "SIGINT");
  else signal(serving, "SIGTERM");
  if (await allEnded(folder, postmaster, 30)) return;
  signal(await listServing(folder, postmaster), "SIGQUIT");
  if (await allEnded(folder, postmaster, 10)) return;
  throw new StartupError(
    `Basis data dari jalan sebelumnya (nomor proses ${serving.join(", ")}) tidak mau berhenti. ` +
      "Nyalakan ulang komputer, lalu jalankan lagi.",
  );
}

async function allEnded(folder: string, postmaster: number, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 10; waited++) {
    if ((await listServing(folder, postmaster)).length === 0) return true;
    await sleep(100);
  }
  return false;
}

/**
 * The ids of all PostgreSQL processes of this cluster, told by their working folder, which is the cluster's.
 * Where /proc is missing, the postmaster alone, told by its command line.
 */
export async function listServing(folder: string, postmaster: number): Promise<number[]> {
  if (process.platform !== "linux") {
    if (!Number.isInteger(postmaster) || postmaster === 0) return [];
    const { output } = await run("ps", ["-o", "command=", "-p", String(postmaster)]);
    return output.includes("postgres") && output.includes(folder) ? [postmaster] : [];
  }
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const serves = await Promise.all(pids.map((pid) => servesFolder(pid, folder)));
  return pids.filter((_, index) => serves[index]).map(Number);
}

async function servesFolder(pid: string, folder: string): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
  return name.trim() === "postgres" && (await readlink(`/proc/${pid}/cwd`).catch(() => "")) === folder;
}

function signal(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}
