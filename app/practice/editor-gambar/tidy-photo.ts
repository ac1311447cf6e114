import type { Hint, Sentence, Simulator, Task } from "../simulator.ts";
import { readTyped } from "../typed.ts";
import { type Box, type Photo, type Side, brightest, describingFault, frameFault, itemsIn, moved, sides, trueLight, wayToFrame, whole } from "./photos.ts";

export interface FotoConfig {
  readonly do: "foto";
  readonly photos: readonly Photo[];
}

/** What an edit makes of a photo. */
export interface Look {
  readonly frame: Box;
  readonly light: number;
}

export interface FotoState {
  readonly do: "foto";
  /** Which photo is tidied now. */
  readonly photo: number;
  readonly page: "photo" | "edit" | "crop" | "light" | "save" | "describe";
  /** As it is edited now. */
  readonly look: Look;
  /** As it was before the tool that is open now. */
  readonly before: Look;
  /** The saved copy of the photo. */
  readonly copy: Look | null;
  readonly text: string;
  /** The photos that are done. */
  readonly finished: readonly { readonly look: Look; readonly text: string }[];
  readonly notice: Sentence;
}

export const describeField = "keterangan";

/** A photo to crop, to brighten, to save as a copy and to describe. */
export const tidyPhoto: Simulator<FotoConfig, FotoState> = {
  start: (config) => fresh([], config, { key: "notice.foto-start" }),

  take(state, step, config) {
    const photo = photoNow(state, config);
    if (photo === undefined) return state;
    const typed = readTyped(step);
    if (typed !== undefined) return type(state, typed.field, typed.text);
    return tidyPhoto.controls(state, config).includes(step) ? press(state, step, photo, config) : state;
  },

  tasks(state, config) {
    return config.photos.flatMap((photo, index): Task[] => {
      const isPast = index < state.photo;
      const isSaved = isPast || (index === state.photo && state.copy !== null);
      const now = (isRight: boolean) => isSaved || (index === state.photo && isRight);
      const task = (id: string, done: boolean): Task => ({ id: `${id}-${index + 1}`, done, label: { key: `task.foto-${id}`, values: { name: photo.name } } });
      return [
        ...(photo.items.some(({ subject }) => !subject) ? [task("crop", now(frameFault(state.look.frame, photo) === undefined))] : []),
        ...(photo.dark === undefined ? [] : [task("light", now(state.look.light === trueLight))]),
        task("save", isSaved),
        task("describe", isPast),
      ];
    });
  },

  notice: (state) => state.notice,

  hint(state, config): Hint {
    const photo = photoNow(state, config);
    return photo === undefined ? { key: "hint.foto-finished" } : towards(state, photo);
  },

  controls(state, config) {
    const photo = photoNow(state, config);
    if (photo === undefined) return [];
    switch (state.page) {
      case "photo": return ["edit", ...(state.copy === null ? [] : ["describe"])];
      case "edit": return ["crop", "light", "save", "back"];
      case "crop": return [...sides.flatMap((side) => [`in:${side}`, `out:${side}`]), "apply", "cancel"];
      case "light": return ["darker", "brighter", "apply", "cancel"];
      case "save": return ["save-copy", "save-over", "cancel"];
      case "describe": return [...photo.choices.map((_, index) => `pick:${index}`), "keep", "back"];
    }
  },

  keystroke: () => [],

  twins: {},
};

/** The photo that is tidied now; none when all are done. */
export function photoNow(state: FotoState, config: FotoConfig): Photo | undefined {
  return config.photos[state.photo];
}

/** A photo as it was taken. */
export function originalOf(photo: Photo | undefined): Look {
  return { frame: whole, light: trueLight - (photo?.dark ?? 0) };
}

function fresh(finished: FotoState["finished"], config: FotoConfig, notice: Sentence): FotoState {
  const photo = finished.length;
  const look = originalOf(config.photos[photo]);
  return { do: "foto", photo, page: "photo", look, before: look, copy: null, text: "", finished, notice };
}

function type(state: FotoState, field: string, text: string): FotoState {
  if (state.page !== "describe" || field !== describeField || text === state.text) return state;
  return { ...state, text, notice: { key: "notice.typed" } };
}

