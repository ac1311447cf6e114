import { describe, expect, it } from "vitest";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { type TokoAplikasiConfig, tokoAplikasi } from "#app/practice/toko-aplikasi/toko-aplikasi.ts";
import { describeSoundness } from "./soundness.tsx";

const config: TokoAplikasiConfig = {
  app: { name: "Info Cuaca Contoh", maker: "Kantor Cuaca Contoh", rating: 4.6, permissions: ["Lokasi"] },
  fakes: [
    { name: "Info Cuaca Contoh Pro", maker: "Hadiah Cepat", rating: 2.1, permissions: ["SMS"], ad: true, why: "Pembuatnya lain." },
    { name: "Cuaca Hebat", maker: "Entah Siapa", rating: 3, permissions: [], why: "Namanya lain." },
  ],
  search: "cuaca",
  update: "Peta Contoh",
  file: { from: "Nomor tak dikenal", says: "Pasang berkas ini.", name: "Paket.apk", why: "Kurir tidak minta itu." },
};
const after = (...steps: string[]) => replay(tokoAplikasi, config, steps);
const found = ["store", "type:cari:cuaca", "search"];
const installed = [...found, "app:1", "look", "install"];
const updated = ["back", "back", "mine", "update", "back", "back"];

describe("TokoAplikasi", () => {
  it("is finished by searching, looking, installing, updating and deleting the message", () => {
    expect(isFinished(tokoAplikasi, config, [...installed, ...updated, "message", "delete"])).toBe(true);
    expect(isFinished(tokoAplikasi, config, [...installed, ...updated])).toBe(false);
  });

  it("finds by the word or by part of the name, in any case, and else says what to type", () => {
    expect(after("store", "type:cari:Info%20CUACA", "search").page).toBe("results");
    expect(after("store", "type:cari:info", "search").page).toBe("results");
    expect(after("store", "type:cari:in", "search").notice).toEqual({ key: "notice.nothing", values: { search: "cuaca" } });
    expect(after("store", "search").notice).toEqual({ key: "notice.empty" });
  });

  it("never installs a look-alike, and tells why", () => {
    for (const fake of ["app:0", "app:2"]) {
      expect(after(...found, fake, "install")).toMatchObject({ page: "app", done: ["search"], notice: { key: "notice.fake" } });
      expect(after(...found, fake, "look")).toMatchObject({ done: ["search"], notice: { key: "notice.doubt" } });
    }
  });

  it("wants a look at the permissions before it installs", () => {
    expect(after(...found, "app:1", "install")).toMatchObject({ done: ["search"], notice: { key: "notice.look-first" } });
  });

  it("never runs a file from a message", () => {
    expect(after("message", "open", "run")).toMatchObject({ page: "file", done: [], notice: { key: "notice.run", values: { why: "Kurir tidak minta itu." } } });
    expect(after("message", "open", "cancel")).toMatchObject({ page: "message", done: [] });
    expect(tokoAplikasi.hint(after("message", "open"), config).next).toBe("cancel");
  });

  it("leaves out what the author leaves out", () => {
    const plain = { ...config, update: undefined, file: undefined };
    expect(tokoAplikasi.tasks(tokoAplikasi.start(plain), plain).map(({ id }) => id)).toEqual(["search", "look", "install"]);
    expect(isFinished(tokoAplikasi, plain, installed)).toBe(true);
  });

  it.each([
    [{ fakes: [] }, "TokoAplikasi: fakes: tulis 1 sampai 5 aplikasi tiruan."],
    [{ app: { ...config.app, rating: 9 } }, "TokoAplikasi: app.rating: nilai paling tinggi 5."],
    [{ fakes: [{ ...config.fakes[0], name: "Info Cuaca Contoh" }] }, "TokoAplikasi: fakes: setiap nama aplikasi hanya boleh satu kali."],
  ])("tells the author of %j in one line", (change, message) => {
    expect(() => parsePractice("TokoAplikasi", { ...config, ...change })).toThrow(message);
  });
});

await describeSoundness("TokoAplikasi", [config, { ...config, update: undefined, file: undefined }], ["type:cari:cuaca", "type:cari:hujan", "type:nama:x"]);
