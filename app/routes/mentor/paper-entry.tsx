import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { asksForLooks, sendAgainInOtherLooks } from "#app/accounts/display.server.ts";
import type { Session } from "#app/attendance/session-time.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { Quiz } from "#app/learning/question.ts";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { sessionTime } from "#app/mentoring/session-words.ts";
import { AnswerBoxes, ClosedSheet } from "#app/paper/answer-boxes.tsx";
import { listCohortQuizzes } from "#app/paper/cohort-quizzes.server.ts";
import { enterSheets, type PaperFault, type TypedSheets } from "#app/paper/enter-sheets.server.ts";
import { patternOf, readSheetCode } from "#app/paper/paper-answers.ts";
import paperUrl from "#app/paper/paper.css?url";
import { sessionsForSheets } from "#app/paper/sheet-sessions.ts";
import { UnsavedScript } from "#app/ui/unsaved-script.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { listSessions } from "#db/attendance.ts";
import { db } from "#db/client.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { listSheets, type PaperSheet } from "#db/paper-sheets.ts";

const formId = "lembar";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: paperUrl }];
export const handle = { script: true, ownForm: formId };
export const meta: MetaFunction = () => [{ title: "Jawaban dari kertas · Melek Desa" }];

async function requireQuiz(request: Request, params: LoaderFunctionArgs["params"]) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const place = (await listCohortQuizzes(db, cohort)).find(({ moduleId }) => moduleId === params["module"]);
  if (!place) throw notFound();
  return { staff, cohort, place };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, place } = await requireQuiz(request, params);
  const { searchParams } = new URL(request.url);
  const code = readSheetCode(searchParams.get("lembar") ?? "");
  const sheets = await listSheets(db, cohort, place.moduleId);
  const waiting = waitingOf(sheets, code);
  const entered = Number(searchParams.get("masuk") ?? Number.NaN);
  return {
    cohortName: cohort.name,
    path: `/mentor/rombel/${cohort.cohortId}`,
    moduleId: place.moduleId,
    title: place.title,
    code,
    waiting: waiting.map((sheet) => blankOf(sheet, place.quiz)),
    villageCode: cohort.villageCode,
    sessions: (await sessionsOf(cohort, waiting)).map(({ sessionId, startsAt, minutes }) => ({ sessionId, startsAt, minutes })),
    done: sheets
      .filter(({ enteredAt }) => enteredAt !== null)
      .map(({ id, code: of, number, name, correct, total, passed, enteredBy }) => ({ id, code: of, number, name, correct: correct ?? 0, total: total ?? 0, passed: passed === true, enteredBy: enteredBy ?? "" })),
    entered: Number.isInteger(entered) && entered >= 0 ? entered : null,
  };
}

/** Each learner's newest sheet, unless it was entered; or the one with the code. An older sheet was replaced, but may still be asked for by its code. */
function waitingOf(sheets: readonly PaperSheet[], code: string | null): PaperSheet[] {
  const open = sheets.filter(({ enteredAt }) => enteredAt === null);
  const asked = open.filter((sheet) => sheet.code === code);
  if (asked.length > 0) return asked;
  return open.filter((sheet) => sheets.find(({ enrollmentId }) => enrollmentId === sheet.enrollmentId) === sheet);
}

/** Where the sheets can have been filled in: since the first of them was printed. */
async function sessionsOf(cohort: CohortSummary, sheets: readonly PaperSheet[]): Promise<Session[]> {
  const first = Math.min(...sheets.map(({ printedAt }) => printedAt.getTime()));
  return sheets.length === 0 ? [] : sessionsForSheets(await listSessions(db, cohort), new Date(first), new Date(), cohort.villageCode);
}

function blankOf({ id, code, number, name, withdrawnAt, items }: PaperSheet, quiz: Quiz) {
  const patterns = items.map((item) => {
    const question = quiz.questions.find((candidate) => candidate.id === item.id);
    return question ? patternOf(question) : null;
  });
  return { id, code, number, name, withdrawnAt, patterns };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort, place } = await requireQuiz(request, params);
  const sent = await request.formData();
  const typed = typedIn(sent);
  const asked = sentText(sent, "pertemuan");
  if (asksForLooks(sent)) return sendAgainInOtherLooks(request, sent) ?? data({ typed, faults: {}, withdrawn: [], entered: 0, asked });
  const sessions = await sessionsOf(cohort, (await listSheets(db, cohort, place.moduleId)).filter(({ id }) => id in typed));
  const session = sessions.find(({ sessionId }) => sessionId === asked) ?? sessions[0];
  const { entered, faults, withdrawn } = await enterSheets(db, { cohort, quiz: place.quiz, typed, takenAt: session?.startsAt ?? null, staffId: staff.staffId, now: new Date() });
  if (Object.keys(faults).length + withdrawn.length > 0) return data({ typed, faults, withdrawn, entered, asked }, { status: 400 });
  return redirect(`/mentor/rombel/${cohort.cohortId}/kertas/${place.moduleId}/isi?masuk=${entered}`, 303);
}

