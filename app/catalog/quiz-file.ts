import { z } from "zod";
import { type HotspotQuestion, partsOf, type Question, type SortQuestion, type Spot } from "#app/learning/question.ts";
import { counted } from "./counted.ts";
import { parseYaml } from "./yaml-file.ts";

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9-]+$/);
const base = { id: z.string().regex(/^([A-L]\d|T\d-[SC])-?\d{2}$/, "a question's id looks like A1-01, or T1-S01 in a test"), ask: text, screen: z.string().regex(/^[A-L]\d\.\d+#[a-z0-9-]+$/) };
const correct = z.boolean().default(false);
const option = z.strictObject({ id, text, correct, feedback: text });
const picture = z.string().regex(/^images\/[a-z0-9-]+\.svg$/, "a picture is named images/….svg");
const length = z.number().int().min(0);
const spot = z.strictObject({ id, label: text, x: length, y: length, width: length.min(1), height: length.min(1), correct, feedback: text });

/** One question as a file writes it. */
export const questionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...base, kind: z.literal("one"), options: z.array(option).min(2).max(5) }),
  z.strictObject({ ...base, kind: z.literal("several"), options: z.array(option).min(3).max(6) }),
  z.strictObject({ ...base, kind: z.literal("order"), feedback: text, steps: z.array(z.strictObject({ id, text })).min(3).max(5) }),
  z.strictObject({ ...base, kind: z.literal("pairs"), feedback: text, pairs: z.array(z.strictObject({ id, left: text, right: text })).min(2).max(5) }),
  z.strictObject({ ...base, kind: z.literal("picture"), options: z.array(z.strictObject({ id, picture, alt: text, correct, feedback: text })).min(2).max(4) }),
  z.strictObject({ ...base, kind: z.literal("hotspot"), picture, alt: text, spots: z.array(spot).min(2).max(6) }),
  z.strictObject({ ...base, kind: z.literal("short"), feedback: text, accept: z.array(text).min(1, "no answer is accepted"), wrong: z.array(text).default([]) }),
  z.strictObject({ ...base, kind: z.literal("truth"), isTrue: z.boolean(), reasons: z.array(option).min(2).max(4) }),
  z.strictObject({
    ...base,
    kind: z.literal("sort"),
    feedback: text,
    groups: z.array(z.strictObject({ id, name: text })).min(2).max(4),
    cards: z.array(z.strictObject({ id, text, group: id })).min(2).max(8),
  }),
]);
const quizFileSchema = z.strictObject({ module: z.string(), questions: z.array(questionSchema).min(8) });

/** Faults in a quiz file; the message has one line a fault. */
export class QuizFileError extends Error {
  readonly faults: readonly { line: number; message: string }[];
  constructor(faults: readonly { line: number; message: string }[]) {
    super(faults.map(({ message }) => message).join("\n"));
    this.faults = faults;
  }
}

/** Reads a `quiz.yaml`. Throws `QuizFileError` naming each question and field that is not as it must be, with its line. */
export function readQuizFile(source: string): { moduleId: string; questions: Question[] } {
  const { value, broken, lineAt } = parseYaml(source);
  if (broken.length > 0) throw new QuizFileError(broken);
  const parsed = quizFileSchema.safeParse(value);
  if (!parsed.success) {
    throw new QuizFileError(parsed.error.issues.map((issue) => ({ line: lineAt(issue.path), message: `${issue.path.join(".")}: ${issue.message}` })));
  }
  const { module, questions } = parsed.data;
  const ids = questions.map((question) => question.id);
  const faults = questions.flatMap((question, index) => {
    const isSecond = ids.indexOf(question.id) !== index;
    const told = [...questionFaults(question), ...(isSecond ? ["the id stands twice"] : [])];
    return told.map((fault) => ({ line: lineAt(["questions", index]), message: `${question.id}: ${fault}` }));
  });
  if (faults.length > 0) throw new QuizFileError(faults);
  return { moduleId: module, questions };
}

/** The question with the address of each of its pictures, which `address` tells by the name that the file has for it. */
export function withPictures(question: Question, address: (src: string) => string): Question {
  if (question.kind === "hotspot") return { ...question, picture: address(question.picture) };
  if (question.kind !== "picture") return question;
  return { ...question, options: question.options.map((one) => ({ ...one, picture: address(one.picture) })) };
}

/** What is wrong with a question that its schema allows. */
export function questionFaults(question: Question): string[] {
  const faults = repeated(partsOf(question).map((part) => part.id)).length === 0 ? [] : ["two parts have the same id"];
  switch (question.kind) {
    case "pairs":
      return [...faults, ...(repeated(question.pairs.map((pair) => pair.right)).length === 0 ? [] : ["two right-hand sides are the same"])];
    case "hotspot":
      return [...faults, ...spotFaults(question)];
    case "sort":
      return [...faults, ...groupFaults(question)];
    case "truth":
      return [...faults, ...keyFaults(question.kind, question.reasons)];
    case "one":
    case "several":
    case "picture":
      return [...faults, ...keyFaults(question.kind, question.options)];
    default:
      return faults;
  }
}

function keyFaults(kind: string, options: readonly { correct: boolean }[]): string[] {
  const right = options.filter((one) => one.correct).length;
  if (kind !== "several") return right === 1 ? [] : [`${counted(right, kind === "truth" ? "right reason" : "right answer")}; kind ${kind} has exactly 1`];
  if (right >= 2 && right < options.length) return [];
  return [`${counted(right, "right answer")} of ${options.length}; kind several has at least 2, and a wrong one`];
}

function spotFaults({ spots }: HotspotQuestion): string[] {
  const outside = spots.filter((one) => one.x + one.width > 320 || one.y + one.height > 240);
  const overlapping = spots.flatMap((one, index) => spots.slice(index + 1).filter((other) => doOverlap(one, other)).map((other) => [one.id, other.id]));
  return [
    ...outside.map((one) => `spot ${one.id} reaches beyond the picture, which is 320 by 240`),
    ...overlapping.map(([one, other]) => `spots ${one} and ${other} overlap`),
    ...(spots.some((one) => one.correct) ? [] : ["no spot is right"]),
  ];
}

function doOverlap(one: Spot, other: Spot): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

function groupFaults({ groups, cards }: SortQuestion): string[] {
  const ids = groups.map((group) => group.id);
  return [
    ...repeated(ids).map((group) => `two groups have the id ${group}`),
    ...cards.filter((card) => !ids.includes(card.group)).map((card) => `card ${card.id} is in the group ${card.group}, which there is not`),
    ...ids.filter((group) => !cards.some((card) => card.group === group)).map((group) => `no card is in the group ${group}`),
  ];
}

function repeated(texts: readonly string[]): string[] {
  return texts.filter((one, index) => texts.indexOf(one) !== index);
}
