export type FileFormat = "xlsx" | "csv";

/** What a file takes at least, and what a row of it takes on the disk and on the way, in bytes: measured on files of the country and of a regency. A workbook is packed by itself, CSV by the server. */
const sizes: Record<FileFormat, { least: number; row: number; sentRow: number }> = {
  xlsx: { least: 4_000, row: 105, sentRow: 105 },
  csv: { least: 1_600, row: 170, sentRow: 12 },
};

/** What a slow link brings in a second: 400 kbit/s. */
const slowBytes = 50_000;

/** About how many bytes a file of so many rows has. */
export function bytesOf(format: FileFormat, rows: number): number {
  return sizes[format].least + rows * sizes[format].row;
}

/** About how many of them go over the link. */
export function sentBytesOf(format: FileFormat, rows: number): number {
  return format === "xlsx" ? bytesOf(format, rows) : 400 + rows * sizes[format].sentRow;
}

/** About how many minutes it takes over a slow link; 0 when it is less than half of one. */
export function slowMinutes(format: FileFormat, rows: number): number {
  return Math.round(sentBytesOf(format, rows) / slowBytes / 60);
}
