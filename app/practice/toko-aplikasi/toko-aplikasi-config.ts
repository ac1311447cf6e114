import { z } from "zod";
import { areDifferent, textField } from "../config-fields.ts";
import { type TokoAplikasiConfig, listOf } from "./toko-aplikasi.ts";

const app = {
  name: textField(30),
  maker: textField(30),
  rating: z.number("tulis nilai dari 1 sampai 5").min(1, "nilai paling rendah 1").max(5, "nilai paling tinggi 5"),
  permissions: z.array(textField(30), "tulis daftar izin, boleh kosong").max(6, "paling banyak 6 izin"),
};

/** What an author may write in `<Practice simulator="TokoAplikasi" config={…} />`. */
export const tokoAplikasiConfig: z.ZodType<TokoAplikasiConfig> = z
  .strictObject({
    app: z.strictObject(app),
    fakes: z
      .array(z.strictObject({ ...app, ad: z.boolean("tulis true atau false").optional(), why: textField(100) }), "tulis daftar aplikasi tiruan")
      .min(1, "tulis 1 sampai 5 aplikasi tiruan")
      .max(5, "tulis 1 sampai 5 aplikasi tiruan"),
    search: textField(30),
    update: textField(30).optional(),
    file: z.strictObject({ from: textField(30), says: textField(120), name: textField(40), why: textField(100) }).optional(),
  })
  .refine((config) => areDifferent("name")(listOf(config)), { path: ["fakes"], message: "setiap nama aplikasi hanya boleh satu kali" });
