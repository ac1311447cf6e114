import { z } from "zod";
import { areDifferent, textField } from "../config-fields.ts";
import { type WiFiConfig, listOf } from "./wifi.ts";

const name = textField(30);

/** What an author may write in `<Practice simulator="WiFi" config={…} />`. */
export const wifiConfig: z.ZodType<WiFiConfig> = z
  .strictObject({
    name,
    password: z.string("tulis sandi di antara tanda kutip").regex(/^[A-Za-z0-9]{8,20}$/, "sandi harus 8 sampai 20 huruf atau angka, tanpa spasi"),
    others: z
      .array(z.strictObject({ name, locked: z.boolean("tulis true atau false").optional(), why: textField(120) }), "tulis daftar Wi-Fi lain")
      .min(1, "tulis 1 sampai 5 Wi-Fi lain")
      .max(5, "tulis 1 sampai 5 Wi-Fi lain"),
    offer: z.strictObject({ name, why: textField(120) }).optional(),
  })
  .refine((config) => areDifferent("name")(listOf(config)), { path: ["others"], message: "setiap nama Wi-Fi hanya boleh satu kali" });
