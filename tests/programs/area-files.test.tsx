import "../support/database.ts";
import { parse } from "csv-parse/sync";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { startStaffSession } from "#app/accounts/session.server.ts";
import { pillars } from "#app/catalog/course.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { readSheets } from "#app/mentoring/intake/read-list.server.ts";
import { AreaPage } from "#app/programs/area-page.tsx";
import type { AreaFigures, AreaReport } from "#app/programs/area-report.ts";
import { type Figures, rateOf } from "#app/programs/completion.ts";
import { allPrograms } from "#app/programs/contributions.ts";
import { areaFile } from "#app/programs/download/area-file.server.ts";
import { headOf } from "#app/programs/download/area-cells.ts";
import { areaColumns, pillarKeys } from "#app/programs/download/area-columns.ts";
import { foldAllFigures } from "#app/programs/fold-figures.server.ts";
import { headlineOf } from "#app/programs/headline.ts";
import { readArea } from "#app/programs/read-area.server.ts";
import { exactly, type PublishedCounts, type Range, stages } from "#app/programs/stages.ts";
import { loader as completionLoader } from "#app/routes/program/completion.tsx";
import type { AreaChoice } from "#db/area-report.ts";
import { db } from "#db/client.ts";
import { getProgramFacts } from "#db/program-facts.ts";
import { chancesOf, makeRandomWorld, type RandomWorld } from "./random-programs.ts";
import { makeStaff } from "./rows.ts";

const now = new Date("2026-11-22T03:00:00Z");
const copy = copyIn("id");

/** `SEED` and `CASES` try others; a case's own seed stands in its name. */
const first = Number(process.env["SEED"] ?? 20261122);
const seeds = Array.from({ length: Number(process.env["CASES"] ?? 12) }, (_none, index) => first + index);

const admin = (await startStaffSession(new Request("http://melek.test"), await makeStaff(db, { role: "admin" }))).split(";")[0] ?? "";

type Line = Record<string, string>;

async function fileOf(choice: AreaChoice, format: "csv" | "xlsx"): Promise<Response> {
  return areaFile(db, { ...choice, format, copy, about: { place: "Wilayah", program: null, curriculum: null } }, now);
}

async function linesOf(choice: AreaChoice): Promise<Line[]> {
  const lines: unknown = parse(await (await fileOf(choice, "csv")).text(), { bom: true, delimiter: ";", columns: true });
  return lines as Line[];
}

/** The sheet of numbers, each cell as the other file has it. */
async function sheetOf(choice: AreaChoice): Promise<Line[]> {
  const read = await readSheets(Buffer.from(await (await fileOf(choice, "xlsx")).arrayBuffer()));
  if ("fault" in read) throw new Error(read.fault.kind);
  const [[head = [], ...rows] = []] = read.sheets;
  expect(head).toEqual(areaColumns.map(({ key }) => headOf(key)));
  return rows.map((row) => Object.fromEntries(areaColumns.map(({ key, kind }, column) => [key, kind === "share" ? percentOf(row[column] || null) : (row[column] ?? "")])));
}

function percentOf(share: string | number | null): string {
  return share === null ? "" : `${Math.round(Number(share) * 1000) / 10}`.replace(".", ",");
}

/** What a file must say of figures, worked out beside the columns that it is made of. */
function expectedOf(figures: AreaFigures): Line {
  const { area, target, otherVillages, villages, reachedVillages, counts, gain, attendance, centers, lastHeard } = figures;
  const ofPlace = (value: string | number | null | undefined) => (area.kind === "cohort" ? "" : `${value ?? ""}`);
  const names: Record<keyof PublishedCounts, string> = { registered: "terdaftar", started: "mulai_belajar", finished: "selesai", certified: "bersertifikat" };
  return {
    desa_di_wilayah: ofPlace(villages),
    desa_sasaran: ofPlace(target?.villages),
    orang_sasaran: ofPlace(target?.learners),
    ...Object.fromEntries(stages.map((stage) => [`desa_ada_${names[stage]}`, ofPlace(reachedVillages[stage])])),
    ...peopleOf("terdaftar", counts.registered),
    ...peopleOf("mulai_belajar", counts.started),
    ...peopleOf("selesai", counts.finished),
    ...peopleOf("bersertifikat", counts.certified),
    ...shareOf("terdaftar", rateOf(counts.finished, counts.registered, 1)?.share),
    ...shareOf("sasaran", target && target.learners > 0 && otherVillages === 0 && !(counts.registered.low < counts.registered.high && counts.registered.low < 5) ? rateOf(counts.finished, exactly(target.learners))?.share : undefined),
    kenaikan_nilai: ofPlace(gain?.all),
    ...Object.fromEntries(pillars.map((pillar) => [`kenaikan_${pillarKeys[pillar]}`, ofPlace(gain?.byPillar[pillar])])),
    persen_hadir: attendance ? `${attendance.percent}` : "",
    catatan_hadir_sedikitnya: `${attendance?.marks ?? ""}`,
    pusat_dipakai_belajar_30_hari_ini: ofPlace(centers.active),
    pusat_pernah_dipakai_belajar: ofPlace(centers.all),
    terakhir_belajar: lastHeard.kind === "day" ? lastHeard.on : "",
    terakhir_belajar_ketepatan: ofPlace(lastHeard.kind === "day" ? "pasti" : lastHeard.kind === "never" ? "" : copy.t(`program.${lastHeard.kind}`)),
  };
}

