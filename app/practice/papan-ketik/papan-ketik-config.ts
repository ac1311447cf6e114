import { z } from "zod";
import { canType } from "./keyboard.ts";
import type { PapanKetikConfig } from "./papan-ketik.ts";

const line = z
  .string("setiap baris ditulis di antara tanda kutip")
  .min(1, "baris tidak boleh kosong")
  .max(40, "baris paling panjang 40 huruf")
  .refine((text) => [...text].every(canType), "baris hanya boleh berisi huruf a sampai z, angka, spasi, dan tanda di papan ketik")
  .refine((text) => !/^ | $| {2}/.test(text), "baris tidak boleh diawali, diakhiri, atau berisi spasi ganda");

/** What an author may write in `<Practice simulator="PapanKetik" config={…} />`. */
export const papanKetikConfig: z.ZodType<PapanKetikConfig> = z.strictObject({
  lines: z.array(line, "tulis daftar baris, misalnya [\"Bu Sari\"]").min(1, "tulis sedikitnya satu baris").max(10, "paling banyak 10 baris"),
});
