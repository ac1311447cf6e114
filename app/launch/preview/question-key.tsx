import type { Question } from "#app/learning/question.ts";
import { answerInWords, textOf } from "#app/learning/quiz-view.ts";
import { rightAnswer } from "#app/learning/right-answer.ts";

/** What authors see beneath a question and learners do not: the right answer, and what is said to each choice. */
export function QuestionKey({ question }: { question: Question }) {
  return (
    <div className="notice notice-ok" lang="id">
      <p>
        <b>Jawaban benar</b> <code>{question.id}</code>
      </p>
      <ul>
        {rightWords(question).map((line) => <li key={line}>{line}</li>)}
      </ul>
      <p><b>Umpan balik</b></p>
      <ul>
        {feedbackOf(question).map((line) => <li key={line}>{line}</li>)}
      </ul>
    </div>
  );
}

function rightWords(question: Question): string[] {
  if (question.kind === "short") return question.accept;
  if (question.kind === "hotspot") return question.spots.filter(({ correct }) => correct).map(({ label }) => label);
  return answerInWords(question, rightAnswer(question), { true: "Benar", false: "Salah" });
}

function feedbackOf(question: Question): string[] {
  const choices = choicesWithFeedback(question);
  return "feedback" in question ? [question.feedback] : choices.map(({ id, feedback }) => `${textOf(question, id)}: ${feedback}`);
}

function choicesWithFeedback(question: Question): readonly { id: string; feedback: string }[] {
  if ("options" in question) return question.options;
  if (question.kind === "hotspot") return question.spots;
  return question.kind === "truth" ? question.reasons : [];
}
