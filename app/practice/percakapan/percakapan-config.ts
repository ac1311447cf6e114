import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import { drawingNames } from "../drawings.ts";
import { type PercakapanConfig, chatIn, chatOf, isGroup, sendable } from "./chats.ts";

const drawing = z.enum(drawingNames, `gambar yang ada: ${drawingNames.join(", ")}`);
const flag = z.boolean("tulis true atau false");
const typedText = textField(60);

const message = z
  .strictObject({
    from: textField(30).optional(),
    mine: flag.optional(),
    wrong: flag.optional(),
    text: textField(240).optional(),
    photo: z.strictObject({ drawing, name: textField(60) }).optional(),
    file: z.string("tulis nama berkas").regex(/^[\w .()-]{1,40}\.[a-zA-Z0-9]{2,5}$/, "nama berkas berujung titik dan jenisnya, misalnya undangan.apk").optional(),
    list: z.array(textField(60), "tulis daftar baris").min(2, "tulis 2 sampai 8 baris").max(8, "tulis 2 sampai 8 baris").optional(),
  })
  .refine(({ text, photo, file, list }) => [text, photo, file, list].filter((part) => part !== undefined).length === 1, "tulis satu saja: text, photo, file, atau list")
  .refine(({ mine, list }) => mine === undefined || list === undefined, "pesan list ditulis orang lain, tanpa mine");

const chat = z.strictObject({
  id: idField,
  name: textField(40),
  members: z.array(textField(40), "tulis daftar nama anggota").min(2, "grup punya 2 sampai 12 anggota").max(12, "grup punya 2 sampai 12 anggota").optional(),
  invitedBy: textField(40).optional(),
  messages: z.array(message, "tulis daftar pesan, boleh kosong: []").max(10, "paling banyak 10 pesan"),
});

const shareable = z.strictObject({ id: idField, name: textField(40), keep: textField(120).optional() });
const some = <Thing extends z.ZodType<{ id: string }>>(thing: Thing) =>
  z.array(thing, "tulis daftar").min(1, "tulis 1 sampai 6 isi").max(6, "tulis 1 sampai 6 isi").refine(areDifferent("id"), "setiap id hanya boleh satu kali").optional();

const inChat = { chat: idField };
const task = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("send"), what: z.enum(sendable, `yang bisa dikirim: ${sendable.join(", ")}`), to: idField,
    item: idField.optional(), example: typedText.optional(), reply: textField(240).optional(),
  }),
  z.strictObject({ do: z.literal("delete"), ...inChat }),
  z.strictObject({ do: z.literal("join"), ...inChat }),
  z.strictObject({ do: z.literal("mute"), ...inChat }),
  z.strictObject({ do: z.literal("leave"), ...inChat, goodbye: typedText.optional() }),
  z.strictObject({
    do: z.literal("poll"), ...inChat, question: typedText,
    options: z.array(typedText, "tulis daftar pilihan").min(2, "tulis 2 atau 3 pilihan").max(3, "tulis 2 atau 3 pilihan"),
  }),
  z.strictObject({ do: z.literal("add-name"), ...inChat }),
  z.strictObject({ do: z.literal("refuse"), ...inChat, tell: textField(40), block: flag.optional() }),
], "tugas yang ada: send, delete, join, mute, leave, poll, add-name, refuse");

/** What an author may write in `<Practice simulator="Percakapan" config={…} />`. */
export const percakapanConfig: z.ZodType<PercakapanConfig> = z
  .strictObject({
    me: textField(30),
    chats: z.array(chat, "tulis daftar percakapan").min(1, "tulis 1 sampai 8 percakapan").max(8, "tulis 1 sampai 8 percakapan")
      .refine(areDifferent("id"), "setiap id percakapan hanya boleh satu kali"),
    photos: some(z.strictObject({ id: idField, name: textField(60), drawing })),
    contacts: some(shareable),
    files: some(shareable),
    tasks: z.array(task, "tulis daftar tugas").min(1, "tulis 1 sampai 8 tugas").max(8, "tulis 1 sampai 8 tugas"),
  })
  .superRefine((config, context) => {
    config.chats.forEach((one, index) => {
      if (one.invitedBy !== undefined && one.members === undefined) {
        context.addIssue({ code: "custom", path: ["chats", index, "invitedBy"], message: "undangan hanya untuk grup: tulis members" });
      }
    });
    config.tasks.forEach((_, index) => {
      const fault = faultIn(config, index);
      if (fault !== undefined) context.addIssue({ code: "custom", path: ["tasks", index], message: fault });
    });
  });

/** Why a task could not be done in this phone; nothing where it can. */
function faultIn(config: PercakapanConfig, index: number): string | undefined {
  const task = config.tasks[index];
  const where = task && chatOf(chatIn(task), config);
  if (task === undefined || where === undefined) return `percakapan "${task ? chatIn(task) : ""}" tidak ada`;
  const before = config.tasks.slice(0, index).filter((one) => chatIn(one) === where.id);
  if (before.some((one) => one.do === "leave")) return "grup ini sudah ditinggalkan oleh tugas sebelumnya";
  if (before.some((one) => one.do === "refuse")) return "percakapan ini sudah ditolak oleh tugas sebelumnya";
  if (task.do === "refuse" && before.length > 0) return "percakapan yang ditolak tidak boleh punya tugas lain";
  const isAsked = where.invitedBy !== undefined && !before.some((one) => one.do === "join");
  if (task.do === "join") return isAsked ? undefined : "join hanya untuk grup yang punya invitedBy, satu kali";
  if (isAsked && task.do !== "mute") return "tulis tugas join untuk grup ini lebih dulu";
  if (["leave", "poll", "add-name"].includes(task.do) && !isGroup(where)) return `${task.do} hanya untuk grup: tulis members`;
  if (task.do === "refuse" && isGroup(where)) return "refuse hanya untuk percakapan dengan satu orang";
  if (task.do === "add-name" && !where.messages.some(({ list }) => list)) return "percakapan ini belum punya pesan list";
  return task.do === "send" ? faultInSending(task, config) : undefined;
}

function faultInSending(task: Extract<PercakapanConfig["tasks"][number], { do: "send" }>, config: PercakapanConfig): string | undefined {
  const things = { photo: config.photos, contact: config.contacts, file: config.files };
  if (task.what !== "photo" && task.what !== "contact" && task.what !== "file") return task.item === undefined ? undefined : `item tidak dipakai untuk ${task.what}`;
  const list: readonly { readonly id: string; readonly keep?: string | undefined }[] = things[task.what] ?? [];
  const usable = list.filter(({ keep }) => keep === undefined);
  if (usable.length === 0) return `belum ada ${task.what}s yang boleh dikirim`;
  return task.item === undefined || usable.some(({ id }) => id === task.item) ? undefined : `item "${task.item}" tidak ada, atau tidak boleh dikirim`;
}
