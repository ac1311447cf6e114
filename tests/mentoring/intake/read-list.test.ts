import { describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import type { PeopleList } from "#app/mentoring/intake/list-columns.ts";
import { mostFileBytes, readList } from "#app/mentoring/intake/read-list.server.ts";
import { refusedCsv } from "#app/mentoring/intake/refused-csv.ts";
import { faultSentence } from "#app/mentoring/intake/sentences.ts";
import { deflated, workbook } from "../../support/workbook.ts";

const copy = copyIn("id");

async function listOf(bytes: Buffer | string): Promise<PeopleList> {
  const list = await readList(Buffer.from(bytes));
  if ("fault" in list) throw new Error(faultSentence(list.fault, copy));
  return list;
}

async function faultOf(bytes: Buffer | string): Promise<string> {
  const list = await readList(Buffer.from(bytes));
  if (!("fault" in list)) throw new Error(`read ${list.lines.length} lines`);
  expect(faultSentence(list.fault, copy)).toMatch(/^\p{Lu}.+\.$/u);
  return list.fault.kind;
}

const siti = { line: 2, name: "Siti Aminah", birth: "1968", gender: "P", number: "" };

describe("a list of people", () => {
  it.each([
    ["commas", "nama,tahun lahir,jenis kelamin\nSiti Aminah,1968,P\n"],
    ["semicolons and a byte order mark", "\uFEFFnama;tahun lahir;jenis kelamin\r\nSiti Aminah;1968;P\r\n"],
    ["tabs in Excel's Unicode", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("nama\ttahun lahir\tjenis kelamin\r\nSiti Aminah\t1968\tP\r\n", "utf16le")])],
    ["Unicode without a mark", Buffer.from("nama\ttahun lahir\tjenis kelamin\r\nSiti Aminah\t1968\tP\r\n", "utf16le")],
    ["Unicode the other way round", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from("nama\ttahun lahir\tjenis kelamin\nSiti Aminah\t1968\tP", "utf16le").swap16()])],
    ["sep= at its head", "sep=;\r\nnama;tahun lahir;jenis kelamin\r\nSiti Aminah;1968;P\r\n"],
    ["the columns in another order, under other names", "L/P;Nama Lengkap;Thn. Lahir\nP;Siti Aminah;1968\n"],
    ["quotation marks", 'nama;tahun lahir;jenis kelamin\n"Siti Aminah";"1968";"P"\n'],
    ["a workbook", workbook([["Nama", "Tahun Lahir", "Jenis Kelamin (L/P)"], ["Siti Aminah", 1968, "P"]])],
  ])("is read with %s", async (_with, bytes) => {
    expect(await listOf(bytes)).toEqual({ lines: [siti], unreadColumns: [] });
  });

  it("in Windows' own letters keeps them", async () => {
    expect((await listOf(Buffer.from("nama;jk\nRené;L\n", "latin1"))).lines[0]).toMatchObject({ name: "René" });
  });

  it("may have a heading above and empty rows in between; rows keep their numbers", async () => {
    const { lines } = await listOf("DAFTAR PESERTA;;\nDesa Plosorejo;;\n\nNo;Nama;JK\n1;Siti;P\n;;\n2;Budi;L\n");
    expect(lines.map(({ line, name }) => [line, name])).toEqual([[5, "Siti"], [7, "Budi"]]);
  });

  it("is read without NIK, phone and all else, and says which columns were left", async () => {
    const list = await listOf("No;NIK;Nama;No. HP;Alamat;NPWP\n1;3505041212680001;Siti Aminah;081234567890;RT 2;1\n");
    expect(list.unreadColumns).toEqual(["NIK", "No. HP", "Alamat", "NPWP"]);
    expect(JSON.stringify(list.lines)).not.toMatch(/3505|0812|RT 2/);
  });

  it("tells a learner's number from the row's own", async () => {
    const { lines } = await listOf("No;Nama;Nomor Peserta\n1;Siti;7\n");
    expect(lines[0]).toMatchObject({ number: "7" });
    expect((await listOf("Nomor;Nama\n1;Siti\n")).lines[0]).toMatchObject({ number: "" });
  });

  it("holds nothing that a database cannot keep", async () => {
    const { lines } = await listOf(workbook([["nama"], ["Si\uD800ti"]]));
    expect(lines[0]?.name.isWellFormed()).toBe(true);
  });
});

describe("a file that is none", () => {
  it.each([
    ["empty", " \r\n"],
    ["photo", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70])],
    ["photo", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
    ["pdf", "%PDF-1.7\n"],
    ["oldExcel", Buffer.from("d0cf11e0a1b11ae10000", "hex")],
    ["archive", deflated("word/document.xml", Buffer.from("<w/>"))],
    ["openDocument", deflated("content.xml", Buffer.from("<o/>"))],
    ["brokenExcel", "PK\x03\x04 and nothing more"],
    ["archive", Buffer.from([0x1f, 0x8b, 8, 0])],
    ["web", "<!doctype html><table><tr><td>nama</td></tr></table>"],
    ["unknown", Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256))],
    ["noHeader", "Siti;1968\nBudi;1970\n"],
    ["noRows", "nama;tahun lahir\n;\n"],
    ["twoColumns", "nama;nama lengkap\nSiti;Siti Aminah\n"],
    ["openQuote", 'nama;jk\n"Siti;P\nBudi;L\n'],
    ["tooManyRows", `nama\n${"Siti\n".repeat(5000)}`],
    ["tooManyRows", workbook([["nama"], ...Array.from({ length: 5000 }, () => ["Siti"])])],
    ["tooLarge", "x".repeat(mostFileBytes + 1)],
  ])("is told to be %s", async (kind, bytes) => {
    expect(await faultOf(bytes)).toBe(kind);
  });

  it("is no danger: a workbook that grows without end, or whose cells stand at the end of the world", async () => {
    expect(await faultOf(deflated("xl/workbook.xml", Buffer.alloc(60 * 1024 * 1024, 32)))).toBe("bomb");
    for (const row of ['<row r="999999999"/>', '<row r="3"><c r="XFD3"><v>1</v></c></row>', "<row r='&#57;999999'/>", '<row r="3"><c a="b"r="A1048576"><v>1</v></c></row>']) {
      expect([row, await faultOf(workbook([["nama"], ["Siti"]], row))]).toEqual([row, "bomb"]);
    }
  });

  it("may have formats down to Excel's last row", async () => {
    expect((await listOf(workbook([["nama"], ["Siti"]], '<row r="1048576"/>'))).lines).toHaveLength(1);
  });
});

describe("the file of refused rows", () => {
  it("is read again, and runs nothing", async () => {
    const line = { line: 2, name: "=HYPERLINK(1)", birth: "68", gender: "P", number: "" };
    const csv = refusedCsv([{ line, refusals: [{ code: "nameFormula" }, { code: "birthYear" }] }], ({ code }) => code);
    expect(csv).toContain("'=HYPERLINK(1);68;P;;nameFormula birthYear");
    expect((await listOf(csv)).lines[0]).toMatchObject({ name: "'=HYPERLINK(1)", birth: "68", gender: "P" });
  });
});
