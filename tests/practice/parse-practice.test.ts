import { describe, expect, it } from "vitest";
import { PracticeConfigError, parsePractice } from "#app/practice/parse-practice.ts";

describe("parsePractice", () => {
  it("returns what the author configured", () => {
    const config = { tasks: ["power-on", "unlock"], pin: "2580" };
    expect(parsePractice("LayarKunci", config)).toEqual({ simulator: "LayarKunci", config });
    expect(parsePractice("PapanKetik", { lines: ["Bu Sari"] })).toEqual({ simulator: "PapanKetik", config: { lines: ["Bu Sari"] } });
  });

  it.each([
    ["LayarKuci", {}, "Simulator \"LayarKuci\" tidak ada. Yang ada: LayarKunci, PapanKetik"],
    ["toString", {}, "Simulator \"toString\" tidak ada. Yang ada: LayarKunci, PapanKetik"],
    ["LayarKunci", undefined, "LayarKunci: config harus berupa { … }."],
    ["LayarKunci", { tasks: ["unlock"], pin: "12" }, "LayarKunci: pin: PIN harus 4 sampai 6 angka."],
    ["LayarKunci", { tasks: ["unlock"], pin: 2580 }, "LayarKunci: pin: tulis PIN di antara tanda kutip, misalnya \"2580\"."],
    ["LayarKunci", { tasks: [], pin: "2580" }, "LayarKunci: tasks: tulis sedikitnya satu tugas."],
    ["LayarKunci", { tasks: ["lock", "lock"], pin: "2580" }, "LayarKunci: tasks: setiap tugas hanya boleh satu kali."],
    ["LayarKunci", { tasks: ["dance"], pin: "2580" }, "LayarKunci: tasks.0: tugas yang ada: charge, power-on, unlock, lock."],
    ["LayarKunci", { tasks: ["lock"], pin: "2580", brand: "X" }, "LayarKunci: isian \"brand\" tidak dikenal."],
    ["PapanKetik", {}, "PapanKetik: lines: tulis daftar baris, misalnya [\"Bu Sari\"]."],
    ["PapanKetik", { lines: [] }, "PapanKetik: lines: tulis sedikitnya satu baris."],
    ["PapanKetik", { lines: ["Bu  Sari"] }, "PapanKetik: lines.0: baris tidak boleh diawali, diakhiri, atau berisi spasi ganda."],
    ["PapanKetik", { lines: ["Harga €5"] }, "PapanKetik: lines.0: baris hanya boleh berisi huruf a sampai z, angka, spasi, dan tanda di papan ketik."],
  ])("tells the author of %s with %j in one line", (name, config, message) => {
    expect(() => parsePractice(name, config)).toThrow(PracticeConfigError);
    expect(() => parsePractice(name, config)).toThrow(message);
  });
});
