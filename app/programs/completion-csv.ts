import { stringify } from "csv-stringify/sync";
import { dayOf } from "#app/i18n/locale.ts";
import type { CompletionReport, Figures, LastHeard, VillageGroup } from "./completion.ts";
import { percentText, plainCountText } from "./figures.ts";

/**
 * The report's villages as CSV, and the totals of the whole program in the last line. Numbers stand
 * without separators; hidden ones read as on the page. UTF-8 with a byte order mark and semicolons, as
 * Excel with Indonesian settings opens it, and no cell that
 * a spreadsheet would run as a formula.
 */
export function completionCsv(report: CompletionReport, groups: readonly VillageGroup[]): string {
  const lines = groups.flatMap((group) =>
    group.rows.map((row) => [row.villageCode, row.village, row.district, row.regency, ...figureCells(row), lastHeardCell(row.lastHeard)]),
  );
  const totals = ["", "Jumlah seluruh program", "", "", ...figureCells(report.totals), lastHeardCell(report.lastHeard)];
  return stringify([csvColumns, ...lines, totals], { bom: true, delimiter: ";", escape_formulas: true });
}

export const csvColumns = [
  "kode_desa",
  "desa",
  "kecamatan",
  "kabupaten_kota",
  "target",
  "terdaftar",
  "mulai_belajar",
  "selesai",
  "bersertifikat",
  "persen_selesai_dari_terdaftar",
  "persen_selesai_dari_target",
  "terakhir_ada_kabar",
];

function figureCells({ target, counts, ofRegistered, ofTarget }: Figures): string[] {
  const { registered, started, finished, certified } = counts;
  return [
    target === null ? "" : `${target}`,
    ...[registered, started, finished, certified].map(plainCountText),
    ofRegistered ? percentText(ofRegistered.share) : "",
    ofTarget ? percentText(ofTarget.share) : "",
  ];
}

function lastHeardCell(lastHeard: LastHeard): string {
  switch (lastHeard.kind) {
    case "moment":
      return dayOf(lastHeard.at);
    case "within30Days":
      return "dalam 30 hari";
    case "before30Days":
      return "lebih dari 30 hari";
    case "never":
      return "";
  }
}

/** A name for the file: the program and the day, in characters that every system takes. */
export function csvFileName(programName: string, day: string): string {
  const name = programName
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return `${name || "program"}-${day}.csv`;
}
