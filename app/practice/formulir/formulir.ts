import type { Hint, Sentence, Simulator, Task } from "../simulator.ts";
import { readTyped, typedStep } from "../typed.ts";
import { type Fault, type FormField, faultOf, rightText } from "./fields.ts";

export interface FormulirConfig {
  readonly address: string;
  readonly title: string;
  /** What the data is for. */
  readonly purpose: string;
  readonly fields: readonly FormField[];
  /** Whether fields that may stay empty are to stay so. */
  readonly onlyRequired?: boolean | undefined;
  /** What comes after sending, with a number to note down. */
  readonly thanks: string;
}

export interface FormulirState {
  readonly texts: Readonly<Record<string, string>>;
  /** Whether the form was sent once, so that faults are shown beside the fields. */
  readonly tried: boolean;
  readonly sent: boolean;
  readonly notice: Sentence;
}

/** A form on an invented site. Whatever is typed stays, sent or not, and a fault is told beside its field. */
export const formulir: Simulator<FormulirConfig, FormulirState> = {
  start() {
    return { texts: {}, tried: false, sent: false, notice: { key: "notice.start" } };
  },

  take(state, step, config) {
    if (state.sent) return state;
    if (step === "send") return send(state, config);
    const typed = readTyped(step);
    if (typed !== undefined) {
      const field = config.fields.find(({ id, kind }) => id === typed.field && kind !== "choice");
      return field === undefined ? state : fill(state, field, field.avoid === undefined ? typed.text : typed.text.replaceAll(/./gu, "*"), config);
    }
    const [, id, option] = /^pick:([a-z0-9-]+):(\d)$/.exec(step) ?? [];
    const field = config.fields.find((any) => any.id === id);
    const text = field?.options?.[Number(option)];
    if (field === undefined || text === undefined) return state;
    // A second touch takes the choice back.
    return fill(state, field, textIn(state, field) === text ? "" : text, config);
  },

  tasks(state, config): readonly Task[] {
    const must = config.fields.filter(({ required }) => required);
    const right = must.filter((field) => faultIn(state, field, config) === undefined).length;
    const filled = { id: "fill", done: right === must.length, label: { key: "task.fill", values: { all: String(must.length), right: String(right) } } };
    const skipped = { id: "skip", done: state.sent, label: { key: "task.skip" } };
    const sent = { id: "send", done: state.sent, label: { key: "task.send" } };
    return [filled, ...(mustSkip(config) ? [skipped] : []), sent];
  },

  notice: (state) => state.notice,

  hint(state, config): Hint {
    if (state.sent) return { key: "hint.finished" };
    const field = firstFaulty(state, config);
    if (field === undefined) return { key: "hint.send", next: "send" };
    return hintFor(field, rightText(field), state);
  },

  controls(state, { fields }) {
    if (state.sent) return [];
    return [...fields.flatMap(({ id, options = [] }) => options.map((_, index) => `pick:${id}:${index}`)), "send"];
  },

  // Real keys type into the fields by themselves.
  keystroke: () => [],

  twins: {},
};

export function textIn(state: FormulirState, { id }: FormField): string {
  return state.texts[id] ?? "";
}

/** The fault of a field as it stands now, whether or not it is told yet. */
export function faultIn(state: FormulirState, field: FormField, config: FormulirConfig): Fault | undefined {
  return faultOf(field, textIn(state, field), config.onlyRequired ?? false);
}

function mustSkip({ fields, onlyRequired }: FormulirConfig): boolean {
  return fields.some(({ required, avoid }) => avoid !== undefined || (onlyRequired && !required));
}

function fill(state: FormulirState, field: FormField, text: string, config: FormulirConfig): FormulirState {
  if (text === textIn(state, field)) return state;
  const after = { ...state, texts: { ...state.texts, [field.id]: text } };
  const fault = faultIn(after, field, config);
  const key = text === "" ? "notice.emptied" : fault === "avoid" || fault === "optional" ? `notice.${fault}` : "notice.filled";
  return { ...after, notice: { key, values: { label: field.label, why: field.avoid ?? "" } } };
}

function send(state: FormulirState, config: FormulirConfig): FormulirState {
  const field = firstFaulty(state, config);
  if (field === undefined) return { ...state, sent: true, notice: { key: "notice.sent" } };
  return { ...state, tried: true, notice: { key: "notice.not-yet", values: { label: field.label } } };
}

function firstFaulty(state: FormulirState, config: FormulirConfig): FormField | undefined {
  return config.fields.find((field) => faultIn(state, field, config) !== undefined);
}

function hintFor(field: FormField, text: string, state: FormulirState): Hint {
  const values = { label: field.label, text };
  if (field.kind !== "choice") return { key: text === "" ? "hint.empty" : "hint.type", values, next: typedStep(field.id, text) };
  const wanted = text === "" ? textIn(state, field) : text;
  return { key: text === "" ? "hint.unpick" : "hint.pick", values: { ...values, text: wanted }, next: `pick:${field.id}:${field.options?.indexOf(wanted) ?? 0}` };
}
