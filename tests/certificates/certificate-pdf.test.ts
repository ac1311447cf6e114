import jsqr from "jsqr";
import { describe, expect, test } from "vitest";
import { renderCertificate } from "#app/certificates/certificate-pdf.server.ts";
import type { PrintedCertificate } from "#app/certificates/sheet.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { pagesOf, qrBitmapOf, textOf } from "./pdf-text.ts";

const verifyUrl = "https://belajar.blitarkab.go.id/sertifikat/K7QM3-XPRT9-WHD42";
const certificate: PrintedCertificate = {
  villageCode: "35.05.04.2014",
  code: "K7QM3XPRT9WHD42",
  number: "0123/LD-T1/35.05/XI/2026",
  issuedAt: new Date("2026-11-21T03:00:00Z"),
  content: {
    learnerName: "Siti Aminah",
    village: "Plosorejo",
    district: "Kademangan",
    regency: "Kabupaten Blitar",
    programName: "Literasi Digital Blitar",
    ownerName: "Dinas Kominfo Kabupaten Blitar",
    curriculumTitle: "Mengenal Internet",
    year: 1,
    startedOn: "2026-03-02",
    finishedOn: "2026-11-20",
    minutes: 975,
    signatoryName: "Dra. Sri Wahyuni, M.Si.",
    signatoryTitle: "Kepala Dinas",
    courses: [
      { title: "HP Saya, Jendela Saya", modules: [{ title: "Mengenal HP", minutes: 65, percent: 92 }] },
      { title: "Aman, Sehat, dan Berkarya", modules: [{ title: "Mengenali Penipuan", minutes: 910, percent: null }] },
    ],
  },
};

async function draw(changes: Partial<PrintedCertificate["content"]> = {}, locale: Locale = "id") {
  const changed = { ...certificate, content: { ...certificate.content, ...changes } };
  const pdf = await renderCertificate(changed, { verifyUrl, locale, compress: false });
  return { pdf: pdf.toString("latin1"), pages: pagesOf(pdf) };
}

async function frontOf(learnerName: string): Promise<string[]> {
  const { pages } = await draw({ learnerName });
  return textOf(pages[0] ?? "").split("\n");
}

test("the front says who completed what, when, how much and who signs", async () => {
  const { pages } = await draw();
  expect(pages).toHaveLength(2);
  expect(textOf(pages[0] ?? "").split("\n")).toEqual([
    "Dinas Kominfo Kabupaten Blitar",
    "Literasi Digital Blitar",
    "SERTIFIKAT PENYELESAIAN",
    "Nomor: 0123/LD-T1/35.05/XI/2026",
    "diberikan kepada",
    "Siti Aminah",
    "Desa Plosorejo, Kecamatan Kademangan, Kabupaten Blitar",
    "telah menyelesaikan semua pelajaran dan kuis",
    "Tahun 1: Mengenal Internet",
    "2 Maret 2026 sampai 20 November 2026",
    "21,7 JP  (975 menit belajar di layar : 45 menit)",
    "Keaslian sertifikat ini dapat diperiksa di",
    verifyUrl,
    "Kode",
    "K7QM3-XPRT9-WHD42",
    "Blitar, 21 November 2026",
    "Kepala Dinas",
    "Dra. Sri Wahyuni, M.Si.",
  ]);
});

test("the back lists the material, its minutes and results, the formula and where to check", async () => {
  const { pages } = await draw();
  const lines = textOf(pages[1] ?? "").split("\n");
  expect(lines).toEqual(expect.arrayContaining(["Mengenal HP", "65", "92", "Mengenali Penipuan", "910", "–", "Jumlah (21,7 JP)", "975"]));
  expect(lines).toContain("1 JP (jam pelajaran) = 45 menit belajar di layar. 975 menit : 45 = 21,7 JP.");
  expect(lines.at(-1)).toBe(`Sertifikat penyelesaian ini dapat diperiksa di ${verifyUrl} (kode K7QM3-XPRT9-WHD42).`);
});

test("the back says what “diakui” means where a row says it, and nowhere else", async () => {
  const noteOf = async (recognized: boolean) => {
    const modules = [{ title: "Mengenal HP", minutes: 65, percent: null, ...(recognized ? { recognized: true as const } : {}) }];
    return textOf((await draw({ courses: [{ title: "HP Saya", modules }] })).pages[1] ?? "");
  };
  expect(await noteOf(true)).toContain("Diakui: boleh dilewati");
  expect(await noteOf(false)).not.toContain("Diakui");
});

test("it claims neither competence nor an electronic signature", async () => {
  const { pages } = await draw();
  expect(pages.map(textOf).join("\n")).not.toMatch(/kompeten|BNSP|BSrE|elektronik|Komdigi|Pandu|NIK/i);
});

test("the QR code reads back as the verification address", async () => {
  const { pages } = await draw();
  const { pixels, side } = qrBitmapOf(pages[0] ?? "");
  expect(jsqr(pixels, side, side)?.data).toBe(verifyUrl);
});

test("the document says its title and language, and of the learner only the name", async () => {
  const { pdf } = await draw();
  expect(pdf).toContain("/Lang (id)");
  expect(pdf).toContain("/DisplayDocTitle true");
  const title = Buffer.from("Sertifikat Penyelesaian – Siti Aminah", "utf16le").swap16().toString("latin1");
  expect(pdf).toContain(title);
  expect(pdf).toContain("(D:20261121030000Z)");
});

test("in English it is a certificate of completion", async () => {
  const { pdf, pages } = await draw({}, "en");
  expect(textOf(pages[0] ?? "")).toContain("CERTIFICATE OF COMPLETION");
  expect(pdf).toContain("/Lang (en)");
});

describe("names", () => {
  test("one of 80 letters stands in full, on two lines", async () => {
    const name = "Raden Ajeng Kusumaningtyas Hardjodiningrat Wirawardhana Putri Sulistyowati Dewi.";
    const lines = await frontOf(name);
    expect(lines.slice(5, 7).join(" ")).toBe(name);
    expect(lines[7]).toMatch(/^Desa Plosorejo/);
  });

  test("one without a space stands in full, on one line", async () => {
    expect((await frontOf("W".repeat(80)))[5]).toBe("W".repeat(80));
  });

  test("marks that the fonts lack are left out", async () => {
    expect(await frontOf("Ṣāliḥ Nuʼaim Łukasz Élodie")).toContain("Salih Nu’aim Lukasz Élodie");
  });

  test("a script that the fonts lack leaves the line free to be written by hand", async () => {
    expect((await frontOf("ꦱꦶꦠꦶ")).slice(4, 6)).toEqual(["diberikan kepada", "Desa Plosorejo, Kecamatan Kademangan, Kabupaten Blitar"]);
  });
});
