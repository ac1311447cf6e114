import "./production.ts";
import { createServer } from "node:net";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { type Env, readEnv } from "#app/env.server.ts";
import { buildApplication } from "./build-application.ts";
import type { RunningServer } from "../server.ts";
import { explain } from "./explain.ts";
import { type OpenDatabase, openDatabase } from "./open-database.ts";

/** Everything between a fresh clone and a running address, in order, each step said in a line. */
async function start(): Promise<void> {
  const env = readEnv();
  await requireFreePort(env);
  await buildApplication(say);
  const database = await openDatabase(env, say);
  try {
    await serveUntilStopped(env, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function serveUntilStopped(env: Env, database: OpenDatabase): Promise<void> {
  const running: { server?: RunningServer; figures?: { stop(): Promise<void> } } = {};
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    say("Berhenti: menyelesaikan yang sedang berjalan…");
    await running.server?.stop();
    await running.figures?.stop();
    await database.close();
    process.exit(code);
  };
  process.on("SIGTERM", () => void stop(0));
  process.on("SIGINT", () => void stop(0));
  void database.died?.then((reason) => {
    if (!stopping) console.error(reason.message);
    void stop(1);
  });

  const { prepareDatabase } = await import("./prepare-database.ts");
  const people = await prepareDatabase(env, say);
  const build = (await import(pathToFileURL("build/server/index.js").href)) as ServerBuild;
  const { startServer } = await import("../server.ts");
  const [{ db }, { keepFiguresFresh }, { countAdmins }] = await Promise.all([import("#db/client.ts"), import("#app/programs/keep-figures.server.ts"), import("#db/staff-roles.ts")]);
  const lacksAdmin = (await countAdmins(db)) === 0;
  running.server = await startServer(build, env);
  running.figures = keepFiguresFresh(db);
  announce(env.PUBLIC_URL ?? `http://localhost:${running.server.port}`, people);
  if (lacksAdmin) console.log(howToMakeAdmin(env));
}

/** Our own database serves one process at a time. */
function howToMakeAdmin({ DATABASE_URL }: Env): string {
  return `\nBelum ada admin. ${DATABASE_URL ? "Buat" : "Hentikan dulu aplikasi ini, lalu buat"} yang pertama dengan: npm run admin -- <nama-pengguna> "<Nama Lengkap>"`;
}

function requireFreePort({ PORT, HOST }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(PORT, HOST, () => probe.close(() => resolve()));
  });
}

function announce(address: string, people: readonly string[]): void {
  console.log(`\nMelek Desa siap di ${address}`);
  if (people.length > 0) console.log(`\nOrang contoh, untuk mencoba:\n${people.map((person) => `  ${person}`).join("\n")}`);
  console.log("\nHentikan dengan Ctrl+C.");
}

function say(line: string): void {
  console.log(line);
}

start().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
