import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";
import type { Holiday } from "./schedule.ts";
import { type ChangeFault, longestReason, type TypedChange } from "./session-form.ts";
import { SessionWarning } from "./session-warning.tsx";

export interface ChangeForm {
  formId: string;
  /** What the form shows of the session, so that a change made meanwhile is noticed. */
  seen: string;
  typed: TypedChange;
}

export type ChangeTask = "pindah" | "batal" | "adakan" | "kosongkan";

export interface ChangeAnswer extends ChangeForm {
  task: ChangeTask;
  faults: readonly ChangeFault[];
  /** What stands in the way of the time that was asked for; null when nothing was found. */
  warning: { holiday: Holiday | null; clashes: readonly string[]; about: string } | null;
}

interface SessionFormsProps {
  cohort: { startsOn: string; endsOn: string };
  isCancelled: boolean;
  path: string;
  form: ChangeForm;
  answer: ChangeAnswer | null;
}

/** Moving and cancelling a session, or restoring one that was cancelled. */
export function SessionForms({ cohort, isCancelled, path, form, answer }: SessionFormsProps) {
  const { t } = useCopy();
  const about = (task: ChangeTask) => ({ task, path, form: answer?.task === task ? answer : form, answer: answer?.task === task ? answer : null });
  if (isCancelled) return <ReasonForm title={t("cohort.restoreTitle")} label={answer?.warning ? t("cohort.restoreAnyway") : t("cohort.restoreSubmit")} {...about("adakan")} />;
  return (
    <>
      <MoveForm cohort={cohort} {...about("pindah")} />
      <ReasonForm title={t("cohort.cancelTitle")} label={t("cohort.cancelSubmit")} {...about("batal")} />
    </>
  );
}

/** Taking back the attendance of a session that was marked by mistake. */
export function ClearForm({ path, form, answer }: Pick<SessionFormsProps, "path" | "form" | "answer">) {
  const { t } = useCopy();
  const mine = answer?.task === "kosongkan" ? answer : null;
  return <ReasonForm title={t("cohort.clearTitle")} intro={t("cohort.clearIntro")} label={t("cohort.clearSubmit")} task="kosongkan" path={path} form={mine ?? form} answer={mine} />;
}

interface OneFormProps {
  task: ChangeTask;
  path: string;
  form: ChangeForm;
  answer: ChangeAnswer | null;
}

function MoveForm({ cohort, task, path, form, answer }: OneFormProps & Pick<SessionFormsProps, "cohort">) {
  const { t, locale } = useCopy();
  const dates = { from: formatDate(cohort.startsOn, locale), to: formatDate(cohort.endsOn, locale) };
  const has = (fault: ChangeFault) => answer?.faults.includes(fault);
  const dayFault = (has("day") && t("cohort.faultDay")) || (has("outside") && t("cohort.faultOutside", dates)) || (has("same") && t("cohort.faultSame")) || undefined;
  const timeFault = (has("time") && t("cohort.faultTime")) || (has("together") && t("cohort.faultTogether")) || (has("midnight") && t("cohort.faultMidnight")) || undefined;
  return (
    <form method="post" action={path} className="card">
      <h2>{t("cohort.moveTitle")}</h2>
      <Hidden task={task} form={form} answer={answer} />
      <p className="muted">{t("cohort.moveDateHint", dates)}</p>
      <div className="pair">
        <Field id="day" name="day" type="date" label={t("cohort.moveDate")} error={dayFault} defaultValue={form.typed.day} />
        <Field id="time" name="time" type="time" label={t("cohort.moveTime")} error={timeFault} defaultValue={form.typed.time} />
      </div>
      <Reason task={task} form={form} answer={answer} />
      <SessionWarning warning={answer?.warning ?? null} />
      <button type="submit">{answer?.warning ? t("cohort.moveAnyway") : t("cohort.moveSubmit")}</button>
    </form>
  );
}

function ReasonForm({ title, intro, label, task, path, form, answer }: OneFormProps & { title: string; intro?: string; label: string }) {
  const { t } = useCopy();
  return (
    <form method="post" action={path} className="card">
      <h2>{title}</h2>
      {intro ? <p>{intro}</p> : null}
      {answer?.faults.includes("together") ? (
        <p className="error" role="alert">
          {t("cohort.restoreTogether")}
        </p>
      ) : null}
      <Hidden task={task} form={form} answer={answer} />
      <Reason task={task} form={form} answer={answer} />
      <SessionWarning warning={answer?.warning ?? null} />
      <button type="submit" className="button-quiet">
        {label}
      </button>
    </form>
  );
}

function Hidden({ task, form, answer }: Omit<OneFormProps, "path">) {
  return (
    <>
      <input type="hidden" name="tugas" value={task} />
      <input type="hidden" name="formId" value={form.formId} />
      <input type="hidden" name="seen" value={form.seen} />
      {answer?.warning ? <input type="hidden" name="confirmed" value={answer.warning.about} /> : null}
    </>
  );
}

function Reason({ task, form, answer }: Omit<OneFormProps, "path">) {
  const { t } = useCopy();
  return (
    <Field
      id={`reason-${task}`}
      name="reason"
      label={t("cohort.moveReason")}
      hint={t("cohort.moveReasonHint")}
      error={answer?.faults.includes("reason") ? t("cohort.faultReason") : undefined}
      defaultValue={answer ? form.typed.reason : ""}
      maxLength={longestReason}
      autoComplete="off"
    />
  );
}
