import { describe, expect, it } from "vitest";
import { liniMasa } from "#app/practice/lini-masa/lini-masa.ts";
import type { LiniMasaConfig } from "#app/practice/lini-masa/posts.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { replay } from "#app/practice/simulator.ts";
import { describeSoundness } from "./soundness.tsx";

const profile = {
  name: "Agus",
  posts: [
    { id: "warung", text: "Warung buka jam 7.", drawing: "warung", why: "Jam buka boleh dilihat orang." },
    { id: "ktp", text: "KTP baru sudah jadi!", drawing: "ktp", unsafe: true, why: "KTP kita simpan sendiri." },
    { id: "anak", text: "Rina sekolah di SD Contoh.", unsafe: true, why: "Sekolah anak kita simpan sendiri." },
  ],
} as const;
const news = [
  { id: "posyandu", from: "Bu Bidan", text: "Posyandu Selasa, 9 Juni.", answers: { true: true, useful: true, kind: true }, why: { true: "Ada nama dan tanggal.", useful: "Ibu-ibu memerlukannya.", kind: "Tidak ada yang rugi." } },
  { id: "sakit", from: "Grup RT", text: "Foto Pak Min sakit.", answers: { true: true, useful: false, kind: false }, why: { true: "Keluarganya bilang begitu.", useful: "Penerima tidak memerlukannya." } },
] as const;
const both: LiniMasaConfig = { profile, news };

await describeSoundness("LiniMasa", [{ profile }, { news }, both]);

const after = (steps: string[], config: LiniMasaConfig = { profile }) => replay(liniMasa, config, steps);
const notice = (steps: string[], config: LiniMasaConfig = { profile }) => liniMasa.notice(after(steps, config), config).key;
const done = (steps: string[], config: LiniMasaConfig = { profile }) => liniMasa.tasks(after(steps, config), config).filter((task) => task.done).map(({ id }) => id);

describe("LiniMasa with a profile", () => {
  it("is tidied by deleting or hiding what is not safe, and by choosing who sees the photo", () => {
    expect(done(["stranger"])).toEqual(["look"]);
    expect(done(["more:ktp", "delete"])).toEqual([]);
    expect(done(["more:ktp", "delete", "more:anak", "hide"])).toEqual(["tidy"]);
    expect(done(["audience", "who:contacts"])).toEqual(["audience"]);
  });

  it("opens a task again when what is not safe is shown again", () => {
    expect(done(["more:ktp", "delete", "more:anak", "hide", "more:anak", "show"])).toEqual([]);
    expect(done(["audience", "who:me", "audience", "who:all"])).toEqual([]);
  });

  it("lets a safe post go too, and says that it was safe", () => {
    expect(notice(["more:warung", "delete"])).toBe("notice.deleted-safe");
    expect(notice(["more:warung", "hide"])).toBe("notice.hidden-safe");
  });
});

describe("LiniMasa with news", () => {
  const config = { news };

  it("asks three questions before sharing", () => {
    expect(notice(["share"], config)).toBe("notice.ask-first");
    expect(notice(["no"], config)).toBe("notice.other");
    expect(liniMasa.controls(after(["yes", "yes", "yes"], config), config)).toEqual(["share", "skip"]);
    expect(after(["yes", "yes", "yes", "share"], config)).toMatchObject({ decided: 1, asked: 0, shared: ["posyandu"] });
    expect(notice(["yes", "yes", "yes", "skip"], config)).toBe("notice.kept-too");
  });

  it("stops asking at the first no, and shares nothing then", () => {
    const sick = ["yes", "yes", "yes", "share", "yes", "no"];
    expect(liniMasa.controls(after(sick, config), config)).toEqual(["share", "skip"]);
    expect(notice([...sick, "share"], config)).toBe("notice.not-yet");
    expect(done([...sick, "skip"], config)).toEqual(["news-posyandu", "news-sakit"]);
  });

  it("leads to the profile and back where an exercise has both", () => {
    expect(after(["go:news", "yes", "go:profile"], both)).toMatchObject({ part: "profile", asked: 1 });
  });
});

describe("the config of LiniMasa", () => {
  it.each([
    [{}, "profile: tulis profile, news, atau keduanya"],
    [{ profile: { name: "Agus", posts: [profile.posts[0], profile.posts[0]] } }, "profile.posts: setiap id kiriman hanya boleh satu kali"],
    [{ profile: { name: "Agus", posts: [profile.posts[0], { ...profile.posts[0], id: "b" }] } }, "sedikitnya satu kiriman tidak aman: unsafe: true"],
    [{ news: [{ ...news[0], why: { true: "Ada nama." } }] }, "news.0.why.useful: tulis alasan jawaban ini; news.0.why.kind: tulis alasan jawaban ini"],
    [{ news: [{ ...news[0], drawing: "naga" }] }, "news.0.drawing: gambar yang ada: jamu, bunga,"],
  ])("tells the author of %j in one line", (wrong, message) => {
    expect(() => parsePractice("LiniMasa", wrong)).toThrow(message);
  });
});
