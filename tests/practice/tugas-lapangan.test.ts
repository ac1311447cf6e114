import { describe, expect, it } from "vitest";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { type TugasLapanganConfig, tugasLapangan } from "#app/practice/tugas-lapangan/tugas-lapangan.ts";
import { describeSoundness } from "./soundness.tsx";

const config: TugasLapanganConfig = {
  plan: [
    { id: "siapa", name: "Dengan", text: "Dengan siapa?", choices: [{ id: "anak", text: "Anak atau cucu" }, { id: "sendiri", text: "Diri sendiri" }] },
    { id: "kapan", name: "Kapan", text: "Kapan HP disimpan?", choices: [{ id: "makan", text: "Saat makan" }, { id: "tidur", text: "1 jam sebelum tidur" }] },
  ],
  steps: [{ id: "duduk", text: "Keluarga duduk bersama" }, { id: "tempel", text: "Kertas ditempel" }],
  show: { text: "Foto kertas itu." },
};

await describeSoundness("TugasLapangan", [config, { ...config, plan: config.plan.slice(1), steps: config.steps.slice(1) }]);

const after = (steps: string[]) => replay(tugasLapangan, config, steps);
const planned = ["plan:siapa:anak", "plan:kapan:tidur"];
const finished = [...planned, "tick:tempel", "tick:duduk"];

describe("TugasLapangan", () => {
  it("is finished once the plan is made and the list is ticked, in any order", () => {
    expect(isFinished(tugasLapangan, config, finished)).toBe(true);
    expect(isFinished(tugasLapangan, config, finished.slice(0, -1))).toBe(false);
    expect(tugasLapangan.tasks(after([...planned, "tick:duduk"]), config)).toEqual([
      { id: "plan", done: true, label: { key: "task.plan", values: { done: "2", all: "2" } } },
      { id: "steps", done: false, label: { key: "task.steps", values: { done: "1", all: "2" } } },
    ]);
  });

  it("asks one question after another, and brings the list when the plan is whole", () => {
    expect(tugasLapangan.controls(after([]), config)).toEqual(["plan:siapa:anak", "plan:siapa:sendiri"]);
    expect(tugasLapangan.controls(after(["plan:siapa:anak"]), config)).toEqual(["plan:kapan:makan", "plan:kapan:tidur", "change:siapa"]);
    expect(tugasLapangan.controls(after(planned), config)).toEqual(["tick:duduk", "tick:tempel", "change:siapa", "change:kapan"]);
  });

  it("lets the plan be changed, and keeps what is ticked", () => {
    const changed = after([...finished, "change:siapa"]);
    expect(changed).toMatchObject({ plan: { kapan: "tidur" }, ticked: ["tempel", "duduk"], notice: { key: "notice.change" } });
    expect(isFinished(tugasLapangan, config, [...finished, "change:siapa"])).toBe(false);
    expect(isFinished(tugasLapangan, config, [...finished, "change:siapa", "plan:siapa:sendiri"])).toBe(true);
  });

  it("takes a tick away again", () => {
    expect(after([...finished, "tick:duduk"])).toMatchObject({ ticked: ["tempel"], notice: { key: "notice.unticked" } });
  });

  it.each([
    [{ ...config, plan: [] }, "TugasLapangan: plan: tulis 1 sampai 6 pertanyaan."],
    [{ ...config, plan: [config.plan[0], config.plan[0]] }, "TugasLapangan: plan: setiap id hanya boleh satu kali."],
    [{ ...config, plan: [{ ...config.plan[0], choices: [] }] }, "TugasLapangan: plan.0.choices: tulis 2 sampai 6 pilihan."],
    [{ ...config, steps: [{ id: "satu-dua-tiga", text: "Satu" }] }, "TugasLapangan: steps.0.id: id terdiri dari 1 sampai 9 huruf kecil"],
    [{ ...config, show: "Foto" }, "TugasLapangan: show: tulis { text:"],
  ])("tells the author in one line: %#", (any, message) => {
    expect(() => parsePractice("TugasLapangan", any)).toThrow(message);
  });
});
