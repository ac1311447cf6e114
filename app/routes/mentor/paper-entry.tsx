import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { Quiz } from "#app/learning/question.ts";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { AnswerBoxes } from "#app/paper/answer-boxes.tsx";
import { listCohortQuizzes } from "#app/paper/cohort-quizzes.server.ts";
import { enterSheets, type PaperFault, type TypedSheets } from "#app/paper/enter-sheets.server.ts";
import { patternOf, readSheetCode } from "#app/paper/paper-answers.ts";
import paperUrl from "#app/paper/paper.css?url";
import { db } from "#db/client.ts";
import { listSheets, type PaperSheet } from "#db/paper-sheets.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: paperUrl }];
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
  const entered = Number(searchParams.get("masuk") ?? Number.NaN);
  return {
    cohortName: cohort.name,
    path: `/mentor/rombel/${cohort.cohortId}`,
    moduleId: place.moduleId,
    title: place.title,
    waiting: waitingOf(sheets, code).map((sheet) => blankOf(sheet, place.quiz)),
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

function blankOf({ id, code, number, name, items }: PaperSheet, quiz: Quiz) {
  const patterns = items.map((item) => {
    const question = quiz.questions.find((candidate) => candidate.id === item.id);
    return question ? patternOf(question) : null;
  });
  return { id, code, number, name, patterns };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort, place } = await requireQuiz(request, params);
  const sent = await request.formData();
  const typed = typedIn(sent);
  const { entered, faults } = await enterSheets(db, { cohort, quiz: place.quiz, typed, staffId: staff.staffId, now: new Date() });
  if (Object.keys(faults).length > 0) return data({ typed, faults, entered }, { status: 400 });
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
  const { cohortName, path, moduleId, title, waiting, done, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const here = `${path}/kertas/${moduleId}`;
  const faults: Record<string, Record<number, PaperFault>> = answer?.faults ?? {};
  const typed: TypedSheets = answer?.typed ?? {};
  const wrong = Object.keys(faults).length;
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
      <h2>{t("paper.enterTitle")}</h2>
      {waiting.length === 0 ? (
        <p className="notice narrow">{t("paper.enterNothing")}</p>
      ) : (
        <form method="post" action={`${here}/isi`}>
          <p>
            {t("paper.enterIntro")} <strong>{t("paper.enterBlank")}</strong>
          </p>
          {waiting.map((sheet) => (
            <AnswerBoxes key={sheet.id} sheet={{ ...sheet, typed: typed[sheet.id] ?? [], faults: faults[sheet.id] ?? {} }} />
          ))}
          <p className="entry-save">
            <button type="submit" className="button-main">
              {t("paper.save")}
            </button>
          </p>
        </form>
      )}
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
