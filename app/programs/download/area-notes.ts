import { pillars } from "#app/catalog/course.ts";
import { formatDate, formatTime } from "#app/i18n/locale.ts";
import type { Copy, Translate } from "#app/i18n/translate.tsx";
import { pillarNames } from "#app/learning/pillar-names.ts";
import type { SheetCell, SheetRow } from "#app/reports/workbook-xml.ts";
import { headOf } from "./area-cells.ts";
import { areaColumns, heardWords, pillarKeys, planKeys, stageKeys, toldWords } from "./area-columns.ts";

/** What a file is about. */
export interface AreaAbout {
  place: string;
  program: { name: string; owner: string } | null;
  /** Null: all curricula together. */
  curriculum: string | null;
  /** Up to when all that happened is in the figures; null until they have first been worked out whole. */
  asOf: Date | null;
}

/** The sheet that says what the figures are: of what, as of when, each column, and why some are ranges. */
export function notesRows({ place, program, curriculum, asOf }: AreaAbout, { t, locale }: Copy): SheetRow[] {
  const when = asOf ? t("download.asOfTime", { date: formatDate(asOf, locale), time: formatTime(asOf, locale) }) : t("download.counting");
  return [
    [{ value: t("download.title", { place }), look: "title" }],
    line(t("download.place"), place),
    line(t("download.program"), program ? t("download.programOf", program) : t("download.allPrograms")),
    line(t("download.curriculum"), curriculum ?? t("download.allCurricula")),
    line(t("download.asOf"), when),
    [],
    [head(t("download.column")), head(t("download.meaning"))],
    ...areaColumns.map(({ key }) => line(headOf(key), meaningOf(key, t))),
    [],
    [head(t("download.whyTitle")), head(null)],
    line(null, t("download.why")),
    line(null, t("download.cohortRows")),
  ];
}

function line(name: string | null, text: string): SheetRow {
  return [
    { value: name, look: "prose" },
    { value: text, look: "prose" },
  ];
}

function head(value: string | null): SheetCell {
  return { value, look: "head" };
}

/** What a column says. */
export function meaningOf(key: string, t: Translate): string {
  const found = meanings.find(([keys]) => keys.test(key));
  if (!found) throw new Error(`nothing says what ${key} means`);
  return found[1](t);
}

const meanings: readonly [keys: RegExp, meaning: (t: Translate) => string][] = [
  [/^tingkat$/, (t) => t("download.level")],
  [/^kode_wilayah$/, (t) => t("download.code")],
  [/^(provinsi|kabupaten_atau_kota|kecamatan|desa_atau_kelurahan|rombel)$/, (t) => t("download.names")],
  [/^desa_di_wilayah$/, (t) => t("download.villages")],
  [/^desa_tanpa_kelurahan$/, (t) => t("download.desa")],
  [/^gelombang$/, (t) => t("download.wave")],
  [new RegExp(`^desa_sasaran_${planKeys.internet}$`), (t) => t("download.stage", { stage: t("plan.stageInternet") })],
  [new RegExp(`^desa_sasaran_${planKeys.center}$`), (t) => t("download.stage", { stage: t("plan.stageCenter") })],
  [new RegExp(`^desa_sasaran_${planKeys.cohort}$`), (t) => t("download.stage", { stage: t("plan.stageCohort") })],
  [new RegExp(`^desa_sasaran_${planKeys.graduates}$`), (t) => t("download.stage", { stage: t("plan.stageGraduates") })],
  [/^desa_sasaran$/, (t) => t("download.targetVillages")],
  [/^orang_sasaran$/, (t) => t("download.targetPeople")],
  [/^desa_ada_/, (t) => t("download.villagesReached")],
  [/^persen_selesai_dari_terdaftar/, (t) => t("download.ofRegistered")],
  [/^persen_selesai_dari_sasaran/, (t) => t("download.ofTarget")],
  [/_paling_(sedikit|banyak)$/, (t) => t("download.bounds")],
  [/^terakhir_belajar_ketepatan$/, (t) => t("download.heard", { day: heardWords.day, within30Days: heardWords.within30Days, before30Days: heardWords.before30Days })],
  [/_ketepatan$/, (t) => t("download.told", toldWords)],
  [new RegExp(`^${stageKeys.registered}$`), (t) => t("download.registered")],
  [new RegExp(`^${stageKeys.started}$`), (t) => t("download.started")],
  [new RegExp(`^${stageKeys.finished}$`), (t) => t("download.finished")],
  [new RegExp(`^${stageKeys.certified}$`), (t) => t("download.certified")],
  [/^kenaikan_nilai$/, (t) => t("download.gain")],
  ...pillars.map((pillar): [RegExp, (t: Translate) => string] => [new RegExp(`^kenaikan_${pillarKeys[pillar]}$`), (t) => t("download.gainPillar", { pillar: t(pillarNames[pillar]) })]),
  [/^persen_hadir$/, (t) => t("download.attendance")],
  [/^catatan_hadir_sedikitnya$/, (t) => t("download.attendanceMarks")],
  [/^pusat_dipakai_belajar_30_hari_ini$/, (t) => t("download.centersActive")],
  [/^pusat_pernah_dipakai_belajar$/, (t) => t("download.centers")],
  [/^terakhir_belajar$/, (t) => t("download.lastHeard")],
];
