export type FileFormat = "xlsx" | "csv";

/** What a file takes at least, and what a row of it takes, in bytes: measured on the demo's regencies. */
const sizes: Record<FileFormat, { least: number; row: number }> = {
  xlsx: { least: 4_600, row: 150 },
  csv: { least: 1_000, row: 190 },
};

/** What a slow link brings in a second: 400 kbit/s. */
const slowBytes = 50_000;

/** About how many bytes a file of so many rows has. */
export function bytesOf(format: FileFormat, rows: number): number {
  return sizes[format].least + rows * sizes[format].row;
}

/** About how many minutes it takes over a slow link; 0 when it is less than half of one. */
export function slowMinutes(bytes: number): number {
  return Math.round(bytes / slowBytes / 60);
}
