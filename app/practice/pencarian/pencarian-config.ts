import { z } from "zod";
import { textField } from "../config-fields.ts";
import { type PencarianConfig, pencarianTasks } from "./pencarian.ts";
import { type Answer, type Result, answerTo, resultKinds, wordsOf } from "./results.ts";

type Fault = (path: (string | number)[], message: string) => void;

const result = z.strictObject({
  kind: z.enum(resultKinds, `jenis hasil: ${resultKinds.join(", ")}`),
  title: textField(70),
  address: textField(60).optional(),
  text: textField(240),
  good: z.boolean("tulis true atau false").optional(),
  why: textField(120),
  source: z.number("source berupa angka, misalnya 2").int("source berupa angka bulat").min(1, "source mulai dari 1").optional(),
});

const answer = z.strictObject({
  words: z.array(z.string("tulis kata di antara tanda kutip").regex(/^[a-z0-9]+(\/[a-z0-9]+)*$/, "kata huruf kecil, misalnya \"simpan/menyimpan\""), "tulis daftar kata")
    .min(1, "tulis 1 sampai 5 kata").max(5, "tulis 1 sampai 5 kata"),
  query: textField(60).refine((text) => wordsOf(text).length >= 2 && wordsOf(text).length <= 4, "query terdiri dari 2 sampai 4 kata"),
  good: z.boolean("tulis true atau false").optional(),
  results: z.array(result, "tulis daftar hasil").min(1, "tulis 1 sampai 8 hasil").max(8, "tulis 1 sampai 8 hasil"),
});

const subject = z.strictObject({ text: textField(60), good: z.boolean("tulis true atau false").optional(), why: textField(120) });

/** What an author may write in `<Practice simulator="Pencarian" config={…} />`. */
export const pencarianConfig: z.ZodType<PencarianConfig> = z
  .strictObject({
    ask: textField(120),
    tasks: z.array(z.enum(pencarianTasks, `tugas yang ada: ${pencarianTasks.join(", ")}`), "tulis daftar tugas").min(1, "tulis sedikitnya satu tugas")
      .refine((tasks) => new Set(tasks).size === tasks.length, "setiap tugas hanya boleh satu kali"),
    answers: z.array(answer, "tulis daftar jawaban").min(1, "tulis 1 sampai 6 jawaban").max(6, "tulis 1 sampai 6 jawaban"),
    start: textField(60).optional(),
    voice: z.strictObject({ say: textField(60), heard: textField(60) }).refine(({ say, heard }) => say !== heard, "heard harus lain dari say").optional(),
    picture: z.strictObject({
      subjects: z.array(subject, "tulis daftar benda").min(2, "tulis 2 sampai 5 benda").max(5, "tulis 2 sampai 5 benda")
        .refine((all) => all.some(({ good }) => good), "sedikitnya satu benda dengan good: true"),
      query: textField(60),
    }).optional(),
  })
  .superRefine((config, context) => {
    const fault: Fault = (path, message) => context.addIssue({ code: "custom", path, message });
    config.answers.forEach((any, index) => checkAnswer(any, index, config.answers, (path, message) => fault(["answers", index, ...path], message)));
    checkTasks(config, fault);
  });

function checkAnswer({ query, results }: Answer, index: number, answers: readonly Answer[], fault: Fault): void {
  if (answerTo(query, answers) !== index) fault(["query"], "query ini membuka jawaban lain atau tidak membuka apa-apa");
  results.forEach(({ kind, address, source }, at) => {
    if (kind !== "ai" && address === undefined) fault(["results", at, "address"], "tulis alamat situsnya");
    if (source !== undefined && (kind !== "ai" || results[source - 1] === undefined || source - 1 === at)) fault(["results", at, "source"], "source menunjuk hasil lain, dan hanya untuk ai");
  });
}

function checkTasks({ tasks, answers, start, voice, picture }: PencarianConfig, fault: Fault): void {
  const shown = (query: string) => answers[answerTo(query, answers)];
  const some = (has: (result: Result) => boolean) => answers.some(({ results }) => results.some(has));
  const faults = [
    tasks.includes("improve") && !(answers.some(({ good }) => good) && answers.some(({ good }) => !good)) && "untuk improve perlu satu jawaban good dan satu yang bukan",
    voice !== undefined && shown(voice.say) === undefined && "voice.say tidak membuka jawaban apa pun",
    tasks.includes("voice") && voice === undefined && "untuk voice tulis voice: { say, heard }",
    (tasks.includes("picture") || tasks.includes("compare")) && picture === undefined && "untuk picture tulis picture: { subjects, query }",
    tasks.includes("compare") && (shown(picture?.query ?? "")?.results.length ?? 0) < 2 && "untuk compare gambar perlu dua hasil",
    tasks.includes("open") && !some(({ good }) => good === true) && "untuk open perlu satu hasil dengan good: true",
    tasks.includes("source") && !some(({ source }) => source !== undefined) && "untuk source perlu satu jawaban ai dengan source",
  ];
  for (const message of faults) if (message !== false) fault(["tasks"], message);
  if (start !== undefined && shown(start) === undefined) fault(["start"], "start tidak membuka jawaban apa pun");
  if (picture !== undefined && shown(picture.query) === undefined) fault(["picture", "query"], "query gambar tidak membuka jawaban apa pun");
}
