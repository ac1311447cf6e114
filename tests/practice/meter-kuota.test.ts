import { describe, expect, it } from "vitest";
import { gigabytes, megabytes, rupiah } from "#app/practice/meter-kuota/amounts.ts";
import { type CheckConfig, checkQuota } from "#app/practice/meter-kuota/check-quota.ts";
import { type SaveConfig, eatenIn, saveQuota } from "#app/practice/meter-kuota/save-quota.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { describeSoundness } from "./soundness.tsx";

const check: CheckConfig = {
  do: "cek",
  credit: 12000,
  quotas: [{ name: "Kuota utama", left: 3.5, until: "30 November" }, { name: "Kuota malam", left: 1, until: "5 Desember", only: "Hanya untuk malam hari." }],
  packages: [{ name: "Paket Kecil", gigabytes: 1, days: 7, price: 10000 }, { name: "Paket Sedang", gigabytes: 5, days: 30, price: 40000 }],
  offer: { name: "Paket Besar", price: 100000 },
};
const save: SaveConfig = {
  do: "hemat",
  total: 1,
  consumers: [
    { name: "Unduh otomatis", quota: 300, battery: 4 },
    { name: "Lokasi", quota: 20, battery: 9 },
    { name: "Telepon dan SMS", quota: 5, battery: 1, keep: "Kita perlu untuk dihubungi." },
  ],
};
const checked = (...steps: string[]) => replay(checkQuota, check, steps);
const saved = (...steps: string[]) => replay(saveQuota, save, steps);

describe("MeterKuota that checks", () => {
  const main = ["app", "cancel", "quota:0"];

  it("is finished by cancelling, reading the main quota and its day, and finding the cheapest package", () => {
    expect(isFinished(checkQuota, check, [...main, "left:1", "until:1", "back", "packages", "package:1"])).toBe(true);
  });

  it("does not sell anything, and says what a real phone would do", () => {
    expect(checked("app", "buy")).toMatchObject({ done: [], notice: { key: "notice.buy", values: { price: "Rp100.000" } } });
    expect(checkQuota.controls(checked("app", "buy"), check)).toEqual(["cancel", "buy"]);
  });

  it("answers a number or a day of another quota kindly", () => {
    expect(checked(...main, "left:0")).toMatchObject({ done: ["refuse"], notice: { key: "notice.left-other" } });
    expect(checked(...main, "left:1", "until:0").notice).toEqual({ key: "notice.until-other" });
  });

  it("asks nothing about an extra quota, and tells what it is for", () => {
    const extra = checked("app", "cancel", "quota:1");
    expect(checkQuota.controls(extra, check)).toEqual(["back"]);
    expect(extra.notice).toEqual({ key: "notice.extra", values: { only: "Hanya untuk malam hari." } });
  });

  it("compares packages by their price for one gigabyte", () => {
    expect(checked("app", "cancel", "packages", "package:0").notice).toEqual({ key: "notice.dearer", values: { name: "Paket Kecil", each: "Rp10.000" } });
    expect(checked("app", "cancel", "packages", "package:1").notice).toEqual({ key: "notice.cheapest", values: { name: "Paket Sedang", each: "Rp8.000" } });
  });
});

describe("MeterKuota that saves", () => {
  it("sinks fast with everything on and slowly once the wasteful is off", () => {
    expect(saved("wait")).toMatchObject({ quota: 675, battery: 86, seen: false, notice: { key: "notice.fast" } });
    expect(saved("flip:0", "flip:1", "wait")).toMatchObject({ quota: 995, battery: 99, seen: true, notice: { key: "notice.slow" } });
    expect(isFinished(saveQuota, save, ["flip:0", "flip:1", "wait"])).toBe(true);
    expect(eatenIn([true, true, true], save)).toEqual({ quota: 325, battery: 14 });
  });

  it("keeps on what is needed, and tells why", () => {
    expect(saved("flip:2")).toMatchObject({ on: [true, true, true], notice: { key: "notice.keep", values: { why: "Kita perlu untuk dihubungi." } } });
  });

  it("asks to switch off again what was switched on again", () => {
    expect(saveQuota.hint(saved("flip:0", "flip:1", "wait", "flip:0"), save).next).toBe("flip:0");
  });

  it("fills up again instead of running empty", () => {
    expect(saved("wait", "wait", "wait", "wait")).toMatchObject({ quota: 1000, battery: 100, notice: { key: "notice.refilled" } });
  });
});

describe("amounts", () => {
  it("are written as here", () => {
    expect([rupiah(12000), rupiah(500), rupiah(1234567.4), gigabytes(3.5), gigabytes(2), megabytes(1250)])
      .toEqual(["Rp12.000", "Rp500", "Rp1.234.567", "3,5 GB", "2 GB", "1.250 MB"]);
  });
});

describe("the config of MeterKuota", () => {
  it.each([
    [{ do: "beli" }, "MeterKuota: do: isi do dengan \"cek\" atau \"hemat\"."],
    [{ ...check, credit: 1.5 }, "MeterKuota: credit: tulis rupiah dalam angka bulat, tanpa titik."],
    [{ ...check, quotas: check.quotas.slice(0, 1) }, "MeterKuota: quotas: tulis 2 sampai 4 kuota."],
    [{ ...save, consumers: save.consumers.slice(2) }, "MeterKuota: consumers: tulis 2 sampai 8 pemakai"],
    [{ ...save, consumers: save.consumers.map((one) => ({ ...one, quota: 900 })) }, "MeterKuota: total: kuota habis dalam satu jam, besarkan total."],
  ])("tells the author of %j in one line", (config, message) => {
    expect(() => parsePractice("MeterKuota", config)).toThrow(message);
  });
});

await describeSoundness("MeterKuota", [check, { ...check, packages: undefined, offer: undefined }, save]);