function peopleOf(name: string, { low, high }: Range): Line {
  const word = low === high ? "pasti" : low === 1 && high === 4 ? "kurang dari 5" : "antara";
  return { [name]: low === high ? `${low}` : "", [`${name}_paling_sedikit`]: `${low}`, [`${name}_paling_banyak`]: `${high}`, [`${name}_ketepatan`]: word };
}

function shareOf(name: string, share: Range | undefined): Line {
  const [low, high] = [share?.low ?? null, share?.high ?? null].map(percentOf);
  return { [`persen_selesai_dari_${name}_paling_sedikit`]: low ?? "", [`persen_selesai_dari_${name}_paling_banyak`]: high ?? "" };
}

/** The file's lines of a place: its own, and those of the places or cohorts in it that pages show. */
function expectSame({ whole, parts }: AreaReport, lines: readonly Line[]): void {
  expect(lines[0]).toMatchObject({ kode_wilayah: whole.area.code, ...expectedOf(whole) });
  linesOfParts({ whole, parts }, lines).forEach((line, index) => {
    const part = parts[index] as AreaFigures;
    expect(line).toMatchObject({ rombel: part.area.kind === "cohort" ? part.area.name.replace(/^=/, "'=") : "", ...expectedOf(part) });
  });
}

/** The file's lines of what is in a place: of cohorts all, of places those that pages show. */
function linesOfParts({ whole, parts }: Pick<AreaReport, "whole" | "parts">, lines: readonly Line[]): (Line | undefined)[] {
  if (whole.area.kind !== "village") return parts.map(({ area }) => lines.find(({ kode_wilayah, tingkat }) => kode_wilayah === area.code && tingkat !== "Rombel"));
  const cohorts = lines.slice(1);
  expect(cohorts.map(({ tingkat, kode_wilayah }) => [tingkat, kode_wilayah])).toEqual(parts.map(() => ["Rombel", whole.area.code]));
  return cohorts;
}

/** The numbers of people on the page itself, in its table's lines, whole last; beside those of the file. */
function expectShown(report: AreaReport, lines: readonly Line[]): void {
  const html = renderToStaticMarkup(
    <CopyProvider value={copy}>
      <AreaPage report={report} curricula={[]} base="/wilayah" program={null} />
    </CopyProvider>,
  );
  const shown = ["Terdaftar", "Mulai belajar", "Selesai", "Bersertifikat"].map((label) => [...html.matchAll(new RegExp(`data-label="${label}">(?:<a [^>]*>)?(.*?)<`, "g"))].map(([, text]) => text));
  const told = report.parts.length === 0 ? [] : [...linesOfParts(report, lines), lines[0]];
  const names = ["terdaftar", "mulai_belajar", "selesai", "bersertifikat"];
  expect(shown).toEqual(names.map((name) => told.map((line) => textOf(line ?? {}, name))));
  const rates = [...html.matchAll(/data-label="Selesai dari terdaftar">(.*?)<\/td>/g)].map(([, cell]) => (cell ?? "").replaceAll(/<[^>]+>/g, "").split(" ")[0] ?? "");
  expect(rates).toHaveLength(told.length);
  rates.forEach((rate, index) => expectRounded(rate.replaceAll("&lt;", "<").replaceAll("&gt;", ">"), told[index] ?? {}));
}

/** Whole percents of a page are those of the file, rounded: `44` of 44.4, `11–44` of 11.1 to 44.4. */
function expectRounded(shown: string, line: Line): void {
  const ends = ["paling_sedikit", "paling_banyak"].map((end) => line[`persen_selesai_dari_terdaftar_${end}`] ?? "");
  if (ends[0] === "") return expect(shown).toBe("–");
  const [least = "", most = least] = shown.split("–");
  [least, most].forEach((text, index) => {
    const told = Number((ends[index] ?? "").replace(",", "."));
    if (text === "<1" || text === ">99") return expect(Math.abs(told - (text === "<1" ? 0 : 100)) < 1).toBe(true);
    const isNearest = Math.abs(Number(text) - told) <= 0.55;
    // Only nobody is 0, only everybody 100.
    expect([text, told, isNearest || (text === "1" && told < 1) || (text === "99" && told > 99)]).toEqual([text, told, true]);
  });
}

