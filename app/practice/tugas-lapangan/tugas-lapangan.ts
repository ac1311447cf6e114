import type { Hint, Sentence, Simulator } from "../simulator.ts";

export interface PlanQuestion {
  readonly id: string;
  /** Its name in the finished plan, such as “Kapan”. */
  readonly name: string;
  readonly text: string;
  /** All of them are good ones: a plan has no wrong answer. */
  readonly choices: readonly { readonly id: string; readonly text: string }[];
}

export interface TugasLapanganConfig {
  readonly plan: readonly PlanQuestion[];
  /** What is to be done away from the phone, in the words of whoever did it. */
  readonly steps: readonly { readonly id: string; readonly text: string }[];
  /** What the mentor is shown at the end. */
  readonly show: { readonly text: string };
}

export interface TugasLapanganState {
  /** The choices made, by the question's id. */
  readonly plan: Readonly<Record<string, string>>;
  /** Ids of the steps that are ticked. */
  readonly ticked: readonly string[];
  readonly notice: Sentence;
}

/** A task away from the phone: a plan made of choices, and a list that is ticked once it is done. No names, nothing typed. */
export const tugasLapangan: Simulator<TugasLapanganConfig, TugasLapanganState> = {
  start() {
    return { plan: {}, ticked: [], notice: { key: "notice.start" } };
  },

  take(state, step, config) {
    if (!tugasLapangan.controls(state, config).includes(step)) return state;
    const [word, id = "", choice = ""] = step.split(":");
    if (word === "plan") return choose(state, id, choice, config);
    if (word === "change") return { ...state, plan: Object.fromEntries(Object.entries(state.plan).filter(([question]) => question !== id)), notice: { key: "notice.change" } };
    return tick(state, id, config);
  },

  tasks(state, config) {
    const counted = (done: number, all: number) => ({ done: String(done), all: String(all) });
    const planned = Object.keys(state.plan).length;
    return [
      { id: "plan", done: questionLeft(state, config) === undefined, label: { key: "task.plan", values: counted(planned, config.plan.length) } },
      { id: "steps", done: state.ticked.length === config.steps.length, label: { key: "task.steps", values: counted(state.ticked.length, config.steps.length) } },
    ];
  },

  notice({ notice }) {
    return notice;
  },

  hint(state, config): Hint {
    const question = questionLeft(state, config);
    if (question !== undefined) {
      const text = question.choices[0]?.text ?? "";
      return { key: "hint.plan", values: { text }, next: `plan:${question.id}:${question.choices[0]?.id ?? ""}` };
    }
    const step = config.steps.find(({ id }) => !state.ticked.includes(id));
    return step === undefined ? { key: "hint.finished" } : { key: "hint.tick", values: { text: step.text }, next: `tick:${step.id}` };
  },

  controls(state, config) {
    const question = questionLeft(state, config);
    const changes = config.plan.filter(({ id }) => state.plan[id] !== undefined).map(({ id }) => `change:${id}`);
    if (question !== undefined) return [...question.choices.map(({ id }) => `plan:${question.id}:${id}`), ...changes];
    return [...config.steps.map(({ id }) => `tick:${id}`), ...changes];
  },

  // Tab and Enter do all there is to do.
  keystroke: () => [],

  twins: {},
};

/** The first question of the plan without an answer: it is asked now. */
export function questionLeft(state: TugasLapanganState, { plan }: TugasLapanganConfig): PlanQuestion | undefined {
  return plan.find(({ id }) => state.plan[id] === undefined);
}

function choose(state: TugasLapanganState, question: string, choice: string, config: TugasLapanganConfig): TugasLapanganState {
  const chosen = { ...state, plan: { ...state.plan, [question]: choice } };
  return { ...chosen, notice: { key: questionLeft(chosen, config) === undefined ? "notice.planned" : "notice.chosen" } };
}

function tick(state: TugasLapanganState, step: string, { steps }: TugasLapanganConfig): TugasLapanganState {
  if (state.ticked.includes(step)) return { ...state, ticked: state.ticked.filter((id) => id !== step), notice: { key: "notice.unticked" } };
  const ticked = [...state.ticked, step];
  return { ...state, ticked, notice: { key: "notice.ticked", values: { left: String(steps.length - ticked.length) } } };
}
