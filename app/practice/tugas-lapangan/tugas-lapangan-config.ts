import { z } from "zod";
import { areDifferent, textField } from "../config-fields.ts";
import type { TugasLapanganConfig } from "./tugas-lapangan.ts";

/** Two of them with a word and colons are a step code, `plan:siapa:anak`, of at most 24 signs. */
const shortId = z.string("tulis id di antara tanda kutip").regex(/^[a-z0-9-]{1,9}$/, "id terdiri dari 1 sampai 9 huruf kecil, angka, atau tanda hubung");
const choice = z.strictObject({ id: shortId, text: textField(60) });

const question = z.strictObject({
  id: shortId,
  name: textField(30),
  text: textField(80),
  choices: z
    .array(choice, "tulis daftar pilihan")
    .min(2, "tulis 2 sampai 6 pilihan")
    .max(6, "tulis 2 sampai 6 pilihan")
    .refine(areDifferent("id"), "setiap id pilihan hanya boleh satu kali")
    .refine(areDifferent("text"), "setiap pilihan hanya boleh satu kali"),
});

/** What an author may write in `<Practice simulator="TugasLapangan" config={…} />`. */
export const tugasLapanganConfig: z.ZodType<TugasLapanganConfig> = z.strictObject({
  plan: z.array(question, "tulis daftar pertanyaan rencana").min(1, "tulis 1 sampai 6 pertanyaan").max(6, "tulis 1 sampai 6 pertanyaan").refine(areDifferent("id"), "setiap id hanya boleh satu kali"),
  steps: z
    .array(z.strictObject({ id: shortId, text: textField(80) }), "tulis daftar yang dikerjakan")
    .min(1, "tulis 1 sampai 8 langkah")
    .max(8, "tulis 1 sampai 8 langkah")
    .refine(areDifferent("id"), "setiap id hanya boleh satu kali"),
  show: z.strictObject({ text: textField(160) }, "tulis { text: \"yang ditunjukkan kepada pendamping\" }"),
});
