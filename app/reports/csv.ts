import { stringify } from "csv-stringify/sync";

/**
 * Lines of cells as CSV: UTF-8 and semicolons, as Excel with Indonesian settings opens it, and no text that a
 * spreadsheet would run as a formula.
 */
export function csvLines(lines: readonly (readonly (string | number | null)[])[]): string {
  return stringify(lines as unknown[][], { delimiter: ";", escape_formulas: true });
}

/** The byte order mark that a file of such lines begins with, by which Excel knows that it is UTF-8. */
export const csvStart = "\uFEFF";
