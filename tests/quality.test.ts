import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** What a program says and how it ends; ends badly without throwing. */
async function run(program: string, ...args: string[]): Promise<{ code: unknown; output: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...args], { maxBuffer: 2 ** 24 });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

it("TypeScript finds no fault", { timeout: 600_000 }, async () => {
  expect(await run("node_modules/typescript/bin/tsc", "--noEmit", "-p", ".")).toEqual({ code: 0, output: "" });
});

it("the linter finds no fault and nothing to warn of", { timeout: 600_000 }, async () => {
  expect(await run("node_modules/eslint/bin/eslint.js", "--max-warnings=0", ".")).toEqual({ code: 0, output: "" });
});
