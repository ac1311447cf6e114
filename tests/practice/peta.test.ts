import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { type PetaConfig, peta } from "#app/practice/peta/peta.ts";
import { minutesOf, placesFound, wayBetween } from "#app/practice/peta/village-map.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { typedStep } from "#app/practice/typed.ts";
import { describeSoundness } from "./soundness.tsx";

const config: PetaConfig = {
  ask: "Puskesmas di kecamatan kita",
  home: [1, 3],
  goal: "sini",
  query: "puskesmas sukamaju",
  by: "motorbike",
  places: [
    { id: "sana", kind: "puskesmas", name: "Puskesmas Mekarsari", address: "Kecamatan Mekarsari", at: [6, 0] },
    { id: "sini", kind: "puskesmas", name: "Puskesmas Sukamaju", address: "Kecamatan Sukamaju", at: [4, 1] },
    { id: "pasar", kind: "pasar", name: "Pasar", address: "Jalan Pasar", at: [1, 0] },
  ],
};
const driving: PetaConfig = { ...config, by: "car", goal: "pasar", query: "pasar" };
const find = ["place:allow", typedStep("tempat", "puskesmas"), "search"];
const after = (...steps: string[]) => replay(peta, config, steps);

describe("Peta", () => {
  it("is finished by finding the right place and choosing how to go", () => {
    expect(isFinished(peta, config, [...find, "place:sini", "way", "mode:motorbike"])).toBe(true);
    expect(isFinished(peta, config, [...find, "place:sana", "way", "mode:motorbike"])).toBe(false);
  });

  it("finds by name and address, and tells the other place by its address", () => {
    expect(after(...find).notice).toMatchObject({ key: "notice.many", values: { number: "2" } });
    expect(placesFound("Puskesmas di Kecamatan Sukamaju", config.places).map(({ id }) => id)).toEqual(["sini"]);
    expect(after(...find, "place:sana").notice.values).toMatchObject({ address: "Kecamatan Mekarsari" });
    expect(after(...find, "place:sana", "back")).not.toHaveProperty("chosen");
    expect(after("place:allow", typedStep("tempat", "rumah sakit"), "search").notice.key).toBe("notice.nothing");
  });

  it("asks for the place of the phone again when the way needs it", () => {
    const denied = ["place:deny", ...find.slice(1), "place:sini", "way"];
    expect(after(...denied)).toMatchObject({ place: "asking", chosen: "sini", notice: { key: "notice.ask-again" } });
    expect(isFinished(peta, config, [...denied, "place:allow", "way", "mode:motorbike"])).toBe(true);
  });

  it("zooms and lists within bounds", () => {
    expect(after("place:allow", "zoom:in", "zoom:in", "zoom:in").zoom).toBe(2);
    expect(after("place:allow", "zoom:out", "list:show")).toMatchObject({ zoom: 0, list: true });
  });
});

describe("the way between two crossings", () => {
  it("is told as one walks it", () => {
    const turn = (to: readonly [number, number]) => wayBetween([3, 2], to).legs.map(({ key, blocks }) => `${key} ${blocks}`);
    expect([turn([5, 3]), turn([5, 1]), turn([1, 3]), turn([1, 1])]).toEqual([["east 2", "right 1"], ["east 2", "left 1"], ["west 2", "left 1"], ["west 2", "right 1"]]);
    expect([turn([3, 0]), turn([3, 4])]).toEqual([["north 2"], ["south 2"]]);
  });

  it("is as long one way as the other, and slower on foot", () => {
    const crossing = fc.tuple(fc.nat(6), fc.nat(4));
    fc.assert(fc.property(crossing, crossing, (one, other) => {
      const way = wayBetween(one, other);
      expect(wayBetween(other, one).metres).toBe(way.metres);
      expect(minutesOf(way, "walk")).toBeGreaterThanOrEqual(minutesOf(way, "motorbike"));
    }));
  });
});

describe("the config of Peta", () => {
  it.each([
    [{ ...config, goal: "lain" }, "Peta: goal: tempat \"lain\" tidak ada."],
    [{ ...config, query: "pasar" }, "Peta: query: query tidak menemukan tempat \"sini\"."],
    [{ ...config, home: [6, 0] }, "Peta: places.0.at: simpang ini sudah dipakai."],
    [{ ...config, home: [7, 0] }, "Peta: home.0: kolom 0 sampai 6."],
    [{ ...config, by: "boat" }, "Peta: by: cara pergi: walk, motorbike, car."],
  ])("tells the author what is amiss in one line", (any, message) => {
    expect(() => parsePractice("Peta", any)).toThrow(message);
  });
});

await describeSoundness("Peta", [config, driving], ["puskesmas", "puskesmas sukamaju", "pasar", "rumah sakit", ""].map((text) => typedStep("tempat", text)));
