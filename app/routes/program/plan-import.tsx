import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireProgramLead } from "#app/accounts/access.server.ts";
import { formatDate, formatNumber, formatTime } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import { readTable, type SheetFault } from "#app/mentoring/intake/read-list.server.ts";
import { receiveForm } from "#app/mentoring/intake/receive-file.server.ts";
import { sheetFaultSentence } from "#app/mentoring/intake/sentences.ts";
import { tidyText } from "#app/mentoring/registration.ts";
import planUrl from "#app/programs/plan/plan.css?url";
import { PlanHeading, Told } from "#app/programs/plan/plan-parts.tsx";
import { mostTargetLines, readTargetList, type TargetListFault } from "#app/programs/plan/target-list.ts";
import { Field, sheetTypes } from "#app/ui/field.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { findProgramImport, insertProgramImport, listProgramImports } from "#db/program-imports.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction = () => [{ title: "Masukkan daftar sasaran · Melek Desa" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program } = await requireProgramLead(request, params["program"]);
  return { program: { id: program.id, name: program.name, regionName: program.regionName }, formId: newId(), earlier: await listProgramImports(db, program.id) };
}

/** Takes a target list in; what it would do is told on the page that follows. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, program } = await requireProgramLead(request, params["program"]);
  const sent = await receiveForm(request);
  if (!sent) return refuse({ kind: "tooLarge" });
  const importId = sentText(sent, "formId");
  if (!isId(importId)) throw notFound();
  const file = sent.get("daftar");
  if (!(file instanceof File) || file.name === "") return refuse({ kind: "noFile" });
  const read = await readTable(Buffer.from(await file.arrayBuffer()));
  if ("fault" in read) return refuse(read.fault);
  const list = readTargetList(read.sheets);
  if ("fault" in list) return refuse(list.fault);
  const key = { programId: program.id, importId };
  const fileName = tidyText(file.name.toWellFormed()).slice(0, 100) || "daftar";
  const isNew = await insertProgramImport(db, { ...key, ...list, fileName, uploadedAt: new Date(), uploadedBy: staff.staffId });
  if (!isNew && !(await findProgramImport(db, key))) throw notFound();
  return redirect(`/program/${program.id}/rencana/impor/${importId}`, 303);
}

function refuse(fault: SheetFault | TargetListFault) {
  return data({ fault }, { status: 400 });
}

function sentence(fault: SheetFault | TargetListFault, { t, locale }: Copy): string {
  switch (fault.kind) {
    case "noCodes":
      return t("plan.faultNoCodes");
    case "noRows":
      return t("plan.faultNoRows");
    case "twoColumns":
      return t("plan.faultTwoColumns", { title: fault.title });
    case "tooManyRows":
      return t("plan.faultTooManyRows", { rows: formatNumber(fault.rows, locale), most: formatNumber(mostTargetLines, locale) });
    default:
      return sheetFaultSentence(fault, { t });
  }
}

export default function PlanImport() {
  const { program, formId, earlier } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>()?.fault;
  const copy = useCopy();
  const { t, locale } = copy;
  const path = `/program/${program.id}/rencana`;
  return (
    <div className="narrow">
      <PlanHeading back={path} backTo={t("plan.backToPlan", { program: program.name })} title={t("plan.importTitle")} />
      {fault ? <Told kind="error">{t("plan.faultFile")}</Told> : null}
      <p>{t("plan.importIntro")}</p>
      <form method="post" action={`${path}/impor`} encType="multipart/form-data" className="card">
        <input type="hidden" name="formId" value={formId} />
        <Field id="daftar" name="daftar" type="file" required accept={sheetTypes} label={t("plan.file")} hint={t("plan.fileHint")} error={fault ? sentence(fault, copy) : undefined} />
        <button type="submit" className="button-main">
          {t("plan.upload")}
        </button>
      </form>
      <h2>{t("plan.columnsTitle")}</h2>
      <ul>
        <li>{t("plan.columnsCode", { region: program.regionName })}</li>
        <li>{t("plan.columnsVillage")}</li>
        <li>{t("plan.columnsLearners")}</li>
        <li>{t("plan.columnsWave")}</li>
        <li>{t("plan.columnsMost", { most: formatNumber(mostTargetLines, locale) })}</li>
      </ul>
      {earlier.length > 0 ? (
        <>
          <h2>{t("plan.earlierLists")}</h2>
      <ul className="plain">
        {earlier.map(({ importId, fileName, appliedAt, undoneAt }) => (
          <li key={importId}>
            <a className="touch" href={`${path}/impor/${importId}`}>
              {fileName}
            </a>{" "}
            <span className="muted">
              {appliedAt ? t("plan.earlierOn", { date: formatDate(appliedAt, locale), time: formatTime(appliedAt, locale) }) : null} {undoneAt ? t("plan.earlierUndone") : null}
            </span>
          </li>
        ))}
      </ul>
        </>
      ) : null}
    </div>
  );
}
