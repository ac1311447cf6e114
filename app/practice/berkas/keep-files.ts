import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { readTyped, typedStep } from "../typed.ts";
import type { Photo } from "./photos.ts";

export interface KeepConfig {
  readonly do: "simpan";
  /** The site from which the photo and the file are fetched. */
  readonly site: string;
  readonly photo: { readonly name: string; readonly picture: Photo };
  /** A file, with the lines that it shows. */
  readonly file: { readonly name: string; readonly lines: readonly string[] };
  readonly contact: { readonly name: string; readonly number: string };
  /** Something on the site that is better not downloaded. */
  readonly trap?: { readonly name: string; readonly why: string } | undefined;
}

export const keepTasks = ["save-photo", "see-photo", "save-file", "see-file", "save-contact", "see-contact"] as const;
export type KeepTask = (typeof keepTasks)[number];

export interface KeepState {
  readonly do: "simpan";
  readonly page: "home" | "site" | "menu" | "gallery" | "photo" | "files" | "downloads" | "file" | "contacts" | "new" | "contact";
  readonly name: string;
  readonly number: string;
  readonly done: readonly KeepTask[];
  readonly notice: Sentence;
}

export const nameField = "nama";
export const numberField = "nomor";

/** A phone on which a photo, a file and a contact are kept, each in its place, and found again. */
export const keepFiles: Simulator<KeepConfig, KeepState> = {
  start() {
    return { do: "simpan", page: "home", name: "", number: "", done: [], notice: { key: "notice.start" } };
  },

  take(state, step, config) {
    const typed = readTyped(step);
    if (typed !== undefined) return typeInto(state, typed.field, typed.text);
    return keepFiles.controls(state, config).includes(step) ? pressed(state, step, config) : state;
  },

  tasks(state, config) {
    const values = valuesOf(config);
    return keepTasks.map((id) => ({ id, done: state.done.includes(id), label: { key: `task.${id}`, values } }));
  },

  notice(state) {
    return state.notice;
  },

  hint(state, config): Hint {
    const goal = keepTasks.find((task) => !state.done.includes(task));
    if (goal === undefined) return { key: "hint.finished" };
    return { ...towards(state, config, goal), values: valuesOf(config) };
  },

  controls(state, config) {
    const has = (task: KeepTask) => state.done.includes(task);
    switch (state.page) {
      case "home": return ["site", "gallery", "files", "contacts"];
      case "site": return ["hold", "download", ...(config.trap === undefined ? [] : ["trap"]), "back"];
      case "menu": return ["save-photo", "cancel"];
      case "gallery": return [...(has("save-photo") ? ["see-photo"] : []), "back"];
      case "files": return ["downloads", "back"];
      case "downloads": return [...(has("save-file") ? ["see-file"] : []), "back"];
      case "contacts": return ["new", ...(has("save-contact") ? ["see-contact"] : []), "back"];
      case "new": return ["save-contact", "back"];
      default: return ["back"];
    }
  },

  // Names and numbers have fields of their own.
  keystroke: () => [],

  twins: {},
};

function valuesOf({ photo, file, contact }: KeepConfig) {
  return { photo: photo.name, file: file.name, name: contact.name, number: contact.number };
}

function typeInto(state: KeepState, field: string, text: string): KeepState {
  const key = field === nameField ? "name" : field === numberField ? "number" : undefined;
  if (state.page !== "new" || key === undefined || state[key] === text) return state;
  return { ...state, [key]: text, notice: { key: "notice.typed" } };
}

function pressed(state: KeepState, step: string, config: KeepConfig): KeepState {
  const values = valuesOf(config);
  switch (step) {
    case "site": case "gallery": case "files": case "contacts": case "downloads": case "new":
      return { ...state, page: step, notice: { key: `notice.${step}` } };
    case "hold": return { ...state, page: "menu", notice: { key: "notice.menu" } };
    case "cancel": return { ...state, page: "site", notice: { key: "notice.site" } };
    case "save-photo": return did({ ...state, page: "site", notice: { key: "notice.save-photo", values } }, "save-photo");
    case "download": return did({ ...state, notice: { key: "notice.save-file", values } }, "save-file");
    case "trap": return { ...state, notice: { key: "notice.trap", values: { why: config.trap?.why ?? "" } } };
    case "see-photo": return did({ ...state, page: "photo", notice: { key: "notice.see-photo", values } }, "see-photo");
    case "see-file": return did({ ...state, page: "file", notice: { key: "notice.see-file", values } }, "see-file");
    case "see-contact": return did({ ...state, page: "contact", notice: { key: "notice.see-contact", values } }, "see-contact");
    case "save-contact": return saveContact(state, config);
    default: return { ...state, page: pageBefore(state), notice: { key: "notice.back" } };
  }
}

function pageBefore({ page }: KeepState): KeepState["page"] {
  if (page === "photo") return "gallery";
  if (page === "file") return "downloads";
  if (page === "downloads") return "files";
  return page === "new" || page === "contact" ? "contacts" : "home";
}

function saveContact(state: KeepState, config: KeepConfig): KeepState {
  if (plain(state.name) !== plain(config.contact.name)) return { ...state, notice: { key: state.name === "" ? "notice.no-name" : "notice.other-name" } };
  if (digits(state.number) !== digits(config.contact.number)) return { ...state, notice: { key: state.number === "" ? "notice.no-number" : "notice.other-number" } };
  return did({ ...state, page: "contacts", name: "", number: "", notice: { key: "notice.save-contact", values: valuesOf(config) } }, "save-contact");
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}

function digits(number: string): string {
  return number.replace(/[\s.-]/g, "");
}

function did(state: KeepState, task: KeepTask): KeepState {
  return state.done.includes(task) ? state : { ...state, done: [...state.done, task] };
}

type Way = Partial<Record<KeepState["page"], string>>;

/** What to press on which page for a task; on any other page, one goes back. */
const ways: Readonly<Record<KeepTask, Way>> = {
  "save-photo": { home: "site", site: "hold", menu: "save-photo" },
  "see-photo": { home: "gallery", gallery: "see-photo" },
  "save-file": { home: "site", site: "download" },
  "see-file": { home: "files", files: "downloads", downloads: "see-file" },
  "save-contact": { home: "contacts", contacts: "new", new: "save-contact" },
  "see-contact": { home: "contacts", contacts: "see-contact" },
};

function towards(state: KeepState, config: KeepConfig, goal: KeepTask): Hint {
  if (goal === "save-contact" && state.page === "new") {
    if (plain(state.name) !== plain(config.contact.name)) return { key: "hint.type-name", next: typedStep(nameField, config.contact.name) };
    if (digits(state.number) !== digits(config.contact.number)) return { key: "hint.type-number", next: typedStep(numberField, config.contact.number) };
  }
  const next = ways[goal][state.page] ?? (state.page === "menu" ? "cancel" : "back");
  return { key: `hint.${next}`, next };
}
