import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";
import type { ReachedStage } from "#db/program-stages.ts";
import type { Wave } from "#db/program-targets.ts";
import { enteredStages, type EnteredStage, stageOrder, type StageFault, type TargetFault } from "./plan-form.ts";
import { ReasonField, stageDay, stageNames, waveTitle } from "./plan-parts.tsx";
import { mostPeople } from "./target-list.ts";

export interface VillageAnswer {
  task: string;
  formId: string;
  typed: { learners: string; wave: string; reason: string; reachedOn: string; source: string };
  faults: (TargetFault | StageFault)[];
}

interface FormProps {
  path: string;
  formId: string;
  /** What was sent last and refused. */
  answer: VillageAnswer | undefined;
}

/** How many people a village is to reach, and in which wave. */
export function TargetForm({ path, formId, answer, target, seen, waves }: FormProps & { target: { learners: number; wave: number | null } | null; seen: string; waves: readonly Wave[] }) {
  const copy = useCopy();
  const { t } = copy;
  const own = answer?.task === "target" ? answer : undefined;
  const has = (fault: TargetFault) => own?.faults.includes(fault) ?? false;
  const typed = own?.typed ?? { learners: target ? String(target.learners) : "", wave: target?.wave ? String(target.wave) : "", reason: "" };
  return (
    <form method="post" action={path} className="card">
      <h2>{target ? t("plan.changeTitle") : t("plan.addTitle")}</h2>
      <Hidden task="target" formId={formId} seen={seen} />
      {has("nothing") ? <p className="error">{t("plan.faultNothing")}</p> : null}
      {has("retired") || has("unknown") || has("outside") ? <p className="error">{t("plan.faultVillage")}</p> : null}
      <Field
        id="learners"
        name="learners"
        label={t("plan.targetPeople")}
        error={has("learners") ? t("plan.faultLearners", { most: mostPeople }) : undefined}
        defaultValue={typed.learners}
        inputMode="numeric"
        maxLength={7}
        autoComplete="off"
      />
      <div className="field">
        <label htmlFor="wave">{t("plan.wave")}</label>
        <select id="wave" name="wave" defaultValue={typed.wave}>
          <option value="">{t("plan.noWaveYet")}</option>
          {waves.map(({ number, name }) => (
            <option key={number} value={number}>
              {waveTitle({ number, name }, copy)}
            </option>
          ))}
        </select>
        {has("wave") ? <p className="error">{t("plan.faultWave")}</p> : null}
      </div>
      <ReasonField id="reason-target" typed={typed.reason} isWrong={has("reason")} />
      <button type="submit">{target ? t("plan.change") : t("plan.add")}</button>
    </form>
  );
}

/** Takes a village off the list. */
export function RemoveForm({ path, formId, answer, seen }: FormProps & { seen: string }) {
  const { t } = useCopy();
  const own = answer?.task === "remove" ? answer : undefined;
  return (
    <details className="card" open={own !== undefined}>
      <summary>{t("plan.removeTitle")}</summary>
      <form method="post" action={path}>
        <Hidden task="remove" formId={formId} seen={seen} />
        <p>{t("plan.removeText")}</p>
        <ReasonField id="reason-remove" typed={own?.typed.reason ?? ""} isWrong={own?.faults.includes("reason") ?? false} />
        <button type="submit" className="button-quiet">
          {t("plan.remove")}
        </button>
      </form>
    </details>
  );
}

/** The four stages: two are entered, with how one knows; two follow from cohorts and their people. */
export function StageForms({ path, formId, answer, stages, today, mayWrite }: FormProps & { stages: readonly ReachedStage[]; today: string; mayWrite: boolean }) {
  const { t, locale } = useCopy();
  return (
    <section className="card">
      <h2>{t("plan.stagesTitle")}</h2>
      {stageOrder.map((stage) => {
        const reached = stages.find((one) => one.stage === stage);
        const entered = enteredStages.find((one) => one === stage);
        const day = reached && stageDay(reached, locale);
        const isPassed = stages.some((one) => stageOrder.indexOf(one.stage) > stageOrder.indexOf(stage) && one.reachedOn <= today);
        return (
          <div key={stage}>
            <p>
              <strong>{t(stageNames[stage])}</strong>
              <br />
              {!day ? (isPassed ? t("plan.stagePassed") : t("plan.stageNotYet")) : reached.reachedOn > today ? t("plan.stageToCome", { date: day }) : t("plan.stageSince", { date: day })}{" "}
              <span className="muted">{reached?.source ? t("plan.stageSource", { source: reached.source }) : entered ? null : t("plan.stageFollows")}</span>
            </p>
            {entered && mayWrite ? <StageForm path={path} formId={formId} answer={answer} stage={entered} reached={reached} today={today} /> : null}
          </div>
        );
      })}
    </section>
  );
}

function StageForm({ path, formId, answer, stage, reached, today }: FormProps & { stage: EnteredStage; reached: ReachedStage | undefined; today: string }) {
  const { t } = useCopy();
  const own = answer?.task === `stage-${stage}` ? answer : undefined;
  const withdrawn = answer?.task === `withdraw-${stage}` ? answer : undefined;
  const has = (fault: StageFault) => own?.faults.includes(fault) ?? false;
  const typed = own?.typed ?? { reachedOn: reached?.reachedOn ?? "", source: reached?.source ?? "", reason: "" };
  const dayFault = has("order") ? t("plan.faultOrder") : has("future") ? t("plan.faultFuture") : has("reachedOn") ? t("plan.faultDay") : undefined;
  return (
    <>
      <details open={own !== undefined}>
        <summary>{reached ? t("plan.stageChange", { stage: t(stageNames[stage]) }) : t("plan.stageEnter", { stage: t(stageNames[stage]) })}</summary>
        <form method="post" action={path}>
          <Hidden task={`stage-${stage}`} formId={formId} seen={reached?.stageId ?? ""} />
          <Field id={`${stage}-day`} name="reachedOn" type="date" max={today} label={t("plan.stageDay")} error={dayFault} defaultValue={typed.reachedOn} />
          <Field id={`${stage}-source`} name="source" label={t("plan.source")} hint={t("plan.sourceHint")} error={has("source") ? t("plan.faultSource") : undefined} defaultValue={typed.source} maxLength={200} autoComplete="off" />
          {reached ? <ReasonField id={`${stage}-reason`} typed={typed.reason} isWrong={has("reason")} /> : null}
          <button type="submit">{t("plan.stageSave")}</button>
        </form>
      </details>
      {reached ? (
        <details open={withdrawn !== undefined}>
          <summary>{t("plan.stageWithdrawTitle", { stage: t(stageNames[stage]) })}</summary>
          <form method="post" action={path}>
            <Hidden task={`withdraw-${stage}`} formId={formId} seen={reached.stageId} />
            {withdrawn?.faults.includes("later") ? <p className="error">{t("plan.faultLater")}</p> : null}
            <ReasonField id={`${stage}-withdraw-reason`} typed={withdrawn?.typed.reason ?? ""} isWrong={withdrawn?.faults.includes("reason") ?? false} />
            <button type="submit" className="button-quiet">
              {t("plan.stageWithdraw")}
            </button>
          </form>
        </details>
      ) : null}
    </>
  );
}

function Hidden({ task, formId, seen }: { task: string; formId: string; seen: string }) {
  return (
    <>
      <input type="hidden" name="task" value={task} />
      <input type="hidden" name="formId" value={formId} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
}
