import { randomBytes } from "node:crypto";
import { chmod, chown, lchown, mkdtemp, open, readdir, readFile, readlink, rename, rm, rmdir, stat, symlink, writeFile }
  from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { StartupError } from "#app/launch/startup-error.ts";
import { type Account, canEnter, chooseAccount } from "./account.ts";
import { type Binaries, makeOpenFolder } from "./binaries.ts";
import { explainOutput, type Places } from "./failure.ts";
import { run } from "./run.ts";

/** Where root keeps what an unprivileged account must reach, when the data folder is out of its reach. */
export const reachableHome = "/var/lib/melek-desa";

/** The folder of the cluster itself (it may not exist yet) and the account that owns it. */
export type DataFolder = { folder: string; account: Account | undefined };

/**
 * Finds the cluster of a data directory: `<dataDir>/postgres`, or the place that a link of that name points to.
 * As root below a folder that the account cannot enter, makes such a place and the link.
 */
export async function locateDataFolder(dataDir: string, report: (line: string) => void): Promise<DataFolder> {
  const usual = join(dataDir, "postgres");
  const linked = await readlink(usual).catch(() => undefined);
  const folder = linked === undefined ? usual : resolve(dataDir, linked);
  if (linked !== undefined) await requireHome(folder, usual);
  const account = await chooseAccount(folder);
  if (linked !== undefined || canEnter(account, dataDir)) return { folder, account };
  if (await exists(usual)) throw outOfReach(usual);
  return { folder: await makeHomeElsewhere(dataDir, usual, report), account };
}

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
  if (await exists(join(folder, "PG_VERSION"))) return adoptCluster(place);
  report("Menyiapkan basis data untuk pertama kali.");
  await removeDrafts(folder);
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

async function makeHomeElsewhere(dataDir: string, link: string, report: (line: string) => void): Promise<string> {
  await makeOpenFolder(reachableHome);
  const home = await mkdtemp(join(reachableHome, `${basename(dataDir)}-`));
  await chmod(home, 0o755);
  const folder = join(home, "postgres");
  await symlink(folder, link);
  report(`Basis data disimpan di ${folder}, karena ${dataDir} tidak bisa dibuka oleh pengguna basis data.`);
  return folder;
}

/** A link whose place is gone means lost data: starting empty would look as if every learner had vanished. */
async function requireHome(folder: string, link: string): Promise<void> {
  if (await exists(dirname(folder))) return;
  throw new StartupError(
    `Isi basis data seharusnya ada di ${folder}, tetapi folder itu tidak ada. ` +
      `Kembalikan folder itu dari cadangan. Kalau memang ingin mulai dari kosong, hapus ${link}, lalu jalankan lagi.`,
  );
}

/** A cluster that we may not look into exists too: that error goes on to the caller. */
async function exists(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  return found !== undefined;
}

function outOfReach(folder: string): StartupError {
  return new StartupError(
    `${folder} tidak bisa dibuka oleh pengguna basis data, karena folder di atasnya tertutup. ` +
      "Jalankan aplikasi sebagai pemilik folder itu, atau pindahkan folder data ke tempat lain (misalnya /var/lib) dan ubah DATA_DIR.",
  );
}

function notOurs(folder: string): StartupError {
  return new StartupError(`${folder} berisi berkas yang bukan basis data. Pindahkan berkas itu, atau ubah DATA_DIR, lalu jalankan lagi.`);
}

async function removeDrafts(folder: string): Promise<void> {
  const names = await readdir(dirname(folder));
  const drafts = names.filter((name) => name.startsWith(`${basename(folder)}.draft-`));
  await Promise.all(drafts.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })));
}

/** Without this a power cut may undo the rename. Windows cannot flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
