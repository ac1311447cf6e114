import { type Pillar, pillars } from "#app/catalog/course.ts";
import type { VillageStage } from "#db/programs-schema.ts";
import type { AreaFigures } from "../area-report.ts";
import { type Rate, rateOf, rateOfTarget } from "../completion.ts";
import { isHidden, leastGroup, type Range, type Stage, stages } from "../stages.ts";

/** What is told of a place, with the names of those around it. A cohort's `code` is its village's. */
export interface AreaRow {
  code: string;
  province: string | undefined;
  regency: string | undefined;
  district: string | undefined;
  village: string | undefined;
  figures: AreaFigures;
  /** Of the village or place itself, or of the cohort's village. */
  plan: PlaceOfPlan;
}

/** What a program plans for a place. */
export interface PlaceOfPlan {
  /** Desa in the place, without kelurahan. */
  desa: number;
  /** Null in a place that is no village, without a wave, or of all programs together. */
  wave: number | null;
  /** Target villages that have reached each stage by today; null where there is no target. */
  reached: Record<VillageStage, number> | null;
}

/** In the order in which a village goes through them. */
const planStages = ["internet", "center", "cohort", "graduates"] as const satisfies readonly VillageStage[];

/** Whole numbers, shares from 0 up, percentage points, `YYYY-MM-DD` days; all else is text. */
export type ColumnKind = "text" | "count" | "share" | "points" | "day";

export interface Column {
  /** The head of the column in the files. */
  key: string;
  kind: ColumnKind;
  /** In characters. */
  width: number;
  /** Null where nothing is known or may be told. */
  cell: (row: AreaRow) => string | number | null;
}

const levels: Record<AreaFigures["area"]["kind"], string> = { nation: "Indonesia", province: "Provinsi", regency: "Kabupaten atau kota", district: "Kecamatan", village: "Desa atau kelurahan", cohort: "Rombel" };
/** What the stages are called in heads of columns. */
export const stageKeys: Record<Stage, string> = { registered: "terdaftar", started: "mulai_belajar", finished: "selesai", certified: "bersertifikat" };
/** What the stages of a plan are called in heads of columns. */
export const planKeys: Record<VillageStage, string> = { internet: "punya_pusat_internet", center: "pusat_internet_dibuka", cohort: "rombel_pertama_mulai", graduates: "lulusan_pertama" };
/** The words of the last day of learning. */
export const heardWords = { day: "pasti", within30Days: "dalam 30 hari ini", before30Days: "lebih dari 30 hari yang lalu", never: null } as const;
/** What the pillars are called in heads of columns: by their names on the pages. */
export const pillarKeys: Record<Pillar, string> = { cakap: "bisa_memakai_HP_dan_internet", etis: "sopan_dan_teliti", budaya: "rukun_dan_berbudaya", aman: "aman_dari_penipuan" };

/** The words of a number of people: told exactly, 1-4, or any other range. */
export const toldWords = { exact: "pasti", few: `kurang dari ${leastGroup}`, range: "antara" } as const;

const widths: Record<ColumnKind, number> = { text: 26, count: 12, share: 12, points: 12, day: 14 };

