export type FileFormat = "xlsx" | "csv";

/** What a file takes at least, and what a row of it takes on the disk and on the way, in bytes: measured on the demo's places. A workbook is packed by itself, CSV by the server. */
const sizes: Record<FileFormat, { least: number; row: number; sentRow: number }> = {
  xlsx: { least: 4_000, row: 110, sentRow: 110 },
  csv: { least: 1_000, row: 165, sentRow: 13 },
};

/** What a slow link brings in a second: 400 kbit/s. */
const slowBytes = 50_000;

/** About how many bytes a file of so many rows has. */
export function bytesOf(format: FileFormat, rows: number): number {
  return sizes[format].least + rows * sizes[format].row;
}

/** About how many minutes it takes over a slow link; 0 when it is less than half of one. */
export function slowMinutes(format: FileFormat, rows: number): number {
  return Math.round((rows * sizes[format].sentRow) / slowBytes / 60);
}
