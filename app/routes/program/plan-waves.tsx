import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireProgramLead } from "#app/accounts/access.server.ts";
import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { removeWave, setWave } from "#app/programs/plan/change-plan.server.ts";
import { History } from "#app/programs/plan/history.tsx";
import planUrl from "#app/programs/plan/plan.css?url";
import { longestName, mostTyped, readReason, readWaveForm, type TypedWave, type WaveFault, waveStamp } from "#app/programs/plan/plan-form.ts";
import { PlanHeading, ReasonField, Told, waveTitle } from "#app/programs/plan/plan-parts.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { listProgramChanges } from "#db/program-changes.ts";
import { listWaves, type Wave } from "#db/program-targets.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction = () => [{ title: "Gelombang · Melek Desa" }];

/** The waves in which a program's villages begin, for who leads it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program } = await requireProgramLead(request, params["program"]);
  const changes = await listProgramChanges(db, program.id, null);
  return {
    program: { id: program.id, name: program.name },
    waves: await listWaves(db, program.id),
    changes: changes.filter(({ kind }) => kind.startsWith("wave.")),
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
  const typed: TypedWave = { number: text("number"), name: text("name"), startsOn: text("startsOn"), endsOn: text("endsOn"), reason: text("reason") };
  const refuse = (faults: WaveFault[], status = 400) => data({ formId, seen, typed, faults }, { status });
  if (text("task") === "remove") {
    const [reason, number] = [readReason(typed.reason), Number(typed.number)];
    if (!reason) return refuse(["reason"]);
    const removed = await removeWave(db, { formId, program, number, reason, seen, staffId: staff.staffId, now: new Date() });
    return removed === "done" ? redirect(`/program/${program.id}/rencana/gelombang?tersimpan`, 303) : refuse(["stale"], 409);
  }
  const read = readWaveForm(typed, program);
  if ("faults" in read) return refuse(read.faults);
  const result = await setWave(db, { formId, program, ...read, seen, staffId: staff.staffId, now: new Date() });
  if (result === "done") return redirect(`/program/${program.id}/rencana/gelombang?tersimpan`, 303);
  return refuse([result === "stale" && seen === "" ? "taken" : result], result === "nothing" ? 400 : 409);
}

export default function PlanWaves() {
  const { program, waves, changes, formId, told } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const copy = useCopy();
  const { t, locale } = copy;
  const path = `/program/${program.id}/rencana/gelombang`;
  const next = Math.max(0, ...waves.map(({ number }) => number)) + 1;
  const isNew = answer?.seen === "";
  return (
    <>
      <PlanHeading back={`/program/${program.id}/rencana`} backTo={t("plan.backToPlan", { program: program.name })} title={t("plan.wavesTitle")} />
      {told && !answer ? <Told kind="ok">{t("plan.saved")}</Told> : null}
      {answer ? <Told kind="error">{answer.faults.includes("stale") ? t("plan.faultStale") : t("plan.faultSummary")}</Told> : null}
      <p className="narrow">{t("plan.wavesIntro")}</p>
      <div className="columns">
        {waves.map((wave) => {
          const own = answer && !isNew && answer.typed.number === String(wave.number) ? answer : undefined;
          return (
            <article key={wave.number} className="card">
              <h2>{waveTitle(wave, copy)}</h2>
              <p>
                {wave.startsOn && wave.endsOn ? t("plan.waveDates", { from: formatDate(wave.startsOn, locale), to: formatDate(wave.endsOn, locale) }) : t("plan.waveNoDates")}{" "}
                {t("plan.waveVillages", { count: wave.villages })}
              </p>
              <details open={own !== undefined}>
                <summary>{t("plan.waveChange", { number: wave.number })}</summary>
                <WaveForm path={path} formId={formId} wave={wave} answer={own} />
              </details>
            </article>
          );
        })}
        <article className="card">
          <h2>{t("plan.waveAddTitle")}</h2>
          <WaveForm path={path} formId={formId} wave={undefined} next={next} answer={isNew ? answer : undefined} />
        </article>
      </div>
      <h2 className="next-part">{t("plan.historyTitle")}</h2>
      <History changes={changes} />
    </>
  );
}

interface WaveFormProps {
  path: string;
  formId: string;
  wave: (Wave & { villages: number }) | undefined;
  next?: number;
  answer: { formId: string; seen: string; typed: TypedWave; faults: WaveFault[] } | undefined;
}

function WaveForm({ path, formId, wave, next, answer }: WaveFormProps) {
  const { t } = useCopy();
  const id = wave ? `wave-${wave.number}` : "wave-new";
  const has = (fault: WaveFault) => answer?.faults.includes(fault) ?? false;
  const typed = answer?.typed ?? { number: String(wave?.number ?? next), name: wave?.name ?? "", startsOn: wave?.startsOn ?? "", endsOn: wave?.endsOn ?? "", reason: "" };
  const numberFault = has("taken") ? t("plan.faultWaveTaken") : has("number") ? t("plan.faultWaveNumber") : undefined;
  const endFault = has("upsideDown") ? t("plan.faultUpsideDown") : has("endsOn") ? t("plan.faultDay") : undefined;
  return (
    <form method="post" action={path}>
      <input type="hidden" name="formId" value={answer?.formId ?? formId} />
      <input type="hidden" name="seen" value={answer && !has("stale") ? answer.seen : waveStamp(wave)} />
      {has("nothing") ? <p className="error">{t("plan.faultNothing")}</p> : null}
      {wave ? (
        <input type="hidden" name="number" value={wave.number} />
      ) : (
        <Field id={`${id}-number`} name="number" label={t("plan.waveNumber")} error={numberFault} defaultValue={typed.number} inputMode="numeric" maxLength={2} autoComplete="off" />
      )}
      <Field id={`${id}-name`} name="name" label={t("plan.waveName")} error={has("name") ? t("plan.faultName", { most: longestName }) : undefined} defaultValue={typed.name} maxLength={longestName} autoComplete="off" />
      <div className="pair">
        <Field id={`${id}-starts`} name="startsOn" type="date" label={t("plan.startsOn")} error={has("startsOn") ? t("plan.faultDay") : has("outsideProgram") ? t("plan.faultOutsideProgram") : undefined} defaultValue={typed.startsOn} />
        <Field id={`${id}-ends`} name="endsOn" type="date" label={t("plan.endsOn")} error={endFault} defaultValue={typed.endsOn} />
      </div>
      <ReasonField id={`${id}-reason`} typed={typed.reason} isWrong={has("reason")} />
      <div className="row">
        <button type="submit">{wave ? t("plan.change") : t("plan.waveAdd")}</button>
        {wave?.villages === 0 ? (
          <button type="submit" className="button-quiet" name="task" value="remove">
            {t("plan.waveRemove")}
          </button>
        ) : null}
      </div>
    </form>
  );
}
