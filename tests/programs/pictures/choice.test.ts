import { describe, expect, it } from "vitest";
import { aroundAll, curriculumIn, placesIn, withChoice } from "#app/programs/pictures/choice.ts";

describe("the places that an address asks for", () => {
  it("are told each once, in the order of the address", () => {
    expect(placesIn(new URLSearchParams("tempat=35.05&tempat=32.05&tempat=35.05&tempat=indonesia"))).toEqual(["35.05", "32.05", ""]);
    expect(placesIn(new URLSearchParams(""))).toEqual([]);
  });

  it.each(["", "35.5", "35.05.", "banding", "35.05'--", "٣٥"])("are none at all when one of them is “%s”", (part) => {
    expect(placesIn(new URLSearchParams([["tempat", "35.05"], ["tempat", part]]))).toBeUndefined();
  });

  it("come back out of an address with them", () => {
    const address = withChoice("/wilayah/banding", { tempat: ["", "35.05"], kurikulum: "mengenal-internet" });
    const { searchParams } = new URL(address, "http://melek.test");
    expect(placesIn(searchParams)).toEqual(["", "35.05"]);
    expect(curriculumIn(searchParams, [{ id: "mengenal-internet" }])).toBe("mengenal-internet");
    expect(curriculumIn(searchParams, [{ id: "another" }])).toBe("");
    expect(withChoice("/wilayah/35", { kurikulum: null, halaman: 1 })).toBe("/wilayah/35");
  });

  it.each([
    [["35.05", "35.07"], "35"],
    [["35.05.04", "35.05.04.2014"], "35.05.04"],
    [["35.05", "32.05"], ""],
    [["35.05", ""], ""],
    [["35.05.04"], "35.05"],
    [[], ""],
  ])("lie together in the smallest place around them: %j", (codes, around) => {
    expect(aroundAll(codes)).toBe(around);
  });
});
