import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import type { UrutLangkahConfig } from "./urut-langkah.ts";

const step = z.strictObject({ id: idField, text: textField(80), why: textField(120).optional() });
const distractor = z.strictObject({ id: idField, text: textField(80), why: textField(120) });

/** What an author may write in `<Practice simulator="UrutLangkah" config={…} />`. */
export const urutLangkahConfig: z.ZodType<UrutLangkahConfig> = z
  .strictObject({
    steps: z.array(step, "tulis daftar langkah menurut urutannya").min(3, "tulis 3 sampai 8 langkah").max(8, "tulis 3 sampai 8 langkah"),
    distractors: z.array(distractor, "tulis daftar pengecoh").max(4, "paling banyak 4 pengecoh").optional(),
  })
  .superRefine(({ steps, distractors = [] }, context) => {
    const cards = [...steps, ...distractors];
    if (!areDifferent("id")(cards)) context.addIssue({ code: "custom", path: ["steps"], message: "setiap id hanya boleh satu kali, juga di distractors" });
    if (!areDifferent("text")(cards)) context.addIssue({ code: "custom", path: ["steps"], message: "setiap kalimat hanya boleh satu kali, juga di distractors" });
  });
