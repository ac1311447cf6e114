import { readTyped, typedSteps } from "./typed.ts";

/** Steps beyond this many are dropped: far above any exercise, far below what would slow a replay. */
export const maxSteps = 2000;

const longestCode = 24;

/** What the buttons beside the phone do. `finish` hands the steps in. */
export const practiceActions = ["undo", "restart", "hint", "finish"] as const;
export type PracticeAction = (typeof practiceActions)[number];

/** The steps after the posted form: its field `steps`, what was typed, then its `step` or its `do`. Whatever is not a step is dropped. */
export function readSteps(form: FormData): string[] {
  const before = textOf(form, "steps").split(",").filter(isCode).slice(0, maxSteps);
  const typed = typedSteps(form).reduce((steps, step) => nextSteps(steps, step), before);
  return nextSteps(typed, textOf(form, "step"), readAction(form));
}

/** The button beside the phone that sent the form; none when a control of the phone did. */
export function readAction(form: FormData): PracticeAction | undefined {
  return practiceActions.find((action) => action === textOf(form, "do"));
}

/** `steps` as the value of the hidden field: codes with commas between. */
export function writeSteps(steps: readonly string[]): string {
  return steps.join(",");
}

/** The steps after pressing a control (`step`) or a button beside the phone (`action`). */
export function nextSteps(steps: readonly string[], step: string, action?: PracticeAction): string[] {
  if (action === "undo") return steps.slice(0, -1);
  if (action === "restart") return [];
  return action === undefined && isCode(step) && steps.length < maxSteps ? [...steps, step] : [...steps];
}

function isCode(step: string): boolean {
  return step !== "" && !step.includes(",") && (step.length <= longestCode || readTyped(step) !== undefined);
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
