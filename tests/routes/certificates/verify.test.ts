import "../../support/database.ts";
import { beforeAll, expect, test } from "vitest";
import { headers, loader, meta } from "#app/routes/certificates/verify.tsx";
import { makeStudy } from "../../certificates/enrolled.ts";
import { answerOf, get } from "../../mentoring/classroom.ts";
import { type Issued, issueTo, revoke } from "./issued.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
let siti: Issued;

beforeAll(async () => {
  siti = await issueTo(await makeStudy());
});

const verify = (code: string) => answerOf(loader({ request: get(`/sertifikat/${encodeURIComponent(code)}`), params: { code }, context }));

test("anyone sees of a valid certificate what stands on it, and nothing else", async () => {
  const { status, data } = await verify(siti.printedCode);
  expect(status).toBe(200);
  expect(data.certificate).toEqual({
    revokedOn: null,
    name: "Siti Aminah",
    home: "Desa Plosorejo, Kecamatan Kademangan, Kabupaten Blitar",
    learned: "Tahun 1: Mengenal Internet",
    program: "Literasi Digital Blitar",
    finishedOn: "21 November 2026",
    number: siti.number,
  });
  expect(Object.keys(data).sort()).toEqual(["certificate", "here", "title", "typed"]);
});

test("the code may be typed in small letters, with spaces or without dashes", async () => {
  for (const typed of [siti.code, siti.code.toLowerCase(), siti.printedCode.replaceAll("-", " "), ` ${siti.printedCode.toLowerCase()} `]) {
    expect((await verify(typed)).data.certificate).toMatchObject({ name: "Siti Aminah" });
  }
});

test("a revoked certificate says so, with the date", async () => {
  const budi = await issueTo(await makeStudy(), "Budi");
  await revoke(budi);
  expect(await verify(budi.code)).toMatchObject({ status: 200, data: { certificate: { name: "Budi", revokedOn: "1 Desember 2026" } } });
});

test.each(["BBBBB-BBBBB-BBBBB", "12345", "' or 1=1 --", "\0", "x".repeat(5000)])("an unknown code is a 404: %.20j", async (typed) => {
  const { status, data } = await verify(typed);
  expect(status).toBe(404);
  expect(data.certificate).toBeNull();
  expect(data.typed.length).toBeLessThanOrEqual(40);
});

test("search engines keep away", () => {
  expect(headers({} as Parameters<typeof headers>[0])).toEqual({ "X-Robots-Tag": "noindex" });
  expect(meta({ data: undefined } as Parameters<typeof meta>[0])).toContainEqual({ name: "robots", content: "noindex" });
});
