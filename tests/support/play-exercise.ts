import type { Locator, Page } from "playwright";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { loadSimulator } from "#app/practice/registry.ts";
import { replay } from "#app/practice/simulator.ts";
import { readTyped, type Typed } from "#app/practice/typed.ts";

/** An exercise as a lesson has it: the simulator's name and what the author wrote. */
export interface Exercise {
  simulator: string;
  config: unknown;
}

/** How somebody works the page: with a finger, or with the keys of a keyboard alone. */
export interface Hands {
  press: (button: Locator) => Promise<void>;
  write: (field: Locator, text: string) => Promise<void>;
}

export const finger: Hands = {
  press: (button) => button.click(),
  write: (field, text) => field.fill(text),
};

/**
 * Does what the exercise's own rules hint at, one control after another, until the page says that it is finished.
 * Where it stands is read from the page. Answers how many controls were used. Throws where what is hinted at cannot be used.
 */
export async function playExercise(page: Page, { simulator, config }: Exercise, { press, write }: Hands = finger): Promise<number> {
  const practice = parsePractice(simulator, config);
  const { rules } = await loadSimulator(practice.simulator);
  const form = page.locator("form.practice");
  for (let used = 0; used < 300; used += 1) {
    if (await form.locator(".practice-finish").isVisible()) return used;
    const steps = await stepsOn(form);
    const { typed, next } = aheadOf(steps);
    for (const { field, text } of typed) await write(fieldFor(form, field), text);
    await press(next === undefined ? form.locator("button[value=hint]") : controlFor(form, next));
    await form.locator(`input[name=steps]:not([value=${JSON.stringify(steps.join(","))}])`).waitFor({ state: "attached" });
  }
  throw new Error(`${simulator} does not end by following its hints`);

  /** What is to be typed now, as the rules have it, and the control after it. */
  function aheadOf(steps: readonly string[]): { typed: Typed[]; next: string | undefined } {
    let state = replay(rules, practice.config, steps);
    const typed: Typed[] = [];
    for (;;) {
      const { next } = rules.hint(state, practice.config);
      const writing = next === undefined ? undefined : readTyped(next);
      if (next === undefined || !writing) return { typed, next };
      typed.push(writing);
      state = rules.take(state, next, practice.config);
    }
  }
}

async function stepsOn(form: Locator): Promise<string[]> {
  return (await form.locator("input[name=steps]").inputValue()).split(",").filter(Boolean);
}

/** The control that people see: what Enter presses in a field stands apart from it, hidden. */
function controlFor(form: Locator, step: string): Locator {
  return form.locator(`button[name=step][value=${JSON.stringify(step)}]:not([aria-hidden])`).first();
}

function fieldFor(form: Locator, field: string): Locator {
  return form.locator(`:is(input, textarea)[name="type:${field}"], input[name="hide:${field}"]`);
}
