import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import { type Drawing, drawingNames } from "../drawings.ts";
import type { PeriksaFaktaConfig } from "./claims.ts";

const drawing = z.enum(drawingNames as [Drawing, ...Drawing[]], `gambar yang ada: ${drawingNames.join(", ")}`);
const why = textField(120);
const message = { id: idField, from: textField(40), text: textField(200), drawing: drawing.optional(), why };

const fact = z.strictObject({ is: textField(60).optional(), why }, "tulis { is, why }; tanpa is kalau tidak ada");
const comparison = z.strictObject({ address: textField(60), title: textField(60), date: textField(40).optional(), text: textField(200), ai: z.boolean("ai: true atau false").optional() });

const news = z.strictObject({
  ...message,
  check: z.literal("kabar"),
  source: z.strictObject({ who: fact, when: fact, site: fact }, "tulis who, when, dan site"),
  query: textField(40),
  compare: z
    .array(comparison, "tulis daftar pembanding")
    .max(5, "paling banyak 5 pembanding")
    .refine((all) => all.filter(({ ai }) => !ai).length >= 2, "sedikitnya 2 pembanding yang bukan jawaban AI"),
  verdict: z.enum(["benar", "salah", "belum"], "verdict: benar, salah, atau belum"),
});

const at = z.tuple([z.number("at: angka").min(0, "at: [0 sampai 48, 0 sampai 36]").max(48, "at: [0 sampai 48, 0 sampai 36]"), z.number("at: angka").min(0, "at: [0 sampai 48, 0 sampai 36]").max(36, "at: [0 sampai 48, 0 sampai 36]")], "at: [0 sampai 48, 0 sampai 36]");
const sign = z.strictObject({ there: z.boolean("there: true atau false"), look: textField(120), why, at: at.optional() }, "tulis { there, look, why }");

const likeness = z
  .strictObject({
    ...message,
    check: z.literal("ai"),
    media: z.enum(["foto", "video", "suara"], "media: foto, video, atau suara"),
    signs: z.strictObject({ shape: sign, motion: sign, haste: sign }, "tulis shape, motion, dan haste"),
    ways: z
      .array(z.strictObject({ id: idField, text: textField(60), right: z.boolean("right: true atau false").optional(), why }), "tulis cara memastikan")
      .min(2, "tulis 2 sampai 4 cara")
      .max(4, "tulis 2 sampai 4 cara")
      .refine(areDifferent("id"), "setiap id cara hanya boleh satu kali")
      .refine((all) => all.filter(({ right }) => right).length === 1, "tepat satu cara memakai right: true"),
    verdict: z.enum(["asli", "buatan-ai", "belum"], "verdict: asli, buatan-ai, atau belum"),
  })
  .refine(({ media, drawing: drawn }) => media === "suara" || drawn !== undefined, { path: ["drawing"], message: "foto dan video perlu drawing" });

/** What an author may write in `<Practice simulator="PeriksaFakta" config={…} />`. */
export const periksaFaktaConfig: z.ZodType<PeriksaFaktaConfig> = z.strictObject({
  claims: z
    .array(z.discriminatedUnion("check", [news, likeness], "check: kabar atau ai"), "tulis daftar kabar")
    .min(1, "tulis 1 sampai 6 kabar")
    .max(6, "tulis 1 sampai 6 kabar")
    .refine(areDifferent("id"), "setiap id kabar hanya boleh satu kali"),
});
