import { startApp } from "../support/app-process.ts";
import { launchChromium } from "../support/chromium.ts";
import { kilobyte, type StepWeight, weighSession } from "../support/page-weight.ts";

/** `npm run bench:pages`: what a learner's whole session loads, step by step, on a browser that has nothing yet. */
const app = await startApp();
const browser = await launchChromium();
try {
  const weights = await weighSession(browser, app.url, 1);
  for (const line of table([...weights, sum(weights)])) console.log(line);
  console.log("\nKB = 1.024 byte, terkompresi, dengan kepala jawaban. Gambar dihitung terpisah.");
} finally {
  await browser.close();
  await app.stop();
}

function table(weights: readonly StepWeight[]): string[] {
  const rows = weights.map(({ step, paths, bytes, pictures, pictureBytes }) => [step, `${paths.length}`, kilobytes(bytes), `${pictures}`, kilobytes(pictureBytes)]);
  const all = [["Langkah", "Permintaan", "KB", "Gambar", "KB gambar"], ...rows];
  const widths = (all[0] ?? []).map((_head, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "));
}

function kilobytes(bytes: number): string {
  return (bytes / kilobyte).toFixed(1);
}

function sum(weights: readonly StepWeight[]): StepWeight {
  const total = (part: "bytes" | "pictures" | "pictureBytes") => weights.reduce((all, weight) => all + weight[part], 0);
  return { step: "Semuanya", paths: weights.flatMap(({ paths }) => paths), bytes: total("bytes"), pictures: total("pictures"), pictureBytes: total("pictureBytes") };
}
