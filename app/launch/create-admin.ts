import "./production.ts";
import { isUsername } from "#app/accounts/username.ts";
import { readEnv } from "#app/env.server.ts";
import { explain } from "./explain.ts";
import { openDatabase } from "./open-database.ts";
import { StartupError } from "./startup-error.ts";

/**
 * `npm run admin -- <username> "<Nama>"` makes an admin; `npm run admin -- <username> --reset` gives one who forgot it a
 * new password. In the database that `npm start` uses; our own must not be running then.
 */
const usage = 'Cara memakai: npm run admin -- <nama-pengguna> "<Nama Lengkap>", atau untuk sandi yang terlupa: npm run admin -- <nama-pengguna> --reset';

interface Asked {
  username: string;
  /** Null: a new password for somebody known. */
  name: string | null;
}

async function makeAdmin(args: readonly string[]): Promise<void> {
  const asked = readArguments(args);
  const database = await openDatabase(readEnv(), (line) => console.log(line));
  try {
    tell(asked, await passwordFor(asked));
  } finally {
    await database.close();
  }
}

function readArguments(args: readonly string[]): Asked {
  const [username = "", name, ...more] = args.filter((arg) => arg !== "--reset").map((arg) => arg.normalize("NFC").replaceAll(/\s+/g, " ").trim());
  const isReset = args.includes("--reset");
  if (username === "" || more.length > 0 || isReset !== (name === undefined)) throw new StartupError(usage);
  if (!isUsername(username)) throw new StartupError(`Nama pengguna "${username}" tidak bisa dipakai: 3 sampai 40 huruf kecil, angka, titik, atau tanda hubung, tanpa spasi.`);
  if (name !== undefined && !isName(name)) throw new StartupError(`Nama lengkap "${name}" tidak bisa dipakai: 2 sampai 80 huruf, di antara tanda kutip.`);
  return { username, name: name ?? null };
}

function isName(text: string): boolean {
  return text.length >= 2 && text.length <= 80 && /\p{L}/u.test(text) && !/\p{C}/u.test(text);
}

async function passwordFor({ username, name }: Asked): Promise<string> {
  const [{ db }, { migrateToLatest }, { listAdminNames }, { createAdmin, resetAdmin }] = await Promise.all([import("#db/client.ts"), import("#db/migrate.ts"), import("#db/staff-roles.ts"), import("#app/accounts/create-admin.server.ts")]);
  await migrateToLatest(db);
  if (name !== null) {
    const password = await createAdmin(db, { username, name, now: new Date() });
    if (password) return password;
    throw new StartupError(`Nama pengguna "${username}" sudah dipakai. Pilih nama lain. Kalau ini admin yang lupa sandinya: npm run admin -- ${username} --reset`);
  }
  const password = await resetAdmin(db, { username, now: new Date() });
  if (password) return password;
  const admins = await listAdminNames(db);
  throw new StartupError(`Tidak ada admin dengan nama pengguna "${username}". ${admins.length === 0 ? "Belum ada admin." : `Admin yang ada: ${admins.join(", ")}.`}`);
}

function tell({ username, name }: Asked, password: string): void {
  console.log(name === null ? `\nSandi baru untuk admin ${username}:` : `\nAdmin ${name} sudah dibuat.\n\n  Nama pengguna: ${username}`);
  console.log(`  Sandi: ${password}\n\nSandi ini hanya tampil sekali dan harus diganti saat masuk yang pertama.`);
}

makeAdmin(process.argv.slice(2)).catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
