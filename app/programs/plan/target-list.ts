import { tidyText } from "#app/mentoring/registration.ts";

/** A row of a target list as it stood in the file; `line` is its number in a spreadsheet. */
export interface TargetLine {
  line: number;
  code: string;
  /** Names of the village and of its district: they find a code that is missing, and tell one that is wrong. */
  village: string;
  district: string;
  learners: string;
  wave: string;
  startsOn: string;
  endsOn: string;
}

export interface TargetList {
  lines: TargetLine[];
  /** The titles of the columns that were not read. */
  unreadColumns: string[];
}

export type TargetListFault = { kind: "noCodes" } | { kind: "noRows" } | { kind: "twoColumns"; title: string } | { kind: "tooManyRows"; rows: number };

export const mostTargetLines = 10_000;
const mostRowsAbove = 15;
const mostLetters = 60;

const cells = ["code", "village", "district", "learners", "wave", "startsOn", "endsOn"] as const;
type Column = (typeof cells)[number];

/** The rows of a target list: the first sheet with a column of village codes or names, its columns in any order. */
export function readTargetList(sheets: readonly (readonly (readonly string[])[])[]): TargetList | { fault: TargetListFault } {
  for (const sheet of sheets) {
    const headerAt = sheet.slice(0, mostRowsAbove).findIndex((row) => row.some((cell) => columnOf(cell) === "code" || columnOf(cell) === "village"));
    const header = sheet[headerAt];
    if (header) return readBelow(header, sheet.slice(headerAt + 1), headerAt + 2);
  }
  return { fault: { kind: "noCodes" } };
}

function readBelow(header: readonly string[], rows: readonly (readonly string[])[], firstLine: number): TargetList | { fault: TargetListFault } {
  const columns = header.map(columnOf);
  const twice = columns.findIndex((column, index) => column !== null && column !== "counted" && columns.indexOf(column) < index);
  if (twice >= 0) return { fault: { kind: "twoColumns", title: readable(header[twice] ?? "") } };
  const cell = (row: readonly string[], column: Column) => (columns.includes(column) ? readable(row[columns.indexOf(column)] ?? "") : "");
  const lines = rows
    .map((row, index): TargetLine => ({ line: firstLine + index, ...(Object.fromEntries(cells.map((column) => [column, cell(row, column)])) as Record<Column, string>) }))
    .filter((line) => cells.some((column) => column !== "district" && line[column] !== ""));
  if (lines.length === 0) return { fault: { kind: "noRows" } };
  if (lines.length > mostTargetLines) return { fault: { kind: "tooManyRows", rows: lines.length } };
  const unread = header.filter((title, index) => columns[index] === null && tidyText(title) !== "").map(readable);
  return { lines, unreadColumns: [...new Set(unread)].slice(0, 30) };
}

function readable(text: string): string {
  return tidyText(text.slice(0, 200).toWellFormed()).slice(0, mostLetters);
}

/** What a column is by its title; `counted` are the rows' own numbers. */
function columnOf(title: string): Column | "counted" | null {
  const words = tidyText(title.slice(0, 200)).toLowerCase().replaceAll(/\([^)]*\)/g, " ").replaceAll(/[^\p{L}\p{N}#]+/gu, " ").trim();
  return titles.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

const titles: [RegExp, Column | "counted"][] = [
  [/^(kode|code)( (desa|kelurahan|desa kelurahan|wilayah|kemendagri|village))*$/, "code"],
  [/^(nama )?(desa|kelurahan|desa (dan |atau )?kelurahan|village)$/, "village"],
  [/^((nama )?(kecamatan|kec)|district)$/, "district"],
  [/^((target|sasaran|jumlah)( (peserta|orang|warga|belajar))*|peserta|learners|target learners)$/, "learners"],
  [/^((nomor |no )?(gelombang|tahap|angkatan)( ke)?|wave)$/, "wave"],
  [/^((tanggal |tgl )?(mulai|awal)( gelombang)?|start|starts on)$/, "startsOn"],
  [/^((tanggal |tgl )?(selesai|akhir|berakhir)( gelombang)?|end|ends on)$/, "endsOn"],
  [/^(no|nomor|urut|no urut|#)$/, "counted"],
];

/** A village code as in the decree, `32.05.01.2001`, also where the dots were lost; null for anything else. */
export function readVillageCode(text: string): string | null {
  const [, province, regency, district, village] = /^(\d{2})\.?(\d{2})\.?(\d{2})\.?(\d{4})$/.exec(text.replaceAll(/\s/g, "")) ?? [];
  return province ? `${province}.${regency}.${district}.${village}` : null;
}

/** Whole people, as `1200` or `1.200`; null for anything else, and for more than any village has. */
export function readPeople(text: string): number | null {
  const tidy = tidyText(text);
  if (!/^(\d{1,6}|\d{1,3}\.\d{3})$/.test(tidy)) return null;
  const people = Number(tidy.replace(".", ""));
  return people <= mostPeople ? people : null;
}

export const mostPeople = 100_000;
