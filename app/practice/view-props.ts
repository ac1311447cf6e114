import type { Sentence } from "./simulator.ts";

/** Looks a sentence of the catalogues up and fills in its `{{name}}` places. Values come back unescaped: React escapes them. */
export type Translate = (key: string, values?: Readonly<Record<string, string>>) => string;

/** What a simulator's looks are given. */
export interface ViewProps<Config, State> {
  readonly state: State;
  readonly config: Config;
  /** Translates keys below `practice.<simulator>.`. */
  readonly t: Translate;
  /** The attributes that make a `<button>` take `step`, with scripts and without. */
  readonly control: (step: string) => ControlProps;
  /** The attributes of the text field `id`, to be spread into a `<TextField>`. What is typed there is the step `type:<id>:<text>`. */
  readonly field: (id: string) => FieldProps;
  /** Takes `step` after a gesture; for gestures only, which are never the sole way to a step. */
  readonly press: (step: string) => void;
}

export interface ControlProps {
  readonly type: "submit";
  readonly name: "step";
  readonly value: string;
  readonly autoFocus?: boolean;
  readonly "aria-describedby"?: string;
  readonly "data-hint"?: true;
}

export interface FieldProps {
  readonly id: string;
  readonly "data-hint"?: true;
}

/** `sentence` in the language of `t`. */
export function say(t: Translate, sentence: Sentence): string {
  const words = Object.entries(sentence.words ?? {}).map(([name, key]) => [name, t(key)] as const);
  return t(sentence.key, { ...sentence.values, ...Object.fromEntries(words) });
}
