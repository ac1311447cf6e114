import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { practice as english } from "#app/i18n/en/practice.ts";
import { practice as indonesian } from "#app/i18n/id/practice.ts";
import { PracticeScreen, type PracticeScreenProps } from "#app/practice/practice-screen.tsx";
import { loadSimulator } from "#app/practice/registry.ts";
import { replay } from "#app/practice/simulator.ts";
import { followHints, strictTranslator } from "./play.ts";

const t = strictTranslator({ practice: indonesian });

function markup(props: Partial<PracticeScreenProps> & Pick<PracticeScreenProps, "simulator" | "config">): string {
  return renderToStaticMarkup(<PracticeScreen steps={[]} formId="f-1" t={t} {...props} />);
}

function stepsIn(html: string): string[] {
  return [...html.matchAll(/<button[^>]*name="step"[^>]*value="([^"]*)"/g)].map((match) => match[1]!);
}

const exercises = [
  { simulator: "LayarKunci", config: { tasks: ["charge", "power-on", "unlock", "lock"], pin: "2580" } },
  { simulator: "LayarKunci", config: { tasks: ["lock", "unlock"], pin: "071945" } },
  { simulator: "PapanKetik", config: { lines: ["Bu Sari", "RT 05, ya?", "sari@desa.id"] } },
  { simulator: "PilahKartu", config: {
    groups: [{ id: "asli", name: "Asli" }, { id: "palsu", name: "Palsu" }, { id: "lain", name: "Lain" }],
    cards: [
      { id: "a", text: "desa.id", note: "Di papan", icon: "peramban", group: "asli", why: "Milik desa." },
      { id: "b", text: "hadiah.com", group: "palsu", why: "Bukan milik desa." },
      { id: "c", text: "Kucing", group: "lain", why: "Bukan alamat." },
    ],
  } },
  { simulator: "SkenarioCabang", config: {
    start: "awal",
    scenes: [
      { id: "awal", who: "Penelepon", says: "Mana kodenya?", choices: [
        { id: "ya", text: "Ini", to: "rugi", safe: false, tell: "Rahasia." },
        { id: "apa", text: "Untuk apa?", to: "desak", safe: true, tell: "Bertanya boleh." },
      ] },
      { id: "desak", who: "Penelepon", says: "Cepat!", choices: [{ id: "ya", text: "Ini", to: "rugi" }, { id: "tutup", text: "Tutup", to: "aman" }] },
      { id: "rugi", who: "Akibatnya", says: "Uang hilang.", end: "harm" },
      { id: "aman", who: "Hasilnya", says: "Uang aman.", end: "safe" },
    ],
  } },
  { simulator: "UrutLangkah", config: {
    steps: [{ id: "a", text: "Berhenti" }, { id: "b", text: "Hubungi bank", why: "Berhenti dulu." }, { id: "c", text: "Lapor" }],
    distractors: [{ id: "x", text: "Diam", why: "Bukan salah kita." }],
  } },
] as const;

const loaded = await Promise.all(exercises.map(async (exercise) => ({ ...exercise, ...(await loadSimulator(exercise.simulator)) })));

describe.each(loaded)("PracticeScreen of $simulator $config", ({ simulator, config, rules }) => {
  const way = followHints(rules, config, []);
  const detours = way.map((_, index) => [...way.slice(0, index), "key:q", "key:1", "power", "keys:big", "to:palsu", "say:ya", "card:show", "pick:x", "pick:c"]);
  const everywhere = [...way.map((_, index) => way.slice(0, index)), way, ...detours];

  it("offers exactly the steps that the rules understand, all the way, in Indonesian and English", () => {
    for (const steps of everywhere) {
      const html = markup({ simulator, config, steps, action: "hint" });
      markup({ simulator, config, steps, t: strictTranslator({ practice: english }) });
      const state = replay(rules, config, steps);
      const offered = stepsIn(html);
      expect(html).not.toMatch(/ disabled/);
      for (const step of offered) expect(rules.take(state, step, config)).not.toBe(state);
      expect(new Set(offered)).toEqual(new Set(rules.controls(state, config)));
    }
  });

  it("names every control", () => {
    for (const steps of everywhere) {
      for (const [, attributes, content] of markup({ simulator, config, steps }).matchAll(/<button([^>]*)>(.*?)<\/button>/g)) {
        expect(/aria-label="[^"]+"/.test(attributes!) || content!.replace(/<[^>]*>/g, "").trim() !== "").toBe(true);
      }
    }
  });

  it("focuses one control after a press and none at first", () => {
    const focused = (html: string) => html.match(/autofocus=""/g)?.length ?? 0;
    expect(focused(markup({ simulator, config }))).toBe(0);
    for (const steps of everywhere.filter((any) => any.length > 0)) expect(focused(markup({ simulator, config, steps }))).toBe(1);
    for (const action of ["undo", "restart", "hint", "finish"] as const) expect(focused(markup({ simulator, config, action }))).toBe(1);
  });

  it("marks a control only when a hint was asked for", () => {
    expect(markup({ simulator, config })).not.toContain("data-hint");
    expect(markup({ simulator, config, action: "hint" })).toContain("data-hint");
  });

  it("shows the finish button when everything is done, and not before", () => {
    expect(markup({ simulator, config, steps: way })).toContain("value=\"finish\"");
    expect(markup({ simulator, config, steps: way.slice(0, -1) })).not.toContain("value=\"finish\"");
  });

  it("asks to start over when there are too many steps to add another", () => {
    expect(markup({ simulator, config, steps: Array.from({ length: 2000 }, () => "key:q") })).toContain("Sentuh Ulang dari awal.");
  });

  it("carries the steps and the form's id", () => {
    const html = markup({ simulator, config, steps: way.slice(0, 3) });
    expect(html).toContain(`name="steps" value="${way.slice(0, 3).join(",")}"`);
    expect(html).toContain("name=\"formId\" value=\"f-1\"");
  });
});

describe("the catalogues of practice", () => {
  it("have the same keys and the same places in both languages", () => {
    expect(shapeOf(english)).toEqual(shapeOf(indonesian));
  });
});

function shapeOf(node: object, path = ""): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string" ? [`${path}${key} ${(value.match(/\{\{\w+\}\}/g) ?? []).sort().join(" ")}`] : shapeOf(value as object, `${path}${key}.`)).sort();
}
