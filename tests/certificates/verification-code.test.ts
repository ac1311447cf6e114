import { expect, test } from "vitest";
import { codeAlphabet, codeLength, groupCode, readCode, verificationPath } from "#app/certificates/verification-code.ts";

test("a code has more than 60 bits and no characters that look alike", () => {
  expect(codeLength * Math.log2(codeAlphabet.length)).toBeGreaterThan(60);
  expect(codeAlphabet).not.toMatch(/[01ILO]/);
  expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
});

test("a code is printed in groups of five", () => {
  expect(groupCode("K7QM3XPRT9WHD42")).toBe("K7QM3-XPRT9-WHD42");
  expect(verificationPath("K7QM3XPRT9WHD42")).toBe("/sertifikat/K7QM3-XPRT9-WHD42");
});

test.each(["K7QM3-XPRT9-WHD42", "k7qm3xprt9whd42", " k7qm3 xprt9 whd42 ", "K7QM3–XPRT9–WHD42", "K7QM3.XPRT9.WHD42"])("%j is read as typed", (typed) => {
  expect(readCode(typed)).toBe("K7QM3XPRT9WHD42");
});

test.each(["", "saya", "K7QM3-XPRT9-WHD4", "K7QM3-XPRT9-WHD422", "K7QM3-XPRT9-WHD40", "' or 1=1 --"])("%j is no code", (typed) => {
  expect(readCode(typed)).toBeNull();
});
