/**
 * A practice simulator without its looks: pure rules over the list of steps that a person took.
 *
 * The list of steps is the whole record. State is always replayed from it, on the server as in the
 * browser, so that undo is dropping the last step and a score never rests on what a browser claims.
 */
export interface Simulator<Config, State> {
  /** The state before the first step. */
  start(config: Config): State;
  /** The state after `step`, a short code such as `power` or `key:7`. An unknown or impossible step returns `state` itself. */
  take(state: State, step: string, config: Config): State;
  /** The exercise's tasks in order, each with whether it is done; the exercise is finished when all are. */
  tasks(state: State, config: Config): readonly Task[];
  /** What the last step did, told kindly. */
  notice(state: State, config: Config): Sentence;
  /** The next thing to try. Taking `next` again and again finishes the exercise from any state. */
  hint(state: State, config: Config): Hint;
  /** The steps that the drawn phone offers now; those on its screen come first. */
  controls(state: State, config: Config): readonly string[];
  /** The steps that a key of a real keyboard stands for (`KeyboardEvent.key`), none when it has no meaning here. */
  keystroke(state: State, key: string, config: Config): readonly string[];
  /** Steps that trade places on one control, so that the focus stays on it: `{ plug: "unplug", unplug: "plug" }`. */
  readonly twins: Readonly<Record<string, string>>;
  /** What the next step is about, where its control alone does not tell: the card that lies there to be sorted. */
  subject?(state: State, config: Config): string | undefined;
}

/** A sentence of the catalogues. `key` and the values of `words` are keys below `practice.<simulator>.`. */
export interface Sentence {
  readonly key: string;
  /** Put into the sentence as they are. */
  readonly values?: Readonly<Record<string, string>>;
  /** Looked up first, then put into the sentence. */
  readonly words?: Readonly<Record<string, string>>;
}

export interface Task {
  readonly id: string;
  readonly done: boolean;
  readonly label: Sentence;
}

export interface Hint extends Sentence {
  /** The step that the sentence speaks of; none when the exercise is finished. */
  readonly next?: string;
}

/** One simulator of several exercises, each with rules of its own; `rulesOf` tells which a config is for. A state is only ever made by the rules of its own config. */
export function oneOf<Config, State>(rulesOf: (config: Config) => Simulator<Config, State>): Simulator<Config, State> {
  return {
    start: (config) => rulesOf(config).start(config),
    take: (state, step, config) => rulesOf(config).take(state, step, config),
    tasks: (state, config) => rulesOf(config).tasks(state, config),
    notice: (state, config) => rulesOf(config).notice(state, config),
    hint: (state, config) => rulesOf(config).hint(state, config),
    controls: (state, config) => rulesOf(config).controls(state, config),
    keystroke: () => [],
    twins: {},
  };
}

/** Replays `steps` from the start. Steps that the rules do not know change nothing. */
export function replay<Config, State>(simulator: Simulator<Config, State>, config: Config, steps: readonly string[]): State {
  return steps.reduce((state, step) => simulator.take(state, step, config), simulator.start(config));
}

/** Whether every task of the exercise is done after `steps`. */
export function isFinished<Config, State>(simulator: Simulator<Config, State>, config: Config, steps: readonly string[]): boolean {
  return simulator.tasks(replay(simulator, config, steps), config).every((task) => task.done);
}

/** Whether following the hints finishes an exercise: what an author put together may lack a way. */
export function canFinish<Config, State>(simulator: Simulator<Config, State>, config: Config): boolean {
  let state = simulator.start(config);
  for (let step = 0; step < 500; step += 1) {
    if (simulator.tasks(state, config).every((task) => task.done)) return true;
    const { next } = simulator.hint(state, config);
    if (next === undefined) return false;
    state = simulator.take(state, next, config);
  }
  return false;
}
