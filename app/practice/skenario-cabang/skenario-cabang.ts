import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { type Choice, type Scene, choiceToSafety, sceneOf } from "./scenes.ts";

export interface SkenarioCabangConfig {
  /** The id of the first scene. */
  readonly start: string;
  readonly scenes: readonly Scene[];
  /** Whether the card with the four steps of refusing can be shown; it can unless `false` is written. */
  readonly refusal?: boolean | undefined;
}

/** A scene that was left, and the choice that led on. */
export interface Turn {
  readonly scene: string;
  readonly choice: string;
}

/** A turn with what was said in it. */
export interface TalkTurn {
  readonly scene: Scene;
  readonly choice: Choice;
}

export interface SkenarioCabangState {
  readonly turns: readonly Turn[];
  /** The id of the scene that plays now. */
  readonly scene: string;
  readonly card: boolean;
  /** Key below `notice.`. */
  readonly notice: string;
}

/**
 * A talk in which each answer leads on to another scene, until a safe end. At a harmful end, and where no
 * answer leads to a safe end any more, the learner steps back and answers otherwise.
 */
export const skenarioCabang: Simulator<SkenarioCabangConfig, SkenarioCabangState> = {
  start(config) {
    return { turns: [], scene: config.start, card: false, notice: "start" };
  },

  take(state, step, config) {
    const scene = sceneNow(state, config);
    if (scene.end === "safe") return state;
    if (step === "back" && isStuck(state, config)) return stepBack(state);
    if (step === cardStep(state) && config.refusal !== false) return { ...state, card: !state.card, notice: state.card ? "card-hidden" : "card" };
    const choice = scene.choices?.find(({ id }) => step === stepOf(id));
    return choice === undefined ? state : answer(state, choice, config);
  },

  tasks(state, config) {
    return [{ id: "talk", done: sceneNow(state, config).end === "safe", label: { key: "task.talk" } }];
  },

  notice(state): Sentence {
    return { key: `notice.${state.notice}` };
  },

  hint(state, config): Hint {
    const scene = sceneNow(state, config);
    if (scene.end === "safe") return { key: "hint.finished" };
    const choice = choiceToSafety(scene, config.scenes);
    if (choice === undefined) return { key: "hint.back", next: "back" };
    return { key: "hint.say", values: { text: choice.text }, next: stepOf(choice.id) };
  },

  controls(state, config) {
    const scene = sceneNow(state, config);
    if (scene.end === "safe") return [];
    const answers = (scene.choices ?? []).map(({ id }) => stepOf(id));
    return [...answers, ...(isStuck(state, config) ? ["back"] : []), ...(config.refusal === false ? [] : [cardStep(state)])];
  },

  // Tab and Enter do all there is to do.
  keystroke: () => [],

  twins: { "card:show": "card:hide", "card:hide": "card:show" },
};

/** The scene that plays now. */
export function sceneNow(state: SkenarioCabangState, config: SkenarioCabangConfig): Scene {
  const scene = sceneOf(state.scene, config.scenes);
  if (scene === undefined) throw new Error(`No scene ${state.scene}`);
  return scene;
}

/** Whether no answer leads to a safe end from here. A config that an author could publish is never stuck at its start. */
export function isStuck(state: SkenarioCabangState, config: SkenarioCabangConfig): boolean {
  const scene = sceneNow(state, config);
  return scene.end !== "safe" && choiceToSafety(scene, config.scenes) === undefined;
}

/** What was said so far: each scene that was left, with the choice taken there. */
export function talkSoFar(state: SkenarioCabangState, config: SkenarioCabangConfig): readonly TalkTurn[] {
  return state.turns.flatMap((turn) => {
    const scene = sceneOf(turn.scene, config.scenes);
    const choice = scene?.choices?.find(({ id }) => id === turn.choice);
    return scene !== undefined && choice !== undefined ? [{ scene, choice }] : [];
  });
}

/** The step that takes a choice. */
export function stepOf(choice: string): string {
  return `say:${choice}`;
}

/** The step that shows the card with the four steps, or hides it. */
export function cardStep(state: SkenarioCabangState): "card:show" | "card:hide" {
  return state.card ? "card:hide" : "card:show";
}

function answer(state: SkenarioCabangState, choice: Choice, config: SkenarioCabangConfig): SkenarioCabangState {
  const isHarmed = sceneOf(choice.to, config.scenes)?.end === "harm";
  const notice = isHarmed ? "harm" : choice.safe === undefined ? "said" : choice.safe ? "safe" : "unsafe";
  return { ...state, turns: [...state.turns, { scene: state.scene, choice: choice.id }], scene: choice.to, notice };
}

function stepBack(state: SkenarioCabangState): SkenarioCabangState {
  return { ...state, turns: state.turns.slice(0, -1), scene: state.turns.at(-1)?.scene ?? state.scene, notice: "back" };
}
