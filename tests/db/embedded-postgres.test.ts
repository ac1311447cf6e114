import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DataDirInUseError, PostgresStartError, type RunningPostgres, startPostgres } from "#db/embedded-postgres.ts";
import { chooseAccount } from "#db/embedded-postgres/account.ts";
import { findPackage, prepareBinaries } from "#db/embedded-postgres/binaries.ts";
import { explainOutput } from "#db/embedded-postgres/failure.ts";
import { listServing } from "#db/embedded-postgres/leftover.ts";
import { run } from "#db/embedded-postgres/run.ts";

const isRoot = process.getuid?.() === 0;
let folder: string;
let dataDir: string;
let started: { stop(): Promise<void> }[];
let reported: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "melek-test-"));
  await chmod(folder, 0o755);
  dataDir = join(folder, "data");
  started = [];
  reported = [];
});

afterEach(async () => {
  await Promise.all(started.map((running) => running.stop()));
  const home = await realpath(join(dataDir, "postgres")).catch(() => join(dataDir, "postgres"));
  if (dirname(home) !== (await realpath(dataDir).catch(() => dataDir))) await rm(dirname(home), { recursive: true });
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

it("creates the database at the first start and keeps its rows over a restart", async () => {
  const first = await start();
  await query(first, "create table village (name text)");
  await query(first, "insert into village values ('Plosorejo')");
  await first.stop();
  const second = await start();
  expect(await query(second, "select name from village")).toEqual([{ name: "Plosorejo" }]);
  expect(reported).toEqual(["Menyiapkan basis data untuk pertama kali."]);
});

it("is durable, counts in UTC, and opens a private socket only", async () => {
  const running = await start();
  expect(await setting(running, "fsync", "synchronous_commit", "full_page_writes")).toEqual(["on", "on", "on"]);
  expect(await setting(running, "data_checksums", "TimeZone")).toEqual(["on", "UTC"]);
  expect(await setting(running, "server_encoding", "listen_addresses", "max_connections")).toEqual(["UTF8", "", "60"]);
  expect((await stat(running.connection.host)).mode & 0o777).toBe(0o700);
  await running.stop();
  await expect(stat(running.connection.host)).rejects.toThrow("ENOENT");
});

it("keeps every acknowledged row when app and database are killed at once", async () => {
  const app = await startApp();
  const pids = await servingPids();
  for (const pid of [app.process.pid!, ...pids]) process.kill(pid, "SIGKILL");
  await once(app.process, "exit");
  const running = await start();
  expect(await query(running, "select count(*)::int as rows from acknowledged")).toEqual([{ rows: app.rows }]);
});

it("stops a database whose app was killed before it starts its own", async () => {
  const app = await startApp();
  app.process.kill("SIGKILL");
  await once(app.process, "exit");
  const before = await servingPids();
  const running = await start();
  expect(await query(running, "select count(*)::int as rows from acknowledged")).toEqual([{ rows: app.rows }]);
  const now = await servingPids();
  expect(before.filter((pid) => now.includes(pid))).toEqual([]);
  expect(reported).toEqual(["Basis data dari jalan sebelumnya masih hidup. Menghentikannya dulu dengan rapi."]);
});

it("starts although another process of the same account has the old process id", async () => {
  await (await start()).stop();
  const cluster = join(dataDir, "postgres");
  const bystander = spawn("sleep", ["60"], { ...(await chooseAccount(cluster)) });
  await writeFile(join(cluster, "postmaster.pid"), `${bystander.pid}\n${cluster}\n1700000000\n5432\n/tmp\n\n`);
  const running = await start();
  expect(await query(running, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(bystander.exitCode).toBeNull();
  bystander.kill("SIGKILL");
});

it("does a creation that was cut short again", async () => {
  const app = spawnApp();
  await until(async () => (await namesBelow(dataDir)).some((name) => /postgres\.draft-\w+\/base\/1\/./.test(name)));
  app.kill("SIGKILL");
  await once(app, "exit");
  const running = await start();
  expect(await query(running, "select current_database() as name")).toEqual([{ name: "melek" }]);
});

it("refuses a data folder whose app is alive, and not one whose process id was given to another", async () => {
  const running = await start();
  const refusal = await start().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DataDirInUseError);
  expect((refusal as Error).message).toMatch(/sedang dipakai aplikasi lain \(nomor proses \d+\)/);
  expect(await query(running, "select 1 as one")).toEqual([{ one: 1 }]);
  await running.stop();
  await writeFile(join(dataDir, "melek.lock"), JSON.stringify({ pid: process.pid, start: "another boot 1" }));
  await start();
});

it("takes over a lock file that a power cut emptied", async () => {
  await mkdir(dataDir);
  await writeFile(join(dataDir, "melek.lock"), "");
  await (await start()).stop();
  expect(await readdir(dataDir)).toEqual(["postgres", "postgres.log"]);
});

it("works below a folder that only its owner may enter", async () => {
  await chmod(folder, 0o700);
  const first = await start();
  await query(first, "create table village as select 'Kendarom' as name");
  await first.stop();
  const second = await start();
  expect(await query(second, "select name from village")).toEqual([{ name: "Kendarom" }]);
  expect((await lstat(join(dataDir, "postgres"))).isSymbolicLink()).toBe(isRoot);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

it("keeps the database in a closed data folder that is new", async () => {
  await mkdir(dataDir, { mode: 0o700 });
  await (await start()).stop();
  await start();
  expect((await lstat(join(dataDir, "postgres"))).isDirectory()).toBe(true);
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
});

it("says so when the place that the link points to is gone", async () => {
  await chmod(folder, 0o700);
  await (await start()).stop();
  const cluster = join(dataDir, "postgres");
  await rm(dirname(await realpath(cluster)), { recursive: true });
  // Only root moves the cluster; an ordinary user simply removed the whole data folder.
  if (isRoot) await expect(start()).rejects.toThrow(/seharusnya ada di .* tetapi folder itu tidak ada/);
  await rm(cluster, { force: true });
});

it("makes missing library links, in the package or in a copy of it", async () => {
  const packageDir = await packageWithoutLinks();
  const account = await chooseAccount(dataDir);
  const prepare = () => prepareBinaries({ packageDir, account, copyParent: join(folder, "copies"), report: () => {} });
  expect((await prepare()).postgres).toBe(join(packageDir, "native/bin/postgres"));
  await removeLinks(packageDir);
  await chmod(join(packageDir, "native/lib"), 0o555);
  await chmod(dirname(packageDir), 0o700);
  const { postgres, initdb } = await prepare();
  expect(postgres.startsWith(isRoot ? join(folder, "copies") : folder)).toBe(true);
  expect((await run(initdb, ["--version"], { account })).output).toMatch(/^initdb \(PostgreSQL\) 18/);
  await chmod(join(packageDir, "native/lib"), 0o755);
});

it("asks for the password over TCP and keeps it to the owner", async () => {
  const running = await start({ tcp: { port: 0 } });
  expect(await query(running, "select 1 as one")).toEqual([{ one: 1 }]);
  expect((await stat(join(dataDir, "postgres.password"))).mode & 0o777).toBe(0o600);
  const wrong = { ...running, connection: { ...running.connection, password: "salah" } };
  await expect(query(wrong, "select 1")).rejects.toThrow("password authentication failed");
});

it("says in one sentence why the database could not start", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as { port: number };
  await expect(start({ tcp: { port } })).rejects.toThrow("Port untuk basis data sudah dipakai program lain.");
  taken.close();
  await start();
});

it("names a full disk, as PostgreSQL and as the file system report it", async () => {
  const places = { dataDir: "/data", logFile: "/data/postgres.log" };
  const output = 'FATAL:  could not write lock file "postmaster.pid": No space left on device';
  expect(explainOutput(output, places)).toBeInstanceOf(PostgresStartError);
  expect(explainOutput(output, places).message).toMatch(/^Disk tempat \/data penuh\. Hapus/);
});

it("refuses a data directory that is a file", async () => {
  await writeFile(dataDir, "");
  await expect(start()).rejects.toThrow(`${dataDir} bukan folder.`);
});

it("tells the app when the database dies", async () => {
  const running = await start();
  for (const pid of await servingPids()) process.kill(pid, "SIGKILL");
  expect(await running.died).toBeInstanceOf(PostgresStartError);
});

async function start(extra: { tcp?: { port: number } } = {}): Promise<RunningPostgres> {
  const running = await startPostgres({ dataDir, report: (line) => reported.push(line), ...extra });
  started.push(running);
  return running;
}

async function query(running: Pick<RunningPostgres, "connection">, sql: string): Promise<unknown[]> {
  const client = new pg.Client(running.connection);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function setting(running: RunningPostgres, ...names: string[]): Promise<unknown[]> {
  const rows = await Promise.all(names.map((name) => query(running, `select current_setting('${name}') as value`)));
  return rows.map(([row]) => (row as { value: string }).value);
}

async function servingPids(): Promise<number[]> {
  const cluster = await realpath(join(dataDir, "postgres"));
  return listServing(cluster, Number((await readFile(join(cluster, "postmaster.pid"), "utf8")).split("\n")[0]));
}

/** An app of its own process, that is told apart from this one and can be killed. */
function spawnApp(): ChildProcess {
  const script = `
    import pg from "pg";
    import { startPostgres } from "#db/embedded-postgres.ts";
    const { connection } = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, report() {} });
    const client = new pg.Client(connection);
    client.on("error", () => {});
    await client.connect();
    await client.query("create table acknowledged (id int primary key)");
    for (let id = 1; id <= 50; id++) await client.query("insert into acknowledged values ($1)", [id]);
    console.log(50);`;
  const cwd = join(import.meta.dirname, "../..");
  return spawn(process.execPath, ["--input-type=module", "-e", script], { cwd, stdio: ["ignore", "pipe", "inherit"] });
}

async function startApp(): Promise<{ process: ChildProcess; rows: number }> {
  const app = spawnApp();
  const [line] = (await once(createInterface(app.stdout!), "line")) as [string];
  return { process: app, rows: Number(line) };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}

async function namesBelow(path: string): Promise<string[]> {
  return readdir(path, { recursive: true }).catch(() => []);
}

async function packageWithoutLinks(): Promise<string> {
  const packageDir = join(folder, "modules", "package");
  await cp(findPackage(), packageDir, { recursive: true, verbatimSymlinks: true });
  await removeLinks(packageDir);
  return packageDir;
}

async function removeLinks(packageDir: string): Promise<void> {
  const lib = join(packageDir, "native/lib");
  for (const entry of await readdir(lib, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(lib, entry.name));
  }
}
