import { describe, expect, it } from "vitest";
import { type KeepConfig, keepFiles } from "#app/practice/berkas/keep-files.ts";
import { type TidyConfig, fullnessOf, tidyPhotos } from "#app/practice/berkas/tidy-photos.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { describeSoundness } from "./soundness.tsx";

const keep: KeepConfig = {
  do: "simpan",
  site: "Situs Desa Contoh",
  photo: { name: "Foto pupuk", picture: "pupuk" },
  file: { name: "Daftar harga", lines: ["Beras 1 kg: Rp14.000"] },
  contact: { name: "Bu Sari", number: "0800 1234 567" },
  trap: { name: "Hadiah.apk", why: "Itu aplikasi, bukan surat." },
};
const tidy: TidyConfig = {
  do: "rapikan",
  to: "Dina",
  stranger: "Nomor tak dikenal",
  photos: [
    { name: "Foto keluarga", picture: "keluarga", kind: "penting" },
    { name: "Foto jamu", picture: "jamu", kind: "biasa" },
    { name: "Foto buram", picture: "buram", kind: "buang" },
    { name: "Foto lantai", picture: "lantai", kind: "buang" },
    { name: "Foto sawah", picture: "sawah", kind: "pulih" },
  ],
};
const kept = (...steps: string[]) => replay(keepFiles, keep, steps);
const tidied = (...steps: string[]) => replay(tidyPhotos, tidy, steps);
const typed = ["type:nama:Bu%20Sari", "type:nomor:08001234567"];

describe("Berkas that keeps", () => {
  const photo = ["site", "hold", "save-photo", "back", "gallery", "see-photo", "back", "back"];
  const file = ["site", "download", "back", "files", "downloads", "see-file", "back", "back", "back"];
  const contact = ["contacts", "new", ...typed, "save-contact", "see-contact"];

  it("is finished by saving a photo, a file and a contact, and opening each again", () => {
    expect(isFinished(keepFiles, keep, [...photo, ...file, ...contact])).toBe(true);
    expect(isFinished(keepFiles, keep, [...photo, ...file, ...contact.slice(0, -1)])).toBe(false);
  });

  it("has nothing to open before it is saved", () => {
    expect(keepFiles.controls(kept("gallery"), keep)).toEqual(["back"]);
    expect(keepFiles.controls(kept("files", "downloads"), keep)).toEqual(["back"]);
    expect(keepFiles.controls(kept("contacts"), keep)).toEqual(["new", "back"]);
  });

  it("does not download what is a trap, and tells why", () => {
    expect(kept("site", "trap")).toMatchObject({ done: [], notice: { key: "notice.trap", values: { why: "Itu aplikasi, bukan surat." } } });
  });

  it("takes a name in any case and a number with any spaces, and says which of the two differs", () => {
    const save = (name: string, number: string) => kept("contacts", "new", `type:nama:${encodeURIComponent(name)}`, `type:nomor:${encodeURIComponent(number)}`, "save-contact").notice.key;
    expect(save(" bu  sari ", "0800-1234-567")).toBe("notice.save-contact");
    expect(save("Bu Siti", "08001234567")).toBe("notice.other-name");
    expect(save("Bu Sari", "0800")).toBe("notice.other-number");
    expect(kept("contacts", "new", "save-contact").notice).toEqual({ key: "notice.no-name" });
    expect(kept("contacts", "new", typed[0]!, "save-contact").notice).toEqual({ key: "notice.no-number" });
  });
});

describe("Berkas that tidies", () => {
  const copy = ["gallery", "open:0", "share", "to:0", "back", "back", "relative", "see:0", "back"];
  const thrown = ["gallery", "open:2", "throw", "open:3", "throw", "back"];

  it("is finished by copying, checking, throwing away, restoring and emptying", () => {
    expect(isFinished(tidyPhotos, tidy, [...copy, ...thrown, "bin", "restore:4", "empty"])).toBe(true);
    expect(fullnessOf(tidied(), tidy)).toBe(95);
    expect(fullnessOf(tidied(...copy, ...thrown, "bin", "restore:4", "empty"), tidy)).toBe(65);
  });

  it("throws nothing away before the copy was looked at", () => {
    expect(tidied("gallery", "open:2", "throw")).toMatchObject({ page: "photo", notice: { key: "notice.copy-first" } });
    expect(tidied("gallery", "open:0", "share", "to:0", "back", "open:2", "throw").notice).toEqual({ key: "notice.copy-first" });
  });

  it("never throws a good photo away, nor sends one to a stranger", () => {
    expect(tidied(...copy, "gallery", "open:1", "throw")).toMatchObject({ notice: { key: "notice.good" } });
    expect(tidied(...copy, "gallery", "open:0", "throw").where[0]).toBe("gallery");
    expect(tidied("gallery", "open:0", "share", "to:1")).toMatchObject({ sent: [], notice: { key: "notice.stranger" } });
  });

  it("does not empty the bin while a good photo is in it", () => {
    expect(tidied("bin", "empty")).toMatchObject({ notice: { key: "notice.restore-first", values: { name: "Foto sawah" } } });
    expect(tidied("bin", "empty").where[4]).toBe("bin");
  });

  it("lets a poor photo be restored, and asks for it again", () => {
    const state = tidied(...copy, ...thrown, "bin", "restore:2");
    expect(state.where[2]).toBe("gallery");
    expect(tidyPhotos.hint(state, tidy).next).toBe("back");
  });
});

describe("the config of Berkas", () => {
  it.each([
    [{ do: "hapus" }, "Berkas: do: isi do dengan \"simpan\" atau \"rapikan\"."],
    [{ ...keep, contact: { name: "Bu Sari", number: "halo" } }, "Berkas: contact.number: nomor diawali 0 dan berisi angka."],
    [{ ...keep, photo: { name: "Foto", picture: "kucing" } }, "Berkas: photo.picture: foto yang ada: bunga, buram"],
    [{ ...tidy, photos: tidy.photos.slice(1, 4) }, "Berkas: photos: sedikitnya satu foto penting dan satu foto buang."],
  ])("tells the author of %j in one line", (config, message) => {
    expect(() => parsePractice("Berkas", config)).toThrow(message);
  });
});

await describeSoundness("Berkas", [keep, { ...keep, trap: undefined }], [...typed, "type:nama:Lain", "type:kota:x"]);
await describeSoundness("Berkas", [tidy]);
