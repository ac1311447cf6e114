import { parse } from "csv-parse/sync";
import type { Page } from "playwright";
import { linesOfPdf } from "../../support/pdf.ts";

/** Of each person by name, and of all together (`Jumlah`): attended of held, minutes, lessons of all, quizzes of all. */
export type Figures = Record<string, number[]>;

/** The cohort's report as its page shows it. */
export async function readScreen(page: Page): Promise<Figures> {
  const rows = await page.locator("table.report :is(tbody, tfoot) tr").all();
  const figures: Figures = {};
  for (const row of rows) figures[await row.getByRole("rowheader").innerText()] = numbersIn(await row.locator("td.number:not(:first-child)").allInnerTexts());
  return figures;
}

export function readCsv(csv: Buffer): Figures {
  const rows: string[][] = parse(csv, { bom: true, delimiter: ";" });
  return Object.fromEntries(rows.slice(1).map((row) => [row[1] ?? "", row.slice(2, 9).map(Number)]));
}

export function readPdf(pdf: Buffer, names: readonly string[]): Figures {
  const cells = linesOfPdf(pdf);
  return Object.fromEntries(names.map((name) => [name, numbersIn(cells.slice(cells.indexOf(name) + 1, cells.indexOf(name) + 5))]));
}

function numbersIn(cells: readonly string[]): number[] {
  return cells.flatMap((cell) => (cell.match(/\d+/g) ?? []).map(Number));
}
