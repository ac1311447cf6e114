import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/**
 * When the process with this id started, as text that only ever equals itself: a reused id has another start.
 * Undefined when no such process lives; a zombie counts as dead.
 */
export async function processStart(pid: number): Promise<string | undefined> {
  if (process.platform === "linux") return linuxStart(pid);
  if (process.platform === "win32") {
    return printed("powershell", ["-NoProfile", "-Command", `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`]);
  }
  return printed("ps", ["-o", "lstart=", "-p", String(pid)]);
}

async function linuxStart(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  if (stat === undefined) return undefined;
  // proc(5): the program's name stands in brackets and may hold spaces; state is field 3, the start in ticks field 22.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return undefined;
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return `${boot.trim()} ${fields[19]}`;
}

async function printed(program: string, args: string[]): Promise<string | undefined> {
  const result = await promisify(execFile)(program, args, { windowsHide: true }).catch(() => undefined);
  return result?.stdout.trim() || undefined;
}
