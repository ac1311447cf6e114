import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import { drawingNames } from "../drawings.ts";
import { type LiniMasaConfig, questions } from "./posts.ts";

const flag = z.boolean("tulis true atau false");
const drawing = z.enum(drawingNames, `gambar yang ada: ${drawingNames.join(", ")}`).optional();
const why = textField(120);

const post = z.strictObject({ id: idField, text: textField(160), drawing, unsafe: flag.optional(), why });

const news = z
  .strictObject({
    id: idField,
    from: textField(40),
    text: textField(240),
    drawing,
    answers: z.strictObject({ true: flag, useful: flag, kind: flag }, "tulis answers: { true: …, useful: …, kind: … }"),
    why: z.strictObject({ true: why.optional(), useful: why.optional(), kind: why.optional() }, "tulis why: { true: \"…\" }"),
  })
  .superRefine((one, context) => {
    const no = questions.findIndex((question) => !one.answers[question]);
    const asked = questions.slice(0, no < 0 ? questions.length : no + 1);
    for (const question of asked) if (one.why[question] === undefined) context.addIssue({ code: "custom", path: ["why", question], message: "tulis alasan jawaban ini" });
  });

/** What an author may write in `<Practice simulator="LiniMasa" config={…} />`. */
export const liniMasaConfig: z.ZodType<LiniMasaConfig> = z
  .strictObject({
    profile: z
      .strictObject({
        name: textField(40),
        posts: z.array(post, "tulis daftar kiriman").min(2, "tulis 2 sampai 8 kiriman").max(8, "tulis 2 sampai 8 kiriman")
          .refine(areDifferent("id"), "setiap id kiriman hanya boleh satu kali")
          .refine((posts) => posts.some(({ unsafe }) => unsafe === true), "sedikitnya satu kiriman tidak aman: unsafe: true"),
      })
      .optional(),
    news: z.array(news, "tulis daftar kabar").min(1, "tulis 1 sampai 6 kabar").max(6, "tulis 1 sampai 6 kabar")
      .refine(areDifferent("id"), "setiap id kabar hanya boleh satu kali").optional(),
  })
  .refine(({ profile, news: some }) => profile !== undefined || some !== undefined, { path: ["profile"], message: "tulis profile, news, atau keduanya" });
