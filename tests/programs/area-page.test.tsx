import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { figuresOf } from "#app/programs/area-figures.ts";
import { AreaPage } from "#app/programs/area-page.tsx";
import type { AreaReport } from "#app/programs/area-report.ts";
import { headOf } from "#app/programs/download/area-cells.ts";
import { areaColumns } from "#app/programs/download/area-columns.ts";
import { exactly } from "#app/programs/stages.ts";

const told = { registered: exactly(50), started: exactly(40), finished: exactly(20), certified: exactly(20) };
const facets = { "villages": [8, 8, 4, 4], "centers": [8], "center:2026-11-19": [7], "gain:cakap": [20, 30, 100, 89, 100], "gain:etis": [20, 40, 100, 80, 100], "gain:budaya": [20, 50, 100, 50, 100], "gain:aman": [20, 50, 100, 45, 100] };
const since = { activeSince: "2026-10-23", programId: "p" };
const regency = figuresOf({ code: "32.14", kind: "regency", name: "Kabupaten Purwakarta" }, 192, { told, figures: facets, lastOn: "2026-11-19" }, since);
const district = figuresOf({ code: "32.14.01", kind: "district", name: "Jatiluhur" }, 10, { told, figures: facets, lastOn: "2026-11-19" }, since);
const report: AreaReport = { path: [regency.area], curriculumId: null, whole: regency, parts: [district], byGender: null, byAge: null, months: [], asOf: new Date("2026-11-22T03:00:00Z") };

function textOf(program: { id: string; name: string } | null, shown = report): string {
  const html = renderToStaticMarkup(
    <CopyProvider value={copyIn("id")}>
      <AreaPage report={shown} curricula={[]} base="/wilayah" program={program} />
    </CopyProvider>,
  );
  return html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

describe("the page of a place", () => {
  it("says who is counted: of one program, or of any", () => {
    expect(textOf({ id: "p", name: "Desa Cerdas" })).toContain("Terdaftar: orang yang masuk rombel program ini,");
    expect(textOf(null)).toContain("Terdaftar: orang yang masuk rombel, di program mana pun,");
    expect(textOf(null)).not.toContain("program ini");
  });

  it("does not call centers that people learn in the centers that there are", () => {
    const text = textOf(null);
    expect(text).toContain("Pusat yang dipakai belajar");
    expect(text).toContain("7 dari 8");
    expect(text).toContain("Pusat yang belum pernah dipakai belajar tidak dihitung.");
    for (const word of [text, ...areaColumns.map(({ key }) => headOf(key))]) expect(word).not.toMatch(/pusat internet aktif/i);
  });

  it("says of how many marks attendance is the share, but not exactly, and nothing of a few", () => {
    const attended = (attendance: number[], people = told) => figuresOf(report.whole.area, 10, { told: people, figures: { ...facets, attendance }, lastOn: null }, since).attendance;
    expect(attended([240, 211])).toEqual({ percent: 88, marks: 200 });
    expect([20, 49, 50, 99, 100, 1_999_999].map((marks) => attended([marks, marks])?.marks)).toEqual([20, 20, 50, 50, 100, 1_000_000]);
    expect([attended([19, 19]), attended([240, 211], { ...told, registered: { low: 1, high: 4 } })]).toEqual([null, null]);
    expect(textOf(null, { ...report, whole: figuresOf(report.whole.area, 10, { told, figures: { ...facets, attendance: [240, 211] }, lastOn: null }, since) })).toContain("88 % (dari 200+ catatan)");
  });

  it("says beside the table why there is no attendance", () => {
    expect(textOf(null)).toContain("Kehadiran belum tampil: catatan hadir atau pesertanya belum cukup.");
    expect(textOf(null, { ...report, whole: figuresOf(report.whole.area, 10, { told, figures: { attendance: [240, 211] }, lastOn: null }, since) })).not.toContain("Kehadiran belum tampil");
  });

  it("tells no gain where fewer than five may have finished: that it stands there would say how many did", () => {
    const gainWith = (low: number, high: number) => figuresOf(report.whole.area, 10, { told: { ...told, finished: { low, high } }, figures: facets, lastOn: null }, since).gain;
    expect([gainWith(1, 9), gainWith(1, 4), gainWith(5, 9)?.all, gainWith(20, 20)?.all]).toEqual([null, null, 20, 20]);
  });

  it("tells the gain by the pillars' plain names, with its sign", () => {
    expect(textOf(null)).toContain("+20 poin persen. Bisa memakai HP dan internet: +60; Sopan dan teliti: +40; Rukun dan berbudaya: 0; Aman dari penipuan: −5.");
  });
});
