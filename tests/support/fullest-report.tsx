import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { pillars } from "#app/catalog/course.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import type { AreaFigures, AreaReport } from "#app/programs/area-report.ts";
import { ReportPage, type ReportPageProps } from "#app/programs/pictures/report-page.tsx";
import { mostNamed, reportPlaces, roomForStalled } from "#app/programs/pictures/report-places.ts";
import { countStandings } from "#app/programs/pictures/tiles.ts";
import { exactly, type PublishedCounts } from "#app/programs/stages.ts";
import type { VillageStanding } from "#db/village-stages.ts";

const styles = ["app/ui/tokens.css", "app/ui/base.css", "app/ui/staff.css", "app/programs/pictures/pictures.css", "app/programs/pictures/sheet.css"];
const range = (low: number, high: number) => ({ low, high });
const counts: PublishedCounts = { registered: range(1180, 1203), started: range(1020, 1043), finished: range(580, 603), certified: range(480, 503) };
const gain = { all: 40, byPillar: { cakap: 40, etis: 40, budaya: 40, aman: 40 }, shares: Object.fromEntries(pillars.map((pillar) => [pillar, { before: 30, after: 89 }])) } as NonNullable<AreaFigures["gain"]>;
const months = Array.from({ length: 12 }, (_none, month) => ({ month: `2026-${String(month + 1).padStart(2, "0")}`, counts }));

const longest = ["Kabupaten Probolinggo", "Kota Probolinggo", "Kabupaten Penajam Paser Utara"];

/** A report that has all there can be: many places of one kind, partners, waves, villages that stand still, ranges for numbers and long names. */
export function fullestReport(places: number, kind: "province" | "regency" | "district"): string {
  const props = fullest(places, kind);
  const html = renderToStaticMarkup(
    <CopyProvider value={copyIn("id")}>
      <main>
        <ReportPage {...props} />
      </main>
    </CopyProvider>,
  );
  const css = styles.map((file) => readFileSync(file, "utf8").replace(/@import[^;]*;/g, "")).join("\n");
  return `<!doctype html><html lang="id"><title>Laporan</title><style>${css}</style><body>${html}</body></html>`;
}

function fullest(places: number, kind: "province" | "regency" | "district"): ReportPageProps {
  const code = { province: "64", regency: "32.05", district: "32.05.01" }[kind];
  const within = { province: "regency", regency: "district", district: "village" }[kind] as "regency" | "district" | "village";
  const codes = Array.from({ length: places }, (_none, index) => `${code}.${kind === "district" ? 2001 + index : String(index + 1).padStart(2, "0")}`);
  const parts = codes.map((part, index) => figures(part, within, kind === "province" ? longest[index % 3] as string : "Karangpawitan"));
  const villages: VillageStanding[] = codes.flatMap((part) => (kind === "district" ? [part] : [`${part}.01.2001`, `${part}.01.2002`])).map((villageCode, index) => ({ villageCode, village: "Desa", districtCode: "", district: "", regencyCode: "", regency: "", isTarget: index % 3 > 0, stage: index % 2 === 0 ? "cohort" : "graduates" }));
  const whole = figures(code, kind, "Kabupaten Penajam Paser Utara");
  const report: AreaReport = { path: [], curriculumId: null, whole, parts, byGender: null, byAge: null, months, asOf: new Date("2026-11-22T05:00:00Z") };
  const told = reportPlaces(parts, villages);
  const rows = codes.slice(0, Math.max(mostNamed, roomForStalled(told.places))).map((villageCode) => ({ villageCode, village: "Karangpawitan", district: "Tarogong Kidul", regency: "Kabupaten Penajam Paser Utara", reason: "noCenter" as const, since: "2026-01-22", isOneLesson: false }));
  const wave = (number: number) => ({ number, name: "Tahun pertama, desa berikutnya di dataran tinggi", startsOn: "2026-09-12", endsOn: "2027-09-10" });
  return {
    program: {
      id: "program",
      name: "Literasi Digital Dua Tahun untuk Desa dan Kelurahan Kabupaten Penajam Paser Utara",
      ownerName: "Dinas Pemberdayaan Masyarakat dan Pemerintahan Desa Kabupaten Penajam Paser Utara",
      startsOn: "2026-09-12",
      endsOn: "2028-09-10",
      partners: Array.from({ length: 5 }, (_none, index) => ({ name: `PT Contoh Sejahtera Bersama Nusantara ${index}`, gives: "Dana CSR" })),
      waves: [1, 2, 3, 4, 5].map(wave),
    },
    report,
    curricula: [],
    headline: { kind: "everywhere", villages: 1421, regionVillages: 1421, years: 2, begun: 1310 },
    counts: countStandings(villages),
    places: told,
    stalled: { isCounted: true, rows, from: 0, total: 99, byReason: { noCenter: 99, noCohort: 0, nobody: 0, notBegun: 0, noGraduates: 0, quiet: 0 } },
    today: "2026-11-22",
  };
}

function figures(code: string, kind: AreaFigures["area"]["kind"], name: string): AreaFigures {
  return { area: { code, kind, name }, target: { villages: 12, learners: 200 }, villages: 14, otherVillages: 0, reachedVillages: { registered: 9, started: 9, finished: 5, certified: 4 }, counts: code.length > 8 ? { ...counts, registered: exactly(24) } : counts, gain, attendance: null, centers: { active: 1, all: 1 }, lastHeard: { kind: "day", on: "2026-11-21" } };
}