/** The columns of both files, in their order. */
export const areaColumns: readonly Column[] = [
  text("tingkat", 20, ({ figures }) => levels[figures.area.kind]),
  text("kode_wilayah", 14, ({ code }) => code),
  text("provinsi", 22, ({ province }) => province),
  text("kabupaten_atau_kota", 22, ({ regency }) => regency),
  text("kecamatan", 18, ({ district }) => district),
  text("desa_atau_kelurahan", 20, ({ village }) => village),
  text("rombel", 20, ({ figures: { area } }) => (area.kind === "cohort" ? area.name : null)),
  ofPlaces("desa_di_wilayah", "count", ({ villages }) => villages),
  ofPlaces("desa_tanpa_kelurahan", "count", (_figures, { desa }) => desa),
  ofPlaces("desa_sasaran", "count", ({ target }) => target?.villages),
  ofPlaces("orang_sasaran", "count", ({ target }) => target?.learners),
  ofPlaces("gelombang", "count", (_figures, { wave }) => wave),
  ...planStages.map((stage) => ofPlaces(`desa_sasaran_${planKeys[stage]}`, "count", (_figures, { reached }) => reached?.[stage])),
  ...stages.map((stage) => ofPlaces(`desa_ada_${stageKeys[stage]}`, "count", ({ reachedVillages }) => reachedVillages[stage])),
  ...stages.flatMap(columnsOfPeople),
  ...columnsOfRate("persen_selesai_dari_terdaftar", ({ counts }) => rateOf(counts.finished, counts.registered, 1)),
  ...columnsOfRate("persen_selesai_dari_sasaran", ({ counts, target, otherVillages }) => rateOfTarget(counts, target?.learners ?? null, otherVillages)),
  ofPlaces("kenaikan_nilai", "points", ({ gain }) => gain?.all),
  ...pillars.map((pillar) => ofPlaces(`kenaikan_${pillarKeys[pillar]}`, "points", ({ gain }) => gain?.byPillar[pillar])),
  // Only in whole percent, as on the pages: marks themselves could be subtracted until those of a few people are left.
  ofPlaces("persen_hadir", "share", ({ attendance }) => attendance && attendance.percent / 100),
  ofPlaces("catatan_hadir_sedikitnya", "count", ({ attendance }) => attendance?.marks),
  ofPlaces("pusat_dipakai_belajar_30_hari_ini", "count", ({ centers }) => centers.active),
  ofPlaces("pusat_pernah_dipakai_belajar", "count", ({ centers }) => centers.all),
  ofPlaces("terakhir_belajar", "day", ({ lastHeard }) => (lastHeard.kind === "day" ? lastHeard.on : null)),
  ofPlaces("terakhir_belajar_ketepatan", "text", ({ lastHeard }) => heardWords[lastHeard.kind]),
];

function text(key: string, width: number, cell: (row: AreaRow) => string | null | undefined): Column {
  return { key, kind: "text", width, cell: (row) => cell(row) ?? null };
}

/** A column that cohorts leave empty. */
function ofPlaces(key: string, kind: ColumnKind, cell: (figures: AreaFigures, plan: PlaceOfPlan) => string | number | null | undefined): Column {
  return { key, kind, width: widths[kind], cell: ({ figures, plan }) => (figures.area.kind === "cohort" ? null : (cell(figures, plan) ?? null)) };
}

function columnsOfPeople(stage: Stage): Column[] {
  const key = stageKeys[stage];
  const of = (read: (range: Range) => string | number | null) => ({ figures }: AreaRow) => read(figures.counts[stage]);
  return [
    { key, kind: "count", width: 12, cell: of((range) => (isHidden(range) ? null : range.low)) },
    { key: `${key}_paling_sedikit`, kind: "count", width: 12, cell: of(({ low }) => low) },
    { key: `${key}_paling_banyak`, kind: "count", width: 12, cell: of(({ high }) => high) },
    { key: `${key}_ketepatan`, kind: "text", width: 15, cell: of(toldWord) },
  ];
}

function toldWord({ low, high }: Range): string {
  if (low === high) return toldWords.exact;
  return low === 1 && high === leastGroup - 1 ? toldWords.few : toldWords.range;
}

function columnsOfRate(key: string, rate: (figures: AreaFigures) => Rate | null): Column[] {
  const end = (name: string, read: (share: Range) => number): Column => ({
    key: `${key}_${name}`,
    kind: "share",
    width: 14,
    cell: ({ figures }) => {
      const share = rate(figures)?.share;
      return share ? Math.round(read(share) * 1000) / 1000 : null;
    },
  });
  return [end("paling_sedikit", ({ low }) => low), end("paling_banyak", ({ high }) => high)];
}
