import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { linesOfPdf } from "./support/pdf.ts";

it("a page is read to its end, whatever bytes it ends with", () => {
  const endings = new Map<number, string[]>();
  for (let number = 0; number < 256; number += 1) {
    const packed = deflateSync(`BT\n[<${Buffer.from(`PIN ${number}`).toString("hex")}> 0] TJ\nET ${"a".repeat(number)}`);
    const page = Buffer.concat([Buffer.from(`<<\n/Length ${packed.length}\n/Filter /FlateDecode\n>>\nstream\n`), packed, Buffer.from("\nendstream\n")]);
    endings.set(packed.at(-1) ?? 0, linesOfPdf(page));
  }
  expect(endings.has("\r".charCodeAt(0))).toBe(true);
  expect([...endings].filter(([, lines]) => lines.length !== 1).map(([byte]) => byte)).toEqual([]);
});
