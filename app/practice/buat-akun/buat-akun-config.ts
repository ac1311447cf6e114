import { z } from "zod";
import { areDifferent, textField } from "../config-fields.ts";
import { type AccountPart, type BuatAkunConfig, accountParts } from "./buat-akun.ts";

const part = z.enum(accountParts, `bagian yang ada: ${accountParts.join(", ")}`) satisfies z.ZodType<AccountPart>;
const localName = z.string("tulis nama di antara tanda kutip").regex(/^[a-z0-9]+([._][a-z0-9]+)*$/, "huruf kecil, angka, titik, atau garis bawah");

/** What an author may write in `<Practice simulator="BuatAkun" config={…} />`. What the parts do not need may be left out. */
export const buatAkunConfig = z
  .strictObject({
    parts: z.array(part, "tulis daftar bagian").min(1, "tulis sedikitnya satu bagian"),
    name: textField(40).default("Sari Lestari"),
    service: z.string("tulis layanan di antara tanda kutip").regex(/^[a-z-]+\.example$|^[a-z-]*contoh[a-z-]*(\.[a-z]+)+$/, "layanan karangan, misalnya \"surat-contoh.id\"").default("surat-contoh.id"),
    taken: z.array(localName, "tulis daftar nama").max(8, "paling banyak 8 nama").default(["sari"]),
    free: localName.default("sari.jamu"),
    words: z.array(z.strictObject({ text: textField(16).refine((text) => !/\s/.test(text), "satu kata saja"), why: textField(80).optional() }), "tulis daftar kata")
      .max(12, "paling banyak 12 kata").refine(areDifferent("text"), "setiap kata hanya boleh satu kali").default([]),
    least: z.number("tulis angka 3 sampai 5").int("tulis angka bulat").min(3, "tulis angka 3 sampai 5").max(5, "tulis angka 3 sampai 5").default(4),
    code: z.string("tulis kode di antara tanda kutip").regex(/^\d{4,6}$/, "kode harus 4 sampai 6 angka").default("481920"),
    caller: z.strictObject({ who: textField(40), says: textField(160) }).default({ who: "Nomor tidak dikenal", says: "Saya petugas. Sebutkan kode yang baru masuk." }),
    places: z.array(z.strictObject({ text: textField(60), good: z.boolean("tulis true atau false").optional(), why: textField(120) }), "tulis daftar tempat")
      .max(6, "paling banyak 6 tempat").default([]),
  })
  .superRefine((config, context) => {
    for (const [path, message] of faultsOf(config)) context.addIssue({ code: "custom", path: [path], message });
  }) satisfies z.ZodType<BuatAkunConfig>;

function faultsOf({ parts, taken, free, words, least, places }: BuatAkunConfig): [string, string][] {
  const order = parts.map((any) => accountParts.indexOf(any));
  const faults: [boolean, string, string][] = [
    [order.some((at, index) => index > 0 && at <= (order[index - 1] ?? 0)), "parts", `bagian ditulis sekali dan urut: ${accountParts.join(", ")}`],
    [parts.includes("again") && !parts.includes("password"), "parts", "untuk again perlu password"],
    [taken.includes(free) || /\d{4}/.test(free), "free", "nama ini tidak bisa dipakai"],
    [parts.includes("password") && words.filter(({ why }) => why === undefined).length < least, "words", `tulis sedikitnya ${least} kata yang tidak mudah ditebak`],
    [parts.includes("note") && !places.some(({ good }) => good), "places", "tulis sedikitnya satu tempat dengan good: true"],
  ];
  return faults.flatMap(([isFault, path, message]) => (isFault ? [[path, message] as [string, string]] : []));
}
