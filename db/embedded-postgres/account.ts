import { spawnSync } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { StartupError } from "#app/launch/startup-error.ts";

/** An unprivileged account of this machine, as numbers. */
export type Account = { uid: number; gid: number };

/**
 * The account that PostgreSQL must run under because it refuses root: the owner of an existing data folder,
 * so that a cluster made by an ordinary user stays theirs, else `nobody`.
 * Undefined when this process is an ordinary user already.
 */
export async function chooseAccount(dataFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await stat(dataFolder).catch(() => undefined);
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  const account = unprivilegedAccount(await readFile("/etc/passwd", "utf8").catch(() => ""));
  if (!account) {
    throw new StartupError(
      "Basis data tidak boleh berjalan sebagai root, dan pengguna \"nobody\" tidak ada di komputer ini. " +
        "Jalankan aplikasi sebagai pengguna biasa.",
    );
  }
  return account;
}

/** Whether the account can walk down to `folder`: asked of the kernel, since ACLs and mounts count too. */
export function canEnter(account: Account | undefined, folder: string): boolean {
  if (!account) return true;
  const test = spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { ...account, cwd: "/", stdio: "ignore" });
  if (test.error) {
    throw new StartupError(
      "Basis data tidak boleh berjalan sebagai root, dan sistem ini tidak mengizinkan ganti pengguna. " +
        "Jalankan aplikasi sebagai pengguna biasa, atau isi DATABASE_URL dengan alamat PostgreSQL lain.",
    );
  }
  return test.status === 0;
}

/** initdb looks its own uid up, so only accounts listed in /etc/passwd will do. */
function unprivilegedAccount(passwd: string): Account | undefined {
  const accounts = passwd.split("\n").map((line) => line.split(":"));
  for (const name of ["nobody", "daemon"]) {
    const found = accounts.find((fields) => fields[0] === name);
    if (found && Number(found[2]) > 0) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  return undefined;
}
