import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { stringify } from "yaml";

/** What a file holds: text, something to write as YAML, or nothing: the file is not there. */
export type Files = Record<string, string | object | null>;

const parts = ["goal", "story", "watch", "watch", "watch", "together", "alone", "own-phone", "remember"];

/** A lesson's MDX; `bodies` are what its screens, `s-0` to `s-8`, say in place of “Buka HP.”. */
export function lessonWith(bodies: Record<number, string> = {}, front: Record<string, string> = {}): string {
  const fields = { id: "A1.1", title: "Mengisi Daya", goal: "bisa mengisi daya", pillar: "cakap", competences: '["0.1"]', minutes: "15", ...front };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  const practice = 'Coba.\n\n<Practice simulator="PapanKetik" config={{ lines: ["Sari"] }} />';
  const screens = parts.map((part, index) => `<Screen id="s-${index}" part="${part}" title="Layar">\n\n${bodies[index] ?? (part === "alone" ? practice : "Buka HP.")}\n\n</Screen>\n`);
  return `---\n${head.join("\n")}\n---\n\n${screens.join("\n")}`;
}

export const guide = {
  lesson: "A1.1",
  prepare: ["Satu kabel.", "Satu HP."],
  plan: [15, 15, 15, 15].map((minutes) => ({ minutes, do: "Sapa peserta." })),
  stumbles: ["mati", "gelap", "lambat"].map((state) => ({ when: `HP ${state}.`, do: "Tunggu." })),
  ask: ["Siapa?", "Kapan?", "Mengapa?"],
  words: [{ term: "PIN", say: "Kode angka." }, { term: "Layar", say: "Kaca HP." }],
  fallback: "Listrik mati? Pakai HP.",
};

type Part = { id: string };
type Kind = { kind: string; options?: Part[]; steps?: Part[]; pairs?: Part[]; reasons?: Part[]; [field: string]: unknown };

const options = [{ id: "a", text: "Ini", correct: true, feedback: "Betul." }, { id: "b", text: "Itu", feedback: "Coba lagi." }];
const steps = ["satu", "dua", "tiga"].map((text) => ({ id: text, text }));
const kinds: Kind[] = [
  { kind: "one", options },
  { kind: "several", options: [...options, { id: "c", text: "Dan ini", correct: true, feedback: "Betul." }] },
  { kind: "order", feedback: "Coba lagi.", steps },
  { kind: "pairs", feedback: "Coba lagi.", pairs: steps.map(({ id, text }) => ({ id, left: text, right: `${text} lagi` })) },
  { kind: "short", feedback: "Coba lagi.", accept: ["1"] },
  { kind: "truth", isTrue: true, reasons: options },
];

/** The questions of module A1: 15, over six kinds. */
export const questions = Array.from({ length: 15 }, (_one, index) => ({
  id: `A1-${String(index + 1).padStart(2, "0")}`,
  ask: "Yang mana?",
  screen: "A1.1#s-2",
  ...(kinds[index % kinds.length] as Kind),
}));

/** `ids.txt` of it all. */
export const ids = [
  `A1.1 A1: ${parts.map((_part, index) => `s-${index}`).join(" ")}`,
  ...questions.map((question) => `${question.id} A1 ${question.kind}: ${idsIn(question).join(" ")}`.trim()),
].join("\n");

function idsIn({ options: any, steps: ordered, pairs, reasons }: Kind): string[] {
  return (any ?? ordered ?? pairs ?? reasons ?? []).map(({ id }) => id);
}

export const module = { id: "A1", slug: "m", title: "Modul", lessons: ["satu"] };

/** A courses folder of one lesson that has no faults, until the test is over; `changes` are files in it, by name. */
export function tinyCourses(changes: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "melek-courses-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files: Files = {
    "facts.yaml": "[]",
    "spelling.txt": "HP PIN",
    "ids.txt": ids,
    "kit.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"></svg>',
    "k/curriculum.yaml": { id: "T1", year: 1, title: "Kelas", courses: ["c"] },
    // What is still being written keeps the whole year from being judged.
    "k/c/course.yaml": { id: "T1-A", title: "Kursus", modules: [module, { draft: true, id: "A2", slug: "n", title: "Modul", lessons: ["dua"] }] },
    "k/c/m/satu.mdx": lessonWith(),
    "k/c/m/satu.guide.yaml": guide,
    "k/c/m/quiz.yaml": { module: "A1", questions },
    ...changes,
  };
  for (const [name, content] of Object.entries(files)) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" ? content : stringify(content));
  }
  return folder;
}
