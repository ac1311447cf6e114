/** Share of questions that must be right to pass (domain: 80 %). */
export const passMark = 0.8;

export interface Option {
  id: string;
  text: string;
  correct: boolean;
  feedback: string;
}

interface QuestionBase {
  /** Stable for ever: attempts are kept under it. */
  id: string;
  ask: string;
  /** The lesson screen that teaches it, as `A1.1#aku-1`. */
  screen: string;
}

export interface ChoiceQuestion extends QuestionBase {
  kind: "one" | "several";
  options: Option[];
}

/** `steps` stand in their right order. */
export interface OrderQuestion extends QuestionBase {
  kind: "order";
  feedback: string;
  steps: { id: string; text: string }[];
}

export interface PairsQuestion extends QuestionBase {
  kind: "pairs";
  feedback: string;
  pairs: { id: string; left: string; right: string }[];
}

export type Question = ChoiceQuestion | OrderQuestion | PairsQuestion;

export interface Quiz {
  moduleId: string;
  /** Of the questions' content: tells whether the quiz changed between showing and grading. */
  hash: string;
  questions: Question[];
}

/** A question as it was shown: its id and the order in which its options (steps, right-hand sides) stood. */
export interface DrawnItem {
  id: string;
  shown: string[];
}

/**
 * By question id: for `one` and `several` the chosen option ids; for `order` the step ids in the
 * order given; for `pairs` the right-hand id given to each pair, in the order of the pairs.
 */
export type QuizAnswers = Record<string, string[]>;

/** The questions in a random order and their options in a random order, both fixed by `random`. */
export function drawQuiz(quiz: Quiz, random: () => number): DrawnItem[] {
  return shuffle(quiz.questions, random).map((question) => ({ id: question.id, shown: shuffle(choicesOf(question), random) }));
}

/** A generator of numbers in [0, 1) from 4 seed words (sfc32, public domain, PractRand). */
export function randomFrom(seed: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = seed;
  return () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
}

/** The ids that may be chosen in a question, in the order in which they were written. */
export function choicesOf(question: Question): string[] {
  if (question.kind === "order") return question.steps.map((step) => step.id);
  if (question.kind === "pairs") return question.pairs.map((pair) => pair.id);
  return question.options.map((option) => option.id);
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}

/** Whether an answer says something about every part of the question. */
export function isAnswered(question: Question, answer: readonly string[]): boolean {
  if (question.kind === "one" || question.kind === "several") return answer.length > 0;
  const chosen = new Set(answer);
  return choicesOf(question).every((id, index) => (question.kind === "order" ? chosen.has(id) : Boolean(answer[index])));
}

/** Whether an answer is right. `several` must name all right options and no other; `order` and `pairs` must match throughout. */
export function isCorrect(question: Question, answer: readonly string[]): boolean {
  if (question.kind === "order" || question.kind === "pairs") {
    const key = choicesOf(question);
    return answer.length === key.length && key.every((id, index) => answer[index] === id);
  }
  const chosen = new Set(answer);
  return question.options.every((option) => option.correct === chosen.has(option.id));
}

export interface QuestionResult {
  question: Question;
  answer: readonly string[];
  correct: boolean;
  /** What is said about this answer: each wrongly chosen option's own words, or the question's. */
  feedback: string[];
}

export interface QuizScore {
  correct: number;
  total: number;
  passed: boolean;
  results: QuestionResult[];
}

/** Grades `answers` to the drawn items. A question that has since been taken out of the quiz does not count. */
export function scoreQuiz(quiz: Quiz, items: readonly DrawnItem[], answers: QuizAnswers): QuizScore {
  const questions = new Map(quiz.questions.map((question) => [question.id, question]));
  const results = items.flatMap((item) => {
    const question = questions.get(item.id);
    if (!question) return [];
    const answer = answers[item.id] ?? [];
    return [{ question, answer, correct: isCorrect(question, answer), feedback: feedbackFor(question, answer) }];
  });
  const correct = results.filter((result) => result.correct).length;
  return { correct, total: results.length, passed: hasPassed(correct, results.length), results };
}

/** Whether `correct` of `total` reaches the pass mark. */
export function hasPassed(correct: number, total: number): boolean {
  return total > 0 && correct / total >= passMark;
}

function feedbackFor(question: Question, answer: readonly string[]): string[] {
  if (question.kind === "order" || question.kind === "pairs") return [question.feedback];
  const chosen = question.options.filter((option) => answer.includes(option.id));
  const wrong = chosen.filter((option) => !option.correct);
  if (wrong.length > 0) return wrong.map((option) => option.feedback);
  const missed = question.options.filter((option) => option.correct && !answer.includes(option.id));
  if (missed.length > 0) return missed.map((option) => `${option.text}: ${option.feedback}`);
  return chosen.map((option) => option.feedback);
}
