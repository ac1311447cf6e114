import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assemblePicture, PictureTextError, UnknownSymbolError, UnsafePictureError } from "#app/catalog/picture.ts";

const kit = `<svg xmlns="http://www.w3.org/2000/svg">
  <!-- A phone, and a phone with a lock on it. -->
  <symbol id="phone" viewBox="0 0 10 19"><rect width="10" height="19"/></symbol>
  <symbol id="lock" viewBox="0 0 4 4"><path d="M0 0h4"/></symbol>
  <symbol id="phone-lock" viewBox="0 0 10 19">
    <use href="#phone"/>
    <use href="#lock" x="3" width="4"/>
  </symbol>
  <symbol id="loop" viewBox="0 0 1 1"><use href="#loop"/></symbol>
  <symbol id="broken" viewBox="0 0 1 1"><use href="#nothing"/></symbol>
  <symbol id="bad" viewBox="0 0 1 1"><script/></symbol>
</svg>`;

const picture = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240">${inside}</svg>`;
const assemble = (inside: string) => assemblePicture(picture(inside), kit);

describe("assemblePicture", () => {
  it("copies a used symbol into defs and keeps the root viewBox", () => {
    expect(assemble('<use href="#lock" x="1"/>')).toBe(
      picture('<defs><symbol id="lock" viewBox="0 0 4 4"><path d="M0 0h4"/></symbol></defs><use href="#lock" x="1"/>'),
    );
  });

  it("copies the symbols of a symbol, each once", () => {
    const assembled = assemble('<use href="#phone-lock"/><use href="#lock"/><use href="#phone-lock" x="9"/>');
    expect([...assembled.matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1])).toEqual(["phone-lock", "lock", "phone"]);
  });

  it("uses the picture's own symbol before the kit's", () => {
    const own = '<defs><symbol id="lock" viewBox="0 0 1 1"><circle r="1"/></symbol></defs><use href="#lock"/>';
    expect(assemble(own)).toBe(picture(own));
  });

  it("adds to the defs that the picture has", () => {
    const assembled = assemble('<defs><circle id="dot" r="1"/></defs><use href="#dot"/><use href="#phone"/>');
    expect(assembled.match(/<defs>/g)).toHaveLength(1);
    expect(assembled).toContain('<symbol id="phone"');
  });

  it("leaves a picture that uses nothing as it is", () => {
    expect(assemble("<path d=\"M0 0h9\"/>")).toBe(picture('<path d="M0 0h9"/>'));
  });

  it("drops the prolog, comments and needless whitespace, but none within path data", () => {
    const source = `<?xml version="1.0"?>\n<!-- <script> -->${picture('\n  <path\n    d="M0 0\n  L9 9" />\n  <g >\n </g>\n')}\n`;
    expect(assemblePicture(source, kit)).toBe(picture('<path d="M0 0 L9 9"/><g></g>'));
  });

  it("ends when a symbol uses itself", () => {
    expect(assemble('<use href="#loop"/>').match(/<symbol/g)).toHaveLength(1);
  });

  it.each(["ghost", "broken"])("names the unknown symbol behind %s in one line", (id) => {
    const missing = id === "broken" ? "nothing" : "ghost";
    const attempt = () => assemble(`<use href="#${id}"/>`);
    expect(attempt).toThrow(UnknownSymbolError);
    expect(attempt).toThrow(new RegExp(`^no symbol ${missing} in the picture or in the kit$`));
  });

  it.each(["<text>Halo</text>", "<g>Halo</g>", "<TEXT/>", "<foreignObject/>"])("refuses words: %s", (inside) => {
    expect(() => assemble(inside)).toThrow(PictureTextError);
  });

  it.each([
    "<script/>",
    "<image/>",
    "<style/>",
    '<a href="#x"/>',
    '<path onclick="go()"/>',
    '<path ONLOAD="go()"/>',
    "<path onclick='go()'/>",
    '<path style="fill:red"/>',
    '<use href="https://example.org/a.svg#x"/>',
    '<use href="kit.svg#phone"/>',
    '<use href=""/>',
    '<use xlink:href="data:image/svg+xml,x"/>',
    '<path fill="url(https://example.org/a.svg#x)"/>',
    '<path fill="a&b"/>',
    '<use href="#bad"/>',
    "<g>",
    "<g></path>",
    "</svg><svg>",
    "</svg><g>",
    "<g><![CDATA[Halo]]></g>",
  ])("refuses what is not a plain drawing: %s", (inside) => {
    expect(() => assemble(inside)).toThrow(UnsafePictureError);
  });

  const frameless = ["", "<svg/>", '<svg viewBox="0 0 1 1"></svg>', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'];
  it.each(frameless)("refuses a root without its frame: %s", (source) => {
    expect(() => assemblePicture(source, kit)).toThrow(UnsafePictureError);
  });

  it("assembles every symbol of the real kit into a picture", () => {
    const real = readFileSync(new URL("../../courses/kit.svg", import.meta.url), "utf8");
    const ids = [...real.matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const all = assemblePicture(picture(ids.map((id) => `<use href="#${id}"/>`).join("")), real);
    expect(all.match(/<symbol /g)).toHaveLength(ids.length);
  });
});
