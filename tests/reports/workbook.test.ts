import { setImmediate as tick } from "node:timers/promises";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { readSheets } from "#app/mentoring/intake/read-list.server.ts";
import { openArchive } from "#app/mentoring/intake/open-archive.server.ts";
import { type Sheet, workbookStream } from "#app/reports/workbook.server.ts";
import type { SheetRow } from "#app/reports/workbook-xml.ts";

const numbers: Sheet = {
  name: "Angka & <isi>",
  widths: [20, 12, 12, 12],
  isTable: true,
  head: [{ value: "Wilayah", look: "head" }, { value: "Orang", look: "head" }, { value: "Bagian", look: "head" }, { value: "Hari", look: "head" }],
  rows: [[row("Desa =1+1", 1234, 0.125, "2026-11-22"), row("Garut & <Paser>", -5, null, null)], [], [row("a\u0000b\uD800c _x0041_", 0, 0, "1999-12-31")]],
};
const notes: Sheet = { name: "Keterangan", widths: [40], head: [{ value: "Isi", look: "title" }], rows: [] };

function row(name: string, people: number, share: number | null, day: string | null): SheetRow {
  return [{ value: name, look: "plain" }, { value: people, look: "count" }, { value: share, look: "share" }, { value: day, look: "day" }];
}

async function partsOf(sheets: Sheet[], most?: number): Promise<Record<string, string>> {
  const archive = await openArchive(await buffer(workbookStream(sheets, most)), () => true, 10_000_000);
  return Object.fromEntries([...archive].map(([path, content]) => [path, content.toString("utf8")]));
}

describe("a workbook", () => {
  it("is read back with the text, numbers and days that went in", async () => {
    const read = await readSheets(await buffer(workbookStream([numbers, notes])));
    expect(read).toEqual({
      sheets: [
        [
          ["Wilayah", "Orang", "Bagian", "Hari"],
          ["Desa =1+1", "1234", "0.125", "2026-11-22"],
          ["Garut & <Paser>", "-5", "", ""],
          ["ab\uFFFDc _x0041_", "0", "0", "1999-12-31"],
        ],
        [["Isi"]],
      ],
    });
  });

  it("names every part in its content types and relations, and every style that cells have", async () => {
    const parts = await partsOf([numbers, notes]);
    const named = [...(parts["[Content_Types].xml"] ?? "").matchAll(/PartName="\/(.*?)"/g)].map(([, path]) => path);
    const related = [...(parts["xl/_rels/workbook.xml.rels"] ?? "").matchAll(/Id="(.*?)".*?Target="(.*?)"/g)].map(([, id, target]) => [id, `xl/${target}`]);
    expect(Object.keys(parts).toSorted()).toEqual([...named, "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"].toSorted());
    expect(related.map(([, target]) => target).toSorted()).toEqual(named.filter((path) => path !== "xl/workbook.xml").toSorted());
    const shown = [...(parts["xl/workbook.xml"] ?? "").matchAll(/name="(.*?)" sheetId="\d+" r:id="(.*?)"/g)].map(([, name, id]) => [name, related.find(([other]) => other === id)?.[1]]);
    expect(shown).toEqual([
      ["Angka &amp; &lt;isi&gt;", "xl/worksheets/sheet1.xml"],
      ["Keterangan", "xl/worksheets/sheet2.xml"],
    ]);
    const styles = parts["xl/styles.xml"] ?? "";
    const kept = /<cellXfs count="(\d+)">(.*?)<\/cellXfs>/.exec(styles);
    expect(kept?.[2]?.match(/<xf /g)).toHaveLength(Number(kept?.[1]));
    const used = Object.entries(parts).filter(([path]) => path.startsWith("xl/worksheets/")).flatMap(([, sheet]) => [...sheet.matchAll(/ s="(\d+)"/g)].map(([, style]) => Number(style)));
    expect(Math.max(...used)).toBeLessThan(Number(kept?.[1]));
  });

  it("keeps its head in sight, filters, and says how wide its columns are", async () => {
    const sheet = (await partsOf([numbers]))["xl/worksheets/sheet1.xml"];
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:D4"/></worksheet>');
    expect(sheet).toContain('<col min="1" max="1" width="20" customWidth="1"/>');
  });

  it("goes on in a further sheet where one is full, below the same head", async () => {
    const read = await readSheets(await buffer(workbookStream([numbers, notes], 3)));
    expect("sheets" in read && read.sheets.map((sheet) => sheet.map(([first]) => first))).toEqual([["Wilayah", "Desa =1+1", "Garut & <Paser>"], ["Wilayah", "ab\uFFFDc _x0041_"], ["Isi"]]);
    expect((await partsOf([numbers, notes], 3))["xl/workbook.xml"]).toContain("isi&gt; 2");
  });

  it("takes rows no faster than it is read, and none once its reader has left", async () => {
    let taken = 0;
    let isClosed = false;
    async function* endless() {
      try {
        for (;;) {
          taken += 100;
          yield Array.from({ length: 100 }, (_none, index) => row(`Desa ${Math.sin(taken + index)}`, index, index / 7, null));
        }
      } finally {
        isClosed = true;
      }
    }
    const stream = workbookStream([{ ...numbers, rows: endless() }]);
    const failed = new Promise((resolve) => stream.once("close", resolve));
    await new Promise((resolve) => stream.once("readable", resolve));
    let before = -1;
    for (let still = 0; still < 200; still = taken === before ? still + 1 : 0) {
      before = taken;
      await tick();
    }
    expect(taken).toBeLessThan(50_000);
    stream.destroy();
    await failed;
    await expect.poll(() => isClosed).toBe(true);
    expect(taken).toBeLessThan(50_000);
  });

  it("breaks off when its rows fail", async () => {
    async function* failing() {
      yield [row("Desa", 1, 1, null)];
      throw new Error("the database is gone");
    }
    await expect(buffer(workbookStream([{ ...numbers, rows: failing() }]))).rejects.toThrow("the database is gone");
  });
});
