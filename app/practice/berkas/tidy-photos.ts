import type { Hint, Sentence, Simulator } from "../simulator.ts";
import type { Photo } from "./photos.ts";

export interface TidyPhoto {
  readonly name: string;
  readonly picture: Photo;
  /** To be copied first, to be thrown away, lying in the bin by mistake, or just there. */
  readonly kind: "penting" | "buang" | "pulih" | "biasa";
}

export interface TidyConfig {
  readonly do: "rapikan";
  /** The relative to whose phone the copies go, and somebody who is not meant. */
  readonly to: string;
  readonly stranger: string;
  readonly photos: readonly TidyPhoto[];
}

export interface TidyState {
  readonly do: "rapikan";
  readonly page: "home" | "gallery" | "photo" | "share" | "bin" | "relative";
  /** Which photo is open. */
  readonly open: number;
  /** Where each photo is, in their order. */
  readonly where: readonly ("gallery" | "bin" | "gone")[];
  /** Which were sent to the relative, and which of these copies were looked at there. */
  readonly sent: readonly number[];
  readonly seen: readonly number[];
  readonly notice: Sentence;
}

/** A full phone: important photos are copied and the copies looked at, then poor ones go into the bin, and what is there by mistake comes back. */
export const tidyPhotos: Simulator<TidyConfig, TidyState> = {
  start({ photos }) {
    const where = photos.map(({ kind }) => (kind === "pulih" ? "bin" : "gallery"));
    return { do: "rapikan", page: "home", open: 0, where, sent: [], seen: [], notice: { key: "notice.full-phone" } };
  },

  take(state, step, config) {
    return tidyPhotos.controls(state, config).includes(step) ? pressed(state, step, config) : state;
  },

  tasks(state, config) {
    const label = (key: string, name: string) => ({ key: `task.${key}`, values: { name, to: config.to } });
    const each = (kind: TidyPhoto["kind"], key: string, isDone: (index: number) => boolean) =>
      config.photos.flatMap((photo, index) =>
        photo.kind === kind ? [{ id: `${key}-${index}`, done: isDone(index), label: label(key, photo.name) }] : []);
    return [
      ...each("penting", "copy", (index) => state.seen.includes(index)),
      ...each("buang", "bin", (index) => state.where[index] !== "gallery"),
      ...each("pulih", "restore", (index) => state.where[index] === "gallery"),
      { id: "empty", done: isEmptied(state, config), label: label("empty", "") },
    ];
  },

  notice(state) {
    return state.notice;
  },

  hint(state, config): Hint {
    const uncopied = uncopiedOf(state, config);
    if (uncopied !== undefined) return towardsCopy(state, config, uncopied);
    const poor = config.photos.findIndex(({ kind }, index) => kind === "buang" && state.where[index] === "gallery");
    if (poor >= 0) return towardsBin(state, config, poor);
    const lost = config.photos.findIndex(({ kind }, index) => kind !== "buang" && state.where[index] === "bin");
    if (lost >= 0) return inBin(state, { key: "hint.restore", values: { name: config.photos[lost]?.name ?? "" }, next: `restore:${lost}` });
    return isEmptied(state, config) ? { key: "hint.finished" } : inBin(state, { key: "hint.empty", next: "empty" });
  },

  controls(state, config) {
    const at = (place: string) => config.photos.flatMap((_, index) => (state.where[index] === place ? [index] : []));
    switch (state.page) {
      case "home": return ["gallery", "bin", "relative"];
      case "gallery": return [...at("gallery").map((index) => `open:${index}`), "back"];
      case "photo": return ["share", "throw", "back"];
      case "share": return ["to:0", "to:1", "back"];
      case "bin": return [...at("bin").map((index) => `restore:${index}`), ...(at("bin").length > 0 ? ["empty"] : []), "back"];
      case "relative": return [...state.sent.map((index) => `see:${index}`), "back"];
    }
  },

  keystroke: () => [],

  twins: {},
};

/** How full the phone is, in percent: 95 at first, 65 once everything poor is gone. */
export function fullnessOf(state: TidyState, { photos }: TidyConfig): number {
  const poor = photos.flatMap(({ kind }, index) => (kind === "buang" ? [state.where[index]] : []));
  return 95 - Math.round((30 * poor.filter((place) => place === "gone").length) / Math.max(1, poor.length));
}

function isEmptied(state: TidyState, { photos }: TidyConfig): boolean {
  return photos.every(({ kind }, index) => kind !== "buang" || state.where[index] === "gone");
}

