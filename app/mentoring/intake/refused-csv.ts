import { csvLines, csvStart } from "#app/reports/csv.ts";
import type { ImportLine, Refusal } from "./read-line.ts";

export interface RefusedLine {
  line: ImportLine;
  refusals: readonly Refusal[];
}

/** The refused rows as a file to mend and upload again: as they stood, and why. */
export function refusedCsv(lines: readonly RefusedLine[], reasonOf: (refusal: Refusal) => string): string {
  const rows = lines.map(({ line, refusals }) => [line.name, line.birth, line.gender, line.number, refusals.map(reasonOf).join(" ")]);
  return csvStart + csvLines([["nama", "tahun lahir", "jenis kelamin", "nomor peserta", "alasan"], ...rows]);
}

/** A list to begin with: the titles, and two people to write over. */
export function sampleCsv(): string {
  const rows = [
    ["nama", "tahun lahir", "jenis kelamin", "nomor peserta"],
    ["Contoh Siti Aminah", "1968", "P", ""],
    ["Contoh Budi Santoso", "", "L", ""],
  ];
  return csvStart + csvLines(rows);
}
