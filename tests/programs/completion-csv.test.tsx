import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { reportCompletion, selections, selectVillages, type VillageCounts } from "#app/programs/completion.ts";
import { completionCsv, csvColumns, csvFileName } from "#app/programs/completion-csv.ts";
import { CompletionPage } from "#app/programs/completion-page.tsx";

const now = new Date("2026-11-21T03:00:00Z");
const program = { id: "p", name: "Program", ownerName: "Dinas", regionName: "Kabupaten Contoh" };

describe("the file", () => {
  it("has the page's numbers, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(village(), { minLength: 1, maxLength: 20 }).map(numbered), fc.constantFrom("mulai", "semua"), (villages, selection) => {
        fc.pre(villages.some(({ registered }) => registered > 0));
        const report = reportCompletion(villages, now);
        const html = renderToStaticMarkup(
          <CopyProvider value={copyIn("id")}>
            <CompletionPage program={program} report={report} gain={{ kind: "none" }} region={{ desa: 9, kelurahan: 0 }} selection={selection} now={now} />
          </CopyProvider>,
        );
        expect(rowsOfPage(html)).toEqual(rowsOfCsv(completionCsv(report, selectVillages(report.groups, selection))));
      }),
      { numRuns: 150 },
    );
  });

  it("has every village once over the selections", () => {
    const report = reportCompletion(numbered([{ registered: 9 }, {}, { registered: 3 }]), now);
    const lines = selections.map((selection) => rowsOfCsv(completionCsv(report, selectVillages(report.groups, selection))).length - 1);
    expect(lines).toEqual([3, 2, 1]);
  });

  it("begins with a byte order mark and defuses formulas", () => {
    const report = reportCompletion(numbered([{ registered: 9, village: "=HYPERLINK(1)" }]), now);
    const csv = completionCsv(report, report.groups);
    expect(csv.startsWith("\uFEFFkode_desa;desa;kecamatan")).toBe(true);
    expect(csv).toContain("'=HYPERLINK(1)");
  });

  it("is named after the program and the day", () => {
    expect(csvFileName("Literasi Digital: Désa & Kota / 2026", "2026-11-21")).toBe("literasi-digital-de-sa-kota-2026-2026-11-21.csv");
    expect(csvFileName("???", "2026-11-21")).toBe("program-2026-11-21.csv");
  });
});

/** Village, target, four counts and two percentages of each line; the totals last. What is empty in one is a dash in the other. */
function rowsOfCsv(csv: string): string[][] {
  const [, ...lines]: string[][] = parse(csv, { bom: true, delimiter: ";" });
  const columns = ["desa", "target", "terdaftar", "mulai_belajar", "selesai", "bersertifikat", "persen_selesai_dari_terdaftar", "persen_selesai_dari_target"];
  return lines.map((line) => columns.map((column) => line[csvColumns.indexOf(column)] || "–"));
}

function rowsOfPage(html: string): string[][] {
  const lines = [...html.matchAll(/<tr>(?:(?!<tr).)*?<th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)];
  return lines.map(([, name = "", cells = ""]) => {
    const texts = [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, text = ""]) => plain(text));
    const [target = "", ...figures] = texts.length === 2 ? [texts[0] ?? "", "0", "0", "0", "0", "–", texts[0] === "–" || texts[0] === "0" ? "–" : "0"] : texts;
    return [plain(name), withoutDots(target), ...figures.slice(0, 4).map(withoutDots), ...figures.slice(4, 6).map((rate) => rate.split(" %")[0] ?? "")];
  });
}

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").trim();
}

function withoutDots(text: string): string {
  return text.replaceAll(".", "");
}

function numbered(villages: Partial<VillageCounts>[]): VillageCounts[] {
  const place = { districtCode: "32.14.01", district: "Jatiluhur", regencyCode: "32.14", regency: "Purwakarta" };
  const counts = { target: 30, registered: 0, started: 0, finished: 0, certified: 0, lastActivityAt: null };
  return villages.map((fields, index) => ({ villageCode: `32.14.01.${2001 + index}`, village: `Desa ${index}`, ...place, ...counts, ...fields }));
}

function village(): fc.Arbitrary<Partial<VillageCounts>> {
  const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 3000 }));
  return fc.record({
    people: fc.tuple(count, count, count, count).map((counts) => counts.sort((a, b) => b - a)),
    target: fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.constant(null)),
  }).map(({ people: [registered = 0, started = 0, finished = 0, certified = 0], target }) => ({ target, registered, started, finished, certified }));
}
