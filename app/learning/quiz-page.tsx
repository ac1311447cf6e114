import { NumberAndPin } from "#app/accounts/sign-in-forms.tsx";
import type { SignInErrors } from "#app/accounts/sign-in.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { Frame, type TextSize } from "#app/ui/frame.tsx";
import type { AnswerFault, Typed } from "./quiz-answers.ts";
import { QuestionScreens, QuestionsToMend } from "./quiz-form.tsx";
import type { ShownQuestion } from "./quiz-view.ts";

/** A quiz as one form shows it; `version` tells which questions it was drawn from. */
export interface QuizSheet {
  formId: string;
  version: string;
  questions: ShownQuestion[];
}

/** What was sent and has to be sent again. */
export interface SentQuiz {
  form: QuizSheet;
  typed: Typed;
  faults: Record<string, AnswerFault>;
  /** The quiz is another one since it was shown. */
  changed: boolean;
  errors?: SignInErrors;
}

interface QuizPageProps {
  /** Null when the session has ended: number and PIN are asked for in the same form. */
  learner: { name: string; number: number } | null;
  moduleTitle: string;
  path: string;
  form: QuizSheet;
  sent?: SentQuiz | undefined;
  textSize: TextSize;
}

/** A quiz, new or to be mended. */
export function QuizPage({ learner, moduleTitle, path, form, sent, textSize }: QuizPageProps) {
  const { t } = useCopy();
  return (
    <Frame who={learner?.name ?? null} home={learner ? "/belajar" : "/"} here={learner ? path : "/masuk"} textSize={textSize}>
      <h1>{t("quiz.title", { module: moduleTitle })}</h1>
      <Notice learner={learner} sent={sent} />
      <form method="post" action={path}>
        <input type="hidden" name="formId" value={form.formId} />
        <input type="hidden" name="version" value={form.version} />
        {learner ? <input type="hidden" name="peserta" value={learner.number} /> : <NumberAndPin errors={sent?.errors ?? {}} number="" />}
        {sent ? <QuestionsToMend questions={form.questions} typed={sent.typed} faults={sent.faults} /> : <QuestionScreens questions={form.questions} />}
      </form>
    </Frame>
  );
}

function Notice({ learner, sent }: Pick<QuizPageProps, "learner" | "sent">) {
  const { t } = useCopy();
  if (!sent) return <p>{t("quiz.intro")}</p>;
  const toMend = sent.changed ? t("quiz.changed") : t("quiz.missing", { count: Object.keys(sent.faults).length });
  return (
    <p className="notice notice-warn" role="alert">
      {learner ? toMend : t("quiz.signInAgain")}
    </p>
  );
}
