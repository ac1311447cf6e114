import type { Simulator } from "#app/practice/simulator.ts";
import { replay } from "#app/practice/simulator.ts";
import type { Translate } from "#app/practice/view-props.ts";

/** Follows the hints from where `steps` lead until the exercise is finished; gives up after 600 steps. */
export function followHints<Config, State>(rules: Simulator<Config, State>, config: Config, steps: readonly string[]): string[] {
  let state = replay(rules, config, steps);
  const followed: string[] = [];
  while (followed.length < 600) {
    const { next } = rules.hint(state, config);
    if (next === undefined) break;
    followed.push(next);
    state = rules.take(state, next, config);
  }
  return followed;
}

/** A translator over a catalogue that throws for a missing key or a place without a value. */
export function strictTranslator(catalogue: object): Translate {
  return (key, values = {}) => {
    const text = key.split(".").reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], catalogue);
    if (typeof text !== "string") throw new Error(`No sentence ${key}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${key} lacks ${name}`);
      return value;
    });
  };
}
