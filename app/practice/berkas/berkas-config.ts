import { z } from "zod";
import { areDifferent, textField } from "../config-fields.ts";
import type { BerkasConfig } from "./berkas.ts";
import { type Photo, photoNames } from "./photos.ts";

const name = textField(30);
const picture = z.enum(photoNames as [Photo, ...Photo[]], `foto yang ada: ${photoNames.join(", ")}`);

const keep = z.strictObject({
  do: z.literal("simpan"),
  site: name,
  photo: z.strictObject({ name, picture }),
  file: z.strictObject({ name, lines: z.array(textField(60), "tulis isi berkas, baris demi baris").min(1, "tulis 1 sampai 6 baris").max(6, "tulis 1 sampai 6 baris") }),
  contact: z.strictObject({ name, number: z.string("tulis nomor di antara tanda kutip").regex(/^0[\d -]{7,18}$/, "nomor diawali 0 dan berisi angka") }),
  trap: z.strictObject({ name, why: textField(100) }).optional(),
});

const tidy = z.strictObject({
  do: z.literal("rapikan"),
  to: textField(20),
  stranger: name,
  photos: z
    .array(z.strictObject({ name, picture, kind: z.enum(["penting", "buang", "pulih", "biasa"], "kind: penting, buang, pulih, atau biasa") }), "tulis daftar foto")
    .min(3, "tulis 3 sampai 9 foto")
    .max(9, "tulis 3 sampai 9 foto")
    .refine(areDifferent("name"), "setiap nama foto hanya boleh satu kali")
    .refine((all) => all.some(({ kind }) => kind === "penting") && all.some(({ kind }) => kind === "buang"), "sedikitnya satu foto penting dan satu foto buang"),
});

/** What an author may write in `<Practice simulator="Berkas" config={…} />`. */
export const berkasConfig: z.ZodType<BerkasConfig> = z.discriminatedUnion("do", [keep, tidy], "isi do dengan \"simpan\" atau \"rapikan\"");
