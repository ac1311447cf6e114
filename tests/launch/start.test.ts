import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { afterEach, describe, expect, inject, it } from "vitest";
import { type AppProcess, freePort, startApp } from "../support/app-process.ts";

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** Starts the application as it is started for real and waits for its end. */
async function startAndEnd(env: Record<string, string>) {
  const { VITEST: _vitest, NODE_ENV: _mode, DATABASE_URL: _url, DATA_DIR: _dir, PORT: _port, ...rest } = process.env;
  const child: ChildProcess = spawn(process.execPath, ["app/launch/start.ts"], { env: { ...rest, NODE_ENV: "production", PORT: String(await freePort()), ...env }, stdio: ["ignore", "pipe", "pipe"] });
  undo.push(() => child.kill("SIGKILL"));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { code: await exited, out, err: err.replaceAll(/^\(node:\d+\).*\n(\(Use .*\n)?/gm, "") };
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "melek-start-"));
  undo.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** One sentence for people: a line, no stack, no code. */
const isPlain = (err: string) => /^[A-Z/][^\n{}]+\n$/.test(err) && !/\n\s+at |Error:|node:internal/.test(err);

describe("a start that cannot be", () => {
  it("for a port in use tells which, and how to choose another", async () => {
    const taken = await listen();
    const { code, err } = await startAndEnd({ PORT: String(taken), DATA_DIR: folder() });
    expect(err).toBe(`Port ${taken} sedang dipakai program lain. Hentikan program itu, atau pilih port lain: PORT=3001 npm start\n`);
    expect(code).toBe(1);
  });

  it.each(["0", "99999", "abc"])("for PORT=%s tells what a port is", async (PORT) => {
    const { code, err } = await startAndEnd({ PORT });
    expect(err).toBe(`PORT harus berisi angka 1 sampai 65535; sekarang isinya "${PORT}".\n`);
    expect(code).toBe(1);
  });

  // A name with two addresses fails in another way than an address.
  it.each(["127.0.0.1", "localhost"])("for a database at %s that does not answer tells where, without the password", async (host) => {
    const port = await freePort();
    const { code, err } = await startAndEnd({ DATABASE_URL: `postgresql://melek:rahasia@${host}:${port}/melek` });
    expect(err).toContain(`Basis data di ${host}:${port}/melek tidak dapat dihubungi (connect ECONNREFUSED`);
    expect(err).not.toContain("rahasia");
    expect([code, isPlain(err)]).toEqual([1, true]);
  });

  it("for a database that does not exist says so", async () => {
    const { code, err } = await startAndEnd({ DATABASE_URL: inject("postgresUrl").replace("/postgres?", "/tidak_ada?") });
    expect(err).toContain("tidak_ada");
    expect([code, isPlain(err)]).toEqual([1, true]);
  });

  it("for a full disk says so, and how much room it takes", async () => {
    const { code, err } = await startAndEnd(fullDisk());
    expect(err).toMatch(/penuh/i);
    expect([code, isPlain(err)]).toEqual([1, true]);
  });

  it("for a data folder that is a file says so", async () => {
    const { code, err } = await startAndEnd({ DATA_DIR: join(import.meta.filename, "data") });
    expect(err).not.toBe("");
    expect([err, code, isPlain(err)]).toEqual([err, 1, true]);
  });
});

describe("SIGTERM", () => {
  it("lets a request in flight end, then ends with 0", async () => {
    const app = await startOnDatabase();
    const slow = await openSlowly(app.url);
    const ended = app.stop();
    await until(() => app.output().includes("Berhenti"));
    expect(slow.answer()).toBe("");
    slow.finish();
    await slow.ended;
    expect(slow.answer()).toMatch(/^HTTP\/1\.1 303 /);
    expect(slow.answer()).toMatch(/\r\nset-cookie: belum_masuk=\w[^]*\r\n\r\n/i);
    expect(await ended).toBe(0);
  });

  it("ends at once when nothing is in flight, though browsers keep their connections open", async () => {
    const app = await startOnDatabase();
    expect((await fetch(`${app.url}/sehat`)).status).toBe(200);
    const before = performance.now();
    expect(await app.stop()).toBe(0);
    expect(performance.now() - before).toBeLessThan(4_000);
  });
});

/** A form whose last byte is held back. */
async function openSlowly(url: string) {
  const body = "nomor=&pin=";
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  const head = ["POST /masuk HTTP/1.1", `Host: ${new URL(url).host}`, `Origin: ${url}`, "Content-Type: application/x-www-form-urlencoded", `Content-Length: ${body.length}`, "Connection: close"];
  socket.write(`${head.join("\r\n")}\r\n\r\n${body.slice(0, -1)}`);
  // The server has begun on it once it answers another request that came later.
  await fetch(`${url}/sehat`, { headers: { connection: "close" } });
  return { answer: () => answer, finish: () => socket.write(body.slice(-1)), ended };
}

async function startOnDatabase(): Promise<AppProcess> {
  const name = `start_${process.pid}_${undo.length}_${Date.now().toString(36)}`;
  await asAdmin(`create database ${name} template melek_template`);
  undo.push(() => asAdmin(`drop database if exists ${name} with (force)`));
  const app = await startApp({ DATABASE_URL: inject("postgresUrl").replace("/postgres?", `/${name}?`), DEMO: "0" });
  undo.push(() => app.stop());
  return app;
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function listen(): Promise<number> {
  const server: Server = createServer();
  undo.push(() => new Promise((resolve) => server.close(resolve)));
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  return (server.address() as { port: number }).port;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

/** A data folder without room: on a disk of 16 MB that root mounts, or where making a folder fails, for who may not mount. */
function fullDisk(): Record<string, string> {
  const path = folder();
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", path]).status === 0;
  if (mounted) undo.push(() => spawnSync("umount", ["-l", path]));
  const preload = `import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const full = () => { throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" }); };
    Object.assign(fs, { mkdirSync: full });
    Object.assign(fs.promises, { mkdir: async () => full() });
    syncBuiltinESMExports();`;
  const more: Record<string, string> = mounted ? {} : { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}` };
  return { DATA_DIR: join(path, "data"), ...more };
}
