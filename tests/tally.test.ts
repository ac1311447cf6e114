import { expect, it } from "vitest";
import { type Report, tally } from "./tally.ts";

const report = (numPassedTests: number, numFailedTests: number, ...files: [status: string, ...tests: string[]][]): Report => ({
  numPassedTests,
  numFailedTests,
  testResults: files.map(([status, ...tests]) => ({ status, assertionResults: tests.map((test) => ({ status: test })) })),
});

it("counts what passed and what failed", () => {
  expect(tally(report(2, 0, ["passed", "passed", "passed"]), 0)).toEqual({ passed: 2, failed: 0 });
  expect(tally(report(1, 1, ["failed", "passed", "failed"]), 1)).toEqual({ passed: 1, failed: 1 });
});

it("counts a file that broke before its tests, and one that broke after them", () => {
  expect(tally(report(1, 0, ["passed", "passed"], ["failed"]), 1)).toEqual({ passed: 1, failed: 1 });
  expect(tally(report(1, 0, ["failed", "passed"]), 1)).toEqual({ passed: 1, failed: 1 });
});

it("counts an unhandled error and a crash as failed", () => {
  expect(tally(report(3, 0, ["passed", "passed", "passed", "passed"]), 1)).toEqual({ passed: 3, failed: 1 });
  expect(tally(null, 1)).toEqual({ passed: 0, failed: 1 });
  expect(tally(null, null)).toEqual({ passed: 0, failed: 1 });
  expect(tally(null, 0)).toEqual({ passed: 0, failed: 1 });
});
