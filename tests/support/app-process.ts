import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface AppProcess {
  url: string;
  pid: number;
  output(): string;
  /** SIGTERM, then waits for the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the real application, as `npm start` would after its installation, and waits until it says its address. */
export async function startApp(env: Record<string, string> = {}): Promise<AppProcess> {
  const dataDir = env["DATABASE_URL"] || env["DATA_DIR"] ? null : mkdtempSync(join(tmpdir(), "melek-app-"));
  const port = await freePort();
  const child = spawn(process.execPath, ["app/launch/start.ts"], {
    env: { NODE_ENV: "production", ...withoutTestRunner(process.env), LOG_LEVEL: "warn", ...(dataDir ? { DATA_DIR: dataDir } : {}), ...env, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const app = await whenReady(child, `http://localhost:${port}`);
  return {
    ...app,
    stop: async () => {
      const code = await app.stop();
      if (dataDir) rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}

function withoutTestRunner(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const { VITEST: _vitest, NODE_ENV: _mode, DATABASE_URL: _url, ...rest } = env;
  return rest;
}

/** Waits until a process prints that it is ready. Rejects with its output when it ends first. */
export function whenReady(child: ChildProcess, url: string): Promise<AppProcess> {
  let output = "";
  const exited = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (!output.includes("siap di")) return;
      resolve({
        url,
        pid: child.pid ?? 0,
        output: () => output,
        stop: () => {
          child.kill("SIGTERM");
          return exited;
        },
      });
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    void exited.then((code) => reject(new Error(`ended with ${code} before it was ready:\n${output}`)));
  });
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
