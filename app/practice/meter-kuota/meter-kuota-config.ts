import { z } from "zod";
import { areDifferent, textField } from "../config-fields.ts";
import { type DeviceIcon, deviceIcons } from "../device-icons.ts";
import { priceEach } from "./check-quota.ts";
import type { MeterKuotaConfig } from "./meter-kuota.ts";

const icons = Object.keys(deviceIcons) as DeviceIcon[];
const name = textField(30);
const rupiah = z.int("tulis rupiah dalam angka bulat, tanpa titik").min(0, "tulis rupiah dalam angka bulat, tanpa titik").max(1_000_000, "paling banyak 1000000 rupiah");
const gigabytes = z.number("tulis banyaknya GB dalam angka").min(0.1, "paling sedikit 0.1 GB").max(500, "paling banyak 500 GB");

const quota = z.strictObject({ name, left: gigabytes, until: textField(20), only: textField(80).optional() });
const dataPackage = z.strictObject({ name, gigabytes, days: z.int("tulis banyaknya hari dalam angka bulat").min(1, "paling sedikit 1 hari"), price: rupiah });

const check = z.strictObject({
  do: z.literal("cek"),
  credit: rupiah,
  quotas: z
    .array(quota, "tulis daftar kuota, yang utama paling dulu")
    .min(2, "tulis 2 sampai 4 kuota")
    .max(4, "tulis 2 sampai 4 kuota")
    .refine(areDifferent("until"), "setiap tanggal until hanya boleh satu kali")
    .refine((quotas) => new Set(quotas.map(({ left }) => left)).size === quotas.length, "setiap sisa left hanya boleh satu kali"),
  packages: z
    .array(dataPackage, "tulis daftar paket")
    .min(2, "tulis 2 sampai 5 paket")
    .max(5, "tulis 2 sampai 5 paket")
    .refine((all) => new Set(all.map(priceEach)).size === all.length, "harga tiap GB harus berbeda di setiap paket")
    .optional(),
  offer: z.strictObject({ name, price: rupiah }).optional(),
});

const consumer = z.strictObject({
  name,
  icon: z.enum(icons, `gambar yang ada: ${icons.join(", ")}`).optional(),
  note: textField(60).optional(),
  quota: z.int("tulis MB tiap jam dalam angka bulat").min(0, "tulis MB tiap jam dalam angka bulat").max(5000, "paling banyak 5000 MB tiap jam"),
  battery: z.int("tulis persen baterai tiap jam dalam angka bulat").min(0, "tulis persen baterai tiap jam dalam angka bulat").max(20, "paling banyak 20 persen tiap jam"),
  keep: textField(100).optional(),
});

const save = z.strictObject({
  do: z.literal("hemat"),
  total: z.number("tulis banyaknya GB dalam angka").min(1, "paling sedikit 1 GB").max(100, "paling banyak 100 GB"),
  consumers: z
    .array(consumer, "tulis daftar yang memakai kuota atau baterai")
    .min(2, "tulis 2 sampai 8 pemakai")
    .max(8, "tulis 2 sampai 8 pemakai")
    .refine(areDifferent("name"), "setiap nama hanya boleh satu kali")
    .refine((all) => all.some(({ keep }) => keep === undefined), "sedikitnya satu harus bisa dimatikan, tanpa keep"),
})
  .refine(({ total, consumers }) => consumers.reduce((sum, { quota: eaten }) => sum + eaten, 0) <= total * 1000, { path: ["total"], message: "kuota habis dalam satu jam, besarkan total" })
  .refine(({ consumers }) => consumers.reduce((sum, { battery }) => sum + battery, 0) <= 100, { path: ["consumers"], message: "baterai habis dalam satu jam, kecilkan battery" });

/** What an author may write in `<Practice simulator="MeterKuota" config={…} />`. */
export const meterKuotaConfig: z.ZodType<MeterKuotaConfig> = z.discriminatedUnion("do", [check, save], "isi do dengan \"cek\" atau \"hemat\"");
