import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, codeOf, columnsOf, readDecreeLine, untitledColumns } from "#app/regions/decree-line.ts";
import { readDecreeForm } from "#app/regions/decree-form.ts";

const read = (cells: Partial<{ code: string; parent: string; name: string; oldCodes: string }>) =>
  readDecreeLine(7, { code: "64.01.03.2006", parent: "", name: "Pasir Belengkong", oldCodes: "", ...cells });

describe("a row of a decree's file", () => {
  it("is a region with its code, kind and parent", () => {
    expect(read({ code: " 6401032006 ", parent: "640103" })).toEqual({
      line: 7, code: "64.01.03.2006", parentCode: "64.01.03", kind: "village", name: "Pasir Belengkong", oldCodes: [], typed: "6401032006", fault: null,
    });
  });

  it("may name several old codes", () => {
    expect(read({ oldCodes: "64.01.03.2001; 6401032002" }).oldCodes).toEqual(["64.01.03.2001", "64.01.03.2002"]);
  });

  it.each([
    [{ code: "" }, "codeEmpty"],
    [{ code: "11.1" }, "codeNumber"],
    [{ code: "6.40103E+09" }, "codeNumber"],
    [{ code: "64.01.03.20" }, "codeWrong"],
    [{ code: "enam" }, "codeWrong"],
    [{ parent: "64.01.04" }, "parentWrong"],
    [{ parent: "apa" }, "parentWrong"],
    [{ name: " " }, "nameEmpty"],
    [{ name: "=HYPERLINK(1)" }, "nameWrong"],
    [{ name: "x".repeat(101) }, "nameWrong"],
    [{ name: "---" }, "nameWrong"],
    [{ oldCodes: "64.01.03.2001 dan lain" }, "oldWrong"],
  ])("tells what is wrong with %j", (cells, fault) => {
    expect(read(cells).fault).toBe(fault);
  });

  it("never fails, and reads no code that it would write differently", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (code, parent, name, oldCodes) => {
        const line = readDecreeLine(1, { code, parent, name, oldCodes });
        expect(line.code === null || codeOf(line.code) === line.code).toBe(true);
        expect(line.code === null).toBe(line.kind === null);
      }),
    );
  });
});

describe("the columns", () => {
  it("are known by their titles, in any order", () => {
    expect(columnsOf(["Nama", "Kode_Lama", "KODE", "kecamatan", "district_code"])).toEqual({ name: 0, oldCodes: 1, code: 2, parent: 4 });
    expect(columnsOf(["code", "name"])).toEqual({ code: 0, name: 1 });
    expect(columnsOf(["64.01", "Paser"])).toBeNull();
  });

  it("are known without titles by the first code", () => {
    expect(cellsOf(["64.01", "64", "Paser", "64.02"], untitledColumns(["64.01", "64", "Paser", "64.02"]) ?? {})).toEqual({ code: "64.01", parent: "64", name: "Paser", oldCodes: "64.02" });
    expect(untitledColumns(["Paser", "64.01"])).toBeNull();
  });
});

describe("the decree's name and date", () => {
  const today = "2026-11-22";
  it("are taken when they can be", () => {
    expect(readDecreeForm({ decree: " Kepmendagri  1/2026 ", effectiveOn: "2026-11-22" }, today)).toEqual({ decree: "Kepmendagri 1/2026", effectiveOn: "2026-11-22" });
  });
  it.each([
    ["2026-11-23", "late"],
    ["1944-01-01", "early"],
    ["2026-02-30", "wrong"],
    ["kemarin", "wrong"],
    ["", "wrong"],
  ])("refuse the date %j as %s", (effectiveOn, date) => {
    expect(readDecreeForm({ decree: "Kepmendagri 1/2026", effectiveOn }, today)).toEqual({ faults: { date } });
  });
  it("refuse a name of nothing, or without end", () => {
    for (const decree of ["", "12/26", "x".repeat(201)]) expect(readDecreeForm({ decree, effectiveOn: today }, today)).toEqual({ faults: { decree: true } });
  });
});
