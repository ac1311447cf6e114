import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireProgramLead } from "#app/accounts/access.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { type CenterFault, readCenter } from "#app/programs/plan/center-form.ts";
import { CenterCard, NewCenter } from "#app/programs/plan/center-forms.tsx";
import { addCenter, changeCenter, changeHours, closeCenter, reopenCenter } from "#app/programs/plan/change-centers.server.ts";
import { readHours, typedHours } from "#app/programs/plan/hours-form.ts";
import planUrl from "#app/programs/plan/plan.css?url";
import { mostTyped, readReason } from "#app/programs/plan/plan-form.ts";
import { PlanHeading, Told } from "#app/programs/plan/plan-parts.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { findTarget } from "#db/program-targets.ts";
import { listVillageCenters } from "#db/village-centers.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction = () => [{ title: "Pusat internet · Melek Desa" }];

/** The internet centres of a target village, for who answers for the program. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program, target } = await requireTarget(request, params);
  const centers = await listVillageCenters(db, target.villageCode, dayOf(new Date()));
  return { program: { id: program.id, name: program.name }, target, centers, formId: newId(), told: new URL(request.url).searchParams.has("tersimpan") };
}

async function requireTarget(request: Request, params: LoaderFunctionArgs["params"]) {
  const { staff, program } = await requireProgramLead(request, params["program"]);
  const code = params["village"] ?? "";
  const target = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(code) ? await findTarget(db, program.id, code) : undefined;
  if (!target) throw notFound();
  return { staff, program, target };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, program, target } = await requireTarget(request, params);
  const sent = await request.formData();
  const text = (name: string) => sentText(sent, name, mostTyped);
  const [task, centerId, formId] = [text("task"), text("centerId"), text("formId")];
  if (!isId(centerId) || !isId(formId)) throw notFound();
  const typed = { name: text("name"), address: text("address"), reason: text("reason"), hours: typedHours(text) };
  const refuse = (faults: CenterFault[], status = 400) => data({ task, centerId, formId, typed, faults }, { status });
  const change = { villageCode: target.villageCode, centerId, staffId: staff.staffId, now: new Date() };
  const result = await changed();
  if (typeof result !== "string") return refuse(result.faults);
  if (result === "unknown") throw notFound();
  if (result !== "done") return refuse([result], result === "stale" ? 409 : 400);
  return redirect(`/program/${program.id}/rencana/${target.villageCode}/pusat?tersimpan`, 303);

  async function changed() {
    if (task === "reopen") return reopenCenter(db, change);
    if (task === "close") {
      const reason = readReason(typed.reason);
      return reason ? closeCenter(db, { ...change, formId, reason }) : { faults: ["reason" as const] };
    }
    if (task === "hours") {
      const read = readHours(typed.hours);
      return "hours" in read ? changeHours(db, { ...change, ...read, seen: text("seen") }) : { faults: ["hours" as const] };
    }
    if (task !== "add" && task !== "change") throw notFound();
    const center = readCenter(typed);
    if ("faults" in center) return center;
    return task === "add" ? addCenter(db, { ...change, center }) : changeCenter(db, { ...change, center, seen: text("seen") });
  }
}

export default function Centers() {
  const { program, target, centers, formId, told } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const village = `/program/${program.id}/rencana/${target.villageCode}`;
  const place = { path: `${village}/pusat`, programId: program.id, villageCode: target.villageCode };
  return (
    <>
      <PlanHeading back={village} backTo={t("accounts.backToVillage", { village: target.village })} title={t("accounts.centersTitle", { village: target.village })} />
      {told && !answer ? <Told kind="ok">{t("accounts.saved")}</Told> : null}
      {answer ? <Told kind="error">{answer.faults.includes("stale") ? t("accounts.faultStale") : t("accounts.faultSummary")}</Told> : null}
      {centers.length === 0 ? <p className="notice narrow">{t("accounts.centersNone")}</p> : null}
      <div className="columns">
        {centers.map((center) => (
          <CenterCard key={center.centerId} center={center} place={place} formId={formId} answer={answer} />
        ))}
        <NewCenter path={place.path} formId={formId} answer={answer} />
      </div>
    </>
  );
}
