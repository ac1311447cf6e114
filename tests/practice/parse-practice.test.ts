import { describe, expect, it } from "vitest";
import { PracticeConfigError, parsePractice } from "#app/practice/parse-practice.ts";

const groups = [{ id: "asli", name: "Asli" }, { id: "palsu", name: "Palsu" }];
const card = (id: string, group: string) => ({ id, text: id, group, why: "Begitu." });
const cards = [card("a", "asli"), card("b", "palsu")];
const steps = [{ id: "a", text: "Satu" }, { id: "b", text: "Dua" }, { id: "c", text: "Tiga" }];
const says = { who: "Ia", says: "Halo." };
const safe = { id: "aman", ...says, end: "safe" };
const harm = { id: "rugi", ...says, end: "harm" };
const talk = (...choices: object[]) => ({ id: "awal", ...says, choices });
const choice = (id: string, to: string, more: object = {}) => ({ id, text: id, to, ...more });
const scenario = (...scenes: object[]) => ({ start: "awal", scenes });

describe("parsePractice", () => {
  it("returns what the author configured", () => {
    const config = { tasks: ["power-on", "unlock"], pin: "2580" };
    expect(parsePractice("LayarKunci", config)).toEqual({ simulator: "LayarKunci", config });
    expect(parsePractice("PapanKetik", { lines: ["Bu Sari"] })).toEqual({ simulator: "PapanKetik", config: { lines: ["Bu Sari"] } });
    for (const [name, any] of [
      ["PilahKartu", { groups, cards: [{ ...cards[0], icon: "kamera", note: "Di layar" }, cards[1]] }],
      ["UrutLangkah", { steps, distractors: [{ id: "x", text: "Bukan", why: "Begitu." }] }],
      ["UrutLangkah", { steps }],
      ["SkenarioCabang", { ...scenario(talk(choice("a", "aman", { safe: true }), choice("b", "rugi")), safe, harm), refusal: false }],
    ] as const) expect(parsePractice(name, any)).toEqual({ simulator: name, config: any });
  });

  it.each([
    ["LayarKuci", {}, "Simulator \"LayarKuci\" tidak ada. Yang ada: Berkas, BuatAkun, "],
    ["toString", {}, "Simulator \"toString\" tidak ada. Yang ada: Berkas, BuatAkun, "],
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
    ["PilahKartu", {}, "PilahKartu: groups: tulis daftar kelompok, misalnya [{ id: \"asli\", name: \"Asli\" }]; cards: tulis daftar kartu."],
    ["PilahKartu", { groups: groups.slice(1), cards }, "PilahKartu: groups: tulis 2 sampai 4 kelompok; cards.0.group: kelompok \"asli\" tidak ada."],
    ["PilahKartu", { groups: [groups[0], groups[0]], cards }, "PilahKartu: groups: setiap id kelompok hanya boleh satu kali; groups: setiap nama kelompok hanya boleh satu kali"],
    ["PilahKartu", { groups, cards: [...cards, cards[0]] }, "PilahKartu: cards: setiap id kartu hanya boleh satu kali."],
    ["PilahKartu", { groups, cards: [cards[0], card("b", "asli")] }, "PilahKartu: groups.1: belum ada kartu untuk kelompok \"palsu\"."],
    ["PilahKartu", { groups, cards: [...cards, card("c", "lain")] }, "PilahKartu: cards.2.group: kelompok \"lain\" tidak ada."],
    ["PilahKartu", { groups, cards: [card("a,b", "asli"), cards[1]] }, "PilahKartu: cards.0.id: id terdiri dari 1 sampai 16 huruf kecil, angka, atau tanda hubung."],
    ["PilahKartu", { groups, cards: [{ ...cards[0], icon: "rumah" }, cards[1]] }, "PilahKartu: cards.0.icon: gambar yang ada: telepon, pesan, kamera,"],
    ["PilahKartu", { groups, cards: [{ ...cards[0], why: " " }, cards[1]] }, "PilahKartu: cards.0.why: kalimat tidak boleh kosong, diawali, atau diakhiri spasi."],
    ["UrutLangkah", { steps: steps.slice(1) }, "UrutLangkah: steps: tulis 3 sampai 8 langkah."],
    ["UrutLangkah", { steps, distractors: [{ id: "a", text: "Bukan", why: "Begitu." }] }, "UrutLangkah: steps: setiap id hanya boleh satu kali, juga di distractors."],
    ["UrutLangkah", { steps, distractors: [{ id: "x", text: "Dua", why: "Begitu." }] }, "UrutLangkah: steps: setiap kalimat hanya boleh satu kali, juga di distractors."],
    ["UrutLangkah", { steps, distractors: [{ id: "x", text: "Bukan" }] }, "UrutLangkah: distractors.0.why: tulis kalimat di antara tanda kutip."],
    ["SkenarioCabang", { start: "awal" }, "SkenarioCabang: scenes: tulis daftar adegan."],
    ["SkenarioCabang", scenario(safe, harm), "SkenarioCabang: start: adegan \"awal\" tidak ada."],
    ["SkenarioCabang", scenario(talk(choice("a", "rugi")), harm), "SkenarioCabang: scenes: tulis sedikitnya satu akhir safe."],
    ["SkenarioCabang", { start: "aman", scenes: [safe, harm] }, "SkenarioCabang: start: adegan awal tidak boleh akhir."],
    ["SkenarioCabang", scenario(talk(choice("a", "aman")), safe, harm), "SkenarioCabang: scenes.2: adegan \"rugi\" tidak bisa dicapai dari awal."],
    ["SkenarioCabang", scenario(talk(choice("a", "tengah", { safe: false })), { ...talk(choice("a", "aman")), id: "tengah" }, safe), "SkenarioCabang: start: dari awal tidak ada jalan aman ke akhir safe."],
    ["SkenarioCabang", scenario(talk(choice("a", "sana")), safe), "SkenarioCabang: scenes.0.choices.0.to: adegan \"sana\" tidak ada"],
    ["SkenarioCabang", scenario(talk(choice("a", "aman"), choice("a", "aman")), safe), "SkenarioCabang: scenes.0.choices: setiap id pilihan hanya boleh satu kali dalam satu adegan."],
    ["SkenarioCabang", scenario(talk(choice("a", "aman")), safe, safe), "SkenarioCabang: scenes: setiap id adegan hanya boleh satu kali."],
    ["SkenarioCabang", scenario({ id: "awal", ...says }, safe), "SkenarioCabang: scenes.0.choices: tulis pilihan, atau end kalau adegan ini akhir"],
    ["SkenarioCabang", scenario(talk(choice("a", "aman")), { ...talk(choice("a", "awal")), id: "aman", end: "safe" }), "SkenarioCabang: scenes.1.choices: adegan akhir tidak punya pilihan."],
    ["SkenarioCabang", scenario(talk(choice("a", "aman"), choice("b", "rugi", { safe: true })), safe, harm), "SkenarioCabang: scenes.0.choices.1.safe: pilihan ini langsung ke akhir harm, jadi tidak aman."],
    ["SkenarioCabang", scenario(talk(choice("a", "aman"), choice("b", "aman", { safe: false })), safe), "SkenarioCabang: scenes.0.choices.1.safe: pilihan ini langsung ke akhir safe, jadi aman."],
    ["SkenarioCabang", scenario(talk(choice("a", "aman")), { ...safe, end: "good" }), "SkenarioCabang: scenes.1.end: akhir adegan: safe atau harm."],
  ])("tells the author of %s with %j in one line", (name, config, message) => {
    expect(() => parsePractice(name, config)).toThrow(PracticeConfigError);
    expect(() => parsePractice(name, config)).toThrow(message);
  });
});
