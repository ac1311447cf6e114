import type { z } from "zod";

/**
 * A practice simulator without its looks: pure rules over the list of steps that a person took.
 *
 * The list of steps is the whole record. State is always replayed from it, on the server as in the
 * browser, so that undo is dropping the last step and a score never rests on what a browser claims.
 */
export interface Simulator<Config, State> {
  /** What an author may configure in `<Practice config={…} />`. */
  readonly config: z.ZodType<Config>;
  /** The state before the first step. */
  start(config: Config): State;
  /** The state after `step`, a short code such as `power` or `key:7`. An unknown or impossible step returns `state` itself. */
  take(state: State, step: string, config: Config): State;
  /** The exercise's tasks in order, each with whether it is done; the exercise is finished when all are. */
  tasks(state: State, config: Config): readonly { readonly id: string; readonly done: boolean }[];
  /** Key of the kind sentence that names the next thing to try, below `practice.<simulator>.` in the catalogues. */
  hint(state: State, config: Config): string;
}

/** Replays `steps` from the start. Steps that the rules do not know change nothing. */
export function replay<Config, State>(simulator: Simulator<Config, State>, config: Config, steps: readonly string[]): State {
  return steps.reduce((state, step) => simulator.take(state, step, config), simulator.start(config));
}

/** Whether every task of the exercise is done after `steps`. */
export function isFinished<Config, State>(simulator: Simulator<Config, State>, config: Config, steps: readonly string[]): boolean {
  return simulator.tasks(replay(simulator, config, steps), config).every((task) => task.done);
}
