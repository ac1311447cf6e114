import { describe, expect, it } from "vitest";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { type PencarianConfig, pencarian } from "#app/practice/pencarian/pencarian.ts";
import { type Answer, answerTo } from "#app/practice/pencarian/results.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { typedStep } from "#app/practice/typed.ts";
import { describeSoundness } from "./soundness.tsx";

const answers: Answer[] = [
  { words: ["kunyit"], query: "kunyit segar", results: [{ kind: "result", title: "Manfaat", address: "a-contoh.com", text: "Jamu.", why: "Bukan menyimpan." }] },
  { words: ["kunyit", "simpan/menyimpan"], query: "simpan kunyit", good: true, results: [
    { kind: "ad", title: "Beli", address: "b-contoh.com", text: "Murah.", why: "Itu iklan." },
    { kind: "ai", title: "Jawaban", text: "Simpan kering.", source: 3, why: "Itu jawaban AI." },
    { kind: "result", title: "Menyimpan", address: "c-contoh.go.id", text: "Kering.", good: true, why: "Itu hasil cari." },
  ] },
];
const writing: PencarianConfig = { ask: "Menyimpan kunyit", tasks: ["short", "improve", "open"], answers };
const sorting: PencarianConfig = { ask: "Menyimpan kunyit", tasks: ["sort", "source", "open"], answers, start: "simpan kunyit" };
const speaking: PencarianConfig = {
  ask: "Menyimpan kunyit",
  tasks: ["voice", "picture", "compare"],
  answers,
  voice: { say: "menyimpan kunyit", heard: "menyiram kunyit" },
  picture: { subjects: [{ text: "Wajah", why: "Jangan wajah." }, { text: "Daun", good: true, why: "Jelas." }], query: "simpan kunyit" },
};
const type = (text: string) => typedStep("cari", text);
const after = (config: PencarianConfig, ...steps: string[]) => replay(pencarian, config, steps);

describe("Pencarian", () => {
  it("finds the answer with the most fitting words", () => {
    expect(["Kunyit!", "cara menyimpan kunyit", "jahe", ""].map((query) => answerTo(query, answers))).toEqual([0, 1, -1, -1]);
  });

  it("wants short words, then better ones, then a result that fits", () => {
    expect(isFinished(pencarian, writing, [type("kunyit segar"), "search", type("simpan kunyit"), "search", "open:2"])).toBe(true);
    expect(after(writing, type("saya mau tahu cara menyimpan kunyit"), "search")).toMatchObject({ done: [], notice: { key: "notice.long" } });
    expect(after(writing, type("beras"), "search").notice.key).toBe("notice.nothing");
    expect(after(writing, "search").notice.key).toBe("notice.empty");
  });

  it("has every result named before it is sorted, and tells how to see its kind", () => {
    expect(after(sorting, "label:0:result")).toMatchObject({ sorted: [], notice: { key: "notice.other-kind", values: { why: "Itu iklan." } } });
    expect(after(sorting, "label:0:ad", "label:1:ai", "label:2:result").done).toEqual(["sort"]);
    expect(after(sorting, "open:0").notice.key).toBe("notice.not-good");
    expect(after(sorting, "open:1", "source")).toMatchObject({ open: 2, done: ["open", "source"] });
  });

  it("begins with the box, with the microphone, or with results that are there", () => {
    expect([writing, speaking, sorting].map((config) => after(config).notice.key)).toEqual(["notice.start", "notice.start-voice", "notice.start-results"]);
  });

  it("mishears at first, and photographs neither faces nor much at once", () => {
    expect(after(speaking, "mic", "say")).toMatchObject({ text: "menyiram kunyit", notice: { key: "notice.misheard" } });
    expect(after(speaking, "mic", "say", "mic", "say", "search").done).toContain("voice");
    expect(after(speaking, "camera", "shoot:0")).toMatchObject({ screen: "camera", done: [], notice: { values: { why: "Jangan wajah." } } });
    expect(after(speaking, "camera", "shoot:1", "open:0", "back", "open:1").done).toEqual(["picture", "compare"]);
  });
});

describe("the config of Pencarian", () => {
  it.each([
    [{ ...writing, answers: [answers[0]] }, "untuk improve perlu satu jawaban good dan satu yang bukan"],
    [{ ...writing, answers: [{ ...answers[0], query: "jahe segar" }, answers[1]] }, "answers.0.query: query ini membuka jawaban lain atau tidak membuka apa-apa"],
    [{ ...writing, tasks: ["voice"] }, "untuk voice tulis voice: { say, heard }"],
    [{ ...writing, tasks: ["picture"] }, "untuk picture tulis picture: { subjects, query }"],
    [{ ...sorting, start: "jahe" }, "start tidak membuka jawaban apa pun"],
    [{ ...speaking, voice: { say: "jahe", heard: "jati" } }, "voice.say tidak membuka jawaban apa pun"],
  ])("tells the author what is amiss in one line", (config, message) => {
    expect(() => parsePractice("Pencarian", config)).toThrow(message);
  });
});

const typed = ["kunyit segar", "simpan kunyit", "beras", "a b c d e kunyit", ""].map(type);
await describeSoundness("Pencarian", [writing, sorting, speaking], typed);
