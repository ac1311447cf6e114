import { z } from "zod";
import { type LayarKunciConfig, layarKunciTasks } from "./layar-kunci.ts";

/** What an author may write in `<Practice simulator="LayarKunci" config={…} />`. */
export const layarKunciConfig: z.ZodType<LayarKunciConfig> = z.strictObject({
  tasks: z
    .array(z.enum(layarKunciTasks, `tugas yang ada: ${layarKunciTasks.join(", ")}`), "tulis daftar tugas, misalnya [\"power-on\", \"unlock\"]")
    .min(1, "tulis sedikitnya satu tugas")
    .refine((tasks) => new Set(tasks).size === tasks.length, "setiap tugas hanya boleh satu kali"),
  pin: z.string("tulis PIN di antara tanda kutip, misalnya \"2580\"").regex(/^\d{4,6}$/, "PIN harus 4 sampai 6 angka"),
});
