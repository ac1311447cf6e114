import { describe, expect, it } from "vitest";
import { loadDictionary } from "#app/catalog/dictionary.server.ts";
import { misspelledIn } from "#app/catalog/spelling.ts";

const dictionary = loadDictionary("courses");
const wrong = (text: string) => misspelledIn(text, dictionary).map(({ word, instead }) => (instead ? `${word}: ${instead}` : word));

describe("spelling", () => {
  it.each([
    "Bu Sari menekan tombol daya, lalu HP-nya menyala.",
    "Pelan-pelan saja. Ketiklah nomornya! Kulihat layarku. Siapakah dia? Seorang pun tidak.",
    "Nomor itu mudah ditebak, jadi dicoret dan ditempel; gambarnya terekam. Perbarui, lalu bisukan.",
    "Buka sukamaju-contoh.desa.id atau tulis ke sari.jamu@surat-contoh.id. Lihat /belajar/hp-saya/mengetik dan undangan.apk.",
    "RT 05, 1.000 MB, Rp50.000, pukul 07.30, sawah2580",
    "Ibu/Bapak, “ya” (atau 'tidak')…",
  ])("is right: %s", (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ["Tekan tombool itu.", ["tombool"]],
    ["Ia dirumah. Disini, dimana, kesekolah, ditombol.", ["dirumah", "Disini", "dimana", "kesekolah", "ditombol"]],
    ["Diatas meja, didalam tas, diantara pintu.", ["Diatas: di atas", "didalam: di dalam", "diantara: di antara"]],
    ["Silahkan merubah, mengkonsumsi.", ["Silahkan", "merubah", "mengkonsumsi"]],
    ["Praktek, resikonya, ijin, telponlah.", ["Praktek: praktik", "resikonya: risiko", "ijin: izin", "telponlah: telepon"]],
    ["Hati-hatti, hati-hatti.", ["Hati-hatti", "hati-hatti"]],
  ])("is wrong: %s", (text, words) => {
    expect(wrong(text)).toEqual(words);
  });
});
