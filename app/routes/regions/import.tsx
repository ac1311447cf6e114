import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireEditor } from "#app/accounts/access.server.ts";
import { dayOf, formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { receiveForm } from "#app/mentoring/intake/receive-file.server.ts";
import { tidyText } from "#app/mentoring/registration.ts";
import { keepDecree } from "#app/regions/apply-decree.server.ts";
import { type DecreeFormFaults, readDecreeForm, type TypedDecree } from "#app/regions/decree-form.ts";
import { decreeFaultSentence } from "#app/regions/decree-sentences.ts";
import { type DecreeFault, DecreeUnreadable, mostDecreeBytes } from "#app/regions/read-decree.server.ts";
import regionsUrl from "#app/regions/regions.css?url";
import { Field, sheetTypes } from "#app/ui/field.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { listRegionImports, type RegionImport } from "#db/region-imports.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: regionsUrl }];
export const meta: MetaFunction = () => [{ title: "Keputusan tentang wilayah · Melek Desa" }];

/** For an admin of the whole installation alone: regions belong to every program. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireEditor(request);
  return { formId: newId(), imports: await listRegionImports(db) };
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireEditor(request);
  const sent = await receiveForm(request, mostDecreeBytes);
  if (!sent) return refuse({ decree: "", effectiveOn: "" }, {}, { kind: "longFile" });
  const importId = sentText(sent, "formId");
  if (!isId(importId)) throw notFound();
  const typed = { decree: sentText(sent, "keputusan", 1000), effectiveOn: sentText(sent, "berlaku", 40) };
  const file = sent.get("berkas");
  const now = new Date();
  const read = readDecreeForm(typed, dayOf(now));
  const fault: DecreeFault | null = file instanceof File && file.name !== "" ? null : { kind: "noFile" };
  if ("faults" in read || !(file instanceof File) || fault) return refuse(typed, "faults" in read ? read.faults : {}, fault);
  const fileName = tidyText(file.name.toWellFormed()).slice(0, 100) || "daftar";
  try {
    await keepDecree(db, { importId, ...read, fileName, uploadedAt: now, uploadedBy: staff.staffId }, Buffer.from(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof DecreeUnreadable) return refuse(typed, {}, error.fault);
    throw error;
  }
  return redirect(`/wilayah/impor/${importId}`, 303);
}

function refuse(typed: TypedDecree, faults: DecreeFormFaults, fault: DecreeFault | null) {
  return data({ typed, faults, fault }, { status: 400 });
}

export default function ImportRegions() {
  const { formId, imports } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useCopy();
  const { typed, faults, fault } = answer ?? { typed: { decree: "", effectiveOn: "" }, faults: {}, fault: null };
  const fileError = fault ? decreeFaultSentence(fault, { t, locale }) : answer ? t("regions.fileAgain") : undefined;
  return (
    <div className="narrow">
      <p>
        <a className="touch" href="/wilayah/cari">
          {t("regions.searchTitle")}
        </a>
      </p>
      <h1>{t("regions.importTitle")}</h1>
      {answer ? (
        <p className="notice notice-error" role="alert">
          {t("regions.importSummary")}
        </p>
      ) : null}
      <p>{t("regions.importIntro")}</p>
      <form method="post" action="/wilayah/impor" encType="multipart/form-data" className="card">
        <input type="hidden" name="formId" value={formId} />
        <Field id="keputusan" name="keputusan" required label={t("regions.decree")} hint={t("regions.decreeHint")} error={faults.decree ? t("regions.decreeFault") : undefined} defaultValue={typed.decree} autoComplete="off" />
        <Field
          id="berlaku"
          name="berlaku"
          type="date"
          required
          label={t("regions.effectiveOn")}
          hint={t("regions.effectiveHint")}
          error={faults.date ? t(dateKeys[faults.date]) : undefined}
          defaultValue={typed.effectiveOn}
        />
        <Field id="berkas" name="berkas" type="file" required label={t("regions.file")} hint={t("regions.fileHint")} error={fileError} accept={sheetTypes} />
        <button type="submit" className="button-main">{t("regions.upload")}</button>
      </form>
      <h2>{t("regions.columnsTitle")}</h2>
      <ul>
        <li>{t("regions.columnsNeeded")}</li>
        <li>{t("regions.columnsParent")}</li>
        <li>{t("regions.columnsOld")}</li>
        <li>{t("regions.columnsPart")}</li>
      </ul>
      <EarlierImports imports={imports} />
    </div>
  );
}

const dateKeys = { wrong: "regions.dateFault", early: "regions.dateEarly", late: "regions.dateLate" } as const;

function EarlierImports({ imports }: { imports: readonly RegionImport[] }) {
  const { t, locale } = useCopy();
  if (imports.length === 0) return null;
  return (
    <>
      <h2>{t("regions.earlier")}</h2>
      <ul className="plain found-regions">
        {imports.map(({ importId, decree, uploadedAt, uploadedBy, appliedAt }) => (
          <li key={importId}>
            <a href={`/wilayah/impor/${importId}`}>{decree}</a>
            <span className="muted">
              {t("regions.uploadedBy", { name: uploadedBy, date: formatDate(uploadedAt, locale) })}, {appliedAt ? t("regions.stateApplied", { date: formatDate(appliedAt, locale) }) : t("regions.stateOpen")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
