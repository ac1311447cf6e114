import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import { type DeviceIcon, deviceIcons } from "../device-icons.ts";
import { drawingNames } from "../drawings.ts";
import { type GerakJariConfig, type Goal, columns, deeds, rowsShown } from "./goals.ts";

const icons = Object.keys(deviceIcons) as DeviceIcon[];
const fewest = columns * rowsShown + 1;
const mostPhotos = 12;

const app = z.strictObject({ id: idField, icon: z.enum(icons, `gambar yang ada: ${icons.join(", ")}`), name: textField(20) });
const photo = z.strictObject({
  id: idField,
  name: textField(40),
  drawing: z.enum(drawingNames, `gambar yang ada: ${drawingNames.join(", ")}`).optional(),
  lines: z.array(textField(40), "tulis daftar baris").min(1, "tulis 1 sampai 6 baris").max(6, "tulis 1 sampai 6 baris").optional(),
});
const goal = z.strictObject({ do: z.enum(deeds, `gerak yang ada: ${deeds.join(", ")}`), on: idField.optional(), text: textField(80) });

/** What an author may write in `<Practice simulator="GerakJari" config={…} />`. */
export const gerakJariConfig: z.ZodType<GerakJariConfig> = z
  .strictObject({
    apps: z.array(app, "tulis daftar aplikasi di layar utama").min(2, "tulis 2 sampai 4 aplikasi").max(4, "tulis 2 sampai 4 aplikasi").refine(areDifferent("id"), "setiap id hanya boleh satu kali"),
    photos: z.array(photo, "tulis daftar foto").min(fewest, `tulis ${fewest} sampai ${mostPhotos} foto`).max(mostPhotos, `tulis ${fewest} sampai ${mostPhotos} foto`).refine(areDifferent("id"), "setiap id hanya boleh satu kali"),
    goals: z.array(goal, "tulis daftar tujuan").min(1, "tulis 1 sampai 10 tujuan").max(10, "tulis 1 sampai 10 tujuan"),
  })
  .superRefine(({ apps, photos, goals }, context) => {
    photos.forEach(({ drawing, lines }, index) => {
      if ((drawing === undefined) === (lines === undefined)) context.addIssue({ code: "custom", path: ["photos", index], message: "isi drawing atau lines, salah satu saja" });
    });
    goals.forEach((one, index) => {
      const fault = faultIn(one, apps.map(({ id }) => id), photos.map(({ id }) => id));
      if (fault !== undefined) context.addIssue({ code: "custom", path: ["goals", index, "on"], message: fault });
    });
  });

function faultIn({ do: deed, on }: Goal, apps: readonly string[], photos: readonly string[]): string | undefined {
  if (on === undefined) return undefined;
  if (deed === "tap" || deed === "hold") return apps.includes(on) ? undefined : `aplikasi "${on}" tidak ada`;
  if (deed === "open" || deed === "pinch-out" || deed === "pinch-in") return photos.includes(on) ? undefined : `foto "${on}" tidak ada`;
  return `"${deed}" tidak memakai on`;
}
