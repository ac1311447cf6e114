import { tidyText } from "#app/mentoring/registration.ts";
import type { RegionKind } from "#db/regions-schema.ts";

/** The cells of a row that are read, as they stood there. */
export interface DecreeCells {
  code: string;
  parent: string;
  name: string;
  oldCodes: string;
}

/** Why a row of a decree's file cannot be read by itself. */
export type CellFault = "codeEmpty" | "codeNumber" | "codeWrong" | "parentWrong" | "nameEmpty" | "nameWrong" | "oldWrong";

/** A row as it is kept until the file is applied. */
export interface DecreeLine {
  line: number;
  /** With its dots; null when it cannot be read. */
  code: string | null;
  parentCode: string | null;
  kind: RegionKind | null;
  name: string;
  oldCodes: string[];
  /** What stood where the code is. */
  typed: string;
  fault: CellFault | null;
}

const mostTyped = 40;
const mostName = 100;
const mostOldCodes = 20;

/** Reads a row; a row that is wrong keeps what can be read of it, and why. */
export function readDecreeLine(line: number, cells: DecreeCells): DecreeLine {
  const typed = tidyText(cells.code.slice(0, 200));
  const code = codeOf(typed);
  const name = tidyText(cells.name.slice(0, 400).toWellFormed());
  const olds = tidyText(cells.oldCodes.slice(0, 400)).split(/[\s;,+/|]+/).filter(Boolean);
  const oldCodes = olds.map(codeOf);
  return {
    line,
    code,
    parentCode: code === null ? null : parentOf(code),
    kind: code === null ? null : kindOf(code),
    name: name.slice(0, mostName),
    oldCodes: [...new Set(oldCodes.filter((old) => old !== null))].slice(0, mostOldCodes),
    typed: typed.slice(0, mostTyped),
    fault: codeFault(typed, code) ?? parentFault(code, cells.parent) ?? nameFault(name) ?? (oldCodes.includes(null) || olds.length > mostOldCodes ? "oldWrong" : null),
  };
}

/** `64.01.03.2006` or `6401032006` with its dots; null for anything else. */
export function codeOf(text: string): string | null {
  const [, province, regency, district, village] = /^(\d{2})(?:\.?(\d{2})(?:\.?(\d{2})(?:\.?(\d{4}))?)?)?$/.exec(text.trim()) ?? [];
  return province === undefined ? null : [province, regency, district, village].filter(Boolean).join(".");
}

export function parentOf(code: string): string | null {
  return code.includes(".") ? code.slice(0, code.lastIndexOf(".")) : null;
}

export function kindOf(code: string): RegionKind {
  return kinds[code.split(".").length - 1] ?? "village";
}

const kinds: readonly RegionKind[] = ["province", "regency", "district", "village"];

function codeFault(typed: string, code: string | null): CellFault | null {
  if (code !== null) return null;
  if (typed === "") return "codeEmpty";
  // A spreadsheet took 11.10 for the number 11.1, or a long code for 6.4E+09.
  return /^\d{1,2}[.,]\d$|^\d[.,]?\d*e\+?\d+$/i.test(typed) ? "codeNumber" : "codeWrong";
}

/** A code lies in the code that it begins with: access to regions rests on that. */
function parentFault(code: string | null, typed: string): CellFault | null {
  const parent = tidyText(typed.slice(0, 200));
  if (code === null || parent === "") return null;
  return codeOf(parent) === parentOf(code) ? null : "parentWrong";
}

function nameFault(name: string): CellFault | null {
  if (name === "") return "nameEmpty";
  return name.length > mostName || /^'?[=+\-@]/.test(name) || /\uFFFD/.test(name) || !/[\p{L}\p{N}]/u.test(name) ? "nameWrong" : null;
}

type Role = "code" | "parent" | "name" | "oldCodes";
export type Columns = Partial<Record<Role, number>>;

/** The columns of a row of titles; null when it is none: it names a code and a name. */
export function columnsOf(row: readonly string[]): Columns | null {
  const columns: Columns = {};
  row.forEach((title, column) => {
    const role = roles.find(([pattern]) => pattern.test(tidyText(title.slice(0, 80)).toLowerCase().replaceAll(/[\s_.-]+/g, " ")))?.[1];
    if (role) columns[role] ??= column;
  });
  return columns.code !== undefined && columns.name !== undefined ? columns : null;
}

const roles: [RegExp, Role][] = [
  [/^(code|kode)( (wilayah|baru))?$/, "code"],
  [/^((province|regency|district|parent) code|parent|induk|kode (induk|provinsi|kabupaten|kecamatan))$/, "parent"],
  [/^(name|nama)( (wilayah|baru))?$/, "name"],
  [/^(old code|kode (lama|asal)|former code)s?$/, "oldCodes"],
];

/** The columns of a file without titles, by its first row: code and name; with the parent between; with old codes behind. */
export function untitledColumns(row: readonly string[]): Columns | null {
  if (codeOf(row[0] ?? "") === null || row.length < 2) return null;
  if (row.length === 2) return { code: 0, name: 1 };
  return { code: 0, parent: 1, name: 2, oldCodes: 3 };
}

/** The cells that are read of a row. */
export function cellsOf(row: readonly string[], { code = -1, parent = -1, name = -1, oldCodes = -1 }: Columns): DecreeCells {
  return { code: row[code] ?? "", parent: row[parent] ?? "", name: row[name] ?? "", oldCodes: row[oldCodes] ?? "" };
}
