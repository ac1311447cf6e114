import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it } from "vitest";

const installing = "Memasang bagian-bagian aplikasi (npm ci). Ini perlu internet dan bisa beberapa menit.\nSudah terpasang.\n";
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "melek-launch-"));
  for (const name of ["bootstrap.mjs", "install.mjs"]) {
    await cp(join(import.meta.dirname, "../../app/launch", name), join(root, "app/launch", name));
  }
  await mkdir(join(root, "local"));
  await write("local/package.json", { name: "local", version: "1.0.0" });
  await write("package.json", { name: "desa", version: "1.0.0", type: "module", dependencies: { local: "file:local" } });
  await writeLock("first");
  await write("hello.ts", 'const words: string[] = process.argv.slice(2);\nconsole.log("halo", ...words);\nprocess.exit(7);\n');
});

afterEach(() => rm(root, { recursive: true, force: true }));

it("installs once, again when package-lock.json changes, and hands on arguments and the exit code", async () => {
  expect(await bootstrap("hello.ts", "ibu", "bapak")).toEqual({ code: 7, out: `${installing}halo ibu bapak\n`, err: "" });
  expect(await bootstrap("hello.ts")).toEqual({ code: 7, out: "halo\n", err: "" });
  await rm(join(root, "node_modules/.package-lock.json"));
  await writeLock("second");
  expect((await bootstrap("hello.ts")).out).toBe(`${installing}halo\n`);
});

it("takes what npm installed by itself for installed", async () => {
  await recordAsInstalled();
  expect((await bootstrap("hello.ts")).out).toBe("halo\n");
  expect(await readFile(join(root, "node_modules/.melek-lock-hash"), "utf8")).toMatch(/^[0-9a-f]{64}$/);
});

it("says in one sentence that the internet is missing", async () => {
  await write("package.json", { name: "desa", version: "1.0.0", dependencies: { faraway: "1.0.0" } });
  const faraway = { version: "1.0.0", resolved: "http://127.0.0.1:9/faraway.tgz", integrity: "sha512-AA==" };
  await writeLock("far", { "": { dependencies: { faraway: "1.0.0" } }, "node_modules/faraway": faraway });
  const { code, err } = await bootstrap("hello.ts");
  expect(err).toBe("Tidak bisa mengunduh: internet tidak tersambung atau terputus. Sambungkan internet, lalu jalankan lagi.\n");
  expect(code).toBe(1);
});

it("shows what npm says when the installation fails for another reason", async () => {
  await write("package.json", '{ "name": ');
  const { code, err } = await bootstrap("hello.ts");
  expect(err).toContain("EJSONPARSE");
  expect(err.endsWith("Pemasangan gagal. Pesan dari npm ada di atas.\n")).toBe(true);
  expect(code).toBe(1);
});

it("uses the pinned Node when its own cannot run the app, and asks for Node when there is none", async () => {
  await recordAsInstalled();
  const withoutTypes = ["--no-strip-types"];
  const { code, err } = await finish(launch(["hello.ts"], withoutTypes));
  expect(err).toMatch(/^Aplikasi ini perlu Node 24\.7 atau lebih baru; di komputer ini v/);
  expect(code).toBe(1);
  const platform = `${process.platform}-${process.arch}`.replace("darwin-arm64", "bin-darwin-arm64");
  const bin = join(root, "node_modules", `node-${platform}`, "bin");
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, "node"), "#!/bin/sh\necho pinned\n", { mode: 0o755 });
  expect((await finish(launch(["hello.ts"], withoutTypes))).out).toBe("pinned\n");
});

it("passes a signal on once, however often it arrives, and waits for the script to end", async () => {
  const launcher = await startListening();
  const lines = collect(launcher);
  launcher.kill("SIGINT");
  launcher.kill("SIGINT");
  await until(() => lines.length > 0);
  launcher.kill("SIGTERM");
  expect(await once(launcher, "exit")).toEqual([3, null]);
  expect(lines).toEqual(["SIGINT", "SIGTERM"]);
});

it("ends the script when it is killed itself", async () => {
  const launcher = await startListening();
  const lines = collect(launcher);
  launcher.kill("SIGKILL");
  await once(launcher, "close");
  expect(lines).toEqual(["SIGTERM"]);
});

async function startListening(): Promise<ChildProcess> {
  await write(
    "listen.ts",
    `process.on("SIGINT", () => console.log("SIGINT"));
    process.on("SIGTERM", () => { console.log("SIGTERM"); process.exitCode = 3; clearInterval(alive); });
    const alive = setInterval(() => {}, 1000);
    console.log("ready");`,
  );
  await recordAsInstalled();
  const launcher = launch(["listen.ts"]);
  await once(createInterface(launcher.stdout!), "line");
  return launcher;
}

function collect(launcher: ChildProcess): string[] {
  const lines: string[] = [];
  createInterface(launcher.stdout!).on("line", (line) => lines.push(line));
  return lines;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

function bootstrap(...args: string[]) {
  return finish(launch(args));
}

async function finish(launcher: ChildProcess) {
  const ended = once(launcher, "exit") as Promise<[number | null]>;
  const [out, err, [code]] = await Promise.all([text(launcher.stdout!), text(launcher.stderr!), ended]);
  return { code, out, err };
}

function launch(args: string[], nodeOptions: string[] = []): ChildProcess {
  const quickly = { npm_config_fetch_retries: "0", npm_config_cache: join(root, "cache"), npm_config_update_notifier: "false" };
  const options = { cwd: root, env: { ...process.env, NODE_OPTIONS: "", ...quickly } };
  const command = [...nodeOptions, "app/launch/bootstrap.mjs", ...args];
  return spawn(process.execPath, command, { ...options, stdio: ["ignore", "pipe", "pipe"] });
}

/** As `npm ci` leaves it, without running it. */
async function recordAsInstalled(): Promise<void> {
  await mkdir(join(root, "node_modules"));
  await cp(join(root, "package-lock.json"), join(root, "node_modules/.package-lock.json"));
}

/** A lock of one local package, so that npm needs no internet; `note` makes it another lock. */
function writeLock(note: string, packages?: object): Promise<void> {
  const local = {
    "": { name: "desa", version: "1.0.0", dependencies: { local: "file:local" } },
    local: { version: "1.0.0" },
    "node_modules/local": { resolved: "local", link: true },
  };
  return write("package-lock.json", { name: "desa", version: "1.0.0", note, lockfileVersion: 3, packages: packages ?? local });
}

function write(path: string, content: string | object): Promise<void> {
  return writeFile(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
}
