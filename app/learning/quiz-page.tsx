import { isRouteErrorResponse } from "@remix-run/react";
import { useContext } from "react";
import { NumberAndPin } from "#app/accounts/sign-in-forms.tsx";
import type { SignInErrors } from "#app/accounts/sign-in.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { ErrorPage, titleOfError } from "#app/ui/error-page.tsx";
import { Frame, HelpAskedContext, type TextSize } from "#app/ui/frame.tsx";
import { NonceContext } from "#app/ui/nonce.ts";
import keepAnswersUrl from "./keep-answers.js?url";
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
  /** There when the sheet is a staff member's; without a name when their session has ended. */
  staff?: { name: string | null };
  path: string;
  heading: string;
  intro: string;
  hidden: Record<string, string>;
}

/** A sheet as it is opened, with what was answered on it before. */
export interface OpenSheet extends SheetPage {
  form: QuizForm;
  typed: Typed;
  /** The question that is shown where the address names none, from 0. */
  start: number;
  /** There when it is opened to be mended. */
  sent?: SentQuiz;
}

interface QuizPageProps extends SheetPage {
  form: QuizForm;
  typed?: Typed;
  start?: number;
  sent?: SentQuiz | undefined;
  textSize: TextSize;
}

/** Questions to answer, new or to be mended. */
export function QuizPage({ learner, staff, heading, intro, path, hidden, form, typed = {}, start = 0, sent, textSize }: QuizPageProps) {
  const { t } = useCopy();
  const nonce = useContext(NonceContext);
  const name = staff ? staff.name : (learner?.name ?? null);
  const home = staff ? "/mentor/belajar" : "/belajar";
  const fields = { ...hidden, formId: form.formId, version: form.version, ...(learner ? { peserta: String(learner.number) } : {}), ...(sent ? {} : { mulai: String(start + 1) }) };
  const isKept = name !== null && Object.keys(typed).length > 0;
  return (
    <Frame who={name} home={name === null ? "/" : home} here={name === null ? "/masuk" : path} textSize={textSize} forStaff={staff !== undefined} ownForm={{ id: "lembar", callsHelp: !staff }}>
      <h1>{heading}</h1>
      {sent ? <Notice signedIn={name !== null} forStaff={staff !== undefined} sent={sent} /> : isKept ? <KeptNotice /> : <p>{intro}</p>}
      {/* Without an action it goes to the page's own address, whose anchor names the question: the browser brings it back. */}
      <form method="post" action={name !== null ? undefined : path} id="lembar" autoComplete="off">
        <button type="submit" name="simpan" value="ya" formNoValidate tabIndex={-1} aria-hidden="true" className="visually-hidden">
          {t("quiz.keep")}
        </button>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {learner || staff ? null : <NumberAndPin errors={sent?.errors ?? {}} number="" />}
        {sent ? <QuestionsToMend questions={form.questions} path={path} typed={sent.typed} faults={sent.faults} /> : <QuestionScreens questions={form.questions} home={home} path={path} typed={typed} start={start} />}
      </form>
      {name !== null ? <script src={keepAnswersUrl} nonce={nonce} defer /> : null}
    </Frame>
  );
}

function KeptNotice() {
  const { t } = useCopy();
  const isHelpAsked = useContext(HelpAskedContext);
  return (
    <p className="notice notice-ok" role="status">
      {isHelpAsked ? `${t("layout.helpAsked")} ` : null}
      {t("quiz.continued")}
    </p>
  );
}

function Notice({ signedIn, forStaff, sent }: { signedIn: boolean; forStaff: boolean; sent: SentQuiz }) {
  const { t } = useCopy();
  if (forStaff && !signedIn) {
    return (
      <div className="notice notice-warn" role="alert">
        <p>{t("training.signInAgain")}</p>
        <a className="button" href="/masuk" target="_blank">
          {t("training.signIn")}
        </a>
      </div>
    );
  }
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
