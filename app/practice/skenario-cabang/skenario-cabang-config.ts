import { z } from "zod";
import { areDifferent, idField, textField } from "../config-fields.ts";
import { type Scene, distancesToSafety, reachedFrom, sceneOf } from "./scenes.ts";
import type { SkenarioCabangConfig } from "./skenario-cabang.ts";

type Path = (string | number)[];
type Fault = (path: Path, message: string) => void;

const choice = z.strictObject({
  id: idField,
  text: textField(80),
  to: idField,
  tell: textField(160).optional(),
  safe: z.boolean("tulis true atau false").optional(),
});

const scene = z.strictObject({
  id: idField,
  who: textField(30),
  says: textField(240),
  choices: z
    .array(choice, "tulis daftar pilihan")
    .min(1, "tulis 1 sampai 4 pilihan")
    .max(4, "tulis 1 sampai 4 pilihan")
    .refine(areDifferent("id"), "setiap id pilihan hanya boleh satu kali dalam satu adegan")
    .optional(),
  end: z.enum(["safe", "harm"], "akhir adegan: safe atau harm").optional(),
});

/** What an author may write in `<Practice simulator="SkenarioCabang" config={…} />`. */
export const skenarioCabangConfig: z.ZodType<SkenarioCabangConfig> = z
  .strictObject({
    start: idField,
    scenes: z
      .array(scene, "tulis daftar adegan")
      .min(2, "tulis 2 sampai 20 adegan")
      .max(20, "tulis 2 sampai 20 adegan")
      .refine(areDifferent("id"), "setiap id adegan hanya boleh satu kali"),
    refusal: z.boolean("tulis true atau false").optional(),
  })
  .superRefine(({ start, scenes }, context) => {
    const fault: Fault = (path, message) => context.addIssue({ code: "custom", path, message });
    scenes.forEach((any, index) => checkScene(any, scenes, (path, message) => fault(["scenes", index, ...path], message)));
    checkWays(start, scenes, fault);
  });

function checkScene({ choices, end }: Scene, scenes: readonly Scene[], fault: Fault): void {
  if (end !== undefined && choices !== undefined) fault(["choices"], "adegan akhir tidak punya pilihan");
  if (end === undefined && choices === undefined) fault(["choices"], "tulis pilihan, atau end kalau adegan ini akhir");
  choices?.forEach(({ to, safe }, index) => {
    const target = sceneOf(to, scenes);
    if (target === undefined) fault(["choices", index, "to"], `adegan "${to}" tidak ada`);
    if (target?.end === "harm" && safe === true) fault(["choices", index, "safe"], "pilihan ini langsung ke akhir harm, jadi tidak aman");
    if (target?.end === "safe" && safe === false) fault(["choices", index, "safe"], "pilihan ini langsung ke akhir safe, jadi aman");
  });
}

/** Every scene is reached from the start, and every scene can reach a safe end: by choices, or by stepping back to the start. */
function checkWays(start: string, scenes: readonly Scene[], fault: Fault): void {
  if (sceneOf(start, scenes) === undefined) return fault(["start"], `adegan "${start}" tidak ada`);
  if (!scenes.some(({ end }) => end === "safe")) return fault(["scenes"], "tulis sedikitnya satu akhir safe");
  if (sceneOf(start, scenes)?.end !== undefined) return fault(["start"], "adegan awal tidak boleh akhir");
  const reached = reachedFrom(start, scenes);
  scenes.forEach(({ id }, index) => {
    if (!reached.has(id)) fault(["scenes", index], `adegan "${id}" tidak bisa dicapai dari awal`);
  });
  if (!distancesToSafety(scenes).has(start)) fault(["start"], "dari awal tidak ada jalan aman ke akhir safe");
}
