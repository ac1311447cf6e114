import { expect, test } from "vitest";
import { loader } from "#app/routes/certificates/check.tsx";
import { answerOf, get } from "../../mentoring/classroom.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
const ask = (query: string) => answerOf(loader({ request: get(`/sertifikat${query}`), params: {}, context }));

test("the page asks for a code, and finds no fault before one is typed", async () => {
  expect(await ask("")).toMatchObject({ status: 200, data: { typed: "", error: undefined } });
});

test.each(["K7QM3-XPRT9-WHD42", "k7qm3xprt9whd42", " k7qm3 xprt9 – whd42 "])("the code “%s” leads to the certificate's page", async (typed) => {
  expect(await ask(`?kode=${encodeURIComponent(typed)}`)).toMatchObject({ location: "/sertifikat/K7QM3-XPRT9-WHD42" });
});

test.each(["K7QM3", "K0QM3-XPRT9-WHD42", "' or 1=1 --", "x".repeat(500)])("what no code looks like is told so, and stays in its box: %.20j", async (typed) => {
  const { status, data } = await ask(`?kode=${encodeURIComponent(typed)}`);
  expect([status, data.typed]).toEqual([400, typed.slice(0, 40)]);
  expect(data.error).toContain("15 huruf dan angka");
});

test("an empty box is told to write the code first", async () => {
  expect(await ask("?kode=+")).toMatchObject({ status: 400, data: { typed: "", error: "Tulis kode sertifikat dulu." } });
});
