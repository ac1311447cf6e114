import { renderToStaticMarkup } from "react-dom/server";
import type { Practice } from "./parse-practice.ts";
import { loadSimulator } from "./registry.ts";
import type { SimulatorEntry } from "./simulator-entry.ts";
import { wordsOfControl, wordsOfField } from "./spoken-words.ts";
import { readTyped } from "./typed.ts";
import { type ControlProps, say, type Translate } from "./view-props.ts";

/** A step in words. `notice` is what the page said after it; null when it said the same as before. */
export type ToldStep =
  /** A button was pressed that says `words`; `subject` is what it was pressed for, where that is not said on it. */
  | { kind: "pressed"; words: string; subject?: string; notice: string | null }
  /** `text` was typed into the field called `field`; of a `hidden` one only its length is known. */
  | { kind: "typed"; field: string; text: string; hidden: boolean; notice: string | null }
  /** The exercise knows no such step where it was taken. */
  | { kind: "unknown" };

export interface Told {
  steps: ToldStep[];
  /** How many steps came after those told. */
  leftOut: number;
  /** Whether any step, told or left out, is unknown: the exercise was changed since, or a page was out of date. */
  hasUnknown: boolean;
  /** Whether every task of the exercise, as it is now, is done in the end. */
  isFinished: boolean;
}

/**
 * Tells the first `most` steps of an exercise as the person met them. Each is looked up on the screen before it,
 * drawn as the learner's page draws it, so that no simulator has to tell its steps. `t` translates keys that begin
 * with `practice.`.
 */
export async function tellSteps({ simulator, config }: Practice, steps: readonly string[], t: Translate, most: number): Promise<Told> {
  const entry = await loadSimulator(simulator);
  const { rules } = entry;
  const own: Translate = (key, values) => t(`practice.${simulator}.${key}`, values);
  const noticeOf = (at: unknown) => say(own, rules.notice(at, config));
  const told: ToldStep[] = [];
  let state = rules.start(config);
  let hasUnknown = false;
  for (const [index, step] of steps.entries()) {
    const after = rules.take(state, step, config);
    hasUnknown ||= after === state;
    if (index < most) {
      const notice = noticeOf(after) === noticeOf(state) ? null : noticeOf(after);
      told.push(after === state ? { kind: "unknown" } : tell(step, draw(entry, state, config, own), notice, rules.subject?.(state, config)));
    }
    state = after;
  }
  const isFinished = rules.tasks(state, config).every((task) => task.done);
  return { steps: told, leftOut: steps.length - told.length, hasUnknown, isFinished };
}

function tell(step: string, screen: string, notice: string | null, subject: string | undefined): ToldStep {
  const typed = readTyped(step);
  if (typed) {
    const { label, hidden } = wordsOfField(screen, typed.field);
    return { kind: "typed", field: label, text: typed.text, hidden, notice };
  }
  const words = wordsOfControl(screen, step);
  return words ? { kind: "pressed", words, ...(subject === undefined ? {} : { subject }), notice } : { kind: "unknown" };
}

function draw({ view: View }: SimulatorEntry, state: unknown, config: unknown, t: Translate): string {
  const control = (step: string): ControlProps => ({ type: "submit", name: "step", value: step });
  return renderToStaticMarkup(<View state={state} config={config} t={t} control={control} field={(id) => ({ id })} press={() => undefined} />);
}
