import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileTemplate, fillTemplate, fillTemplateGzip, hole } from "#app/ui/page-template.ts";

const ofGzip = (template: ReturnType<typeof compileTemplate>, values: Record<string, string>) => gunzipSync(fillTemplateGzip(template, values)).toString();

describe("a page with holes", () => {
  it("takes values as text, never as markup", () => {
    const template = compileTemplate(`<p title="${hole("name")}">${hole("name")}</p><script nonce="${hole("nonce")}"></script>`);
    const values = { name: `<script>alert("1")</script>'&`, nonce: "abc" };
    const safe = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;";
    expect(fillTemplate(template, values)).toBe(`<p title="${safe}">${safe}</p><script nonce="abc"></script>`);
    expect(ofGzip(template, values)).toBe(fillTemplate(template, values));
  });

  it("is whole without a hole, with holes alone, and with nothing to put in", () => {
    for (const html of ["<p>Halo</p>", "", hole("a"), hole("a") + hole("b"), `${hole("a")}x${hole("a")}`]) {
      for (const values of [{}, { a: "Sri" }, { a: "", b: "Ü" }] as Record<string, string>[]) {
        const template = compileTemplate(html);
        expect(ofGzip(template, values)).toBe(fillTemplate(template, values));
      }
    }
  });

  it("is the same byte for byte when it is sent as gzip", () => {
    const fixed = fc.oneof(fc.string(), fc.string({ unit: "binary", minLength: 300, maxLength: 900 }), fc.constant("<p>Bu Sari memegang HP.</p>".repeat(40)));
    const value = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("<script>alert(1)</script>", "Ñusantara Ibu 👩🏽‍🌾", "ꦱꦫꦶ", "\u0000", "'\"&<>", "a".repeat(65_000)));
    fc.assert(
      fc.property(fc.array(fixed, { minLength: 1, maxLength: 5 }), value, value, (parts, name, nonce) => {
        const html = parts.map((part, index) => part.replaceAll("[[", "") + (index < parts.length - 1 ? hole(index % 2 ? "name" : "nonce") : "")).join("");
        const template = compileTemplate(html);
        const filled = fillTemplate(template, { name, nonce });
        expect(Buffer.compare(gunzipSync(fillTemplateGzip(template, { name, nonce })), Buffer.from(filled))).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it("lets no value open a hole of its own", () => {
    const template = compileTemplate(`<p>${hole("name")}</p>${hole("nonce")}`);
    expect(fillTemplate(template, { name: hole("nonce"), nonce: "n" })).toBe(`<p>${hole("nonce")}</p>n`);
  });
});
