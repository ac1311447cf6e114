import { describe, expect, it } from "vitest";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { pengaturan } from "#app/practice/pengaturan/pengaturan.ts";
import type { PengaturanConfig } from "#app/practice/pengaturan/settings.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { describeSoundness } from "./soundness.tsx";

const config: PengaturanConfig = {
  pages: [
    { id: "utama", rows: [
      { kind: "page", id: "setelan", text: "Pengaturan", icon: "pengaturan", to: "setelan" },
      { kind: "slider", id: "suara", text: "Suara", levels: ["pelan", "sedang", "keras"], start: 0, shows: "suara", less: "Tekan bagian bawah", more: "Tekan bagian atas" },
    ] },
    { id: "setelan", title: "Pengaturan", rows: [
      { kind: "slider", id: "huruf", text: "Ukuran huruf", levels: ["kecil", "biasa", "besar"], start: 1, shows: "huruf" },
      { kind: "choice", id: "bahasa", text: "Bahasa", options: ["Indonesia", "Jawa"], start: 0 },
      { kind: "page", id: "bantu", text: "Alat bantu", to: "bantu" },
    ] },
    { id: "bantu", title: "Alat bantu", rows: [
      { kind: "switch", id: "baca", text: "Pembaca layar", permission: "Alat ini boleh membaca layar?" },
      { kind: "refuse", id: "penuh", text: "Pembaca penuh", why: "Cara sentuhnya lain." },
      { kind: "act", id: "dengar", text: "Sentuh tulisan", says: "HP membacakan tulisan.", when: "baca" },
      { kind: "page", id: "ke-pin", text: "Dua langkah", to: "pin" },
    ] },
    { id: "pin", title: "Buat PIN", rows: [{ kind: "pin", id: "pin", text: "Buat PIN 6 angka", pin: "739251", then: "jadi" }] },
    { id: "jadi", title: "Selesai", rows: [{ kind: "words", id: "kata", text: "Dua langkah menyala.", when: "pin" }] },
  ],
  goals: [
    { id: "besar", text: "Besarkan huruf", row: "huruf", to: 2 },
    { id: "kecil", text: "Kecilkan lagi", row: "huruf", to: 0 },
    { id: "dengar", text: "Dengarkan", row: "dengar", to: 1 },
    { id: "mati", text: "Nyalakan, lalu matikan pembaca layar", row: "baca", to: 1 },
    { id: "jawa", text: "Pilih bahasa Jawa", row: "bahasa", to: 1 },
    { id: "pin", text: "Buat PIN", row: "pin", to: 1 },
  ],
};
const after = (...steps: string[]) => replay(pengaturan, config, steps);
const pad = [..."739251"].map((digit) => `key:${digit}`);
const fault = (change: Partial<PengaturanConfig>) => () => parsePractice("Pengaturan", { ...config, ...change });

