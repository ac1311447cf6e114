import { CsvError, parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { kindOfFile, textOf } from "./file-kind.ts";
import { type ListFault, type PeopleList, readPeople, type Sheet } from "./list-columns.ts";
import { type Archive, ArchiveTooLarge, openArchive, packUnpacked, pathsOf } from "./open-archive.server.ts";

/** Why a file cannot be read as a list of people. */
export type FileFault = ListFault | SheetFault;

/** Why a file cannot be read as a table. `line` is the row where a quotation mark stays open. */
export type SheetFault =
  | { kind: "noFile" | "empty" | "tooLarge" | "photo" | "pdf" | "oldExcel" | "openDocument" | "archive" | "web" | "unknown" | "bomb" | "brokenExcel" }
  | { kind: "openQuote"; line: number };

export const mostFileBytes = 1024 * 1024;
/** What a workbook of 1 MB may hold unpacked; a list of 5,000 people takes about 2 MB. */
const mostUnpackedBytes = 12 * 1024 * 1024;

/** Reads a list of people from a file. Reading changes nothing. */
export async function readList(bytes: Buffer): Promise<PeopleList | { fault: FileFault }> {
  const read = await readTable(bytes);
  return "fault" in read ? read : readPeople(read.sheets);
}

/** Reads the cells of a file, by what the file is and not by what it is called. */
export async function readTable(bytes: Buffer): Promise<{ sheets: Sheet[] } | { fault: SheetFault }> {
  if (bytes.length > mostFileBytes) return { fault: { kind: "tooLarge" } };
  const kind = kindOfFile(bytes);
  if (kind === "text") return readCsv(bytes);
  return kind === "zip" ? readSheets(bytes) : { fault: { kind } };
}

function readCsv(bytes: Buffer): { sheets: Sheet[] } | { fault: SheetFault } {
  const text = (textOf(bytes) ?? "").replace(/^\uFEFF?sep=.\r?\n/i, "");
  const delimiter = delimiterOf(text);
  try {
    const rows: string[][] = parse(text, { bom: true, delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: false });
    return { sheets: [rows] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { fault: { kind: "openQuote", line: Number(/at line (\d+)/.exec(error.message)?.[1] ?? 1) } };
  }
}

/** The mark between cells: of those that Excel writes, the one that stands most in the first lines. */
export function delimiterOf(text: string): string {
  const top = text.split(/\r\n|\n|\r/, 20).join("\n").replaceAll(/"[^"]*"/g, "");
  const counted = [";", "\t", ","].map((mark) => [mark, top.split(mark).length] as const);
  return counted.reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

/** The cells of a workbook's sheets as text; a fault when it is none, is damaged, or would fill the memory. */
export async function readSheets(bytes: Buffer): Promise<{ sheets: Sheet[] } | { fault: SheetFault }> {
  try {
    const paths = pathsOf(bytes);
    if (!paths.includes("xl/workbook.xml")) return { fault: { kind: paths.includes("content.xml") ? "openDocument" : "archive" } };
    const archive = await openArchive(bytes, isRead, mostUnpackedBytes);
    if (!isWithinBounds(archive)) return { fault: { kind: "bomb" } };
    const sheets = await readExcelFile(packUnpacked(archive));
    return { sheets: sheets.map(({ data }) => data.map((row) => row.map(cellText))) };
  } catch (error) {
    if (error instanceof ArchiveTooLarge) return { fault: { kind: "bomb" } };
    return { fault: { kind: "brokenExcel" } };
  }
}

/** Of a workbook's parts only what its cells are made of: no pictures, no macros. */
function isRead(path: string): boolean {
  return /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/.test(path);
}

/**
 * Whether no cell stands so far out that the rows and columns before it would fill the memory: the reader fills
 * every gap. Rows may be named up to Excel's last, cells up to row 20,000 and column CZ.
 */
function isWithinBounds(archive: Archive): boolean {
  const sheets = [...archive].filter(([path]) => path.startsWith("xl/worksheets/"));
  return sheets.every(([, content]) => {
    for (const [, , place = ""] of content.toString("utf8").matchAll(/[\s"']r\s*=\s*(["'])(.*?)\1/gs)) {
      const [, column = "", row = ""] = /^([A-Z]*)(\d{1,7})$/.exec(place) ?? [];
      const isRow = column === "" && row !== "" && Number(row) <= 1_048_576;
      const isCell = /^([A-Z]|[A-C][A-Z])$/.test(column) && Number(row) <= 20_000;
      if (!isRow && !isCell) return false;
    }
    return true;
  });
}

/** A date as its day; all else as Excel shows it, more or less. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return typeof cell === "string" ? cell : typeof cell === "number" ? String(cell) : "";
}
