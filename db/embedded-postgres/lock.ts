import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartupError } from "#app/launch/startup-error.ts";
import { processStart } from "./process-start.ts";

/** Another living app works with the same data folder. */
export class DataDirInUseError extends StartupError {
  override name = "DataDirInUseError";
}

/**
 * Takes `<dataDir>/melek.lock` for this process and returns how to give it back.
 * A lock whose owner is dead is taken over. Throws DataDirInUseError when the owner lives.
 */
export async function takeLock(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, "melek.lock");
  const mine = `${JSON.stringify({ pid: process.pid, start: await processStart(process.pid) })}\n`;
  while (!(await createWhole(file, mine))) {
    const found = await readFile(file, "utf8").catch(() => undefined);
    if (found === undefined) continue;
    const owner = await livingOwner(found);
    if (owner !== undefined) throw inUse(dataDir, owner);
    await removeExactly(file, found);
  }
  return () => removeExactly(file, mine);
}

/** Creates the file with its content in one step, so that nobody ever reads half a lock; false when it exists. */
async function createWhole(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, content);
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** The owner's process id, or undefined when the lock is stale or was cut short by a power cut. */
async function livingOwner(content: string): Promise<number | undefined> {
  const owner = parseLock(content);
  if (!owner || owner.start === undefined) return undefined;
  return (await processStart(owner.pid)) === owner.start ? owner.pid : undefined;
}

function parseLock(content: string): { pid: number; start?: string } | undefined {
  try {
    const lock = JSON.parse(content) as { pid: number; start?: string };
    return Number.isInteger(lock.pid) && lock.pid > 0 ? lock : undefined;
  } catch {
    return undefined;
  }
}

/** Two apps may find the same stale lock: the slower one must not remove the faster one's fresh lock. */
async function removeExactly(file: string, content: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside).catch(() => {});
  const moved = await readFile(aside, "utf8").catch(() => content);
  if (moved !== content) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

function inUse(dataDir: string, pid: number): DataDirInUseError {
  return new DataDirInUseError(
    `Folder data ${dataDir} sedang dipakai aplikasi lain (nomor proses ${pid}). ` +
      "Hentikan dulu aplikasi itu, atau ubah DATA_DIR ke folder lain.",
  );
}
