import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireProgramLead } from "#app/accounts/access.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { zoneOf } from "#app/mentoring/village-clock.ts";
import { changeProgram } from "#app/programs/plan/change-program.server.ts";
import { History } from "#app/programs/plan/history.tsx";
import planUrl from "#app/programs/plan/plan.css?url";
import { mostTyped } from "#app/programs/plan/plan-form.ts";
import { PlanHeading, ReasonField, Told } from "#app/programs/plan/plan-parts.tsx";
import { ProgramFields } from "#app/programs/plan/program-fields.tsx";
import { type ProgramFault, programStamp, readProgram, typedProgram, type TypedProgram } from "#app/programs/plan/program-form.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { listProgramChanges } from "#db/program-changes.ts";
import { getProgramDetails, listCurricula } from "#db/program-details.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction = () => [{ title: "Ubah program · Melek Desa" }];

/** What a program is: its owner, partners, dates, curricula and fields, for who leads it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program } = await requireProgramLead(request, params["program"]);
  const details = await getProgramDetails(db, program.id);
  const changes = await listProgramChanges(db, program.id, null);
  return {
    program: { id: program.id, name: program.name, regionName: program.regionName },
    zone: zoneOf(program.regionCode),
    curricula: await listCurricula(db),
    typed: typedProgram(details, zoneOf(program.regionCode)),
    seen: programStamp(details),
    changes: changes.filter(({ kind }) => kind.startsWith("program.")),
    formId: newId(),
    told: new URL(request.url).searchParams.has("tersimpan"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, program } = await requireProgramLead(request, params["program"]);
  const sent = await request.formData();
  const text = (name: string) => sentText(sent, name, mostTyped);
  const [formId, seen] = [text("formId"), text("seen")];
  if (!isId(formId)) throw notFound();
  const typed = typedIn(sent);
  const refuse = (faults: ProgramFault[], status = 400) => data({ formId, seen, typed, faults }, { status });
  const curricula = (await listCurricula(db)).map(({ id }) => id);
  const read = readProgram(typed, { curricula, zone: zoneOf(program.regionCode) });
  if ("faults" in read) return refuse(read.faults);
  const result = await changeProgram(db, { formId, programId: program.id, ...read, seen, staffId: staff.staffId, now: new Date() });
  return result === "done" ? redirect(`/program/${program.id}/ubah?tersimpan`, 303) : refuse([result], result === "stale" ? 409 : 400);
}

function typedIn(sent: FormData): TypedProgram {
  const text = (name: string) => sentText(sent, name, mostTyped);
  const all = (name: string) => sent.getAll(name).flatMap((value) => (typeof value === "string" ? [value.slice(0, mostTyped)] : [])).slice(0, 20);
  const gives = all("partnerGives");
  return {
    name: text("name"),
    ownerName: text("ownerName"),
    startsOn: text("startsOn"),
    endsOn: text("endsOn"),
    partners: all("partnerName").map((name, index) => ({ name, gives: gives[index] ?? "" })),
    curriculumIds: all("curriculum"),
    fields: text("fields"),
    affiliations: text("affiliations"),
    eventName: text("eventName"),
    eventPeople: text("eventPeople"),
    eventSessions: text("eventSessions"),
    reason: text("reason"),
  };
}

export default function EditProgram() {
  const { program, zone, curricula, typed, seen, changes, formId, told } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const shown = answer?.typed ?? typed;
  const faults = answer?.faults ?? [];
  return (
    <>
      <PlanHeading back={`/program/${program.id}/rencana`} backTo={t("plan.backToPlan", { program: program.name })} title={t("plan.editTitle")} />
      {told && !answer ? <Told kind="ok">{t("plan.saved")}</Told> : null}
      {answer ? <Told kind="error">{faults.includes("stale") ? t("plan.faultStale") : faults.includes("nothing") ? t("plan.faultNothing") : t("plan.faultSummary")}</Told> : null}
      <form method="post" action={`/program/${program.id}/ubah`} className="card narrow">
        <input type="hidden" name="formId" value={answer?.formId ?? formId} />
        <input type="hidden" name="seen" value={faults.includes("stale") ? seen : (answer?.seen ?? seen)} />
        <ProgramFields typed={shown} faults={faults} curricula={curricula} zone={zone} />
        <ReasonField id="reason" typed={shown.reason} isWrong={faults.includes("reason")} />
        <button type="submit" className="button-main">
          {t("plan.save")}
        </button>
      </form>
      <h2 className="next-part">{t("plan.historyTitle")}</h2>
      <History changes={changes} curricula={curricula} />
    </>
  );
}
