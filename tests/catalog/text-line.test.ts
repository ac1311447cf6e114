import { expect, it } from "vitest";
import { lineOf, lineOfText } from "#app/catalog/text-line.ts";

const source = ["<Screen title=\"Tombol daya\">", "", "Cari **tombol daya**. Nyalakan", "HP <Fact id=\"nama\" /> Anda.", "", "Cari tombol suara."].join("\n");

it("a text is found on the line where it begins, through markup and over line ends", () => {
  expect(lineOfText(source, "Cari tombol daya.")).toBe(3);
  expect(lineOfText(source, "Nyalakan HP")).toBe(3);
  expect(lineOfText(source, "Cari tombol suara.")).toBe(6);
  expect(lineOfText(source, "Tombol daya")).toBe(1);
  expect(lineOfText(source, "Tombol daya", 2)).toBe(3);
});

it("with what the source has another text for, its beginning is found", () => {
  expect(lineOfText(source, "HP Setelan Anda.")).toBe(4);
});

it("a text that is nowhere is told where the search began", () => {
  expect(lineOfText(source, "Bukan di sini", 2)).toBe(2);
  expect(lineOf(source, "bukan", 2)).toBe(2);
  expect(lineOf(source, "Cari", 4)).toBe(6);
});
