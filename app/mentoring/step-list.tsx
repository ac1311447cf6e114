import { useCopy } from "#app/i18n/translate.tsx";
import type { ToldStep } from "#app/practice/replay.server.tsx";

/** The steps of a practice in words, numbered. `leftOut` is how many came after them. */
export function StepList({ steps, leftOut }: { steps: readonly ToldStep[]; leftOut: number }) {
  const { t } = useCopy();
  return (
    <>
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={index}>
            <Step step={step} />
          </li>
        ))}
      </ol>
      {leftOut > 0 ? <p className="notice">{t("mentor.stepsLeftOut", { count: leftOut })}</p> : null}
    </>
  );
}

function Step({ step }: { step: ToldStep }) {
  const { t } = useCopy();
  if (step.kind === "unknown") return <span className="muted">{t("mentor.stepUnknown")}</span>;
  return (
    <>
      {step.kind === "typed" ? <Typed {...step} /> : <Pressed {...step} />}
      {step.notice === null ? null : <span className="muted notice-said">{step.notice}</span>}
    </>
  );
}

function Pressed({ words, subject }: Extract<ToldStep, { kind: "pressed" }>) {
  const { t } = useCopy();
  return <>{subject === undefined ? t("mentor.stepPressed", { words }) : t("mentor.stepPressedFor", { words, subject })}</>;
}

function Typed({ field, text, hidden }: Extract<ToldStep, { kind: "typed" }>) {
  const { t } = useCopy();
  if (text === "") return <>{t("mentor.stepEmptied", { field })}</>;
  return <>{hidden ? t("mentor.stepTypedHidden", { field, count: text.length }) : t("mentor.stepTyped", { field, text })}</>;
}
