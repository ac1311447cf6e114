import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pictureIds, pictureOf } from "#app/accounts/learner-picture.ts";

const file = readFileSync("app/accounts/learner-pictures.svg", "utf8");

describe("the picture of a learner", () => {
  it("is another for each of 24 who were registered one after another", () => {
    for (const first of [1, 7, 300]) {
      const pictures = Array.from({ length: 24 }, (_, index) => pictureOf(first + index).id);
      expect(new Set(pictures).size).toBe(24);
    }
  });

  it("is the same each time, as printed cards are", () => {
    expect([1, 2, 3, 24, 25, 999_999].map((number) => pictureOf(number).id)).toEqual(["rice", "rooster", "buffalo", "tortoise", "rice", "banana"]);
  });
});

describe("the file of pictures", () => {
  it("holds each picture, one below the other", () => {
    const views = [...file.matchAll(/<view id="(\w+)" viewBox="0 (\d+) 48 48"\/>\n<g transform="translate\(0 (\d+)\)"/g)].map(([, id, view, drawn]) => [id, Number(view), Number(drawn)]);
    expect(views).toEqual(pictureIds.map((id, index) => [id, index * 48, index * 48]));
  });

  it("holds shapes alone, no words and nothing that runs", () => {
    expect(new Set([...file.matchAll(/<(\w+)/g)].map((match) => match[1]))).toEqual(new Set(["svg", "view", "g", "path"]));
    expect(file).not.toMatch(/href|style|on\w+=/);
  });

  it("is drawn in lines as well as in colours, for printers without colour", () => {
    for (const group of file.split("<view").slice(1)) expect(group).toContain('stroke="#33261e"');
  });
});