function typedIn(sent: FormData): TypedSheets {
  const typed: TypedSheets = {};
  for (const [name, value] of sent) {
    const [prefix, sheetId, index] = name.split(".");
    if (prefix !== "a" || !isId(sheetId) || !/^\d{1,2}$/.test(index ?? "") || typeof value !== "string") continue;
    (typed[sheetId] ??= [])[Number(index)] = value.slice(0, 200);
  }
  return Object.fromEntries(Object.entries(typed).map(([sheetId, texts]) => [sheetId, Array.from(texts, (text) => text ?? "")]));
}

export default function PaperEntry() {
  const { cohortName, path, moduleId, title, code, waiting, sessions, villageCode, done, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const copy = useCopy();
  const { t } = copy;
  const here = `${path}/kertas/${moduleId}`;
  const faults: Record<string, Record<number, PaperFault>> = answer?.faults ?? {};
  const typed: TypedSheets = answer?.typed ?? {};
  const wrong = Object.keys(faults).length + (answer?.withdrawn.length ?? 0);
  const isOpen = waiting.some(({ withdrawnAt }) => !withdrawnAt);
  const saved = answer ? answer.entered : entered;
  return (
    <>
      <CohortHeading title={t("paper.moduleTitle", { module: title })} cohortName={cohortName} cohortPath={path} />
      {saved === null || (answer && saved === 0) ? null : (
        <p className={saved > 0 ? "notice notice-ok narrow" : "notice narrow"} role="status">
          {saved > 0 ? t("paper.entered", { count: saved }) : t("paper.nothingTyped")}
        </p>
      )}
      {wrong > 0 ? (
        <p className="notice notice-error narrow" role="alert">
          {t("paper.faultSummary", { count: wrong })}
        </p>
      ) : null}
      {answer && wrong === 0 ? (
        <p className="notice notice-warn narrow" role="status">
          {t("mentor.unsaved")}
        </p>
      ) : null}
      <h2>{t("paper.enterTitle")}</h2>
      {waiting.length === 0 ? (
        <>
          <p className="notice narrow">{t("paper.enterNothing")}</p>
          <form method="post" action={`${here}/isi`} id={formId} />
        </>
      ) : (
        <form method="post" action={`${here}/isi${code ? `?lembar=${code}` : ""}`} id={formId} data-unsaved={answer ? "ya" : ""}>
          <p>
            {t("paper.enterIntro")} <strong>{t("paper.enterBlank")}</strong>
          </p>
          {sessions.length > 0 ? (
            <p className="field narrow">
              <label htmlFor="pertemuan">{t("paper.takenAt")}</label>
              <select id="pertemuan" name="pertemuan" defaultValue={answer?.asked}>
                {sessions.map((session) => (
                  <option key={session.sessionId} value={session.sessionId}>
                    {sessionTime(session, villageCode, copy)}
                  </option>
                ))}
              </select>
            </p>
          ) : null}
          {waiting.map((sheet) => {
            const filled = { ...sheet, typed: typed[sheet.id] ?? [], faults: faults[sheet.id] ?? {} };
            return sheet.withdrawnAt ? <ClosedSheet key={sheet.id} sheet={filled} /> : <AnswerBoxes key={sheet.id} sheet={filled} />;
          })}
          {isOpen ? (
            <p className="entry-save">
              <button type="submit" className="button-main">
                {t("paper.save")}
              </button>
            </p>
          ) : null}
        </form>
      )}
      <UnsavedScript />
      <p>
        <a className="button button-quiet" href={here}>
          {t("paper.chooseTitle")}
        </a>
      </p>
      {done.length > 0 ? (
        <>
          <h2 className="next-part">{t("paper.doneTitle")}</h2>
          <ul className="plain people narrow">
            {done.map((sheet) => (
              <li key={sheet.id}>
                <span>
                  <span className="paper-code">{sheet.code}</span> {sheet.number}. {sheet.name}
                </span>
                <span>
                  {t("paper.doneLine", { correct: sheet.correct, total: sheet.total, result: sheet.passed ? t("paper.passed") : t("paper.notPassed") })}
                  <span className="muted"> ({t("paper.enteredBy", { who: sheet.enteredBy })})</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
