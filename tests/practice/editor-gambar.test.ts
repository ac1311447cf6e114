import { describe, expect, it } from "vitest";
import { type PengumumanConfig, isAsOnPaper } from "#app/practice/editor-gambar/announcements.ts";
import { makeAnnouncement } from "#app/practice/editor-gambar/make-announcement.ts";
import { type Photo, describingFault, frameFault, moved, subjectOf, whole } from "#app/practice/editor-gambar/photos.ts";
import { type FotoConfig, tidyPhoto } from "#app/practice/editor-gambar/tidy-photo.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { describeSoundness } from "./soundness.tsx";

const jamu: Photo = {
  name: "Foto jamu",
  items: [
    { name: "botol jamu", drawing: "jamu", box: [2, 2, 6, 5], subject: true },
    { name: "ember", drawing: "ember", box: [6, 3, 8, 5] },
    { name: "sapu", drawing: "sapu", box: [3, 0, 6, 2] },
  ],
  dark: 2,
  what: ["jamu"],
  where: ["warung"],
  choices: [{ text: "Foto bagus", why: "Apa yang terlihat belum disebut." }, { text: "Jamu kunyit di warung Bu Sari", right: true, why: "Ada apa dan di mana." }],
};
const lit: Photo = { ...jamu, name: "Foto sapu", dark: undefined, items: [{ ...jamu.items[0]!, box: [0, 0, 8, 6] }] };
const foto: FotoConfig = { do: "foto", photos: [jamu] };
const poster: PengumumanConfig = {
  do: "pengumuman",
  makes: "pengumuman posyandu",
  lines: [
    { id: "acara", label: "Acara", value: "Posyandu Melati" },
    { id: "hari", label: "Hari", value: "Selasa, 8 Desember" },
    { id: "jam", label: "Jam", value: "Jam 8 pagi", also: ["08.00", "8 pagi"] },
  ],
  templates: [{ id: "bakti", name: "Kerja bakti", drawing: "sapu", texts: ["Kerja bakti", "Rabu, 8 Desember", "Jam 8 pagi"] }],
  pictures: [
    { id: "bayi", text: "Foto bayi tetangga", drawing: "anak", why: "Orang tuanya belum memberi izin." },
    { id: "timbang", text: "Timbangan", drawing: "timbangan", right: true, why: "Foto benda lebih aman." },
  ],
  groups: [{ id: "rt", text: "Grup RT 5", right: true, why: "Ibu-ibu membacanya di sini." }, { id: "bola", text: "Grup Bola", why: "Itu grup lain." }],
};

await describeSoundness("EditorGambar", [foto, { do: "foto", photos: [lit, jamu] }], ["type:keterangan:Jamu%20di%20warung", "type:keterangan:Bagus", "type:kota:x"]);
await describeSoundness("EditorGambar", [poster, { ...poster, groups: undefined }], ["type:hari:Selasa%2C%208%20Desember", "type:acara:", "type:jam:08.00"]);

const shot = (...steps: string[]) => replay(tidyPhoto, foto, steps);
const made = (...steps: string[]) => replay(makeAnnouncement, poster, steps);
const cropped = ["edit", "crop", "in:right", "in:right", "in:top", "in:top", "apply"];
const lightened = ["light", "brighter", "brighter", "apply"];
const copied = [...cropped, ...lightened, "save", "save-copy"];

describe("EditorGambar with a photo", () => {
  it("frames the subject wholly and nothing else", () => {
    expect(subjectOf(jamu)).toEqual([2, 2, 6, 5]);
    expect(frameFault(whole, jamu)).toMatchObject({ fault: "still", item: { name: "ember" } });
    expect(frameFault([0, 0, 6, 6], jamu)).toMatchObject({ fault: "still", item: { name: "sapu" } });
    expect(frameFault([0, 2, 6, 6], jamu)).toBeUndefined();
    expect(frameFault([3, 2, 6, 6], jamu)).toMatchObject({ fault: "cut", item: { name: "botol jamu" } });
  });

  it("moves a side in and out, never beyond the photo nor past the other side", () => {
    expect(moved(whole, "left", "in")).toEqual([1, 0, 8, 6]);
    expect(moved(whole, "bottom", "in")).toEqual([0, 0, 8, 5]);
    expect(moved(whole, "right", "out")).toBe(whole);
    expect(moved([2, 2, 3, 3], "top", "in")).toEqual([2, 2, 3, 3]);
    expect(shot("edit", "crop", "out:left").notice.key).toBe("notice.at-edge");
  });

  it("is finished by cropping, brightening, saving a copy and describing it", () => {
    expect(isFinished(tidyPhoto, foto, [...copied, "describe", "pick:1"])).toBe(true);
    expect(isFinished(tidyPhoto, foto, [...copied, "describe", "type:keterangan:jamu%20di%20WARUNG%20kami", "keep"])).toBe(true);
    expect(isFinished(tidyPhoto, foto, [...copied, "describe", "pick:0"])).toBe(false);
  });

  it("does not save before all is right, and tells what is missing", () => {
    expect(shot("edit", "save")).toMatchObject({ page: "edit", notice: { key: "notice.frame-still", values: { name: "ember" } } });
    expect(shot(...cropped, "save").notice.key).toBe("notice.light-dark");
    expect(shot(...cropped, ...lightened, "light", "brighter", "apply", "save").notice.key).toBe("notice.light-bright");
  });

  it("keeps the original, and what a tool did can be taken back", () => {
    expect(shot(...cropped, ...lightened, "save", "save-over")).toMatchObject({ page: "save", copy: null, notice: { key: "notice.save-over" } });
    expect(shot("edit", "crop", "in:left", "cancel").look.frame).toEqual(whole);
    expect(shot(...copied, "edit", "crop", "in:left", "in:left", "in:left").copy?.frame).toEqual([0, 2, 6, 6]);
  });

  it("says what a description lacks", () => {
    expect(describingFault(" ", jamu)).toBe("empty");
    expect(describingFault("di warung", jamu)).toBe("what");
    expect(describingFault("Botol jamu", jamu)).toBe("where");
    expect(describingFault("Jamu di Warung Bu Sari", jamu)).toBeUndefined();
  });
});

