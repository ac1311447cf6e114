import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireProgramLead, requireProgramReader } from "#app/accounts/access.server.ts";
import { isWithin } from "#app/accounts/role.ts";
import { dayOf, formatDate, formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { removeTarget, setStage, setTarget } from "#app/programs/plan/change-plan.server.ts";
import { nameOf } from "#app/programs/area-words.ts";
import { CenterList } from "#app/programs/plan/center-list.tsx";
import { CohortList } from "#app/programs/plan/cohort-list.tsx";
import { History } from "#app/programs/plan/history.tsx";
import { findStalled } from "#app/programs/pictures/read-stalled.server.ts";
import planUrl from "#app/programs/plan/plan.css?url";
import { isEnteredStage, mostTyped, readReason, readStage, readTarget, stampOf, type StageFault, type TargetFault } from "#app/programs/plan/plan-form.ts";
import { PlanHeading, Told, waveTitle } from "#app/programs/plan/plan-parts.tsx";
import { readVillageCode } from "#app/programs/plan/target-list.ts";
import { RemoveForm, StageForms, TargetForm } from "#app/programs/plan/village-forms.tsx";
import { StalledSentence } from "#app/programs/plan/village-note.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { listProgramChanges } from "#db/program-changes.ts";
import { listStages } from "#db/program-stages.ts";
import { findTarget, listKnownVillages, listWaves } from "#db/program-targets.ts";
import type { Program } from "#db/programs.ts";
import { currentCodesOf } from "#db/region-history.ts";
import { findVillagePlace } from "#db/regions.ts";
import { listVillageCenters } from "#db/village-centers.ts";
import { listVillageCohorts } from "#db/village-cohorts.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.place.village}, rencana · Melek Desa` : "Melek Desa" }];

/** One village of a program: its target, wave and stages, and how they came about. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program, mayWrite } = await requireProgramReader(request, params["program"]);
  const { villageCode, place, target } = await requireVillage(program, params["village"]);
  const today = dayOf(new Date());
  const cohorts = await listVillageCohorts(db, program.id, villageCode);
  const known = (await listKnownVillages(db, [villageCode])).get(villageCode);
  return {
    program: { id: program.id, name: program.name },
    mayWrite,
    place,
    target: target ?? null,
    isRetired: known?.isRetired ?? false,
    successors: known?.isRetired ? await currentCodesOf(db, [villageCode]) : [],
    seen: stampOf(target),
    stages: await listStages(db, program.id, villageCode),
    waves: await listWaves(db, program.id),
    centers: target ? await listVillageCenters(db, villageCode, today) : [],
    cohorts: mayWrite ? cohorts : cohorts.map((cohort) => ({ ...cohort, mentors: [] })),
    changes: await listProgramChanges(db, program.id, villageCode),
    formId: newId(),
    stalled: (await findStalled(db, { programId: program.id, villageCode, curriculumId: "", today })) ?? null,
    today,
    told: new URL(request.url).searchParams.has("tersimpan"),
  };
}

/** A village that the program has, or that lies in its region. */
async function requireVillage(program: Program, text: string | undefined) {
  const villageCode = readVillageCode(text ?? "");
  const place = villageCode === text && villageCode ? await findVillagePlace(db, villageCode) : undefined;
  if (!villageCode || !place) throw notFound();
  const target = await findTarget(db, program.id, villageCode);
  if (!target && !isWithin(villageCode, program.regionCode)) throw notFound();
  return { villageCode, place, target };
}

const results = { stale: "stale", nothing: "nothing", unknown: "unknown", retired: "retired", outside: "outside", order: "stale", later: "stale" } as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, program } = await requireProgramLead(request, params["program"]);
  const { villageCode } = await requireVillage(program, params["village"]);
  const sent = await request.formData();
  const text = (name: string) => sentText(sent, name, mostTyped);
  const [task, formId, now] = [text("task"), text("formId"), new Date()];
  if (!isId(formId)) throw notFound();
  const common = { formId, program, villageCode, seen: text("seen"), staffId: staff.staffId, now };
  const path = `/program/${program.id}/rencana`;
  const typed = { learners: text("learners"), wave: text("wave"), reason: text("reason"), reachedOn: text("reachedOn"), source: text("source") };
  const refuse = (faults: (TargetFault | StageFault)[], status = 400) => data({ task, formId, typed, faults }, { status });

  if (task === "target") {
    const read = readTarget(typed, (await listWaves(db, program.id)).map(({ number }) => number));
    if ("faults" in read) return refuse(read.faults);
    const result = await setTarget(db, { ...common, ...read });
    return result === "done" ? redirect(`${path}/${villageCode}?tersimpan`, 303) : refuse([results[result]], result === "stale" ? 409 : 400);
  }
  if (task === "remove") {
    const reason = readReason(typed.reason);
    if (!reason) return refuse(["reason"]);
    const result = await removeTarget(db, { ...common, reason });
    return result === "done" ? redirect(`${path}?keluar=${villageCode}`, 303) : refuse(["stale"], 409);
  }
  const [, kind, stage = ""] = /^(stage|withdraw)-(.*)$/.exec(task) ?? [];
  if (!kind || !isEnteredStage(stage)) throw notFound();
  if (kind === "withdraw") {
    const reason = readReason(typed.reason);
    if (!reason) return refuse(["reason"]);
    const result = await setStage(db, { ...common, stage, reason, values: null });
    if (result === "later") return refuse(["later"]);
    return result === "done" ? redirect(`${path}/${villageCode}?tersimpan`, 303) : refuse(["stale"], 409);
  }
  const read = readStage(typed, { today: dayOf(now), isChange: common.seen !== "" });
  if ("faults" in read) return refuse(read.faults);
  const { reason, ...values } = read;
  const result = await setStage(db, { ...common, stage, reason, values });
  if (result === "done" || result === "nothing") return redirect(`${path}/${villageCode}?tersimpan`, 303);
  return result === "order" ? refuse(["order"]) : refuse(["stale"], 409);
}

