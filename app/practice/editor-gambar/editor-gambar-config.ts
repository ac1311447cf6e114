import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import { type Drawing, drawingNames } from "../drawings.ts";
import { longestText } from "../typed.ts";
import type { EditorGambarConfig } from "./editor-gambar.ts";
import { type Box, columns, describingFault, overlap, rows, subjectOf } from "./photos.ts";

const drawing = z.enum(drawingNames as [Drawing, ...Drawing[]], `gambar yang ada: ${drawingNames.join(", ")}`);
const why = textField(120);
const right = z.boolean("right: true atau false").optional();
const words = z.array(textField(30), "tulis daftar kata").min(1, "tulis sedikitnya satu kata").max(6, "paling banyak 6 kata");

const edge = z.int("box: angka bulat");
const box = z
  .tuple([edge, edge, edge, edge], "box: [kiri, atas, kanan, bawah]")
  .refine(([left, top, end, bottom]) => left >= 0 && top >= 0 && end <= columns && bottom <= rows && left < end && top < bottom, `box: kiri < kanan sampai ${columns}, atas < bawah sampai ${rows}`);

const choices = z
  .array(z.strictObject({ text: textField(60), right, why }), "tulis pilihan keterangan")
  .min(2, "tulis 2 sampai 4 pilihan")
  .max(4, "tulis 2 sampai 4 pilihan")
  .refine((all) => all.some((choice) => choice.right), "sedikitnya satu pilihan memakai right: true");

const photo = z
  .strictObject({
    name: textField(30),
    items: z
      .array(z.strictObject({ name: textField(30), drawing, box, subject: z.boolean("subject: true atau false").optional() }), "tulis isi foto")
      .min(1, "tulis 1 sampai 5 benda")
      .max(5, "tulis 1 sampai 5 benda")
      .refine((all) => all.some(({ subject }) => subject), "sedikitnya satu benda memakai subject: true"),
    dark: z.union([z.literal(1), z.literal(2)], "dark: 1 atau 2").optional(),
    what: words,
    where: words,
    choices,
  })
  .superRefine((one, context) => {
    const subject = subjectOf(one);
    const inTheWay = one.items.find((item) => !item.subject && overlap(subject, item.box as Box));
    if (inTheWay !== undefined) context.addIssue({ code: "custom", path: ["items"], message: `${inTheWay.name} tidak bisa dipotong tanpa memotong yang difoto` });
    const poor = one.choices.find((choice) => choice.right && describingFault(choice.text, one) !== undefined);
    if (poor !== undefined) context.addIssue({ code: "custom", path: ["choices"], message: `"${poor.text}" perlu satu kata dari what dan satu dari where` });
  });

const line = z.strictObject({ id: idField, label: textField(30), value: textField(longestText), also: z.array(textField(longestText)).max(6, "paling banyak 6 cara lain").optional() });
const option = { id: idField, text: textField(40), right, why };

const announcement = z
  .strictObject({
    do: z.literal("pengumuman"),
    makes: textField(40),
    lines: z.array(line, "tulis baris pengumuman").min(2, "tulis 2 sampai 6 baris").max(6, "tulis 2 sampai 6 baris").refine(areDifferent("id"), "setiap id baris hanya boleh satu kali"),
    templates: z
      .array(z.strictObject({ id: idField, name: textField(30), drawing, texts: z.array(textField(longestText), "tulis isi contoh") }), "tulis daftar contoh")
      .min(1, "tulis 1 sampai 3 contoh")
      .max(3, "tulis 1 sampai 3 contoh")
      .refine(areDifferent("id"), "setiap id contoh hanya boleh satu kali"),
    pictures: options(z.strictObject({ ...option, drawing }), "gambar"),
    groups: options(z.strictObject(option), "grup").optional(),
  })
  .superRefine(({ lines, templates }, context) => {
    const uneven = templates.findIndex(({ texts }) => texts.length !== lines.length);
    if (uneven >= 0) context.addIssue({ code: "custom", path: ["templates", uneven, "texts"], message: `tulis ${lines.length} isi, satu untuk setiap baris` });
  });

function options<Item extends { readonly id: string; readonly right?: boolean | undefined }>(item: z.ZodType<Item>, name: string) {
  return z
    .array(item, `tulis daftar ${name}`)
    .min(2, `tulis 2 sampai 4 ${name}`)
    .max(4, `tulis 2 sampai 4 ${name}`)
    .refine(areDifferent("id"), `setiap id ${name} hanya boleh satu kali`)
    .refine((all) => all.some((one) => one.right), `sedikitnya satu ${name} memakai right: true`);
}

/** What an author may write in `<Practice simulator="EditorGambar" config={…} />`. */
export const editorGambarConfig: z.ZodType<EditorGambarConfig> = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("foto"), photos: z.array(photo, "tulis daftar foto").min(1, "tulis 1 sampai 3 foto").max(3, "tulis 1 sampai 3 foto") }),
  announcement,
], "isi do dengan \"foto\" atau \"pengumuman\"");
