import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Env } from "#app/env.server.ts";
import { addressOf, closePool, type OpenDatabase, requireReachable } from "./open-database.ts";

/**
 * Reaches the built-in database of an application that is running on the same `DATA_DIR`, by the note that PostgreSQL
 * keeps in its folder. Undefined when none runs there. Whoever may read the folder may: the application's user, and root.
 */
export async function joinDatabase(env: Env): Promise<OpenDatabase | undefined> {
  if (env.DATABASE_URL) return undefined;
  const note = await readFile(join(env.DATA_DIR, "postgres/postmaster.pid"), "utf8").catch(() => "");
  const [pid, , , port, socketFolder, address] = note.split("\n");
  if (!pid || !isAlive(Number(pid))) return undefined;
  const password = (await readFile(join(env.DATA_DIR, "postgres.password"), "utf8").catch(() => "")) || undefined;
  const host = socketFolder || address || "127.0.0.1";
  const url = addressOf({ host, port: Number(port), user: "melek", database: "melek", ...(password ? { password } : {}) });
  await requireReachable(url);
  process.env["DATABASE_URL"] = url;
  return { close: closePool };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
