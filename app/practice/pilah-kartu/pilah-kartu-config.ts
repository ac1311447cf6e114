import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import { type CardIcon, cardIcons } from "./card-icons.ts";
import type { PilahKartuConfig } from "./pilah-kartu.ts";

const icons = Object.keys(cardIcons) as CardIcon[];

const card = z.strictObject({
  id: idField,
  text: textField(80),
  note: textField(80).optional(),
  icon: z.enum(icons, `gambar yang ada: ${icons.join(", ")}`).optional(),
  group: idField,
  why: textField(120),
});

/** What an author may write in `<Practice simulator="PilahKartu" config={…} />`. */
export const pilahKartuConfig: z.ZodType<PilahKartuConfig> = z
  .strictObject({
    groups: z
      .array(z.strictObject({ id: idField, name: textField(30) }), "tulis daftar kelompok, misalnya [{ id: \"asli\", name: \"Asli\" }]")
      .min(2, "tulis 2 sampai 4 kelompok")
      .max(4, "tulis 2 sampai 4 kelompok")
      .refine(areDifferent("id"), "setiap id kelompok hanya boleh satu kali")
      .refine(areDifferent("name"), "setiap nama kelompok hanya boleh satu kali"),
    cards: z
      .array(card, "tulis daftar kartu")
      .min(2, "tulis 2 sampai 12 kartu")
      .max(12, "tulis 2 sampai 12 kartu")
      .refine(areDifferent("id"), "setiap id kartu hanya boleh satu kali"),
  })
  .superRefine(({ groups, cards }, context) => {
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    cards.forEach(({ group }, index) => {
      if (!groups.some(({ id }) => id === group)) fault(["cards", index, "group"], `kelompok "${group}" tidak ada`);
    });
    groups.forEach(({ id }, index) => {
      if (!cards.some(({ group }) => group === id)) fault(["groups", index], `belum ada kartu untuk kelompok "${id}"`);
    });
  });