describe("Pengaturan", () => {
  it("is finished by opening pages and setting their rows", () => {
    const letters = ["open:setelan", "more:huruf", "less:huruf", "less:huruf", "pick:bahasa:1"];
    const voice = ["open:bantu", "flip:baca", "allow", "act:dengar"];
    const pin = ["open:ke-pin", ...pad, "key:ok", ...pad, "key:ok"];
    expect(isFinished(pengaturan, config, [...letters, ...voice, ...pin])).toBe(true);
    expect(after(...letters, ...voice, ...pin).path).toEqual(["utama", "setelan", "bantu", "pin", "jadi"]);
    expect(isFinished(pengaturan, config, [...letters.slice(0, -2), ...voice, ...pin])).toBe(false);
  });

  it("names the page that was opened, whatever its row says", () => {
    expect(pengaturan.notice(after("open:setelan", "open:bantu", "flip:baca", "allow", "open:ke-pin"), config)).toEqual({ key: "notice.page", values: { text: "Buat PIN" } });
  });

  it("counts the goals of one row in their order, and a level beyond the asked one too", () => {
    expect(after("open:setelan", "less:huruf").done).toEqual([]);
    expect(after("open:setelan", "less:huruf", "more:huruf", "more:huruf").done).toEqual(["besar"]);
  });

  it("stops at the ends of a slider and says so", () => {
    expect(after("less:suara")).toMatchObject({ values: { suara: 0 }, notice: { key: "notice.least" } });
    expect(after("more:suara", "more:suara", "more:suara")).toMatchObject({ values: { suara: 2 }, notice: { key: "notice.most" } });
  });

  it("asks for a permission before a switch is on, and changes nothing when it is denied", () => {
    const asked = ["open:setelan", "open:bantu", "flip:baca"];
    expect(pengaturan.controls(after(...asked), config)).toEqual(["allow", "deny"]);
    expect(after(...asked, "deny").values["baca"]).toBe(0);
    expect(after(...asked, "allow", "flip:baca").values["baca"]).toBe(0);
  });

  it("shows what needs a switch only while that is on", () => {
    expect(pengaturan.controls(after("open:setelan", "open:bantu"), config)).not.toContain("act:dengar");
    expect(pengaturan.controls(after("open:setelan", "open:bantu", "flip:baca", "allow"), config)).toContain("act:dengar");
  });

  it("leaves alone what is better left alone, and tells why", () => {
    expect(after("open:setelan", "open:bantu", "no:penuh").notice).toEqual({ key: "notice.refuse", values: { why: "Cara sentuhnya lain." } });
  });

  it("takes a PIN only when it is typed twice, and forgets a half one on the way out", () => {
    const there = ["open:setelan", "open:bantu", "open:ke-pin"];
    expect(after(...there, "key:1", "key:ok")).toMatchObject({ entry: "", again: false, notice: { key: "notice.pin-other" } });
    expect(after(...there, ...pad, "key:1").notice).toEqual({ key: "notice.pin-full" });
    expect(after(...there, ...pad, "key:ok")).toMatchObject({ again: true, values: { pin: 0 } });
    expect(after(...there, ...pad, "key:ok", "back", "open:ke-pin")).toMatchObject({ again: false, entry: "" });
    expect(pengaturan.keystroke(after(...there), "7", config)).toEqual(["key:7"]);
    expect(pengaturan.keystroke(after(), "7", config)).toEqual([]);
  });

  it("hints out of a question that leads elsewhere", () => {
    expect(pengaturan.hint(after("open:setelan", "open:bantu", "flip:baca"), config).next).toBe("deny");
    expect(pengaturan.hint(after("open:setelan", "open:bantu"), config).next).toBe("back");
  });

  it.each([
    [{ goals: [{ id: "a", text: "A", row: "tidak-ada", to: 1 }] }, "goals: baris \"tidak-ada\" tidak ada"],
    [{ goals: [{ id: "a", text: "A", row: "huruf", to: 1 }] }, "goals: tugas \"a\" sudah tercapai sebelum dikerjakan, ubah to"],
    [{ goals: [{ id: "a", text: "A", row: "huruf", to: 3 }] }, "goals: to di tugas \"a\" terlalu besar"],
    [{ goals: [{ id: "a", text: "A", row: "penuh", to: 1 }] }, "goals: baris \"penuh\" tidak bisa menjadi tugas"],
    [{ pages: config.pages.slice(0, 2) }, "pages: halaman \"bantu\" tidak ada"],
    [{ pages: [...config.pages.slice(0, 1), ...config.pages.slice(0, 1)] }, "pages: setiap id halaman hanya boleh satu kali"],
    [{ pages: [{ id: "a", rows: [{ kind: "dance" }] }] as never }, "jenis baris yang ada: page, switch"],
  ])("tells the author of a fault in one line", (change, message) => {
    expect(fault(change)).toThrow(message);
    expect(fault(change)).not.toThrow(/\n/);
  });

  it("tells the author of an exercise without a way to its end", () => {
    const rows = [{ kind: "act", id: "a", text: "A", says: "A.", when: "b" }, { kind: "act", id: "b", text: "B", says: "B.", when: "a" }] as const;
    expect(fault({ pages: [{ id: "satu", rows }], goals: [{ id: "a", text: "A", row: "a", to: 1 }] })).toThrow("latihan ini tidak bisa diselesaikan");
  });
});

await describeSoundness("Pengaturan", [config]);
