import type { Hint, Simulator } from "../simulator.ts";
import {
  type Deed, type GerakJariConfig, type GerakJariState, type NoticeOf, biggest, lastRow, nameIn, photosShown, showsChoices,
} from "./goals.ts";
import { nextStep } from "./way.ts";

/** What a finger or two can do anywhere on the screen. */
export const moves = ["swipe:up", "swipe:down", "pinch:out", "pinch:in"] as const;
const choices = ["choice:1", "choice:2"];

/** A phone on which the four gestures are tried: a touch, a swipe, a pinch and a long press. Goals may be reached in any order. */
export const gerakJari: Simulator<GerakJariConfig, GerakJariState> = {
  start() {
    return { page: "home", row: 0, zoom: 0, done: [], notice: { key: "start" } };
  },

  take(state, step, config) {
    return gerakJari.controls(state, config).includes(step) ? does(state, step, config) : state;
  },

  tasks(state, config) {
    return config.goals.map(({ text }, index) => ({ id: `goal-${index + 1}`, done: state.done.includes(index), label: { key: "task.goal", values: { text } } }));
  },

  notice({ notice }) {
    return { ...notice, key: `notice.${notice.key}` };
  },

  hint(state, config): Hint {
    const next = nextStep(state, config);
    if (next === undefined) return { key: "hint.finished" };
    const [word = "", what = ""] = next.split(":");
    return { key: `hint.${word === "swipe" || word === "pinch" ? `${word}-${what}` : word}`, values: { name: nameIn(next, config) }, next };
  },

  controls(state, config) {
    if (showsChoices(state)) return [...choices, "blank", ...moves];
    switch (state.page) {
      case "home": return [...config.apps.map(({ id }) => `tap:${id}`), ...config.apps.map(({ id }) => `hold:${id}`), ...moves];
      case "photos": return ["back", ...photosShown(state, config).map(({ id }) => `open:${id}`), "home", "hold-photo", ...moves];
      case "photo": return ["back", "tap-photo", "home", "hold-photo", ...moves];
      case "app": return ["back", "home", ...moves];
    }
  },

  // Tab and Enter do all there is to do.
  keystroke: () => [],

  twins: {},
};

function does(state: GerakJariState, step: string, config: GerakJariConfig): GerakJariState {
  const [word = "", what = ""] = step.split(":");
  const name = nameIn(step, config);
  const wanted = nextStep(state, config);
  switch (word) {
    case "tap": return reach(openApp(state, what, name, wanted, config), "tap", what, config);
    case "hold": return reach({ ...state, shown: what, notice: { key: wanted === `tap:${what}` ? "held-instead" : "held", values: { name } } }, "hold", what, config);
    case "open": return reach({ ...state, page: "photo", shown: what, zoom: 0, notice: { key: "photo", values: { name } } }, "open", what, config);
    case "back": return state.page === "photo" ? { ...state, page: "photos", shown: undefined, zoom: 0, notice: { key: "photos" } } : goHome(state, config);
    case "home": return goHome(state, config);
    case "blank": return reach({ ...state, shown: undefined, notice: { key: "closed" } }, "close", undefined, config);
    case "choice": return { ...state, notice: { key: "choice" } };
    case "swipe": return swipe(state, what === "up" ? 1 : -1, config);
    case "pinch": return pinch(state, what === "out" ? 1 : -1, config);
    default: return instead(state, word === "tap-photo" ? "tap" : "hold", config);
  }
}

function openApp(state: GerakJariState, id: string, name: string, wanted: string | undefined, config: GerakJariConfig): GerakJariState {
  if (id === config.apps[0]?.id) return { ...state, page: "photos", row: 0, notice: { key: wanted === `hold:${id}` ? "tapped-instead" : "photos", values: { name } } };
  return { ...state, page: "app", shown: id, notice: { key: wanted === `hold:${id}` ? "tapped-instead" : "app", values: { name } } };
}

function goHome(state: GerakJariState, config: GerakJariConfig): GerakJariState {
  return reach({ ...state, page: "home", row: 0, shown: undefined, zoom: 0, notice: { key: "home" } }, "home", undefined, config);
}

function swipe(state: GerakJariState, rows: 1 | -1, config: GerakJariConfig): GerakJariState {
  if (state.page !== "photos") return instead(state, "swipe", config);
  const row = state.row + rows;
  if (row < 0 || row > lastRow(config)) return { ...state, notice: { key: row < 0 ? "top" : "bottom" } };
  const way = rows === 1 ? "swipe-up" : "swipe-down";
  return reach({ ...state, row, notice: { key: way } }, way, undefined, config);
}

function pinch(state: GerakJariState, levels: 1 | -1, config: GerakJariConfig): GerakJariState {
  if (state.page !== "photo") return instead(state, "pinch", config);
  const zoom = state.zoom + levels;
  if (zoom < 0 || zoom > biggest) return { ...state, notice: { key: zoom < 0 ? "smallest" : "biggest" } };
  const way = levels === 1 ? "pinch-out" : "pinch-in";
  return reach({ ...state, zoom, notice: { key: way } }, way, state.shown, config);
}

type Gesture = "tap" | "hold" | "swipe" | "pinch";

/** Nothing moves: what the finger did is told apart from what it may try. */
function instead(state: GerakJariState, did: Gesture, config: GerakJariConfig): GerakJariState {
  const wanted = tryOf(nextStep(state, config));
  const notice: NoticeOf = wanted === undefined || wanted === did ? { key: "no-answer", words: { did: `did.${did}` } } : { key: "instead", words: { did: `did.${did}`, try: `try.${wanted}` } };
  return { ...state, notice };
}

/** The gesture that a step asks for, or the step itself where it is one certain touch. */
function tryOf(step: string | undefined): string | undefined {
  const word = step?.split(":")[0];
  return word === "open" ? "tap" : word;
}

/** `state` with the goal ticked that asked for `deed` on `on`, the first one where several did. */
function reach(state: GerakJariState, deed: Deed, on: string | undefined, { goals }: GerakJariConfig): GerakJariState {
  const reached = goals.findIndex((goal, index) => !state.done.includes(index) && goal.do === deed && (goal.on === undefined || goal.on === on));
  return reached < 0 ? state : { ...state, done: [...state.done, reached] };
}
