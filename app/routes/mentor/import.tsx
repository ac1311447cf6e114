import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireMentorOf } from "#app/accounts/access.server.ts";
import { formatDate, formatNumber, formatTime } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import intakeUrl from "#app/mentoring/intake/intake.css?url";
import { mostLines } from "#app/mentoring/intake/list-columns.ts";
import { type FileFault, readList } from "#app/mentoring/intake/read-list.server.ts";
import { receiveForm } from "#app/mentoring/intake/receive-file.server.ts";
import { faultSentence } from "#app/mentoring/intake/sentences.ts";
import { tidyText } from "#app/mentoring/registration.ts";
import { Field, sheetTypes } from "#app/ui/field.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { recordAudit } from "#db/audit.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { forgetOldLines, insertImport, findImport, listImports } from "#db/learner-imports.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: intakeUrl }];
export const meta: MetaFunction = () => [{ title: "Masukkan daftar peserta · Melek Desa" }];

/** How long a list's cells are kept, at most: drafts 90 days (domain section 6). */
const keptFor = 90 * 86_400_000;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireMentorOf(request, params["cohort"]);
  return { cohortName: cohort.name, path: `/mentor/rombel/${cohort.cohortId}`, formId: newId(), imports: await listImports(db, cohort) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort } = await requireMentorOf(request, params["cohort"]);
  const sent = await receiveForm(request);
  if (!sent) return refuse({ kind: "tooLarge" });
  const importId = sentText(sent, "formId");
  if (!isId(importId)) throw notFound();
  const file = sent.get("daftar");
  if (!(file instanceof File) || file.name === "") return refuse({ kind: "noFile" });
  const list = await readList(Buffer.from(await file.arrayBuffer()));
  if ("fault" in list) return refuse(list.fault);
  const { villageCode, cohortId } = cohort;
  const key = { villageCode, cohortId, importId };
  const now = new Date();
  const fileName = tidyText(file.name.toWellFormed()).slice(0, 100) || "daftar";
  const isTheirs = await db.transaction().execute(async (trx) => {
    await forgetOldLines(trx, cohort, new Date(now.getTime() - keptFor));
    if (!(await insertImport(trx, { ...key, ...list, fileName, uploadedAt: now, uploadedBy: staff.staffId }))) return (await findImport(trx, key)) !== undefined;
    await recordAudit(trx, villageCode, { actor: { kind: "staff", id: staff.staffId }, action: "import.upload", subjectId: importId, details: { lines: list.lines.length } });
    return true;
  });
  if (!isTheirs) throw notFound();
  return redirect(`/mentor/rombel/${cohortId}/impor/${importId}`, 303);
}

function refuse(fault: FileFault) {
  return data({ fault }, { status: 400 });
}

export default function Import() {
  const { cohortName, path, formId, imports } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>()?.fault;
  const { t, locale } = useCopy();
  return (
    <div className="narrow">
      <CohortHeading title={t("intake.title")} cohortName={cohortName} cohortPath={path} />
      {fault ? (
        <p className="notice notice-error" role="alert">
          {t("intake.faultSummary")}
        </p>
      ) : null}
      <p>{t("intake.intro")}</p>
      <form method="post" action={`${path}/impor`} encType="multipart/form-data" className="card">
        <input type="hidden" name="formId" value={formId} />
        <Field id="daftar" name="daftar" type="file" required accept={sheetTypes} label={t("intake.file")} hint={t("intake.fileHint")} error={fault ? faultSentence(fault, { t, locale }) : undefined} />
        <button type="submit" className="button-main">{t("intake.upload")}</button>
      </form>
      <h2>{t("intake.columnsTitle")}</h2>
      <ul>
        <li>{t("intake.columnsName")}</li>
        <li>{t("intake.columnsOptional")}</li>
        <li>{t("intake.columnsNumber")}</li>
        <li>{t("intake.columnsPrivate")}</li>
        <li>{t("intake.columnsMost", { most: formatNumber(mostLines, locale) })}</li>
      </ul>
      <p>
        <a className="button button-quiet" href={`${path}/impor/contoh`} download>
          {t("intake.sample")}
        </a>
      </p>
      <EarlierImports imports={imports} path={path} />
    </div>
  );
}

function EarlierImports({ imports, path }: { imports: Awaited<ReturnType<typeof listImports>>; path: string }) {
  const { t, locale } = useCopy();
  if (imports.length === 0) return null;
  return (
    <>
      <h2>{t("intake.earlier")}</h2>
      <ul className="plain people">
        {imports.map(({ importId, fileName, uploadedAt, uploadedBy, appliedAt, undoneAt }) => (
          <li key={importId}>
            <span>
              <a href={`${path}/impor/${importId}`}>{fileName}</a>
              <br />
              <span className="muted">{t("intake.uploadedBy", { date: formatDate(uploadedAt, locale), time: formatTime(uploadedAt, locale), name: uploadedBy })}</span>
            </span>
            <span className="muted">{undoneAt ? t("intake.stateUndone") : appliedAt ? t("intake.stateApplied") : t("intake.stateOpen")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
