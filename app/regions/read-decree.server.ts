import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { kindOfFile, textOf } from "#app/mentoring/intake/file-kind.ts";
import { delimiterOf, type FileFault, readSheets } from "#app/mentoring/intake/read-list.server.ts";
import { cellsOf, type Columns, columnsOf, type DecreeLine, readDecreeLine, untitledColumns } from "./decree-line.ts";

/** Why a file cannot be read as a list of regions. */
export type DecreeFault = FileFault | { kind: "longFile" | "longSheet" | "noCodes" | "noRegions" };

/** The file cannot be read; what was kept of it must be taken back. */
export class DecreeUnreadable extends Error {
  readonly fault: DecreeFault;
  constructor(fault: DecreeFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** All regions of the country take about 3.5 MB. */
export const mostDecreeBytes = 12 * 1024 * 1024;
export const mostDecreeLines = 200_000;
const batchSize = 5000;
/** Titles stand at the top, under at most a heading. */
const mostRowsAbove = 15;

/**
 * Reads the regions of a file, by what it is and not by what it is called, and hands them to `keep` 5,000 at a time:
 * never are all rows in memory. Answers how many there are; throws `DecreeUnreadable`, perhaps after some were kept.
 */
export async function readDecree(bytes: Buffer, keep: (lines: readonly DecreeLine[]) => Promise<void>): Promise<number> {
  if (bytes.length > mostDecreeBytes) throw new DecreeUnreadable({ kind: "longFile" });
  const kind = kindOfFile(bytes);
  if (kind !== "text" && kind !== "zip") throw new DecreeUnreadable({ kind });
  let [count, batch]: [number, DecreeLine[]] = [0, []];
  for await (const line of linesOf(kind === "text" ? csvRows(bytes) : sheetRows(bytes))) {
    batch.push(line);
    count += 1;
    if (count > mostDecreeLines) throw new DecreeUnreadable({ kind: "longFile" });
    if (batch.length < batchSize) continue;
    await keep(batch);
    batch = [];
  }
  if (count === 0) throw new DecreeUnreadable({ kind: "noRegions" });
  await keep(batch);
  return count;
}

interface Row {
  line: number;
  cells: readonly string[];
}

/** Titles may come again further down, as where the files of four kinds of regions were put behind each other. */
async function* linesOf(rows: AsyncIterable<Row>): AsyncGenerator<DecreeLine> {
  let columns: Columns | null = null;
  let above = 0;
  for await (const { line, cells } of rows) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const titled = columnsOf(cells);
    columns = titled ?? columns ?? untitledColumns(cells);
    if (titled) continue;
    if (columns) yield readDecreeLine(line, cellsOf(cells, columns));
    else if (++above >= mostRowsAbove) break;
  }
  if (!columns) throw new DecreeUnreadable({ kind: "noCodes" });
}

async function* csvRows(bytes: Buffer): AsyncGenerator<Row> {
  const text = (textOf(bytes) ?? "").replace(/^\uFEFF?sep=.\r?\n/i, "");
  const options = { bom: true, delimiter: delimiterOf(text), relax_quotes: true, relax_column_count: true, max_record_size: 20_000, info: true };
  const parser = Readable.from(slicesOf(text)).pipe(parse(options));
  try {
    for await (const { record, info } of parser as unknown as AsyncIterable<{ record: string[]; info: { lines: number } }>) yield { line: info.lines, cells: record };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DecreeUnreadable({ kind: "openQuote", line: Number(error["lines"]) || 1 });
  }
}

function* slicesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}

async function* sheetRows(bytes: Buffer): AsyncGenerator<Row> {
  const read = await readSheets(bytes);
  if ("fault" in read) throw new DecreeUnreadable(read.fault.kind === "bomb" ? { kind: "longSheet" } : read.fault);
  const sheet = read.sheets.find((rows) => rows.slice(0, mostRowsAbove).some((row) => columnsOf(row) ?? untitledColumns(row))) ?? [];
  for (const [index, cells] of sheet.entries()) yield { line: index + 1, cells };
}
