import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMentorOf } from "#app/accounts/access.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { listCohortQuizzes } from "#app/paper/cohort-quizzes.server.ts";
import { readSheetCode } from "#app/paper/paper-answers.ts";
import paperUrl from "#app/paper/paper.css?url";
import { Field } from "#app/ui/field.tsx";
import { db } from "#db/client.ts";
import { countWaitingSheets, findSheetByCode } from "#db/paper-sheets.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: paperUrl }];
export const meta: MetaFunction = () => [{ title: "Kuis di kertas · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  const path = `/mentor/rombel/${cohort.cohortId}`;
  const typed = new URL(request.url).searchParams.get("kode")?.slice(0, 20) ?? "";
  const code = readSheetCode(typed);
  const sheet = code ? await findSheetByCode(db, cohort, code) : undefined;
  if (sheet) throw redirect(`${path}/kertas/${sheet.moduleId}/isi?lembar=${sheet.code}`);
  const [quizzes, waiting] = [await listCohortQuizzes(db, cohort), await countWaitingSheets(db, cohort)];
  const modules = quizzes.map(({ moduleId, title }) => ({ moduleId, title, waiting: waiting.get(moduleId) ?? 0 }));
  return data({ cohortName: cohort.name, path, modules, unknownCode: typed }, { status: typed.trim() === "" ? 200 : 404 });
}

export default function Paper() {
  const { cohortName, path, modules, unknownCode } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  const isUnknown = unknownCode.trim() !== "";
  return (
    <div className="narrow">
      <CohortHeading title={t("paper.title")} cohortName={cohortName} cohortPath={path} />
      <p>{t("paper.intro")}</p>
      <form method="get" action={`${path}/kertas`} role="search">
        <Field
          id="kode"
          name="kode"
          label={t("paper.codeLabel")}
          hint={t("paper.codeHint")}
          error={isUnknown ? t("paper.codeUnknown", { code: unknownCode }) : undefined}
          defaultValue={unknownCode}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
        />
        <button type="submit" className="button-quiet">
          {t("paper.codeSubmit")}
        </button>
      </form>
      {modules.length === 0 ? <p className="notice">{t("paper.noModules")}</p> : null}
      <ul className="plain people">
        {modules.map(({ moduleId, title, waiting }) => (
          <li key={moduleId}>
            <a className="touch" href={`${path}/kertas/${moduleId}`} lang="id">
              {moduleId} {title}
            </a>
            {waiting > 0 ? (
              <a className="touch" href={`${path}/kertas/${moduleId}/isi`}>
                {t("paper.waiting", { count: waiting })}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
