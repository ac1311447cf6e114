import { tidyText } from "../registration.ts";
import type { ImportLine } from "./read-line.ts";

/** The cells of a sheet or of a CSV file, row by row, as text. */
export type Sheet = readonly (readonly string[])[];

export interface PeopleList {
  lines: ImportLine[];
  /** The titles of the columns that were not read. */
  unreadColumns: string[];
}

export type ListFault = { kind: "noHeader" } | { kind: "noRows" } | { kind: "twoColumns"; title: string } | { kind: "tooManyRows"; rows: number };

export const mostLines = 1000;
/** Above the titles stand at most a heading and where and when. */
const mostRowsAbove = 15;
/** Nobody's name is longer; what is cut is refused all the same. */
const mostLetters = 200;

/** The people of a list: the first sheet with a column of names, its columns in any order. */
export function readPeople(sheets: readonly Sheet[]): PeopleList | { fault: ListFault } {
  for (const sheet of sheets) {
    const headerAt = sheet.slice(0, mostRowsAbove).findIndex((row) => row.some((cell) => roleOf(cell) === "name"));
    const header = sheet[headerAt];
    if (header) return readBelow(header, sheet.slice(headerAt + 1), headerAt + 2);
  }
  return { fault: { kind: "noHeader" } };
}

type Role = "name" | "birth" | "birthDate" | "gender" | "number";

function readBelow(header: readonly string[], rows: Sheet, firstLine: number): PeopleList | { fault: ListFault } {
  const roles = header.map(roleOf);
  // A year says all that is asked; a full date beside it is left unread.
  const wanted = (["name", roles.includes("birth") ? "birth" : "birthDate", "gender", "number"] as const).map((role) => ({ role, columns: columnsOf(roles, role) }));
  const twice = wanted.find(({ columns }) => columns.length > 1);
  if (twice) return { fault: { kind: "twoColumns", title: shortTitle(header[twice.columns[1] ?? 0] ?? "") } };
  const [name, birth, gender, number] = wanted.map(({ columns }) => columns[0]);
  const cell = (row: readonly string[], column: number | undefined) => (column === undefined ? "" : readable(row[column] ?? ""));
  const lines = rows
    .map((row, index) => ({ line: firstLine + index, name: cell(row, name), birth: cell(row, birth), gender: cell(row, gender), number: cell(row, number) }))
    .filter((line) => [line.name, line.birth, line.gender, line.number].some((text) => text.trim() !== ""));
  if (lines.length === 0) return { fault: { kind: "noRows" } };
  if (lines.length > mostLines) return { fault: { kind: "tooManyRows", rows: lines.length } };
  return { lines, unreadColumns: unreadIn(header, [name, birth, gender, number]) };
}

function columnsOf(roles: readonly (Role | "counted" | null)[], role: Role): number[] {
  return roles.flatMap((other, column) => (other === role ? [column] : []));
}

/** The titles of what stands beside the columns that are read; a column that only counts the rows is nothing worth telling. */
function unreadIn(header: readonly string[], read: readonly (number | undefined)[]): string[] {
  const titles = header.filter((title, column) => !read.includes(column) && tidyText(title) !== "" && roleOf(title) !== "counted");
  return [...new Set(titles.map(shortTitle))].slice(0, 30);
}

/** What the database keeps: no zeros, no halves of letters, and not without end. */
function readable(text: string): string {
  return text.slice(0, mostLetters).replaceAll("\0", "\uFFFD").toWellFormed();
}

function shortTitle(title: string): string {
  return tidyText(readable(title)).slice(0, 40);
}

/** What a column is by its title, in whatever words lists have for it; `counted` are the rows' own numbers. */
function roleOf(title: string): Role | "counted" | null {
  const words = tidyText(title)
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, " ")
    .replaceAll(/[^\p{L}\p{N}#]+/gu, " ")
    .trim();
  return titles.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

const titles: [RegExp, Role | "counted"][] = [
  [/^(nama|name)( (lengkap|peserta|warga|penduduk|anggota|orang|sesuai|ktp))*$/, "name"],
  [/^((nomor|nomer|no|id) peserta|nopes|learner number)$/, "number"],
  [/^(no|nomor|nomer|#|urut|(no|nomor|nomer) urut|alasan)$/, "counted"],
  [/^((tahun|thn|th) (lahir|kelahiran)|lahir|birth year|year of birth)$/, "birth"],
  [/^(((tempat )?(dan )?)(tanggal|tgl) (lahir|kelahiran)|ttl|(date of birth|birth date))$/, "birthDate"],
  [/^((jenis )?kelamin|jns kelamin|jk|j k|l p|p l|lp|gender|sex)( l p| p l)?$/, "gender"],
];
