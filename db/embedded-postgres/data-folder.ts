import { chmod, chown, mkdtemp, readdir, readlink, stat, symlink } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { StartupError } from "#app/launch/startup-error.ts";
import { type Account, canEnter, chooseAccount } from "./account.ts";
import { makeOpenFolder } from "./binaries.ts";

/** Where root keeps what an unprivileged account must reach, when the data folder is out of its reach. */
export const reachableHome = "/var/lib/melek-desa";

/** The folder of the cluster itself (it may not exist yet) and the account that owns it. */
export type DataFolder = { folder: string; account: Account | undefined };

/**
 * Finds the cluster of a data directory: `<dataDir>/postgres`, or the place that a link of that name points to.
 * As root below a folder that the account cannot enter, makes such a place and the link; when only the data
 * directory itself is closed and still empty, gives it to the account.
 */
export async function locateDataFolder(dataDir: string, report: (line: string) => void): Promise<DataFolder> {
  const usual = join(dataDir, "postgres");
  const linked = await readlink(usual).catch(() => undefined);
  const folder = linked === undefined ? usual : resolve(dataDir, linked);
  if (linked !== undefined) await requireHome(folder, usual);
  const account = await chooseAccount(folder);
  if (linked !== undefined || canEnter(account, dataDir)) return { folder, account };
  if (await exists(usual)) throw outOfReach(usual);
  if (account && canEnter(account, dirname(dataDir)) && (await isStillEmpty(dataDir))) {
    await chown(dataDir, account.uid, account.gid);
    return { folder: usual, account };
  }
  return { folder: await makeHomeElsewhere(dataDir, usual, report), account };
}

/** A cluster that we may not look into exists too: that error goes on to the caller. */
export async function exists(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  return found !== undefined;
}

/** Nothing in it but what this start has put there. */
async function isStillEmpty(dataDir: string): Promise<boolean> {
  return (await readdir(dataDir)).every((name) => name.startsWith("melek.lock"));
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

function outOfReach(folder: string): StartupError {
  return new StartupError(
    `${folder} tidak bisa dibuka oleh pengguna basis data, karena folder di atasnya tertutup. ` +
      "Jalankan aplikasi sebagai pemilik folder itu, atau pindahkan folder data (misalnya ke /var/lib) dan ubah DATA_DIR.",
  );
}