/** The first important photo whose copy was not looked at yet. */
function uncopiedOf(state: TidyState, { photos }: TidyConfig): number | undefined {
  const index = photos.findIndex(({ kind }, at) => kind === "penting" && !state.seen.includes(at));
  return index < 0 ? undefined : index;
}

function pressed(state: TidyState, step: string, config: TidyConfig): TidyState {
  const [what = "", number = ""] = step.split(":");
  const index = Number(number);
  const values = { name: config.photos[step.includes(":") ? index : state.open]?.name ?? "", to: config.to };
  switch (what) {
    case "gallery": case "bin": return { ...state, page: what, notice: { key: `notice.${what === "bin" ? "in-bin" : "gallery-all"}` } };
    case "relative": return { ...state, page: "relative", notice: { key: state.sent.length === 0 ? "notice.no-copy" : "notice.copies", values } };
    case "open": return { ...state, page: "photo", open: index, notice: { key: "notice.photo", values } };
    case "share": return { ...state, page: "share", notice: { key: "notice.share" } };
    case "to": return index === 0 ? send(state, config) : { ...state, notice: { key: "notice.stranger" } };
    case "see": return { ...state, seen: added(state.seen, index), notice: { key: "notice.seen", values } };
    case "throw": return throwAway(state, config, values);
    case "restore": return { ...moved(state, index, "gallery"), notice: { key: "notice.restored", values } };
    case "empty": return empty(state, config);
    default: return { ...state, page: state.page === "photo" ? "gallery" : state.page === "share" ? "photo" : "home", notice: { key: "notice.back" } };
  }
}

function send(state: TidyState, config: TidyConfig): TidyState {
  const values = { name: config.photos[state.open]?.name ?? "", to: config.to };
  return { ...state, page: "photo", sent: added(state.sent, state.open), notice: { key: "notice.sent", values } };
}

function throwAway(state: TidyState, config: TidyConfig, values: Sentence["values"] & object): TidyState {
  if (config.photos[state.open]?.kind !== "buang") return { ...state, notice: { key: "notice.good", values } };
  if (uncopiedOf(state, config) !== undefined) return { ...state, notice: { key: "notice.copy-first" } };
  return { ...moved(state, state.open, "bin"), page: "gallery", notice: { key: "notice.thrown", values } };
}

function empty(state: TidyState, config: TidyConfig): TidyState {
  const lost = config.photos.find(({ kind }, index) => kind !== "buang" && state.where[index] === "bin");
  if (lost !== undefined) return { ...state, notice: { key: "notice.restore-first", values: { name: lost.name } } };
  return { ...state, where: state.where.map((place) => (place === "bin" ? "gone" : place)), notice: { key: "notice.emptied" } };
}

function moved(state: TidyState, index: number, to: "gallery" | "bin"): TidyState {
  return { ...state, where: state.where.map((place, at) => (at === index ? to : place)) };
}

function added(all: readonly number[], one: number): readonly number[] {
  return all.includes(one) ? all : [...all, one];
}

function towardsCopy(state: TidyState, config: TidyConfig, index: number): Hint {
  const values = { name: config.photos[index]?.name ?? "", to: config.to };
  if (state.sent.includes(index)) {
    if (state.page === "relative") return { key: "hint.see", values, next: `see:${index}` };
    return state.page === "home" ? { key: "hint.relative", values, next: "relative" } : { key: "hint.back", next: "back" };
  }
  if (state.page === "photo" && state.open === index) return { key: "hint.share", next: "share" };
  if (state.page === "share" && state.open === index) return { key: "hint.to", values, next: "to:0" };
  return inGallery(state, { key: "hint.open", values, next: `open:${index}` });
}

function towardsBin(state: TidyState, config: TidyConfig, index: number): Hint {
  if (state.page === "photo" && state.open === index) return { key: "hint.throw", next: "throw" };
  return inGallery(state, { key: "hint.open", values: { name: config.photos[index]?.name ?? "" }, next: `open:${index}` });
}

function inGallery(state: TidyState, there: Hint): Hint {
  if (state.page === "gallery") return there;
  return state.page === "home" ? { key: "hint.gallery-all", next: "gallery" } : { key: "hint.back", next: "back" };
}

function inBin(state: TidyState, there: Hint): Hint {
  if (state.page === "bin") return there;
  return state.page === "home" ? { key: "hint.bin", next: "bin" } : { key: "hint.back", next: "back" };
}
