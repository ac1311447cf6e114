import { describe, expect, it } from "vitest";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { plainAddress, slipIn } from "#app/practice/peramban/pages.ts";
import { type PerambanConfig, peramban } from "#app/practice/peramban/peramban.ts";
import { shownEntry } from "#app/practice/peramban/shown-page.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { typedStep } from "#app/practice/typed.ts";
import { describeSoundness } from "./soundness.tsx";

const pages: PerambanConfig["pages"] = [
  { address: "desa-contoh.desa.id", title: "Desa Contoh", texts: ["Halo."], links: [{ text: "Berita", to: "desa-contoh.desa.id/berita" }, { text: "Hadiah", to: "hadiah-contoh.com" }] },
  { address: "desa-contoh.desa.id/berita", title: "Berita", texts: ["Posyandu buka Rabu."] },
  { address: "hadiah-contoh.com", title: "Desa Contoh", texts: ["Selamat!"], fake: "Alamatnya lain." },
  { address: "resep-contoh.com", title: "Resep", texts: ["Lodeh."] },
];
const typing: PerambanConfig = { tasks: [{ do: "type", page: "desa-contoh.desa.id" }], pages };
const moving: PerambanConfig = {
  tasks: [{ do: "link", page: "desa-contoh.desa.id/berita" }, { do: "back", page: "desa-contoh.desa.id" }, { do: "close", page: "resep-contoh.com" }],
  pages,
  tabs: ["desa-contoh.desa.id", "resep-contoh.com"],
};
const type = (text: string) => typedStep("alamat", text);
const typed = (text: string) => replay(peramban, typing, ["app:browser", type(text), "go"]);

describe("Peramban", () => {
  it("opens a site from its typed address, however it is written", () => {
    for (const text of ["desa-contoh.desa.id", " Desa-Contoh.desa.id ", "https://www.desa-contoh.desa.id/"]) {
      expect(isFinished(peramban, typing, ["app:browser", type(text), "go"])).toBe(true);
    }
  });

  it("searches what is no address, and tells a space from a missing dot", () => {
    expect(typed("desa-contoh. desa.id").notice.key).toBe("notice.found-space");
    expect(typed("desa-contohdesa.id").notice.key).toBe("notice.found-dot");
    expect(typed("desaku").notice.key).toBe("notice.found-other");
    expect(shownEntry(typed("desaku"))).toBe("?desaku");
    expect(typed(" ").notice.key).toBe("notice.empty");
  });

  it("tells a look-alike by its address, and the right site reached by a link to be typed", () => {
    const found = ["app:browser", type("desaku"), "go"];
    expect(replay(peramban, typing, [...found, "link:1"]).notice).toMatchObject({ key: "notice.fake", values: { why: "Alamatnya lain." } });
    expect(replay(peramban, typing, [...found, "link:0"]).notice.key).toBe("notice.by-link");
    expect(isFinished(peramban, typing, [...found, "link:0"])).toBe(false);
  });

  it("follows a link, goes back, and closes the spare tab", () => {
    expect(isFinished(peramban, moving, ["link:0", "back", "tabs", "close:1"])).toBe(true);
    expect(isFinished(peramban, moving, ["link:0", "back", "tabs"])).toBe(false);
  });

  it("keeps a page in its tab, and an empty tab when the last one is closed", () => {
    const state = replay(peramban, moving, ["link:0", "tabs", "tab:1"]);
    expect(state).toMatchObject({ screen: "page", front: 1, bar: "resep-contoh.com" });
    expect(replay(peramban, moving, ["tabs", "close:0", "close:0"])).toMatchObject({ tabs: [[""]], front: 0, done: [2] });
  });

  it("goes back no further than the first page", () => {
    expect(replay(peramban, moving, ["back"]).notice.key).toBe("notice.no-back");
  });

  it("shows in the bar the page of the front tab, whichever tab is closed", () => {
    const state = replay(peramban, moving, ["tabs", "close:0", "tab:0"]);
    expect(state.bar).toBe("resep-contoh.com");
  });
});

describe("an address", () => {
  it("comes down to the same letters", () => {
    expect(plainAddress(" HTTPS://www.Contoh.id/a/ ")).toBe("contoh.id/a");
    expect(slipIn("contoh id", [{ address: "contoh.id", title: "", texts: [] }])).toBe("dot");
  });
});

describe("the config of Peramban", () => {
  it.each([
    [{ ...typing, tasks: [{ do: "type", page: "lain.id" }] }, "Peramban: tasks.0.page: halaman \"lain.id\" tidak ada."],
    [{ ...typing, tasks: [{ do: "type", page: "hadiah-contoh.com" }] }, "Peramban: tasks.0.page: halaman tiruan hanya boleh ditutup."],
    [{ ...typing, tasks: [{ do: "link", page: "resep-contoh.com" }] }, "Peramban: tasks.0.page: tidak ada tautan ke halaman ini."],
    [{ ...typing, tabs: ["lain.id"] }, "Peramban: tabs.0: halaman \"lain.id\" tidak ada."],
    [{ tasks: [], pages }, "Peramban: tasks: tulis 1 sampai 6 tugas."],
  ])("tells the author what is amiss in one line", (config, message) => {
    expect(() => parsePractice("Peramban", config)).toThrow(message);
  });
});

await describeSoundness("Peramban", [typing, moving], [type("desa-contoh.desa.id"), type("desaku"), type("")]);