function textOf(line: Line, name: string): string {
  if (line[`${name}_ketepatan`] === "pasti") return line[name] ?? "";
  return line[`${name}_ketepatan`] === "kurang dari 5" ? "&lt;5" : `${line[`${name}_paling_sedikit`]}–${line[`${name}_paling_banyak`]}`;
}

function regionsAround({ villages }: RandomWorld, chance: () => number): string[] {
  const village = villages[Math.floor(chance() * villages.length)] ?? "35.05.04.2014";
  return [village, village.slice(0, 8), village.slice(0, 5)];
}

describe("the files of places", () => {
  it.each(seeds)("say exactly what the pages say (SEED=%i CASES=1)", async (seed) => {
    const world = await makeRandomWorld(db, seed, now);
    await foldAllFigures(db, now);
    const chance = chancesOf(seed + 1);
    for (const programId of [allPrograms, ...world.programs.map(({ id }) => id)]) {
      for (const regionCode of regionsAround(world, chance)) {
        const choice = { programId, regionCode, curriculumId: ["", "", ...world.curricula][Math.floor(chance() * 4)] ?? "" };
        const report = await readArea(db, { ...choice, top: "" }, now);
        if (!report) throw new Error(`no ${regionCode}`);
        const lines = await linesOf(choice);
        expectSame(report, lines);
        expectShown(report, lines);
        expect(await sheetOf(choice)).toEqual(lines.map((line) => ({ ...line, rombel: line["rombel"]?.replace(/^'=/, "=") })));
      }
    }
    for (const { id, regionCode } of world.programs) await expectProgram(id, regionCode);
    await expectStagesOfAll(world.programs);
  });

  /** Every village, district or regency, and the whole on the program's own page. */
  async function expectProgram(programId: string, regionCode: string): Promise<void> {
    const request = new Request(`http://melek.test/program/${programId}`, { headers: { cookie: admin } });
    const { report } = await completionLoader({ request, params: { program: programId }, context: {} } as never);
    const lines = await linesOf({ programId, regionCode, curriculumId: "" });
    await expectHeadline({ id: programId, regionCode }, lines);
    const byCode = new Map(lines.filter(({ tingkat }) => tingkat !== "Rombel").map((line) => [line["kode_wilayah"], line]));
    const expectLine = (line: Line | undefined, { target, counts, ofRegistered, ofTarget }: Figures) => {
      const { terdaftar, mulai_belajar, selesai, bersertifikat, orang_sasaran, ...rest } = line ?? {};
      const told = { terdaftar, mulai_belajar, selesai, bersertifikat, ...rest } as Line;
      expect(told).toMatchObject({ ...peopleOf("terdaftar", counts.registered), ...peopleOf("mulai_belajar", counts.started), ...peopleOf("selesai", counts.finished), ...peopleOf("bersertifikat", counts.certified) });
      expect(told).toMatchObject({ ...shareOf("terdaftar", ofRegistered?.share), ...shareOf("sasaran", ofTarget?.share) });
      expect(Number(orang_sasaran || 0)).toBe(target ?? 0);
    };
    for (const group of report.groups) {
      expectLine(byCode.get(group.code), group);
      for (const row of group.rows) expectLine(byCode.get(row.villageCode), row);
    }
    expectLine(lines[0], report.totals);
    expect(Number(lines[0]?.["desa_sasaran"] || 0)).toBe(report.targetVillages);
    const { whole } = (await readArea(db, { programId, regionCode, curriculumId: "", top: "" }, now)) ?? {};
    if (whole?.target) expect([whole.otherVillages, whole.reachedVillages.registered - whole.otherVillages]).toEqual([report.otherVillages, report.targetVillagesWithLearners]);
    expect(lines.filter((line) => /^Desa/.test(line["tingkat"] ?? "") && line["desa_sasaran"] === "1" && line["desa_ada_terdaftar"] === "1")).toHaveLength(report.targetVillagesWithLearners);
  }

  /** All that the sentence at a program's top counts by villages stands in its file, to be read off or added up. */
  async function expectHeadline(program: { id: string; regionCode: string }, lines: readonly Line[]): Promise<void> {
    const facts = await getProgramFacts(db, program, exactly(0), dayOf(now));
    const ofKind = (tingkat: string) => lines.filter((line) => line["tingkat"] === tingkat);
    const number = (line: Line | undefined, key: string) => Number(line?.[key] || 0);
    const stagesOf = (line: Line | undefined) => ({ internet: number(line, "desa_sasaran_punya_pusat_internet"), center: number(line, "desa_sasaran_pusat_internet_dibuka"), cohort: number(line, "desa_sasaran_rombel_pertama_mulai"), graduates: number(line, "desa_sasaran_lulusan_pertama") });
    const having = (tingkat: string, key: string) => ofKind(tingkat).filter((line) => number(line, key) > 0).length;
    const told = {
      regionVillages: number(lines[0], "desa_tanpa_kelurahan"),
      targets: { villages: number(lines[0], "desa_sasaran"), learners: number(lines[0], "orang_sasaran"), districts: having("Kecamatan", "desa_sasaran"), regencies: having("Kabupaten atau kota", "desa_sasaran") },
      stages: stagesOf(lines[0]),
      centerDistricts: having("Kecamatan", "desa_sasaran_punya_pusat_internet"),
    };
    expect(facts).toMatchObject(told);
    expect(headlineOf({ ...facts, ...told })).toEqual(headlineOf(facts));
    const sums = Object.entries(stagesOf(lines[0])).map(([stage]) => [stage, ofKind("Desa atau kelurahan").reduce((sum, line) => sum + stagesOf(line)[stage as keyof typeof told.stages], 0)]);
    expect(Object.fromEntries(sums)).toEqual(told.stages);
    const waves = await db.selectFrom("program_village").where("program_id", "=", program.id).select(["village_code as code", "wave"]).execute();
    const waveOf = new Map(waves.map(({ code, wave }) => [code, `${wave ?? ""}`]));
    for (const line of ofKind("Desa atau kelurahan")) expect([line["kode_wilayah"], line["gelombang"]]).toEqual([line["kode_wilayah"], waveOf.get(line["kode_wilayah"] ?? "") ?? ""]);
  }

  /** Of all programs together, a village that is a target of two counts once. */
  async function expectStagesOfAll(programs: RandomWorld["programs"]): Promise<void> {
    const lines = await linesOf({ programId: allPrograms, regionCode: "35", curriculumId: "" });
    const all = await Promise.all(programs.map(({ id }) => db.selectFrom("program_stage as s").innerJoin("program_village as t", (join) => join.onRef("t.program_id", "=", "s.program_id").onRef("t.village_code", "=", "s.village_code")).where("s.program_id", "=", id).where("s.withdrawn_at", "is", null).where("s.reached_on", "<=", dayOf(now)).where("s.village_code", "like", "35.%").select("s.village_code as code").execute()));
    const villages = new Set(all.flat().map(({ code }) => code));
    const here = lines.filter((line) => villages.has(line["kode_wilayah"] ?? "") && line["tingkat"] === "Desa atau kelurahan");
    expect(here.map((line) => line["desa_sasaran_punya_pusat_internet"])).toEqual([...villages].map(() => "1"));
    const total = lines.filter((line) => line["tingkat"] === "Desa atau kelurahan" && line["desa_sasaran_punya_pusat_internet"] === "1").length;
    expect([Number(lines[0]?.["desa_sasaran_punya_pusat_internet"] || 0), lines[0]?.["gelombang"]]).toEqual([total, ""]);
  }

  it("have every place of the country once, each before those in it, and sums that hold", async () => {
    const lines = await linesOf({ programId: allPrograms, regionCode: "", curriculumId: "" });
    const places = lines.filter(({ tingkat }) => tingkat !== "Rombel");
    expect(places).toHaveLength(91_600);
    expect(places.map(({ kode_wilayah }) => kode_wilayah)).toEqual(places.map(({ kode_wilayah }) => kode_wilayah).toSorted());
    for (const tingkat of ["Provinsi", "Kabupaten atau kota", "Kecamatan", "Desa atau kelurahan"]) {
      const sum = (key: string) => places.filter((line) => line["tingkat"] === tingkat).reduce((total, line) => total + Number(line[key] || 0), 0);
      for (const key of ["desa_di_wilayah", "desa_sasaran", "orang_sasaran", "desa_tanpa_kelurahan", "desa_sasaran_punya_pusat_internet", "desa_ada_terdaftar", "desa_ada_bersertifikat", "pusat_pernah_dipakai_belajar"]) expect([tingkat, key, sum(key)]).toEqual([tingkat, key, Number(lines[0]?.[key] || 0)]);
      const registered = Number(lines[0]?.["terdaftar"] || NaN);
      if (registered) expect(sum("terdaftar_paling_sedikit") <= registered && registered <= sum("terdaftar_paling_banyak")).toBe(true);
    }
  }, 120_000);
});
