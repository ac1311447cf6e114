import { describe, expect, it } from "vitest";
import { type FormulirConfig, faultIn, formulir } from "#app/practice/formulir/formulir.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { typedStep } from "#app/practice/typed.ts";
import { describeSoundness } from "./soundness.tsx";

const config: FormulirConfig = {
  address: "contoh.desa.id/daftar",
  title: "Daftar",
  purpose: "Untuk daftar peserta.",
  fields: [
    { id: "nama", label: "Nama", kind: "text", required: true, value: "Sari Lestari" },
    { id: "rt", label: "RT", kind: "number", required: true, example: "05" },
    { id: "email", label: "Email", kind: "text" },
    { id: "usaha", label: "Usaha", kind: "choice", required: true, value: "Kue", options: ["Jamu", "Kue"] },
    { id: "kirim", label: "Diantar", kind: "choice", options: ["Ya", "Tidak"] },
    { id: "pin", label: "PIN", kind: "number", avoid: "PIN itu rahasia." },
  ],
  onlyRequired: true,
  thanks: "Terima kasih.",
};
const relaxed = { ...config, onlyRequired: false };
const filled = [typedStep("nama", "sari lestari"), typedStep("rt", "12"), "pick:usaha:1"];
const after = (...steps: string[]) => replay(formulir, config, steps);
const faultOf = (id: string, ...steps: string[]) => faultIn(after(...steps), config.fields.find((field) => field.id === id)!, config);

describe("Formulir", () => {
  it("is sent with the required fields filled in, whatever the letters' size", () => {
    expect(isFinished(formulir, config, [...filled, "send"])).toBe(true);
    expect(isFinished(formulir, config, filled)).toBe(false);
    expect(formulir.controls(after(...filled, "send"), config)).toEqual([]);
  });

  it("tells what is amiss and loses nothing that was typed", () => {
    const state = after(typedStep("nama", "Sari"), typedStep("rt", "lima"), "send");
    expect(state).toMatchObject({ sent: false, tried: true, texts: { nama: "Sari", rt: "lima" }, notice: { key: "notice.not-yet" } });
    expect([faultOf("nama", typedStep("nama", "Sari")), faultOf("rt", typedStep("rt", "lima")), faultOf("usaha")]).toEqual(["other", "number", "empty"]);
  });

  it("wants optional fields empty only where the exercise says so", () => {
    const steps = [...filled, typedStep("email", "a"), "send"];
    expect(isFinished(formulir, config, steps)).toBe(false);
    expect(isFinished(formulir, relaxed, steps)).toBe(true);
  });

  it("never keeps what is typed into a field to avoid", () => {
    const state = after(typedStep("pin", "2580"));
    expect(state.texts).toEqual({ pin: "****" });
    expect(state.notice).toMatchObject({ key: "notice.avoid", values: { why: "PIN itu rahasia." } });
    expect(isFinished(formulir, relaxed, [...filled, typedStep("pin", "2580"), "send"])).toBe(false);
  });

  it("takes a choice back at a second touch", () => {
    expect(after("pick:usaha:0", "pick:usaha:0").texts).toEqual({ usaha: "" });
    expect(after("pick:usaha:7", "pick:nama:0").texts).toEqual({});
  });
});

describe("the config of Formulir", () => {
  const field = (change: object) => ({ ...config, fields: [{ id: "a", label: "A", kind: "text", required: true, value: "x", ...change }] });
  it.each([
    [field({ value: undefined }), "kolom wajib perlu value atau example"],
    [field({ example: "y" }), "tulis value atau example, jangan keduanya"],
    [field({ kind: "choice" }), "options ditulis untuk choice, dan hanya untuk choice"],
    [field({ kind: "choice", options: ["y", "z"] }), "value atau example harus salah satu options"],
    [field({ kind: "number" }), "value atau example harus angka"],
    [field({ avoid: "Rahasia." }), "kolom dengan avoid tidak boleh required atau choice"],
    [{ ...config, fields: [config.fields[2]] }, "tulis sedikitnya satu kolom dengan required: true"],
  ])("tells the author what is amiss in one line", (any, message) => {
    expect(() => parsePractice("Formulir", any)).toThrow(message);
  });
});

const typed = [...filled.slice(0, 2), typedStep("email", "x"), typedStep("pin", "2580"), typedStep("rt", "lima"), typedStep("nama", "")];
await describeSoundness("Formulir", [config, relaxed], typed);
