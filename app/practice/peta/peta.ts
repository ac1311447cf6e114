import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { readTyped, typedStep } from "../typed.ts";
import { type Place, type TravelMode, placesFound, travelModes } from "./village-map.ts";

export interface PetaConfig {
  readonly ask: string;
  /** The crossing at which the learner is: column 0 to 6, row 0 to 4. */
  readonly home: readonly [number, number];
  readonly places: readonly Place[];
  /** The id of the place that is looked for. */
  readonly goal: string;
  /** Words that find it, for the hints. */
  readonly query: string;
  readonly by: TravelMode;
}

export interface PetaState {
  /** Whether the map may know where the phone is; asked for at the start and before directions. */
  readonly place: "asking" | "known" | "unknown";
  readonly text: string;
  readonly query: string;
  /** The id of the chosen place. */
  readonly chosen?: string;
  /** How the learner travels, once the way is shown. */
  readonly mode?: TravelMode;
  readonly zoom: number;
  /** Whether all places are told as a list. */
  readonly list: boolean;
  readonly found: boolean;
  readonly notice: Sentence;
}

export const petaField = "tempat";
const widest = 0;
const nearest = 2;

/** A drawn map: find a place, choose the right one of several, and see the way there. */
export const peta: Simulator<PetaConfig, PetaState> = {
  start() {
    return { place: "asking", text: "", query: "", zoom: widest, list: false, found: false, notice: { key: "notice.start" } };
  },

  take(state, step, config) {
    if (isFinal(state, config)) return state;
    if (state.place === "asking") return answerLocation(state, step);
    const typed = readTyped(step);
    if (typed !== undefined) return typed.field === petaField && typed.text !== state.text ? { ...state, text: typed.text, notice: { key: "notice.typed" } } : state;
    if (step === "search") return search(state, config);
    if (step === "clear" && state.text !== "") return { ...state, text: "", notice: { key: "notice.cleared" } };
    if (step === (state.list ? "list:hide" : "list:show")) return { ...state, list: !state.list, notice: { key: state.list ? "notice.list-hidden" : "notice.list" } };
    if (step === "zoom:in" && state.zoom < nearest) return { ...state, zoom: state.zoom + 1, notice: { key: "notice.zoomed" } };
    if (step === "zoom:out" && state.zoom > widest) return { ...state, zoom: state.zoom - 1, notice: { key: "notice.zoomed" } };
    return chosenPlace(state, config) === undefined ? choose(state, step, config) : travel(state, step, config);
  },

  tasks(state, config) {
    const goal = config.places.find(({ id }) => id === config.goal);
    const isChosen = state.chosen === config.goal;
    return [
      { id: "search", done: state.found, label: { key: "task.search", values: { name: goal?.name ?? "" } } },
      { id: "choose", done: isChosen, label: { key: "task.choose" } },
      { id: "way", done: isChosen && state.mode !== undefined, label: { key: "task.way" } },
      { id: "mode", done: isFinal(state, config), label: { key: "task.mode" , words: { mode: `mode.${config.by}` } } },
    ];
  },

  notice: (state) => state.notice,

  hint(state, config): Hint {
    if (isFinal(state, config)) return { key: "hint.finished" };
    if (state.place === "asking") return { key: "hint.allow", next: "place:allow" };
    const chosen = chosenPlace(state, config);
    if (chosen !== undefined && chosen.id !== config.goal) return { key: "hint.back", next: "back" };
    if (chosen !== undefined) return state.mode === undefined ? { key: "hint.way", next: "way" } : { key: "hint.mode", words: { mode: `mode.${config.by}` }, next: `mode:${config.by}` };
    const goal = placesFound(state.query, config.places).find(({ id }) => id === config.goal);
    if (goal !== undefined) return { key: "hint.choose", values: { name: goal.name, address: goal.address }, next: `place:${goal.id}` };
    if (state.text === config.query) return { key: "hint.search", next: "search" };
    return { key: "hint.type", values: { query: config.query }, next: typedStep(petaField, config.query) };
  },

  controls(state, config) {
    if (isFinal(state, config)) return [];
    if (state.place === "asking") return ["place:allow", "place:deny"];
    const zoom = [...(state.zoom < nearest ? ["zoom:in"] : []), ...(state.zoom > widest ? ["zoom:out"] : [])];
    const always = ["search", ...(state.text === "" ? [] : ["clear"]), ...zoom, state.list ? "list:hide" : "list:show"];
    if (state.chosen === undefined) return [...always, ...placesFound(state.query, config.places).map(({ id }) => `place:${id}`)];
    return [...always, ...(state.mode === undefined ? ["way"] : travelModes.map((mode) => `mode:${mode}`)), "back"];
  },

  // Real keys type into the field by themselves.
  keystroke: () => [],

  twins: { "list:show": "list:hide", "list:hide": "list:show", "zoom:in": "zoom:out", "zoom:out": "zoom:in" },
};

export function chosenPlace({ chosen }: PetaState, { places }: PetaConfig): Place | undefined {
  return places.find(({ id }) => id === chosen);
}

function isFinal(state: PetaState, config: PetaConfig): boolean {
  return state.chosen === config.goal && state.mode === config.by;
}

function answerLocation(state: PetaState, step: string): PetaState {
  if (step === "place:allow") return { ...state, place: "known", notice: { key: "notice.known" } };
  return step === "place:deny" ? { ...state, place: "unknown", notice: { key: "notice.unknown" } } : state;
}

function search(state: PetaState, config: PetaConfig): PetaState {
  const { chosen: _chosen, mode: _mode, ...rest } = state;
  const found = placesFound(state.text, config.places);
  const key = state.text.trim() === "" ? "empty" : found.length === 0 ? "nothing" : found.length === 1 ? "one" : "many";
  const isFound = found.some(({ id }) => id === config.goal);
  return { ...rest, query: state.text, found: state.found || isFound, notice: { key: `notice.${key}`, values: { number: String(found.length) } } };
}

function choose(state: PetaState, step: string, config: PetaConfig): PetaState {
  const place = placesFound(state.query, config.places).find(({ id }) => step === `place:${id}`);
  if (place === undefined) return state;
  return { ...state, chosen: place.id, notice: { key: place.id === config.goal ? "notice.right" : "notice.other", values: { name: place.name, address: place.address } } };
}

function travel(state: PetaState, step: string, config: PetaConfig): PetaState {
  if (step === "back") {
    const { chosen: _chosen, mode: _mode, ...rest } = state;
    return { ...rest, notice: { key: "notice.back" } };
  }
  // Without the place of the phone there is no way to show: it asks again.
  if (step === "way" && state.mode === undefined && state.place === "unknown") return { ...state, place: "asking", notice: { key: "notice.ask-again" } };
  // The way begins with another mode than the one to choose.
  if (step === "way" && state.mode === undefined) return { ...state, mode: config.by === "car" ? "walk" : "car", notice: { key: "notice.way" } };
  const mode = state.mode === undefined ? undefined : travelModes.find((any) => step === `mode:${any}`);
  if (mode === undefined) return state;
  return { ...state, mode, notice: { key: mode === config.by ? "notice.arrived" : "notice.mode" } };
}
