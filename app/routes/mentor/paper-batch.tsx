import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { showQuiz } from "#app/learning/quiz-view.ts";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { listCohortQuizzes } from "#app/paper/cohort-quizzes.server.ts";
import paperUrl from "#app/paper/paper.css?url";
import { PaperSheet } from "#app/paper/paper-sheet.tsx";
import { db } from "#db/client.ts";
import { listBatch } from "#db/paper-sheets.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: paperUrl }];
export const meta: MetaFunction = () => [{ title: "Lembar soal · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  const place = (await listCohortQuizzes(db, cohort)).find(({ moduleId }) => moduleId === params["module"]);
  const batchId = params["batch"];
  const sheets = place && isId(batchId) ? (await listBatch(db, cohort, batchId)).filter(({ moduleId }) => moduleId === place.moduleId) : [];
  if (!place || sheets.length === 0) throw notFound();
  return {
    cohort: { name: cohort.name, path: `/mentor/rombel/${cohort.cohortId}`, place: `${cohort.name}, ${cohort.centerName}, ${cohort.village}` },
    moduleId: place.moduleId,
    title: place.title,
    sheets: sheets.map(({ id, code, number, name, items }) => ({ id, code, number, name, questions: showQuiz(place.quiz, items) })),
  };
}

export default function PaperBatch() {
  const { cohort, moduleId, title, sheets } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <>
      <CohortHeading title={t("paper.moduleTitle", { module: title })} cohortName={cohort.name} cohortPath={cohort.path} />
      <p className="notice narrow no-print">{t("paper.printHint")}</p>
      <p className="no-print">
        <a className="button button-quiet" href={`${cohort.path}/kertas/${moduleId}/isi`}>
          {t("paper.enterLink")}
        </a>
      </p>
      {sheets.map((sheet) => (
        <PaperSheet key={sheet.id} sheet={sheet} title={title} place={cohort.place} />
      ))}
    </>
  );
}
