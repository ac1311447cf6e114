import { describe, expect, it } from "vitest";
import { mostSearchLetters, readSearch } from "#app/regions/search-text.ts";

const attempts = (text: string) => {
  const search = readSearch(text);
  return search?.by === "name" ? search.attempts.map(({ words, placeWords, kind }) => [words.join(" "), placeWords.join(" "), kind]) : search;
};

describe("reading what somebody looks for", () => {
  it.each([
    ["64.01", "64.01"],
    ["6401032006", "64.01.03.2006"],
    [" 64 01 03 ", "64.01.03"],
    ["64.01.03.20", "64.01.03.20"],
    ["3", "3"],
  ])("takes %j for the beginning of the code %s", (text, prefix) => {
    expect(readSearch(text)).toEqual({ by: "code", prefix });
  });

  it("ignores case, diacritics, apostrophes and punctuation", () => {
    expect(attempts("  Régapu’u-Selatan ")).toEqual([["regapuu selatan", "", null], ["regapuu", "selatan", null]]);
  });

  it("asks for the whole name first, then takes ever more words for where it lies", () => {
    expect(attempts("pasir bel paser")).toEqual([["pasir bel paser", "", null], ["pasir bel", "paser", null], ["pasir", "bel paser", null]]);
  });

  it("knows what is written before a name", () => {
    expect(attempts("kec pasir")).toEqual([["pasir", "", "district"], ["kec pasir", "", null], ["kec", "pasir", null]]);
    expect(attempts("desa")).toEqual([["desa", "", null]]);
  });

  it("reads a place as it is shown", () => {
    expect(attempts("Pasir Belengkong, Kec. Paser Belengkong, Kab. Paser")).toEqual([["pasir belengkong", "paser belengkong", null]]);
  });

  it.each(["", "  ", "’’", "***", "学校", "a".repeat(mostSearchLetters + 1), "x".repeat(10_000), "a ".repeat(40)])("looks for nothing in %j", (text) => {
    expect(readSearch(text)).toBeNull();
  });
});
