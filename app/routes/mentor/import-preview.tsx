import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound } from "#app/accounts/access.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortHeading } from "#app/mentoring/cohort-heading.tsx";
import { applyImport, previewImport } from "#app/mentoring/intake/apply-import.server.ts";
import { ImportForm, type ShownPreview } from "#app/mentoring/intake/import-form.tsx";
import { requireImport } from "#app/mentoring/intake/import-of-mentor.server.ts";
import { ImportResult } from "#app/mentoring/intake/import-result.tsx";
import intakeUrl from "#app/mentoring/intake/intake.css?url";
import { undoImport } from "#app/mentoring/intake/undo-import.server.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { listImportChanges } from "#db/import-changes.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: intakeUrl }];
export const meta: MetaFunction = () => [{ title: "Daftar peserta · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, upload } = await requireImport(db, request, params);
  const { importId, fileName, unreadColumns, lines, appliedAt, undoneAt } = upload;
  const shown = { cohortName: cohort.name, path: `/mentor/rombel/${cohort.cohortId}`, importId, fileName, unreadColumns };
  if (!appliedAt) return { ...shown, kind: "preview", preview: await previewImport(db, cohort, lines, new Date()) } as const;
  const changes = await listImportChanges(db, { villageCode: cohort.villageCode, cohortId: cohort.cohortId, importId });
  const leftOut = lines.map((line) => ({ line, refusals: line.refusals ?? [] }));
  const refused = leftOut.filter(({ refusals }) => refusals.length > 0);
  return { ...shown, kind: "result", result: { appliedAt, undoneAt, changes, refused, unchanged: leftOut.length - refused.length } } as const;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort, upload } = await requireImport(db, request, params);
  const sent = await request.formData();
  const { villageCode, cohortId } = cohort;
  const { importId } = upload;
  const asked = { villageCode, cohortId, importId, cohort, staffId: staff.staffId, now: new Date() };
  if (sentText(sent, "langkah") === "batalkan") {
    if ((await undoImport(db, asked)) === "unknown") throw notFound();
  } else {
    const result = await applyImport(db, { ...asked, fingerprint: sentText(sent, "pratinjau"), choices: choicesIn(sent) });
    if (result.kind === "unknown") throw notFound();
    if ("preview" in result) return data(result, { status: result.kind === "changed" ? 409 : 400 });
  }
  return redirect(`/mentor/rombel/${cohortId}/impor/${importId}`, 303);
}

function choicesIn(sent: FormData): Map<number, string> {
  const chosen = [...sent.keys()].flatMap((name) => /^pilih-(\d{1,7})$/.exec(name)?.[1] ?? []);
  return new Map(chosen.map((line) => [Number(line), sentText(sent, `pilih-${line}`)]));
}

export default function ImportPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const { cohortName, path, importId, fileName: file } = loaded;
  const importPath = `${path}/impor/${importId}`;
  if (loaded.kind === "result") {
    const title = loaded.result.undoneAt ? t("intake.undoneTitle", { file }) : t("intake.appliedTitle", { file });
    return (
      <>
        <CohortHeading title={title} cohortName={cohortName} cohortPath={path} />
        <ImportResult result={loaded.result} path={path} importPath={importPath} importId={importId} />
      </>
    );
  }
  const preview: ShownPreview = answer?.preview ?? loaded.preview;
  return (
    <>
      <CohortHeading title={t("intake.previewTitle", { file })} cohortName={cohortName} cohortPath={path} />
      <ImportForm preview={preview} asked={answer?.kind ?? null} unreadColumns={loaded.unreadColumns} path={path} importPath={importPath} />
    </>
  );
}
