import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireProgramLead } from "#app/accounts/access.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { applyTargets, previewTargets } from "#app/programs/plan/apply-targets.server.ts";
import { AppliedList } from "#app/programs/plan/applied-list.tsx";
import { ImportLists, ImportTotals } from "#app/programs/plan/import-preview.tsx";
import planUrl from "#app/programs/plan/plan.css?url";
import { mostTyped, readReason } from "#app/programs/plan/plan-form.ts";
import { PlanHeading, ReasonField, Told } from "#app/programs/plan/plan-parts.tsx";
import { undoTargets } from "#app/programs/plan/undo-targets.server.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { listVillagesChanged } from "#db/program-changes.ts";
import { findProgramImport } from "#db/program-imports.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction = () => [{ title: "Daftar sasaran · Melek Desa" }];

/** What a target list would do, or did. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program, key, upload } = await requireUpload(request, params);
  const { fileName, unreadColumns, appliedAt, counts, outcomes, undoneAt } = upload;
  const shown = { program: { id: program.id, name: program.name, regionName: program.regionName }, importId: key.importId, fileName, unreadColumns };
  if (appliedAt) {
    const undone = undoneAt ? await listVillagesChanged(db, program.id, undoneAt) : null;
    const kept = undone ? (outcomes ?? []).flatMap(({ outcome }) => ((outcome.kind === "added" || outcome.kind === "changed") && !undone.has(outcome.villageCode) ? [{ code: outcome.villageCode, name: outcome.village }] : [])) : [];
    return { ...shown, preview: null, applied: { at: appliedAt, undoneAt, counts: counts ?? {}, lines: outcomes ?? [], kept } };
  }
  return { ...shown, preview: await previewTargets(db, program, upload.lines), applied: null };
}

async function requireUpload(request: Request, params: Readonly<Record<string, string | undefined>>) {
  const { staff, program } = await requireProgramLead(request, params["program"]);
  const importId = params["import"];
  const key = isId(importId) ? { programId: program.id, importId } : null;
  const upload = key && (await findProgramImport(db, key));
  if (!upload) throw notFound();
  return { staff, program, key, upload };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, program, key, upload } = await requireUpload(request, params);
  const sent = await request.formData();
  const typed = sentText(sent, "reason", mostTyped);
  const reason = readReason(typed);
  if (!reason) return data({ typed, fault: "reason" as const }, { status: 400 });
  const page = `/program/${program.id}/rencana/impor/${key.importId}`;
  if (upload.appliedAt) {
    if (sentText(sent, "do") === "undo") await undoTargets(db, { ...key, reason, staffId: staff.staffId, now: new Date() });
    return redirect(page, 303);
  }
  const { t } = copyFor(request);
  const nameOf = (number: number) => t("plan.waveNameOf", { number });
  const result = await applyTargets(db, { ...key, program, fingerprint: sentText(sent, "fingerprint"), nameOf, reason, staffId: staff.staffId, now: new Date() });
  if (result === "unknown") throw notFound();
  if (result === "changed" || result === "nothing") return data({ typed, fault: result }, { status: result === "changed" ? 409 : 400 });
  return redirect(page, 303);
}

export default function PlanImportPreview() {
  const { program, importId, fileName: file, unreadColumns, preview, applied } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const path = `/program/${program.id}/rencana`;
  if (!preview) {
    return (
      <>
        <PlanHeading back={path} backTo={t("plan.backToPlan", { program: program.name })} title={t(applied.undoneAt ? "plan.undoneTitle" : "plan.appliedTitle", { file })} />
        <AppliedList applied={applied} answer={answer} path={`${path}/impor/${importId}`} planPath={path} regionName={program.regionName} />
      </>
    );
  }
  const doesNothing = preview.counts.added + preview.counts.changed === 0;
  return (
    <>
      <PlanHeading back={`${path}/impor`} backTo={t("plan.backToImport")} title={t("plan.previewTitle", { file })} />
      {answer ? <Told kind="error">{answer.fault === "changed" ? t("plan.faultChanged") : answer.fault === "nothing" ? t("plan.importNothing") : t("plan.faultSummary")}</Told> : null}
      <ImportTotals preview={preview} unreadColumns={unreadColumns} />
      {doesNothing ? (
        <p className="notice narrow">{t("plan.importNothing")}</p>
      ) : (
        <form method="post" action={`${path}/impor/${importId}`} className="card narrow">
          <input type="hidden" name="fingerprint" value={preview.fingerprint} />
          <ReasonField id="reason" typed={answer?.typed ?? ""} isWrong={answer?.fault === "reason"} hint={t("plan.importReasonHint")} />
          <button type="submit" className="button-main">
            {t("plan.apply", { count: preview.counts.added + preview.counts.changed })}
          </button>
        </form>
      )}
      <ImportLists preview={preview} regionName={program.regionName} />
    </>
  );
}