export default function PlanVillage() {
  const { program, mayWrite, place, target, isRetired, successors, seen, stages, waves, centers, cohorts, changes, formId, stalled, today, told } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const copy = useCopy();
  const { t, locale } = copy;
  const path = `/program/${program.id}/rencana/${place.villageCode}`;
  const wave = waves.find(({ number }) => number === target?.wave);
  const forms = { path, formId: answer?.formId ?? formId, answer };
  return (
    <>
      <PlanHeading back={`/program/${program.id}/rencana`} backTo={t("plan.backToPlan", { program: program.name })} title={t("plan.villageTitle", { village: nameOf({ kind: "village", name: place.village, code: place.villageCode }, copy) })} />
      <p className="muted">{t("plan.placeOf", { district: place.district, regency: place.regency, code: place.villageCode })}</p>
      {told && !answer ? <Told kind="ok">{t("plan.saved")}</Told> : null}
      {answer ? <Told kind="error">{answer.faults.includes("stale") ? t("plan.faultStale") : answer.task.startsWith("withdraw-") ? t("plan.faultWithdrawn") : t("plan.faultSummary")}</Told> : null}
      {isRetired ? (
        <div className="notice notice-warn narrow">
          <p>{target ? t("plan.retiredTarget") : t("plan.retiredNote")}</p>
          {successors.map(({ code, name }) => (
            <p key={code}>
              <a className="touch" href={`/program/${program.id}/rencana/${code}`}>
                {t("plan.otherCode", { village: nameOf({ kind: "village", name, code }, copy), code })}
              </a>
            </p>
          ))}
        </div>
      ) : null}
      {stalled ? (
        <div className="notice notice-warn narrow">
          <StalledSentence stalled={stalled} today={today} />
        </div>
      ) : null}
      {target ? (
        <p className="headline">
          {t("plan.targetSentence", { people: formatNumber(target.learners, locale) })} {wave ? `${waveTitle(wave, copy)}.` : t("plan.noWaveSentence")}{" "}
          {wave?.startsOn && wave.endsOn ? t("plan.waveDates", { from: formatDate(wave.startsOn, locale), to: formatDate(wave.endsOn, locale) }) : null}
        </p>
      ) : (
        <p className="headline">{t("plan.notTarget")}</p>
      )}
      <div className="columns">
        {mayWrite && (target || !isRetired) ? <TargetForm {...forms} target={target} seen={seen} waves={waves} /> : null}
        <StageForms {...forms} stages={stages} today={today} mayWrite={mayWrite && target !== null} />
        {target ? <CenterList centers={centers} villageCode={target.villageCode} path={path} mayWrite={mayWrite} /> : null}
        {target || cohorts.length > 0 ? <CohortList cohorts={cohorts} mayWrite={mayWrite} /> : null}
        {mayWrite && target ? <RemoveForm {...forms} seen={seen} /> : null}
      </div>
      <h2 className="next-part">{t("plan.historyTitle")}</h2>
      <History changes={changes} />
    </>
  );
}