describe("EditorGambar with an announcement", () => {
  const typed = ["line:acara", "type:acara:posyandu%20melati", "done", "line:hari", "type:hari:Selasa%208%20desember", "done"];
  const ready = ["use:bakti", ...typed, "pictures", "picture:timbang", "check"];

  it("takes a line in any case and with any dots and spaces", () => {
    expect(isAsOnPaper(" selasa 8  DESEMBER. ", poster.lines[1]!)).toBe(true);
    expect(isAsOnPaper("rabu, 8 desember", poster.lines[1]!)).toBe(false);
    expect(isAsOnPaper("8 Pagi", poster.lines[2]!)).toBe(true);
  });

  it("spots a wrong day when it is compared with the paper", () => {
    expect(made("use:bakti", "check", "same:hari")).toMatchObject({ checked: [], notice: { key: "notice.differs", values: { value: "Selasa, 8 Desember" } } });
    expect(made("use:bakti", "check", "fix:hari")).toMatchObject({ page: "line", line: "hari" });
    expect(made(...ready, "same:hari").checked).toEqual(["hari"]);
  });

  it("compares a line again after it was changed", () => {
    expect(made(...ready, "same:hari", "back", "line:hari", "type:hari:Rabu", "done").checked).toEqual([]);
  });

  it("saves what was compared and has a picture that may be used, and shares it with the right group", () => {
    const checked = [...ready, "same:acara", "same:hari", "same:jam"];
    expect(made(...ready, "save").notice.key).toBe("notice.check-first");
    expect(made("use:bakti", ...typed, "check", "same:acara", "same:hari", "same:jam", "save").notice.key).toBe("notice.picture-first");
    expect(made("use:bakti", "pictures", "picture:bayi")).toMatchObject({ picture: "", notice: { key: "notice.other" } });
    expect(made(...checked, "save", "share:bola")).toMatchObject({ isSaved: true, isShared: false });
    expect(isFinished(makeAnnouncement, poster, [...checked, "save", "share:rt"])).toBe(true);
    expect(isFinished(makeAnnouncement, { ...poster, groups: undefined }, [...checked, "save"])).toBe(true);
  });
});

describe("the config of EditorGambar", () => {
  it.each([
    [{ do: "video" }, "EditorGambar: do: isi do dengan \"foto\" atau \"pengumuman\"."],
    [{ do: "foto", photos: [{ ...jamu, items: jamu.items.slice(1) }] }, "photos.0.items: sedikitnya satu benda memakai subject: true"],
    [{ do: "foto", photos: [{ ...jamu, items: [jamu.items[0], { ...jamu.items[1], box: [5, 3, 8, 5] }] }] }, "photos.0.items: ember tidak bisa dipotong tanpa memotong yang difoto"],
    [{ do: "foto", photos: [{ ...jamu, items: [{ ...jamu.items[0], box: [2, 2, 9, 5] }] }] }, "box: kiri < kanan sampai 8, atas < bawah sampai 6"],
    [{ do: "foto", photos: [{ ...jamu, where: ["pasar"] }] }, "photos.0.choices: \"Jamu kunyit di warung Bu Sari\" perlu satu kata dari what dan satu dari where"],
    [{ ...poster, templates: [{ ...poster.templates[0], texts: ["Kerja bakti"] }] }, "templates.0.texts: tulis 3 isi, satu untuk setiap baris"],
    [{ ...poster, pictures: poster.pictures.map((picture) => ({ ...picture, right: false })) }, "pictures: sedikitnya satu gambar memakai right: true"],
  ])("tells the author of %j in one line", (wrong, message) => {
    expect(() => parsePractice("EditorGambar", wrong)).toThrow(message);
  });
});
