import { type Simulator, replay } from "./simulator.ts";
import type { PracticeAction } from "./steps.ts";

/**
 * Where the focus belongs after `steps`: the control that was pressed, the one in its place, else the first on the phone's screen.
 * Returns a step or the name of a button beside the phone; nothing before the first press.
 */
export function focusAfter<Config, State>(
  rules: Simulator<Config, State>,
  config: Config,
  steps: readonly string[],
  action?: PracticeAction,
): string | undefined {
  const last = steps.at(-1);
  if (action === "finish") return "hint";
  if (action !== undefined || last === undefined) return action;
  const controls = rules.controls(replay(rules, config, steps), config);
  return [last, rules.twins[last], controls[0]].find((step) => step !== undefined && controls.includes(step)) ?? "finish";
}
