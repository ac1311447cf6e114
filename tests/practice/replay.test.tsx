import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { compileCourses } from "#app/catalog/compile-courses.ts";
import { practice as english } from "#app/i18n/en/practice.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { practice as indonesian } from "#app/i18n/id/practice.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { StepList } from "#app/mentoring/step-list.tsx";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { loadSimulator } from "#app/practice/registry.ts";
import { tellSteps, type ToldStep } from "#app/practice/replay.server.tsx";
import { spokenIn, wordsOfControl, wordsOfField } from "#app/practice/spoken-words.ts";
import { followHints, strictTranslator } from "./play.ts";

const id = strictTranslator({ practice: indonesian });
const en = strictTranslator({ practice: english });

/** Every exercise of the courses, drafts too. */
const { lessons } = (await compileCourses("courses", { drafts: true })).courses;
const exercises = Object.values(lessons).flatMap(({ frontmatter, practice }) =>
  practice ? [{ lesson: frontmatter.id, practice: parsePractice(practice.simulator, practice.config) }] : [],
);

describe("the exercises of the courses", () => {
  it.each(exercises)("are told in words, from the first step to the last: $lesson", async ({ practice }) => {
    const { rules } = await loadSimulator(practice.simulator);
    const steps = followHints(rules, practice.config, []);
    for (const t of [id, en]) {
      const told = await tellSteps(practice, steps, t, 300);
      expect(told).toMatchObject({ hasUnknown: false, isFinished: true, leftOut: Math.max(0, steps.length - 300) });
      expect(told.steps.map((step, index) => [steps[index], step]).filter(([code, step]) => !isInWords(code as string, step as ToldStep))).toEqual([]);
    }
  });
});

/** Whether a step is told in words that are not its code, unless its code is the very word (`done`). */
function isInWords(code: string, step: ToldStep): boolean {
  if (step.kind === "unknown") return false;
  if (step.kind === "typed") return step.field !== "" && step.notice !== "";
  return step.words !== "" && !/^[a-z-]+:[a-z0-9-]+$/.test(step.words) && (step.words !== code || /^[a-z]+$/.test(code)) && step.notice !== "";
}

const lockScreen = parsePractice("LayarKunci", { tasks: ["charge", "power-on", "unlock", "lock"], pin: "2580" });
const form = parsePractice("Formulir", {
  address: "contoh.desa.id",
  title: "Buku tamu",
  purpose: "Tulis siapa yang datang.",
  fields: [
    { id: "nama", kind: "text", label: "Nama", required: true, example: "Bu Sari" },
    { id: "nik", kind: "text", label: "NIK", avoid: "Tidak perlu di sini." },
  ],
  thanks: "Terima kasih.",
});

describe("an attempt in words", () => {
  it("says what was pressed and what the page said then, once", async () => {
    const { steps } = await tellSteps(lockScreen, ["plug", "unplug", "plug"], id, 300);
    expect(steps).toEqual([
      { kind: "pressed", words: "Colokkan kabel cas", notice: "Kabel terpasang. Daya sedang diisi." },
      { kind: "pressed", words: "Cabut kabel cas", notice: "Kabel sudah dicabut." },
      { kind: "pressed", words: "Colokkan kabel cas", notice: "Kabel terpasang. Daya sedang diisi." },
    ]);
  });

  it("names the card that was sorted, and not where the next one was only asked for", async () => {
    const groups = [{ id: "asli", name: "Asli" }, { id: "palsu", name: "Palsu" }];
    const cards = [["a", "desa.id", "asli"], ["b", "hadiah.com", "palsu"]].map(([card, text, group]) => ({ id: card, text, group, why: "Begitu." }));
    const { steps } = await tellSteps(parsePractice("PilahKartu", { groups, cards }), ["to:palsu", "next", "to:palsu"], id, 300);
    expect(steps).toMatchObject([{ words: "Palsu", subject: "desa.id" }, { words: "Kartu berikutnya" }, { words: "Palsu", subject: "hadiah.com" }]);
    expect(steps[1]).not.toHaveProperty("subject");
    const html = renderToStaticMarkup(<CopyProvider value={copyIn("id")}><StepList steps={steps} leftOut={0} /></CopyProvider>);
    expect(html).toContain("Untuk “desa.id”, menyentuh “Palsu”");
    expect(html).toContain("<li>Menyentuh “Kartu berikutnya”");
  });

  it("speaks of a next line only where there is one", async () => {
    const { steps } = await tellSteps(parsePractice("PapanKetik", { lines: ["A", "B"] }), ["key:a", "done", "key:b", "done"], id, 300);
    expect([steps[1]?.kind, steps[3]?.kind]).toEqual(["pressed", "pressed"]);
    expect(steps.map((step) => "notice" in step && step.notice)).toEqual(["Masuk: A.", "Bagus, sudah sama! Lanjut ke baris berikut.", "Masuk: B.", "Bagus, semua baris sudah sama!"]);
  });

  it("stops at the most that may be told, and says how many are left out", async () => {
    const told = await tellSteps(lockScreen, ["plug", "power-long", "swipe-up"], id, 2);
    expect(told).toMatchObject({ leftOut: 1, hasUnknown: false, isFinished: false });
    expect(told.steps).toHaveLength(2);
  });

  it("goes on after a step that the exercise does not know", async () => {
    const told = await tellSteps(lockScreen, ["plug", "fly", "power-long"], id, 300);
    expect(told.hasUnknown).toBe(true);
    expect(told.steps.map(({ kind }) => kind)).toEqual(["pressed", "unknown", "pressed"]);
  });

  it("tells what was typed, and of a secret only its length", async () => {
    const told = await tellSteps(form, ["type:nama:Bu%20Sari", "type:nik:****", "type:nama:"], id, 300);
    expect(told.steps).toMatchObject([
      { kind: "typed", field: "Nama, wajib", text: "Bu Sari", hidden: false },
      { kind: "typed", text: "****", hidden: true },
      { kind: "typed", field: "Nama, wajib", text: "" },
    ]);
  });
});

describe("the words of markup", () => {
  it("are those that a screen reader says", () => {
    expect(spokenIn('<svg aria-hidden="true"><title>tidak</title><path d="m0 0"></path></svg><span>Wi-Fi<small>mati</small></span>')).toBe("Wi-Fi, mati");
    expect(spokenIn('<svg role="img"><title>Kunci</title></svg>')).toBe("Kunci");
    expect(spokenIn('<img src="a.svg" alt="Foto &amp; nama"/><b>Bu &quot;Sari&quot;</b><span>: halo</span>')).toBe('Foto & nama, Bu "Sari": halo');
    expect(spokenIn('<span aria-label="tanda tanya">?</span> lalu <br/>Enter')).toBe("tanda tanya lalu Enter");
  });

  it("of a control are its label before its text, and of what is seen before what is hidden", () => {
    const hidden = '<button type="submit" name="step" value="send" aria-hidden="true">Enter</button>';
    expect(wordsOfControl(`${hidden}<button type="submit" name="step" value="send"><i></i>Kirim</button>`, "send")).toBe("Kirim");
    expect(wordsOfControl('<button name="step" value="key:7" aria-label="tujuh">7</button>', "key:7")).toBe("tujuh");
    expect(wordsOfControl('<button name="do" value="undo">Batal</button>', "undo")).toBeUndefined();
  });

  it("of a field are its label", () => {
    expect(wordsOfField('<label for="practice-field-pin">PIN <b>baru</b></label><input name="hide:pin"/>', "pin")).toEqual({ label: "PIN baru", hidden: true });
    expect(wordsOfField("", "pin")).toEqual({ label: "", hidden: false });
  });
});
