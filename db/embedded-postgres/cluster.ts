import { randomBytes } from "node:crypto";
import { chmod, chown, lchown, mkdtemp, open, readdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { StartupError } from "#app/launch/startup-error.ts";
import type { Binaries } from "./binaries.ts";
import { type DataFolder, exists } from "./data-folder.ts";
import { explainOutput, type Places } from "./failure.ts";
import { run } from "./run.ts";

/**
 * Creates the cluster with its database and user `melek` unless it is there. It is made beside its place and
 * renamed when it is whole and on disk, so that a creation cut short is simply done again.
 */
export async function createCluster(
  place: DataFolder,
  binaries: Binaries,
  places: Places,
  report: (line: string) => void,
): Promise<void> {
  const { folder, account } = place;
  await removeDrafts(folder);
  if (await exists(join(folder, "PG_VERSION"))) return adoptCluster(place);
  report("Menyiapkan basis data untuk pertama kali.");
  const draft = await mkdtemp(`${folder}.draft-`);
  if (account) await chown(draft, account.uid, account.gid);
  await runOrExplain(binaries.initdb, ["-D", draft, "-U", "melek", ...initdbOptions], { account }, places);
  await runStatement("CREATE DATABASE melek", { folder: draft, account }, binaries, places);
  await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw notOurs(folder);
  });
  await rename(draft, folder);
  await flushFolder(dirname(folder));
}

/** The password of user `melek` for connections over TCP, kept in `<dataDir>/postgres.password` (0600). */
export async function ensurePassword(dataDir: string, place: DataFolder, binaries: Binaries, places: Places): Promise<string> {
  const file = join(dataDir, "postgres.password");
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept !== "") return kept;
  const password = randomBytes(24).toString("hex");
  await runStatement(`ALTER ROLE melek PASSWORD '${password}'`, place, binaries, places);
  await writeFile(`${file}.draft`, password, { mode: 0o600 });
  await rename(`${file}.draft`, file);
  return password;
}

const initdbOptions = [
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--data-checksums",
  "--auth-local=trust",
  "--auth-host=scram-sha-256",
];

/** Runs one statement in the cluster without a server, so that no port or socket is open meanwhile. */
async function runStatement(statement: string, place: DataFolder, binaries: Binaries, places: Places): Promise<void> {
  const args = ["--single", "-D", place.folder, "-c", "exit_on_error=on", "-c", "log_checkpoints=off", "postgres"];
  await runOrExplain(binaries.postgres, args, { account: place.account, input: `${statement};\n` }, places);
}

async function runOrExplain(program: string, args: string[], options: Parameters<typeof run>[2], places: Places): Promise<void> {
  const { code, output } = await run(program, args, options);
  if (code === 0) return;
  // On a full disk the log fails too, and the sentence matters more.
  await writeFile(places.logFile, output, { flag: "a", mode: 0o600 }).catch(() => {});
  throw explainOutput(output, places);
}

/** A folder restored from a backup often belongs to root or is open to others: PostgreSQL accepts neither. */
async function adoptCluster({ folder, account }: DataFolder): Promise<void> {
  const { uid, mode } = await stat(folder);
  if (account && uid === 0) {
    await lchown(folder, account.uid, account.gid);
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      await lchown(join(entry.parentPath, entry.name), account.uid, account.gid);
    }
  }
  if (process.platform !== "win32" && (mode & 0o077) !== 0) await chmod(folder, 0o700);
}

function notOurs(folder: string): StartupError {
  return new StartupError(
    `${folder} berisi berkas yang bukan basis data. Pindahkan berkas itu, atau ubah DATA_DIR, lalu jalankan lagi.`,
  );
}

async function removeDrafts(folder: string): Promise<void> {
  const names = await readdir(dirname(folder));
  const drafts = names.filter((name) => name.startsWith(`${basename(folder)}.draft-`));
  for (const name of drafts) {
    // The initdb of a killed app may still be writing there; what it leaves goes at the next start.
    await rm(join(dirname(folder), name), { recursive: true, force: true, maxRetries: 10 }).catch(() => {});
  }
}

/** Without this a power cut may undo the rename. Windows cannot flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
