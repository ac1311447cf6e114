import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import { type FieldKind, type FormField, faultOf, fieldKinds, rightText } from "./fields.ts";
import type { FormulirConfig } from "./formulir.ts";

const field = z
  .strictObject({
    id: idField,
    label: textField(40),
    kind: z.enum(fieldKinds, `jenis kolom: ${fieldKinds.join(", ")}`) satisfies z.ZodType<FieldKind>,
    required: z.boolean("tulis true atau false").optional(),
    value: textField(60).optional(),
    example: textField(60).optional(),
    help: textField(80).optional(),
    options: z.array(textField(40), "tulis daftar pilihan").min(2, "tulis 2 sampai 8 pilihan").max(8, "tulis 2 sampai 8 pilihan")
      .refine((all) => new Set(all).size === all.length, "setiap pilihan hanya boleh satu kali").optional(),
    avoid: textField(120).optional(),
  })
  .superRefine((any: FormField, context) => {
    for (const message of faultsOf(any)) context.addIssue({ code: "custom", message, path: [] });
  });

/** What an author may write in `<Practice simulator="Formulir" config={…} />`. */
export const formulirConfig: z.ZodType<FormulirConfig> = z.strictObject({
  address: textField(60),
  title: textField(60),
  purpose: textField(120),
  fields: z.array(field, "tulis daftar kolom").min(1, "tulis 1 sampai 10 kolom").max(10, "tulis 1 sampai 10 kolom")
    .refine(areDifferent("id"), "setiap id kolom hanya boleh satu kali")
    .refine((all) => all.some(({ required }) => required), "tulis sedikitnya satu kolom dengan required: true"),
  onlyRequired: z.boolean("tulis true atau false").optional(),
  thanks: textField(120),
});

function faultsOf(any: FormField): string[] {
  const isChoice = any.kind === "choice";
  return [
    isChoice !== (any.options !== undefined) && "options ditulis untuk choice, dan hanya untuk choice",
    any.avoid !== undefined && (any.required || isChoice) && "kolom dengan avoid tidak boleh required atau choice",
    any.required && any.value === undefined && any.example === undefined && "kolom wajib perlu value atau example",
    any.value !== undefined && any.example !== undefined && "tulis value atau example, jangan keduanya",
    isChoice && [any.value, any.example].some((text) => text !== undefined && !any.options?.includes(text)) && "value atau example harus salah satu options",
    any.kind === "number" && faultOf(any, rightText(any), false) === "number" && "value atau example harus angka",
  ].filter((message) => message !== false && message !== undefined);
}
