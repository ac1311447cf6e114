import { mkdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { type Binaries, findPackage, prepareBinaries } from "./embedded-postgres/binaries.ts";
import { createCluster, ensurePassword } from "./embedded-postgres/cluster.ts";
import { type DataFolder, locateDataFolder, reachableHome } from "./embedded-postgres/data-folder.ts";
import { explainError, type Places, type PostgresStartError } from "./embedded-postgres/failure.ts";
import { clearLeftover } from "./embedded-postgres/leftover.ts";
import { takeLock } from "./embedded-postgres/lock.ts";
import { type Connection, type Server, spawnServer, stopServer, waitUntilReady } from "./embedded-postgres/server.ts";
import { makeSocketFolder } from "./embedded-postgres/socket-folder.ts";

export { PostgresStartError } from "./embedded-postgres/failure.ts";
export { DataDirInUseError } from "./embedded-postgres/lock.ts";

/** `report` receives plain Indonesian lines for the terminal; `tcp` opens 127.0.0.1 (port 0: any free one), not the socket. */
export type PostgresOptions = { dataDir: string; report: (line: string) => void; tcp?: { port: number } };

/** `died` resolves only when the server ends without `stop()`; the app should then end too, to be started anew. */
export type RunningPostgres = { connection: Connection; stop: () => Promise<void>; died: Promise<PostgresStartError> };

/**
 * Runs PostgreSQL 18 of our own on `dataDir`, creating it at the first start and recovering it after a power cut.
 * Throws DataDirInUseError when another living app uses the folder, else a StartupError that says what to do.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir);
  try {
    await mkdir(dataDir, { recursive: true });
    const giveLockBack = await takeLock(dataDir);
    try {
      return await startLocked({ ...options, dataDir }, giveLockBack);
    } catch (error) {
      await giveLockBack();
      throw error;
    }
  } catch (error) {
    throw explainError(error, dataDir);
  }
}

async function startLocked(options: PostgresOptions, giveLockBack: () => Promise<void>): Promise<RunningPostgres> {
  const { dataDir, report } = options;
  const places = { dataDir, logFile: join(dataDir, "postgres.log") };
  const packageDir = findPackage();
  const place = await locateDataFolder(dataDir, report);
  const copyParent = place.account ? reachableHome : dataDir;
  const binaries = await prepareBinaries({ packageDir, account: place.account, copyParent, report });
  await createCluster(place, binaries, places, report);
  await clearLeftover(place.folder, binaries, report);
  return serve(options, place, binaries, places, giveLockBack);
}

async function serve(
  options: PostgresOptions,
  place: DataFolder,
  binaries: Binaries,
  places: Places,
  giveLockBack: () => Promise<void>,
): Promise<RunningPostgres> {
  const door = await openDoor(options, place, binaries, places);
  const server = await spawnServer(place, binaries, door.settings, places);
  const end = async () => {
    await stopServer(server, place.folder, binaries);
    if (door.folder) await rm(door.folder, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(server, door.connection, options.report);
  } catch (error) {
    await end();
    throw error;
  }
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= end().then(giveLockBack));
  return { connection: door.connection, stop, died: diedUnasked(server, () => stopping !== undefined) };
}

type Door = { connection: Connection; settings: string[]; folder?: string };

/** A socket that only the database's account and root can reach; TCP with a password on Windows, or when asked for. */
async function openDoor(options: PostgresOptions, place: DataFolder, binaries: Binaries, places: Places): Promise<Door> {
  const who = { user: "melek", database: "melek" };
  if (!options.tcp && process.platform !== "win32") {
    const folder = await makeSocketFolder(place.account);
    const settings = [`unix_socket_directories=${folder}`, "unix_socket_permissions=0700", "listen_addresses=", "port=5432"];
    return { connection: { host: folder, port: 5432, ...who }, settings, folder };
  }
  const port = options.tcp?.port || (await freePort());
  const password = await ensurePassword(options.dataDir, place, binaries, places);
  const settings = ["unix_socket_directories=", "listen_addresses=127.0.0.1", `port=${port}`];
  return { connection: { host: "127.0.0.1", port, ...who, password }, settings };
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolvePort(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function diedUnasked(server: Server, wasAsked: () => boolean): Promise<PostgresStartError> {
  return new Promise((resolveDeath) => void server.ended.then((explained) => wasAsked() || resolveDeath(explained)));
}