function press(state: FotoState, step: string, photo: Photo, config: FotoConfig): FotoState {
  const [word = "", rest = ""] = step.split(":");
  switch (word) {
    case "edit": case "describe": return { ...state, page: word, notice: { key: `notice.foto-${word}` } };
    case "crop": case "light": return { ...state, page: word, before: state.look, notice: { key: `notice.foto-${word}` } };
    case "save": return askToSave(state, photo);
    case "in": case "out": return crop(state, photo, rest as Side, word);
    case "darker": case "brighter": return lighten(state, word === "darker" ? -1 : 1);
    case "apply": return { ...state, page: "edit", notice: applied(state, photo) };
    case "cancel": return { ...state, page: "edit", look: state.page === "save" ? state.look : state.before, notice: { key: "notice.cancelled" } };
    case "save-copy": return { ...state, page: "photo", copy: state.look, notice: { key: "notice.copied" } };
    case "save-over": return { ...state, notice: { key: "notice.save-over" } };
    case "pick": return pick(state, photo, Number(rest), config);
    case "keep": return describe(state, photo, config);
    default: return { ...state, page: "photo", notice: { key: "notice.foto-back" } };
  }
}

function crop(state: FotoState, photo: Photo, side: Side, way: "in" | "out"): FotoState {
  const frame = moved(state.look.frame, side, way);
  if (frame === state.look.frame) return { ...state, notice: { key: "notice.at-edge" } };
  return { ...state, look: { ...state.look, frame }, notice: frameNotice(frame, photo) };
}

function frameNotice(frame: Box, photo: Photo): Sentence {
  const fault = frameFault(frame, photo);
  if (fault !== undefined) return { key: `notice.frame-${fault.fault}`, values: { name: fault.item.name } };
  return { key: "notice.frame-right", values: { name: itemsIn(frame, photo)[0]?.name ?? "" } };
}

function lighten(state: FotoState, by: number): FotoState {
  const light = state.look.light + by;
  if (light < 0 || light > brightest) return { ...state, notice: { key: "notice.light-edge" } };
  return { ...state, look: { ...state.look, light }, notice: lightNotice(light) };
}

function lightNotice(light: number): Sentence {
  return { key: light < trueLight ? "notice.light-dark" : light === trueLight ? "notice.light-right" : "notice.light-bright" };
}

function applied(state: FotoState, photo: Photo): Sentence {
  return state.page === "crop" ? frameNotice(state.look.frame, photo) : lightNotice(state.look.light);
}

function askToSave(state: FotoState, photo: Photo): FotoState {
  const frame = frameNotice(state.look.frame, photo);
  if (frame.key !== "notice.frame-right") return { ...state, notice: frame };
  if (state.look.light !== trueLight) return { ...state, notice: lightNotice(state.look.light) };
  return { ...state, page: "save", notice: { key: "notice.foto-save" } };
}

function pick(state: FotoState, photo: Photo, index: number, config: FotoConfig): FotoState {
  const choice = photo.choices[index];
  if (choice === undefined) return state;
  return choice.right ? described(state, choice.text, config) : { ...state, notice: { key: "notice.other", values: { why: choice.why } } };
}

function describe(state: FotoState, photo: Photo, config: FotoConfig): FotoState {
  const fault = describingFault(state.text, photo);
  return fault === undefined ? described(state, state.text.trim(), config) : { ...state, notice: { key: `notice.describe-${fault}` } };
}

function described(state: FotoState, text: string, config: FotoConfig): FotoState {
  return fresh([...state.finished, { look: state.copy ?? state.look, text }], config, { key: "notice.described" });
}

function towards(state: FotoState, photo: Photo): Hint {
  switch (state.page) {
    case "photo": return state.copy === null ? { key: "hint.edit", next: "edit" } : { key: "hint.describe", next: "describe" };
    case "edit": return inEditor(state, photo);
    case "crop": return inCrop(state, photo);
    case "light":
      if (state.look.light === trueLight) return { key: "hint.apply", next: "apply" };
      return state.look.light < trueLight ? { key: "hint.brighter", next: "brighter" } : { key: "hint.darker", next: "darker" };
    case "save": return { key: "hint.save-copy", next: "save-copy" };
    case "describe": {
      if (state.copy !== null && describingFault(state.text, photo) === undefined) return { key: "hint.keep", next: "keep" };
      const index = photo.choices.findIndex(({ right }) => right);
      return { key: "hint.pick", values: { text: photo.choices[index]?.text ?? "" }, next: `pick:${index}` };
    }
  }
}

function inEditor(state: FotoState, photo: Photo): Hint {
  if (state.copy !== null) return { key: "hint.back", next: "back" };
  if (frameFault(state.look.frame, photo) !== undefined) return { key: "hint.crop", next: "crop" };
  return state.look.light === trueLight ? { key: "hint.foto-save", next: "save" } : { key: "hint.light", next: "light" };
}

function inCrop(state: FotoState, photo: Photo): Hint {
  const way = wayToFrame(state.look.frame, photo);
  if (way === undefined) return { key: "hint.apply", next: "apply" };
  return { key: `hint.move-${way.way}`, words: { side: `side.${way.side}` }, next: `${way.way}:${way.side}` };
}
