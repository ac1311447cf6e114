import { describe, expect, it } from "vitest";
import { parsePractice } from "#app/practice/parse-practice.ts";
import type { Likeness, News, PeriksaFaktaConfig } from "#app/practice/periksa-fakta/claims.ts";
import { periksaFakta } from "#app/practice/periksa-fakta/periksa-fakta.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { describeSoundness } from "./soundness.tsx";

const quake: News = {
  check: "kabar", id: "gempa", from: "Grup RT 2", text: "Besok ada gempa besar. Sebarkan!",
  source: { who: { why: "Tidak ada nama pembuatnya." }, when: { is: "Besok", why: "Besok itu kapan?" }, site: { why: "Tidak ada alamatnya." } },
  query: "gempa besok hoaks",
  compare: [
    { address: "AI", title: "Ringkasan", text: "Mungkin ada gempa.", ai: true },
    { address: "cuaca-contoh.go.id", title: "Gempa tidak bisa diramal", date: "20 November 2026", text: "Hari dan jam gempa belum bisa diramal." },
    { address: "periksa-contoh.id", title: "Hoaks: gempa besok", text: "Pesan ini bohong." },
  ],
  verdict: "salah", why: "Gempa belum bisa diramal.",
};
const post: News = { ...quake, id: "posyandu", verdict: "benar", why: "Bidan sendiri yang menulis." };
const open: News = { ...quake, id: "jalan", verdict: "belum", why: "Belum ada kabar resmi." };
const voice: Likeness = {
  check: "ai", id: "rina", from: "Nomor baru", text: "Ibu, kirim uang sekarang!", media: "suara",
  signs: {
    shape: { there: false, look: "Tidak ada gambarnya.", why: "Ini pesan suara." },
    motion: { there: true, look: "Suaranya datar.", why: "Suara orang naik dan turun." },
    haste: { there: true, look: "Minta uang sekarang.", why: "Disuruh cepat." },
  },
  ways: [{ id: "balas", text: "Balas pesan itu", why: "Itu nomor pengirimnya." }, { id: "simpan", text: "Telepon nomor yang kita simpan", right: true, why: "Rina sehat." }],
  verdict: "buatan-ai", why: "Rina tidak mengirim pesan itu.",
};
const photo: Likeness = { ...voice, id: "foto", media: "foto", drawing: "melambai", signs: { ...voice.signs, shape: { there: true, look: "Jarinya 6.", why: "Jari orang 5.", at: [40, 2] } } };
const video: Likeness = { ...photo, id: "video", media: "video", drawing: "wajah", verdict: "belum" };
const news: PeriksaFaktaConfig = { claims: [quake, post, open] };

await describeSoundness("PeriksaFakta", [news, { claims: [voice, photo, video] }, { claims: [photo, quake] }]);

const only = (claim: News | Likeness): PeriksaFaktaConfig => ({ claims: [claim] });
const after = (steps: string[], config: PeriksaFaktaConfig) => replay(periksaFakta, config, steps);
const notice = (steps: string[], config: PeriksaFaktaConfig) => periksaFakta.notice(after(steps, config), config).key;
const looked = ["go:stop", "feel:takut", "next", "look:who", "look:when", "look:site", "next", "search", "open:1", "open:2", "next"];

describe("PeriksaFakta with news", () => {
  it("asks to look before deciding or sharing", () => {
    expect(notice(["share"], news)).toBe("notice.too-early");
    expect(after(["go:decide"], news)).toMatchObject({ page: "claim", notice: { key: "notice.first-kabar", words: { step: "stage.stop" } } });
    expect(after(["go:stop", "feel:biasa", "back", "go:compare"], news)).toMatchObject({ page: "claim", notice: { words: { step: "stage.source" } } });
  });

  it("goes on when the step at hand is done, and lets one look again", () => {
    expect(periksaFakta.controls(after(looked.slice(0, 5), news), news)).toEqual(["look:site", "back"]);
    expect(periksaFakta.controls(after(looked.slice(0, 6), news), news)).toEqual(["next", "back"]);
    expect(after([...looked, "back", "go:source"], news).page).toBe("source");
  });

  it("needs two comparisons besides an answer of an AI", () => {
    const searched = looked.slice(0, 8);
    expect(notice([...searched, "open:0"], news)).toBe("notice.ai-answer");
    expect(notice([...searched, "open:0", "open:1"], news)).toBe("notice.one-more");
    expect(notice([...searched, "open:1", "open:2"], news)).toBe("notice.compared");
  });

  it("takes a wrong verdict kindly and waits for the right one", () => {
    expect(after([...looked, "say:benar"], news)).toMatchObject({ claim: 0, notice: { key: "notice.other", values: { why: "Gempa belum bisa diramal." } } });
    expect(notice([...looked, "say:salah"], news)).toBe("notice.right");
  });

  it("shares only what is true, and lets that be kept too", () => {
    expect(notice([...looked, "say:salah", "share"], only(quake))).toBe("notice.not-salah");
    expect(notice([...looked, "say:belum", "share"], only(open))).toBe("notice.not-belum");
    expect(isFinished(periksaFakta, only(quake), [...looked, "say:salah", "keep"])).toBe(true);
    expect(after([...looked, "say:benar", "share"], only(post)).shared).toEqual(["posyandu"]);
    expect(notice([...looked, "say:benar", "keep"], only(post))).toBe("notice.kept-too");
  });
});

describe("PeriksaFakta with what AI may have made", () => {
  const config = only(voice);

  it("looks at the signs in any order, then makes sure, then decides", () => {
    expect(after(["go:sure"], config).notice).toEqual({ key: "notice.first-ai", words: { step: "stage.shape" } });
    const seen = ["go:haste", "yes", "next", "no", "next", "yes", "next"];
    expect(after(seen, config).page).toBe("sure");
    expect(notice([...seen, "way:balas"], config)).toBe("notice.other");
    expect(isFinished(periksaFakta, config, [...seen, "way:simpan", "next", "say:buatan-ai", "next"])).toBe(true);
  });

  it("explains a sign that was overlooked", () => {
    expect(after(["go:motion", "no"], config)).toMatchObject({ seen: [], notice: { key: "notice.other", values: { why: "Suara orang naik dan turun." } } });
  });
});

describe("the config of PeriksaFakta", () => {
  it.each([
    [{ claims: [] }, "PeriksaFakta: claims: tulis 1 sampai 6 kabar."],
    [{ claims: [quake, quake] }, "claims: setiap id kabar hanya boleh satu kali"],
    [{ claims: [{ ...quake, check: "gosip" }] }, "claims.0.check: check: kabar atau ai"],
    [{ claims: [{ ...quake, compare: quake.compare.slice(0, 2) }] }, "claims.0.compare: sedikitnya 2 pembanding yang bukan jawaban AI"],
    [{ claims: [{ ...quake, verdict: "hoaks" }] }, "claims.0.verdict: verdict: benar, salah, atau belum"],
    [{ claims: [{ ...photo, drawing: undefined }] }, "claims.0.drawing: foto dan video perlu drawing"],
    [{ claims: [{ ...voice, ways: voice.ways.map((way) => ({ ...way, right: true })) }] }, "claims.0.ways: tepat satu cara memakai right: true"],
  ])("tells the author of %j in one line", (wrong, message) => {
    expect(() => parsePractice("PeriksaFakta", wrong)).toThrow(message);
  });
});
