import { isRouteErrorResponse } from "@remix-run/react";
import { NumberAndPin } from "#app/accounts/sign-in-forms.tsx";
import type { SignInErrors } from "#app/accounts/sign-in.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { ErrorPage, titleOfError } from "#app/ui/error-page.tsx";
import { Frame, type TextSize } from "#app/ui/frame.tsx";
import type { AnswerFault, Typed } from "./quiz-answers.ts";
import { QuestionScreens, QuestionsToMend } from "./quiz-form.tsx";
import type { ShownQuestion } from "./quiz-view.ts";

/** Questions as one form shows them; `version` tells which questions they were drawn from. */
export interface QuizForm {
  formId: string;
  version: string;
  questions: ShownQuestion[];
}

/** What was sent and has to be sent again. */
export interface SentQuiz {
  form: QuizForm;
  typed: Typed;
  faults: Record<string, AnswerFault>;
  /** The quiz is another one since it was shown. */
  changed: boolean;
  errors?: SignInErrors;
}

/** All of the page but its form. */
export interface SheetPage {
  /** Null when the session has ended: number and PIN are asked for in the same form. */
  learner: { name: string; number: number } | null;
  path: string;
  heading: string;
  intro: string;
  hidden: Record<string, string>;
}

interface QuizPageProps extends SheetPage {
  form: QuizForm;
  sent?: SentQuiz | undefined;
  textSize: TextSize;
}

/** Questions to answer, new or to be mended. */
export function QuizPage({ learner, heading, intro, path, hidden, form, sent, textSize }: QuizPageProps) {
  const fields = { ...hidden, formId: form.formId, version: form.version, ...(learner ? { peserta: String(learner.number) } : {}) };
  return (
    <Frame who={learner?.name ?? null} home={learner ? "/belajar" : "/"} here={learner ? path : "/masuk"} textSize={textSize}>
      <h1>{heading}</h1>
      {sent ? <Notice signedIn={learner !== null} sent={sent} /> : <p>{intro}</p>}
      <form method="post" action={path}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {learner ? null : <NumberAndPin errors={sent?.errors ?? {}} number="" />}
        {sent ? <QuestionsToMend questions={form.questions} typed={sent.typed} faults={sent.faults} /> : <QuestionScreens questions={form.questions} />}
      </form>
    </Frame>
  );
}

function Notice({ signedIn, sent }: { signedIn: boolean; sent: SentQuiz }) {
  const { t } = useCopy();
  const toMend = sent.changed ? t("quiz.changed") : t("quiz.missing", { count: Object.keys(sent.faults).length });
  return (
    <p className="notice notice-warn" role="alert">
      {signedIn ? toMend : t("quiz.signInAgain")}
    </p>
  );
}

/** The title of a page of questions, also of one that was thrown. */
export function titleOfSheet(heading: string | undefined, error: unknown): string {
  const told = heading ?? thrownSheet(error)?.heading;
  return told === undefined ? titleOfError(error) : `${told} · Melek Desa`;
}

/** What a route of questions shows for an error: where the session ended meanwhile, the page itself, to sign in again right there with every answer kept. */
export function SheetError({ error, textSize }: { error: unknown; textSize: TextSize }) {
  const page = thrownSheet(error);
  if (!page) return <ErrorPage error={error} incident={undefined} textSize={textSize} />;
  return <QuizPage {...page} form={page.sent.form} textSize={textSize} />;
}

/** The whole page that `receiveSheet` threw, if that is what was thrown: `error` is a route's. */
function thrownSheet(error: unknown): (SheetPage & { sent: SentQuiz }) | undefined {
  const page = isRouteErrorResponse(error) ? (error.data as unknown) : undefined;
  return typeof page === "object" && page !== null && "sent" in page ? (page as SheetPage & { sent: SentQuiz }) : undefined;
}
