import { describe, expect, it } from "vitest";
import { moveOf, isStill } from "#app/practice/gerak-jari/finger-moves.ts";
import { gerakJari } from "#app/practice/gerak-jari/gerak-jari.ts";
import type { GerakJariConfig } from "#app/practice/gerak-jari/goals.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { replay } from "#app/practice/simulator.ts";
import { describeSoundness } from "./soundness.tsx";

const config: GerakJariConfig = {
  apps: [{ id: "galeri", icon: "galeri", name: "Galeri" }, { id: "kamera", icon: "kamera", name: "Kamera" }],
  photos: [
    { id: "sawah", name: "Sawah", drawing: "sawah" }, { id: "padi", name: "Padi", drawing: "padi" },
    { id: "rumah", name: "Rumah", drawing: "rumah" }, { id: "jamu", name: "Jamu", drawing: "jamu" },
    { id: "harga", name: "Daftar harga", lines: ["Pupuk A: Rp112.500"] },
  ],
  goals: [
    { do: "tap", on: "galeri", text: "Sentuh Galeri." },
    { do: "swipe-up", text: "Geser ke atas." },
    { do: "open", text: "Buka 1 foto." },
    { do: "pinch-out", on: "harga", text: "Cubit sampai besar." },
    { do: "pinch-in", text: "Cubit sampai kecil." },
    { do: "home", text: "Kembali." },
    { do: "hold", on: "kamera", text: "Tekan lama Kamera." },
    { do: "close", text: "Sentuh tempat kosong." },
  ],
};
const backwards = { ...config, goals: [...config.goals, { do: "swipe-down" as const, text: "Geser ke bawah." }, { do: "tap" as const, on: "kamera", text: "Buka Kamera." }].reverse() };

await describeSoundness("GerakJari", [config, backwards, { ...config, goals: [{ do: "swipe-down", text: "Geser." }, { do: "open", on: "harga", text: "Buka." }] }]);

const after = (steps: string[], any = config) => replay(gerakJari, any, steps);
const notice = (steps: string[], any = config) => gerakJari.notice(after(steps, any), any);
const done = (steps: string[]) => gerakJari.tasks(after(steps), config).filter((task) => task.done).map(({ id }) => id);

describe("GerakJari", () => {
  it("is finished by the four gestures, as the lesson teaches them", () => {
    const way = ["tap:galeri", "swipe:up", "open:harga", "pinch:out", "pinch:in", "home", "hold:kamera", "blank"];
    expect(way.map((_, index) => done(way.slice(0, index + 1)).length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("ticks what was reached in another order", () => {
    expect(done(["hold:kamera", "blank"])).toEqual(["goal-7", "goal-8"]);
    expect(done(["tap:galeri", "open:sawah", "pinch:out"])).toEqual(["goal-1", "goal-3"]);
  });

  it("tells a touch from a long press, both ways", () => {
    expect(notice(["hold:galeri"])).toEqual({ key: "notice.held-instead", values: { name: "Galeri" } });
    const holding = { ...config, goals: [{ do: "hold" as const, on: "kamera", text: "Tekan lama Kamera." }] };
    expect(notice(["tap:kamera"], holding)).toEqual({ key: "notice.tapped-instead", values: { name: "Kamera" } });
    expect(after(["tap:kamera"], holding)).toMatchObject({ page: "app", done: [] });
    expect(gerakJari.hint(after(["tap:kamera"], holding), holding).next).toBe("home");
  });

  it.each([
    [["swipe:up"], "swipe", "tap"], [["pinch:out"], "pinch", "tap"], [["hold:galeri", "swipe:up"], "swipe", "blank"],
    [["tap:galeri", "pinch:out"], "pinch", "swipe"], [["tap:galeri", "hold-photo"], "hold", "swipe"],
    [["tap:galeri", "swipe:up", "open:harga", "tap-photo"], "tap", "pinch"], [["tap:galeri", "swipe:up", "open:harga", "swipe:up"], "swipe", "pinch"],
    [["tap:galeri", "swipe:up", "open:harga", "hold-photo"], "hold", "pinch"],
  ])("after %j names the gesture that was made and the one to try", (steps, did, wanted) => {
    expect(notice(steps)).toEqual({ key: "notice.instead", words: { did: `did.${did}`, try: `try.${wanted}` } });
  });

  it("ends at the top and the bottom of the photos, and at the smallest and the biggest photo", () => {
    expect(notice(["tap:galeri", "swipe:down"]).key).toBe("notice.top");
    expect(notice(["tap:galeri", "swipe:up", "swipe:up"]).key).toBe("notice.bottom");
    expect(notice(["tap:galeri", "open:padi", "pinch:in"]).key).toBe("notice.smallest");
    expect(notice(["tap:galeri", "open:padi", "pinch:out", "pinch:out", "pinch:out"]).key).toBe("notice.biggest");
  });

  it("chooses nothing of what a long press brings up", () => {
    expect(notice(["hold:kamera", "choice:1"])).toEqual({ key: "notice.choice" });
    expect(after(["hold:kamera", "choice:1"])).toMatchObject({ page: "home", shown: "kamera" });
  });

  it.each([
    [{ ...config, photos: config.photos.slice(1) }, "GerakJari: photos: tulis 5 sampai 12 foto."],
    [{ ...config, apps: config.apps.slice(1), goals: config.goals.slice(1, 2) }, "GerakJari: apps: tulis 2 sampai 4 aplikasi."],
    [{ ...config, photos: [...config.photos, { id: "x", name: "X" }] }, "GerakJari: photos.5: isi drawing atau lines, salah satu saja."],
    [{ ...config, goals: [{ do: "tap", on: "peta", text: "Buka." }] }, "GerakJari: goals.0.on: aplikasi \"peta\" tidak ada."],
    [{ ...config, goals: [{ do: "open", on: "kamera", text: "Buka." }] }, "GerakJari: goals.0.on: foto \"kamera\" tidak ada."],
    [{ ...config, goals: [{ do: "home", on: "kamera", text: "Kembali." }] }, "GerakJari: goals.0.on: \"home\" tidak memakai on."],
    [{ ...config, goals: [{ do: "dance", text: "Menari." }] }, "GerakJari: goals.0.do: gerak yang ada: tap, hold,"],
  ])("tells the author in one line: %#", (any, message) => {
    expect(() => parsePractice("GerakJari", any)).toThrow(message);
  });
});

const finger = (x: number, y: number, [fromX, fromY] = [100, 200]) => ({ fromX, fromY, x, y } as never);

describe("the moves of fingers", () => {
  it.each([
    ["one that hardly moved", [finger(104, 190)], undefined],
    ["one that went up", [finger(110, 140)], "swipe:up"],
    ["one that went down", [finger(90, 260)], "swipe:down"],
    ["one that went aside", [finger(220, 150)], undefined],
    ["two that went apart", [finger(70, 200), finger(190, 200, [160, 200])], "pinch:out"],
    ["two that came together", [finger(125, 200), finger(140, 200, [160, 200])], "pinch:in"],
    ["two that went up together", [finger(100, 100), finger(160, 100, [160, 200])], undefined],
    ["none", [], undefined],
  ])("%s", (_name, fingers, move) => expect(moveOf(fingers)).toBe(move));

  it("let a hand tremble that holds", () => {
    expect([isStill(finger(106, 194)), isStill(finger(120, 200))]).toEqual([true, false]);
  });
});
