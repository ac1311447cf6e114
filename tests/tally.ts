/** What this needs of vitest's JSON report. */
export interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * How many tests passed and failed. A file that failed without a failed test counts as one, and so
 * does a run that ended badly (`exitCode` not 0) for no reason that the report tells: a crash, an
 * unhandled error, no report at all.
 */
export function tally(report: Report | null, exitCode: number | null): { passed: number; failed: number } {
  const files = report?.testResults ?? [];
  const broken = files.filter((file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"));
  const failed = (report?.numFailedTests ?? 0) + broken.length;
  const isExplained = exitCode === 0 && report !== null;
  return { passed: report?.numPassedTests ?? 0, failed: failed === 0 && !isExplained ? 1 : failed };
}
