import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import { type DeviceIcon, deviceIcons } from "../device-icons.ts";
import { canFinish } from "../simulator.ts";
import { pengaturan } from "./pengaturan.ts";
import { type PengaturanConfig, type SettingsRow, nextPage, rowsOf, valueBefore } from "./settings.ts";

const icons = Object.keys(deviceIcons) as DeviceIcon[];
const common = {
  id: idField,
  text: textField(40),
  note: textField(80).optional(),
  icon: z.enum(icons, `gambar yang ada: ${icons.join(", ")}`).optional(),
  when: idField.optional(),
};
const number = z.int("tulis angka bulat, mulai dari 0").min(0, "tulis angka bulat, mulai dari 0");
const several = z.array(textField(20), "tulis daftar pilihan").min(2, "tulis 2 sampai 6 pilihan").max(6, "tulis 2 sampai 6 pilihan");

const row = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("page"), ...common, to: idField }),
    z.strictObject({ kind: z.literal("switch"), ...common, on: z.boolean("tulis true atau false").optional(), permission: textField(120).optional() }),
    z.strictObject({
      kind: z.literal("slider"), ...common, levels: several, start: number,
      shows: z.enum(["huruf", "terang", "suara"], "shows: huruf, terang, atau suara").optional(),
      less: textField(40).optional(), more: textField(40).optional(),
    }),
    z.strictObject({ kind: z.literal("choice"), ...common, options: several, start: number }),
    z.strictObject({ kind: z.literal("pin"), ...common, pin: z.string("tulis PIN di antara tanda kutip").regex(/^\d{4,6}$/, "PIN harus 4 sampai 6 angka"), then: idField.optional() }),
    z.strictObject({ kind: z.literal("act"), ...common, says: textField(120), then: idField.optional() }),
    z.strictObject({ kind: z.literal("refuse"), ...common, why: textField(120) }),
    z.strictObject({ kind: z.literal("words"), ...common, text: textField(160) }),
  ],
  "jenis baris yang ada: page, switch, slider, choice, pin, act, refuse, words",
);

const page = z.strictObject({
  id: idField,
  title: textField(40).optional(),
  rows: z.array(row, "tulis daftar baris").min(1, "tulis sedikitnya satu baris").max(10, "paling banyak 10 baris"),
});
const goal = z.strictObject({ id: idField, text: textField(60), row: idField, to: number });

/** What an author may write in `<Practice simulator="Pengaturan" config={…} />`. */
export const pengaturanConfig: z.ZodType<PengaturanConfig> = z
  .strictObject({
    pages: z
      .array(page, "tulis daftar halaman")
      .min(1, "tulis sedikitnya satu halaman")
      .max(12, "paling banyak 12 halaman")
      .refine(areDifferent("id"), "setiap id halaman hanya boleh satu kali"),
    goals: z
      .array(goal, "tulis daftar tugas")
      .min(1, "tulis sedikitnya satu tugas")
      .max(8, "paling banyak 8 tugas")
      .refine(areDifferent("id"), "setiap id tugas hanya boleh satu kali"),
  })
  .superRefine((config, context) => {
    const faults = [...faultsOfPages(config), ...faultsOfGoals(config)];
    for (const [path, message] of faults) context.addIssue({ code: "custom", path: [path], message });
    if (faults.length === 0 && !canFinish(pengaturan, config)) {
      context.addIssue({ code: "custom", path: ["goals"], message: "latihan ini tidak bisa diselesaikan, periksa to, then, dan when" });
    }
  });

type Fault = readonly [field: "pages" | "goals", message: string];

function faultsOfPages(config: PengaturanConfig): Fault[] {
  const rows = rowsOf(config);
  const isPage = (page: string) => config.pages.some(({ id }) => id === page);
  const lost = rows.map(nextPage).filter((to) => to !== undefined && !isPage(to));
  const faults: Fault[] = lost.map((to) => ["pages", `halaman "${to}" tidak ada`]);
  if (!areDifferent("id")(rows)) faults.push(["pages", "setiap id baris hanya boleh satu kali di semua halaman"]);
  for (const { when } of rows) if (when !== undefined && !rows.some(({ id }) => id === when)) faults.push(["pages", `baris "${when}" tidak ada`]);
  for (const one of rows) if (isBeyond(one, "start" in one ? one.start : 0)) faults.push(["pages", `start di baris "${one.id}" terlalu besar`]);
  for (const { id, rows: own } of config.pages) if (own.filter(({ kind }) => kind === "pin").length > 1) faults.push(["pages", `halaman "${id}" hanya boleh punya satu baris pin`]);
  return faults;
}

function faultsOfGoals(config: PengaturanConfig): Fault[] {
  return config.goals.flatMap((goal): Fault[] => {
    const row = rowsOf(config).find(({ id }) => id === goal.row);
    if (row === undefined) return [["goals", `baris "${goal.row}" tidak ada`]];
    if (["page", "refuse", "words"].includes(row.kind)) return [["goals", `baris "${goal.row}" tidak bisa menjadi tugas`]];
    if (isBeyond(row, goal.to)) return [["goals", `to di tugas "${goal.id}" terlalu besar`]];
    return goal.to === valueBefore(config, goal) ? [["goals", `tugas "${goal.id}" sudah tercapai sebelum dikerjakan, ubah to`]] : [];
  });
}

function isBeyond(row: SettingsRow, value: number): boolean {
  const most = row.kind === "slider" ? row.levels.length - 1 : row.kind === "choice" ? row.options.length - 1 : 1;
  return value > most;
}
