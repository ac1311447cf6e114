import { expect, test } from "vitest";
import { fileNameOf, printable } from "#app/certificates/printable-text.ts";

test.each([
  ["Siti Aminah", "Siti Aminah"],
  ["Regapu’u", "Regapu’u"],
  ["É. “Budi” – Š", "É. “Budi” – Š"],
  ["E\u0301lodie", "Élodie"],
  ["Muḥammad ʿAlī", "Muhammad ‘Ali"],
  ["Nguyễn Đức", "Nguyen Duc"],
  ["Ani\u00a0\t  Wati", "Ani Wati"],
  ["Budi 🙂\u200b", "Budi"],
  ["Siti\u0007", "Siti"],
])("%j is printed as %j", (text, printed) => {
  expect(printable(text)).toBe(printed);
});

test.each(["ꦱꦶꦠꦶ", "سيتي", "王小明", "Siti ꦱ"])("%j cannot be printed", (text) => {
  expect(printable(text)).toBeNull();
});

test.each([
  ["Siti Aminah, S.Pd.", "sertifikat-siti-aminah-s-pd.pdf"],
  ["Éva/../\"x\"\r\n", "sertifikat-eva-x.pdf"],
  ["王小明", "sertifikat.pdf"],
  ["W".repeat(80), `sertifikat-${"w".repeat(49)}.pdf`],
])("%j goes into a file named %j", (name, file) => {
  expect(fileNameOf(name)).toBe(file);
});
