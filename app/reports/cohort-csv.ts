import type { Translate } from "#app/i18n/translate.tsx";
import type { CohortReport, Share } from "./cohort-report.ts";
import { csvLines, csvStart } from "./csv.ts";
import { lacksInWords, standingWord } from "./term-words.ts";

export const cohortCsvColumns = [
  "nomor",
  "nama",
  "hadir",
  "pertemuan_tercatat",
  "menit",
  "pelajaran_selesai",
  "pelajaran_semua",
  "kuis_lulus",
  "kuis_semua",
  "keadaan",
  "yang_masih_kurang",
];

/** The cohort's report as CSV, the sums in the last line. */
export function cohortCsv({ lines, sum }: CohortReport, t: Translate): string {
  const rows = lines.map((line) => [
    String(line.number),
    line.name,
    ...cellsOf(line),
    standingWord(line.standing, t),
    line.lacks.length === 0 ? t("reports.lacksNothing") : lacksInWords(line, t).join("; "),
  ]);
  const sums = ["", t("reports.sum"), ...cellsOf(sum), t("reports.sumFinished", { finished: sum.finished, certified: sum.certified }), ""];
  return csvStart + csvLines([cohortCsvColumns, ...rows, sums]);
}

function cellsOf({ attended, minutes, lessons, quizzes }: { attended: Share; minutes: number; lessons: Share; quizzes: Share }): string[] {
  return [attended.done, attended.total, minutes, lessons.done, lessons.total, quizzes.done, quizzes.total].map(String);
}

/** A name for a file of the cohort's: in characters that every system takes, with the day. */
export function cohortFileName(cohortName: string, day: string, ending: "csv" | "pdf"): string {
  const words = cohortName.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `${["laporan", ...words].join("-").slice(0, 60)}-${day}.${ending}`;
}
