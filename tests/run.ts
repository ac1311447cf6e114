import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "#app/launch/browser.ts";
import { buildApplication } from "#app/launch/build-application.ts";
import { explain } from "#app/launch/explain.ts";
import { type Report, tally } from "./tally.ts";

/**
 * All tests, once: builds the application where it has changed, finds a browser for the pages, runs
 * vitest (with the arguments given here) and ends with one line, `N passed, N failed`.
 */
async function run(args: string[]): Promise<number> {
  await buildApplication(console.log);
  process.env["CHROMIUM_PATH"] = await findBrowser(console.log);
  const { passed, failed } = await runVitest(args);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function runVitest(args: string[]): Promise<{ passed: number; failed: number }> {
  const folder = mkdtempSync(join(tmpdir(), "melek-tests-"));
  const file = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const exitCode = await finish(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args]);
    return tally(readReport(file), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The exit code of a program that is told when we are to stop, so that it leaves no database running. */
function finish(program: string, args: string[]): Promise<number | null> {
  const child = spawn(program, args, { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return null;
  }
}

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(explain(error));
    console.log("0 passed, 1 failed");
    process.exit(1);
  },
);
