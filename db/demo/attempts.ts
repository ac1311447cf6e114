import { choicesOf, type DrawnItem, drawQuiz, hasPassed, type Question, type Quiz, type QuizAnswers, type QuizScore, scoreQuiz } from "#app/learning/quiz.ts";
import { between, pick } from "./chance.ts";

export interface GradedAttempt {
  items: DrawnItem[];
  answers: QuizAnswers;
  score: QuizScore;
}

/** A quiz drawn, answered in full and graded; the answers pass or fail as asked. */
export function takeQuiz(quiz: Quiz, passes: boolean, random: () => number): GradedAttempt {
  const items = drawQuiz(quiz, random);
  const missed = new Set(drawQuiz(quiz, random).slice(0, wrongAnswers(quiz.questions.length, passes, random)).map((item) => item.id));
  const answers = Object.fromEntries(
    quiz.questions.map((question) => [question.id, missed.has(question.id) ? wrongAnswer(question, random) : rightAnswer(question)]),
  );
  return { items, answers, score: scoreQuiz(quiz, items, answers) };
}

function wrongAnswers(total: number, passes: boolean, random: () => number): number {
  const counts = Array.from({ length: total + 1 }, (_count, wrong) => wrong).filter((wrong) => hasPassed(total - wrong, total) === passes);
  // People who fail come close; nobody in this story gets everything wrong.
  return pick(passes ? counts : counts.slice(0, 3), random);
}

function rightAnswer(question: Question): string[] {
  if (question.kind === "order" || question.kind === "pairs") return choicesOf(question);
  return question.options.filter((option) => option.correct).map((option) => option.id);
}

function wrongAnswer(question: Question, random: () => number): string[] {
  const right = rightAnswer(question);
  if (question.kind === "several") return right.slice(1);
  if (question.kind === "one") return [pick(choicesOf(question).filter((id) => !right.includes(id)), random)];
  const at = between(0, right.length - 2, random);
  return right.map((id, index) => (index === at ? right[at + 1] : index === at + 1 ? right[at] : id) as string);
}
