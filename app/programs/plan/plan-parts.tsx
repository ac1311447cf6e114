import type { ReactNode } from "react";
import { formatDate, formatMonth, type Locale } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import type { VillageStage } from "#db/programs-schema.ts";
import { longestReason, stageOrder } from "./plan-form.ts";

/** The way back, and what the page is about. */
export function PlanHeading({ back, backTo, title }: { back: string; backTo: string; title: string }) {
  return (
    <>
      <p className="no-print">
        <a className="touch" href={back}>
          {backTo}
        </a>
      </p>
      <h1>{title}</h1>
    </>
  );
}

/** A wave's number and name; the number once, where the name begins with it. */
export function waveTitle({ number, name }: { number: number; name: string }, { t }: Pick<Copy, "t">): string {
  return /^gelombang\b/i.test(name) ? name : t("plan.waveChoice", { number, name });
}

/** Why something is changed: asked for whenever something is. */
export function ReasonField({ id, typed, isWrong, hint }: { id: string; typed: string; isWrong: boolean; hint?: string }) {
  const { t } = useCopy();
  return (
    <div className="field">
      <label htmlFor={id}>{t("plan.reason")}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint ?? t("plan.reasonHint")}
      </p>
      <textarea id={id} name="reason" rows={2} maxLength={longestReason} defaultValue={typed} aria-describedby={isWrong ? `${id}-error ${id}-hint` : `${id}-hint`} aria-invalid={isWrong ? true : undefined} />
      {isWrong ? (
        <p className="error" id={`${id}-error`}>
          {t("plan.faultReason", { most: longestReason })}
        </p>
      ) : null}
    </div>
  );
}

/** Says that something was done, or that it was not. */
export function Told({ kind, children }: { kind: "ok" | "error"; children: ReactNode }) {
  return (
    <p className={kind === "ok" ? "notice notice-ok narrow" : "notice notice-error narrow"} role={kind === "ok" ? "status" : "alert"}>
      {children}
    </p>
  );
}

export const stageNames = { internet: "plan.stageInternet", center: "plan.stageCenter", cohort: "plan.stageCohort", graduates: "plan.stageGraduates" } as const satisfies Record<VillageStage, string>;

/** When a stage was reached: the day, but of the first graduates the month alone, as that day is one person's. */
export function stageDay({ stage, reachedOn }: { stage: VillageStage; reachedOn: string }, locale: Locale): string {
  return stage === "graduates" ? formatMonth(reachedOn.slice(0, 7), locale) : formatDate(reachedOn, locale);
}

/** The farthest stage that a village has reached, with when. */
export function FarthestStage({ stages, today }: { stages: readonly { stage: VillageStage; reachedOn: string }[]; today: string }) {
  const { t, locale } = useCopy();
  const reached = stages.filter(({ reachedOn }) => reachedOn <= today);
  const farthest = stageOrder.findLast((stage) => reached.some((one) => one.stage === stage));
  const last = reached.find(({ stage }) => stage === farthest);
  if (!last) return t("plan.stageNone");
  return (
    <span>
      {t(stageNames[last.stage])} <span className="muted">({stageDay(last, locale)})</span>
    </span>
  );
}
