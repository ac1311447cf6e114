import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import { type PanggilanConfig, callDeeds } from "./calls.ts";

const flag = z.boolean("tulis true atau false");

const friendly = z
  .strictObject({
    kind: z.literal("friendly"),
    from: textField(40),
    video: flag.optional(),
    says: textField(160),
    tasks: z
      .array(z.enum(callDeeds, `tugas yang ada: ${callDeeds.join(", ")}`), "tulis daftar tugas, misalnya [\"answer\", \"hang-up\"]")
      .min(1, "tulis 1 sampai 8 tugas")
      .refine((tasks) => new Set(tasks).size === tasks.length, "setiap tugas hanya boleh satu kali")
      .refine((tasks) => !tasks.includes("answer") || !(tasks.includes("voice") || tasks.includes("video")), "answer untuk telepon masuk, voice dan video untuk telepon keluar"),
  })
  .refine(({ video, tasks }) => video === true || tasks.includes("video") || !tasks.some((task) => task.startsWith("camera")), "kamera hanya ada di telepon video: tulis video: true");

const check = z.strictObject({ id: idField, text: textField(60), right: flag.optional(), why: textField(120) });

const fake = z.strictObject({
  kind: z.literal("fake"),
  from: textField(40),
  video: flag.optional(),
  says: z.array(textField(160), "tulis daftar kalimat penelepon").min(1, "tulis 1 sampai 6 kalimat").max(6, "tulis 1 sampai 6 kalimat"),
  gives: textField(40),
  why: textField(120),
  secret: textField(160).optional(),
  checks: z
    .array(check, "tulis daftar cara memastikan")
    .min(2, "tulis 2 sampai 4 cara memastikan")
    .max(4, "tulis 2 sampai 4 cara memastikan")
    .refine(areDifferent("id"), "setiap id hanya boleh satu kali")
    .refine((checks) => checks.some(({ right }) => right === true), "sedikitnya satu cara harus benar: right: true"),
});

/** What an author may write in `<Practice simulator="Panggilan" config={…} />`. */
export const panggilanConfig: z.ZodType<PanggilanConfig> = z.strictObject({
  calls: z
    .array(z.discriminatedUnion("kind", [friendly, fake], "jenis telepon: friendly atau fake"), "tulis daftar telepon")
    .min(1, "tulis 1 sampai 5 telepon")
    .max(5, "tulis 1 sampai 5 telepon"),
});
