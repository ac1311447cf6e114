import { chown, mkdtemp, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StartupError } from "#app/launch/startup-error.ts";
import { type Account, canEnter } from "./account.ts";

/** How the names of our socket folders begin, so that a later start knows them. */
export const socketFolderPrefix = "melek-pg-";

/** sun_path holds 104 bytes on macOS and 108 on Linux, the closing zero byte among them. */
const longestSocketPath = 103;

/**
 * Makes a folder that only the database's account may enter (0700) and whose path is short enough for a socket.
 * A new one at each start: a stale socket or its lock file can never be in the way.
 */
export async function makeSocketFolder(account: Account | undefined): Promise<string> {
  for (const parent of [tmpdir(), "/tmp", "/var/tmp"]) {
    const folder = await mkdtemp(join(parent, socketFolderPrefix)).catch(() => undefined);
    if (folder === undefined) continue;
    if (account) await chown(folder, account.uid, account.gid);
    const isShort = Buffer.byteLength(join(folder, ".s.PGSQL.5432")) <= longestSocketPath;
    if (isShort && canEnter(account, folder)) return folder;
    await rmdir(folder);
  }
  throw new StartupError(
    "Tidak ada folder sementara yang bisa dipakai. Isi TMPDIR dengan folder yang pendek namanya dan bisa ditulis.",
  );
}
