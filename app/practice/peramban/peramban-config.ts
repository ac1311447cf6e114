import { z } from "zod";
import { areDifferent, textField } from "../config-fields.ts";
import { type Page, pageAt, plainAddress } from "./pages.ts";
import { type PerambanConfig, type PerambanTask, perambanWays } from "./peramban.ts";

type Fault = (path: (string | number)[], message: string) => void;

const address = z
  .string("tulis alamat di antara tanda kutip")
  .max(60, "alamat paling panjang 60 huruf")
  .refine((text) => /^[a-z0-9.-]+\.[a-z]+(\/[a-z0-9-]+)*$/.test(text) && plainAddress(text) === text, "alamat seperti \"sukamaju-contoh.desa.id/berita\", huruf kecil, tanpa www");

const page = z.strictObject({
  address,
  title: textField(60),
  texts: z.array(textField(200), "tulis daftar kalimat").min(1, "tulis 1 sampai 5 kalimat").max(5, "tulis 1 sampai 5 kalimat"),
  links: z.array(z.strictObject({ text: textField(60), to: address }), "tulis daftar tautan").max(6, "paling banyak 6 tautan").optional(),
  fake: textField(120).optional(),
});

/** What an author may write in `<Practice simulator="Peramban" config={…} />`. */
export const perambanConfig: z.ZodType<PerambanConfig> = z
  .strictObject({
    tasks: z
      .array(z.strictObject({ do: z.enum(perambanWays, `cara yang ada: ${perambanWays.join(", ")}`), page: address }), "tulis daftar tugas")
      .min(1, "tulis 1 sampai 6 tugas")
      .max(6, "tulis 1 sampai 6 tugas"),
    pages: z.array(page, "tulis daftar halaman").min(1, "tulis 1 sampai 12 halaman").max(12, "tulis 1 sampai 12 halaman")
      .refine(areDifferent("address"), "setiap alamat hanya boleh satu kali"),
    tabs: z.array(address, "tulis daftar alamat").min(1, "tulis 1 sampai 4 tab").max(4, "tulis 1 sampai 4 tab").optional(),
  })
  .superRefine(({ tasks, pages, tabs = [] }, context) => {
    const fault: Fault = (path, message) => context.addIssue({ code: "custom", path, message });
    const known = (to: string, path: (string | number)[]) => pageAt(to, pages) !== undefined || fault(path, `halaman "${to}" tidak ada`);
    tasks.forEach((task, index) => {
      if (known(task.page, ["tasks", index, "page"])) checkTask(task, pages, (path, message) => fault(["tasks", index, ...path], message));
    });
    tabs.forEach((to, index) => known(to, ["tabs", index]));
    pages.forEach(({ links = [] }, index) => links.forEach(({ to }, at) => known(to, ["pages", index, "links", at, "to"])));
  });

function checkTask(task: PerambanTask, pages: readonly Page[], fault: Fault): void {
  if (task.do === "link" && !pages.some(({ links }) => links?.some(({ to }) => to === task.page))) fault(["page"], "tidak ada tautan ke halaman ini");
  if (task.do === "back" && pages.length < 2) fault(["do"], "untuk back perlu sedikitnya dua halaman");
  if (task.do !== "close" && pageAt(task.page, pages)?.fake !== undefined) fault(["page"], "halaman tiruan hanya boleh ditutup");
}
