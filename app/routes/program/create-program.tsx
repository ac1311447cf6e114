import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireAdmin } from "#app/accounts/access.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { tidyText } from "#app/mentoring/registration.ts";
import { createProgram } from "#app/programs/plan/change-program.server.ts";
import { CurriculaField } from "#app/programs/plan/curricula-field.tsx";
import { type NewProgramFault, readNewProgram, type TypedNewProgram } from "#app/programs/plan/new-program-form.ts";
import planUrl from "#app/programs/plan/plan.css?url";
import { mostTyped } from "#app/programs/plan/plan-form.ts";
import { PlanHeading, Told } from "#app/programs/plan/plan-parts.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { findProgramNumberedAlike, listCurricula } from "#db/program-details.ts";
import { listRegionsNamed, type NamedRegion } from "#db/region-names.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction = () => [{ title: "Program baru · Melek Desa" }];

/** A new program, for admins; its targets, partners and people come after. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdmin(request);
  return { formId: newId(), curricula: await listCurricula(db) };
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireAdmin(request);
  const sent = await request.formData();
  const text = (name: string) => sentText(sent, name, mostTyped);
  const formId = text("formId");
  if (!isId(formId)) throw notFound();
  const typed: TypedNewProgram = {
    name: text("name"),
    ownerName: text("ownerName"),
    region: text("region"),
    startsOn: text("startsOn"),
    endsOn: text("endsOn"),
    certificatePrefix: text("certificatePrefix"),
    signatoryName: text("signatoryName"),
    signatoryTitle: text("signatoryTitle"),
    curriculumIds: sent.getAll("curriculum").map(String).slice(0, 10),
  };
  const refuse = (faults: NewProgramFault[], { regions = [], takenBy = "" }: { regions?: NamedRegion[]; takenBy?: string }) => data({ formId, typed, faults, regions, takenBy }, { status: 400 });
  const published = (await listCurricula(db)).map(({ id }) => id);
  const read = readNewProgram(typed, published);
  const regions = tidyText(typed.region).length <= 80 ? await listRegionsNamed(db, tidyText(typed.region)) : [];
  const [region] = regions;
  const ofRegion: NewProgramFault[] = regions.length > 1 ? ["regionSeveral"] : region ? [] : ["region"];
  if ("faults" in read || !region || ofRegion.length > 0) return refuse([...("faults" in read ? read.faults : []), ...ofRegion], { regions });
  const program = { id: formId, regionCode: region.code, ...read.program };
  const takenBy = await findProgramNumberedAlike(db, program);
  if (takenBy) return refuse(["prefixTaken"], { takenBy });
  const curriculumIds = published.filter((id) => typed.curriculumIds.includes(id));
  await createProgram(db, { program, curriculumIds, staffId: staff.staffId, now: new Date() });
  return redirect(`/program/${formId}/rencana`, 303);
}

const nothingTyped: TypedNewProgram = { name: "", ownerName: "", region: "", startsOn: "", endsOn: "", certificatePrefix: "LD-T1", signatoryName: "", signatoryTitle: "", curriculumIds: [] };

export default function CreateProgram() {
  const { formId, curricula } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const typed = answer?.typed ?? { ...nothingTyped, curriculumIds: curricula.length === 1 ? curricula.map(({ id }) => id) : [] };
  const has = (fault: NewProgramFault) => answer?.faults.includes(fault) ?? false;
  const several = t("roles.faultRegionSeveral", { regions: (answer?.regions ?? []).map(({ code, name, parentName }) => `${name}${parentName ? `, ${parentName}` : ""} (${code})`).join("; ") });
  const endFault = has("upsideDown") ? t("plan.faultUpsideDown") : has("endsOn") ? t("plan.faultDay") : undefined;
  const named = (name: "name" | "ownerName" | "signatoryName" | "signatoryTitle", label: string) => (
    <Field id={name} name={name} label={label} error={has(name) ? t("plan.faultName", { most: 120 }) : undefined} defaultValue={typed[name]} maxLength={120} autoComplete="off" />
  );
  return (
    <>
      <PlanHeading back="/program" backTo={t("plan.backToPrograms")} title={t("plan.newTitle")} />
      {answer ? <Told kind="error">{t("plan.faultSummary")}</Told> : null}
      <form method="post" action="/program/baru" className="card narrow">
        <input type="hidden" name="formId" value={answer?.formId ?? formId} />
        {named("name", t("plan.programName"))}
        {named("ownerName", t("plan.owner"))}
        <Field id="region" name="region" label={t("roles.region")} hint={t("roles.regionHint")} error={has("regionSeveral") ? several : has("region") ? t("roles.faultRegion") : undefined} defaultValue={typed.region} maxLength={80} autoComplete="off" />
        <div className="pair">
          <Field id="startsOn" name="startsOn" type="date" label={t("plan.startsOn")} error={has("startsOn") ? t("plan.faultDay") : undefined} defaultValue={typed.startsOn} />
          <Field id="endsOn" name="endsOn" type="date" label={t("plan.endsOn")} hint={t("plan.endsOnHint")} error={endFault} defaultValue={typed.endsOn} />
        </div>
        <CurriculaField curricula={curricula} chosen={typed.curriculumIds} isWrong={has("curricula")} />
        <h2>{t("plan.certificateTitle")}</h2>
        <Field
          id="certificatePrefix"
          name="certificatePrefix"
          label={t("plan.prefix")}
          hint={t("plan.prefixHint")}
          error={has("certificatePrefix") ? t("plan.faultPrefix") : has("prefixTaken") ? t("plan.faultPrefixTaken", { program: answer?.takenBy ?? "" }) : undefined}
          defaultValue={typed.certificatePrefix}
          maxLength={12}
          autoComplete="off"
        />
        {named("signatoryName", t("plan.signatoryName"))}
        {named("signatoryTitle", t("plan.signatoryTitle"))}
        <button type="submit" className="button-main">
          {t("plan.create")}
        </button>
      </form>
    </>
  );
}
