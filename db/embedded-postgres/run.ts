import { spawn } from "node:child_process";
import type { Account } from "./account.ts";

/** How a finished command ended; `code` is null when a signal ended it. */
export type Outcome = { code: number | null; output: string };

/**
 * Runs one PostgreSQL program to its end, as `account` when given, and returns everything it printed.
 * Rejects with Node's own error when the program cannot be started.
 */
export function run(program: string, args: string[], options: { account?: Account; input?: string } = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options.account, cwd: workingFolder, env: environment(), windowsHide: true });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
    // A program that ends before it has read everything must not end us; its exit code tells the story.
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
  });
}

/** The current folder may be one that the account cannot enter. */
export const workingFolder = process.platform === "win32" ? undefined : "/";

const passedOn = ["PATH", "LD_LIBRARY_PATH", "SystemRoot", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR"];

/** PostgreSQL gets none of the app's secrets, no stray PG* settings, and English messages that we can recognise. */
export function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => passedOn.includes(name));
  return { ...(Object.fromEntries(kept) as NodeJS.ProcessEnv), LC_ALL: "C" };
}
