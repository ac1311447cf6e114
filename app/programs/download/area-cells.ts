import type { CellLook, SheetRow } from "#app/reports/workbook-xml.ts";
import { areaColumns, type AreaRow, type ColumnKind } from "./area-columns.ts";

/** A row as a line of CSV: whole numbers without separators, shares in percent with a decimal comma. */
export function csvCells(row: AreaRow): (string | number | null)[] {
  return areaColumns.map(({ kind, cell }) => {
    const value = cell(row);
    return kind === "share" && typeof value === "number" ? `${Math.round(value * 1000) / 10}`.replace(".", ",") : value;
  });
}

const looks: Record<ColumnKind, CellLook> = { text: "plain", count: "count", share: "share", points: "points", day: "day" };

/** A row as a line of a sheet, with real numbers and days. */
export function sheetCells(row: AreaRow): SheetRow {
  return areaColumns.map(({ kind, cell }) => ({ value: cell(row), look: looks[kind] }));
}

/** The heads of the columns, as words. */
export function sheetHead(): SheetRow {
  return areaColumns.map(({ key }) => ({ value: headOf(key), look: "head" }));
}

/** A column's name as words, as a sheet has them: `terdaftar_paling_sedikit` is `Terdaftar paling sedikit`. */
export function headOf(key: string): string {
  const words = key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
