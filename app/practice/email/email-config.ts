import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import { exampleOf, mailOf } from "./email.ts";
import { type EmailConfig, faultIn, fieldsOf } from "./mails.ts";

const line = textField(60);
const address = z.string("tulis alamat email").max(60, "paling panjang 60 huruf").regex(/^[a-z0-9._-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/, "alamat email ditulis dengan huruf kecil, misalnya penyuluh@sukamaju-contoh.desa.id");

const mail = z.strictObject({ id: idField, from: textField(40), address, subject: textField(60), text: textField(400), trap: textField(120).optional() });

const task = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("read"), mail: idField }),
  z.strictObject({
    do: z.literal("write"), to: address, name: textField(40), answer: mail.optional(),
    example: z.strictObject({ subject: line, greeting: line, purpose: line, thanks: line, sender: line }),
  }),
  z.strictObject({ do: z.literal("reply"), mail: idField, example: z.strictObject({ answer: line, thanks: line }) }),
  z.strictObject({ do: z.literal("refuse"), mail: idField }),
], "tugas yang ada: read, write, reply, refuse");

/** What an author may write in `<Practice simulator="Email" config={…} />`. */
export const emailConfig: z.ZodType<EmailConfig> = z
  .strictObject({
    inbox: z.array(mail, "tulis daftar email, boleh kosong: []").max(6, "paling banyak 6 email"),
    tasks: z.array(task, "tulis daftar tugas").min(1, "tulis 1 sampai 6 tugas").max(6, "tulis 1 sampai 6 tugas"),
  })
  .superRefine((config, context) => {
    const answers = config.tasks.flatMap((one) => (one.do === "write" && one.answer !== undefined ? [one.answer] : []));
    if (!areDifferent("id")([...config.inbox, ...answers])) context.addIssue({ code: "custom", path: ["inbox"], message: "setiap id email hanya boleh satu kali, juga di answer" });
    config.tasks.forEach((_, index) => {
      const fault = faultOf(config, index);
      if (fault !== undefined) context.addIssue({ code: "custom", path: ["tasks", index], message: fault });
    });
  });

/** Why a task could not be done; nothing where it can. */
function faultOf(config: EmailConfig, index: number): string | undefined {
  const task = config.tasks[index];
  if (task === undefined) return undefined;
  if (task.do === "write" || task.do === "reply") {
    const bad = fieldsOf[task.do].find((field) => faultIn(field, exampleOf(task, field), task.do === "write" ? task.to : "") !== undefined);
    if (bad !== undefined) return `contoh untuk ${bad} belum memenuhi syaratnya sendiri`;
  }
  if (task.do === "write") return undefined;
  const mail = mailOf(task.mail, config);
  if (mail === undefined) return `email "${task.mail}" tidak ada`;
  const comesLater = !config.inbox.some(({ id }) => id === task.mail) && !config.tasks.slice(0, index).some((one) => one.do === "write" && one.answer?.id === task.mail);
  if (comesLater) return `email "${task.mail}" baru datang sesudah tugas ini`;
  if (task.do === "refuse" && mail.trap === undefined) return "refuse hanya untuk email yang punya trap";
  if (task.do !== "refuse" && mail.trap !== undefined) return `email jebakan tidak untuk ${task.do}`;
  return undefined;
}
