import pg from "pg";
import type { Env } from "#app/env.server.ts";
import { messageOf } from "./explain.ts";
import { StartupError } from "./startup-error.ts";

export interface OpenDatabase {
  /** Ends the application's connections, then the embedded server if there is one. */
  close(): Promise<void>;
  /** Resolves when the embedded server ends by itself. */
  died?: Promise<Error>;
}

/** Reaches the PostgreSQL of `DATABASE_URL`, or starts our own; leaves its address in `DATABASE_URL` for the rest of the process. */
export async function openDatabase(env: Env, report: (line: string) => void): Promise<OpenDatabase> {
  if (env.DATABASE_URL) {
    await requireReachable(env.DATABASE_URL);
    return { close: closePool };
  }
  const { startPostgres } = await import("#db/embedded-postgres.ts");
  const postgres = await startPostgres({ dataDir: env.DATA_DIR, report });
  process.env["DATABASE_URL"] = addressOf(postgres.connection);
  return {
    died: postgres.died,
    close: async () => {
      await closePool();
      await postgres.stop();
    },
  };
}

/** The connection string of an embedded server; a host that is a folder is its socket's. */
export function addressOf(connection: { host: string; port: number; user: string; database: string; password?: string }): string {
  const { host, port, user, database, password } = connection;
  const login = password ? `${user}:${encodeURIComponent(password)}` : user;
  if (!host.startsWith("/")) return `postgresql://${login}@${host}:${port}/${database}`;
  return `postgresql://${login}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}

/** Throws a sentence that says what to do when nothing answers there. */
export async function requireReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    throw new StartupError(
      `Basis data di ${hostname}:${port || 5432}${pathname} tidak dapat dihubungi (${messageOf(error)}). Periksa DATABASE_URL dan apakah PostgreSQL menyala.`,
    );
  }
}

/** Ends the connections of this process. */
export async function closePool(): Promise<void> {
  const { db } = await import("#db/client.ts");
  await db.destroy();
}
