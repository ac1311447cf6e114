import type { Hint, Sentence, Simulator, Task } from "../simulator.ts";
import { readTyped, typedStep } from "../typed.ts";
import { type Line, type PengumumanConfig, isAsOnPaper } from "./announcements.ts";

export interface PengumumanState {
  readonly do: "pengumuman";
  readonly page: "templates" | "poster" | "line" | "pictures" | "check" | "saved";
  readonly template: string;
  /** What stands in each line now, by its id. */
  readonly texts: Readonly<Record<string, string>>;
  /** The line that is being changed. */
  readonly line: string;
  readonly picture: string;
  /** The lines that were compared with the paper. */
  readonly checked: readonly string[];
  readonly isSaved: boolean;
  readonly isShared: boolean;
  readonly notice: Sentence;
}

/** An announcement made from a template: its lines are replaced, a picture chosen, all compared with the paper, saved and shared. */
export const makeAnnouncement: Simulator<PengumumanConfig, PengumumanState> = {
  start() {
    return { do: "pengumuman", page: "templates", template: "", texts: {}, line: "", picture: "", checked: [], isSaved: false, isShared: false, notice: { key: "notice.start" } };
  },

  take(state, step, config) {
    const typed = readTyped(step);
    if (typed !== undefined) return type(state, typed.field, typed.text);
    return makeAnnouncement.controls(state, config).includes(step) ? press(state, step, config) : state;
  },

  tasks(state, config): readonly Task[] {
    const right = config.lines.filter((line) => isRight(state, line)).length;
    const task = (id: string, done: boolean, values?: Record<string, string>): Task => ({ id, done, label: { key: `task.${id}`, values } });
    return [
      task("template", state.template !== ""),
      task("lines", state.isSaved || right === config.lines.length, { right: String(state.isSaved ? config.lines.length : right), all: String(config.lines.length) }),
      task("picture", state.picture !== ""),
      task("check", state.isSaved || isChecked(state, config)),
      task("save", state.isSaved),
      ...(config.groups === undefined ? [] : [task("share", state.isShared)]),
    ];
  },

  notice: (state) => state.notice,

  hint: (state, config) => (isOver(state, config) ? { key: "hint.finished" } : towards(state, config)),

  controls(state, config) {
    switch (state.page) {
      case "templates": return config.templates.map(({ id }) => `use:${id}`);
      case "poster": return [...config.lines.map(({ id }) => `line:${id}`), "pictures", "check"];
      case "line": return ["done", "cancel"];
      case "pictures": return [...config.pictures.map(({ id }) => `picture:${id}`), "back"];
      case "check": return [...config.lines.flatMap(({ id }) => (state.checked.includes(id) ? [] : [`same:${id}`, `fix:${id}`])), "save", "back"];
      case "saved": return isOver(state, config) ? [] : (config.groups ?? []).map(({ id }) => `share:${id}`);
    }
  },

  keystroke: () => [],

  twins: {},
};

function isOver(state: PengumumanState, config: PengumumanConfig): boolean {
  return state.isSaved && (state.isShared || config.groups === undefined);
}

function isRight(state: PengumumanState, line: Line): boolean {
  return isAsOnPaper(state.texts[line.id] ?? "", line);
}

function isChecked(state: PengumumanState, config: PengumumanConfig): boolean {
  return config.lines.every(({ id }) => state.checked.includes(id));
}

function type(state: PengumumanState, field: string, text: string): PengumumanState {
  if (state.page !== "line" || field !== state.line || text === state.texts[field]) return state;
  return { ...state, texts: { ...state.texts, [field]: text }, checked: state.checked.filter((id) => id !== field), notice: { key: "notice.typed" } };
}

function press(state: PengumumanState, step: string, config: PengumumanConfig): PengumumanState {
  const [word = "", id = ""] = step.split(":");
  const line = config.lines.find((one) => one.id === (id || state.line));
  const values = { label: line?.label ?? "", value: line?.value ?? "", text: state.texts[line?.id ?? ""] ?? "" };
  switch (word) {
    case "use": return use(state, id, config);
    case "line": return { ...state, page: "line", line: id, notice: { key: "notice.line", values } };
    case "fix": return { ...state, page: "line", line: id, notice: { key: "notice.line", values } };
    case "done": return { ...state, page: "poster", notice: { key: values.text.trim() === "" ? "notice.empty" : "notice.changed", values } };
    case "cancel": return { ...state, page: "poster", notice: { key: "notice.back" } };
    case "pictures": case "check": return { ...state, page: word, notice: { key: `notice.${word}` } };
    case "picture": return choosePicture(state, id, config);
    case "same": return compare(state, line, values);
    case "save": return save(state, config);
    case "share": return share(state, id, config);
    default: return { ...state, page: "poster", notice: { key: "notice.back" } };
  }
}

function use(state: PengumumanState, id: string, config: PengumumanConfig): PengumumanState {
  const template = config.templates.find((one) => one.id === id);
  const texts = Object.fromEntries(config.lines.map((line, index) => [line.id, template?.texts[index] ?? ""]));
  return { ...state, page: "poster", template: id, texts, notice: { key: "notice.use", values: { name: template?.name ?? "" } } };
}

function choosePicture(state: PengumumanState, id: string, config: PengumumanConfig): PengumumanState {
  const picture = config.pictures.find((one) => one.id === id);
  const values = { why: picture?.why ?? "" };
  return picture?.right ? { ...state, page: "poster", picture: id, notice: { key: "notice.right", values } } : { ...state, notice: { key: "notice.other", values } };
}

function compare(state: PengumumanState, line: Line | undefined, values: Readonly<Record<string, string>>): PengumumanState {
  if (line === undefined || !isRight(state, line)) return { ...state, notice: { key: "notice.differs", values } };
  return { ...state, checked: [...state.checked, line.id], notice: { key: "notice.same", values } };
}

function save(state: PengumumanState, config: PengumumanConfig): PengumumanState {
  if (!isChecked(state, config)) return { ...state, notice: { key: "notice.check-first" } };
  if (state.picture === "") return { ...state, page: "poster", notice: { key: "notice.picture-first" } };
  return { ...state, page: "saved", isSaved: true, notice: { key: "notice.saved" } };
}

function share(state: PengumumanState, id: string, config: PengumumanConfig): PengumumanState {
  const group = config.groups?.find((one) => one.id === id);
  const values = { why: group?.why ?? "" };
  return group?.right ? { ...state, isShared: true, notice: { key: "notice.right", values } } : { ...state, notice: { key: "notice.other", values } };
}

function towards(state: PengumumanState, config: PengumumanConfig): Hint {
  switch (state.page) {
    case "templates": return { key: "hint.use", values: { name: config.templates[0]?.name ?? "" }, next: `use:${config.templates[0]?.id}` };
    case "poster": return onPoster(state, config);
    case "line": return onLine(state, config);
    case "pictures": return onPictures(state, config);
    case "check": return onCheck(state, config);
    case "saved": return { key: "hint.share", values: { name: config.groups?.find(({ right }) => right)?.text ?? "" }, next: `share:${config.groups?.find(({ right }) => right)?.id}` };
  }
}

function onPoster(state: PengumumanState, config: PengumumanConfig): Hint {
  const line = config.lines.find((one) => !isRight(state, one));
  if (line !== undefined) return { key: "hint.line", values: { label: line.label }, next: `line:${line.id}` };
  return state.picture === "" ? { key: "hint.pictures", next: "pictures" } : { key: "hint.check", next: "check" };
}

function onLine(state: PengumumanState, config: PengumumanConfig): Hint {
  const line = config.lines.find(({ id }) => id === state.line);
  if (line === undefined || isRight(state, line)) return { key: "hint.done", next: "done" };
  return { key: "hint.type", values: { label: line.label, text: line.value }, next: typedStep(line.id, line.value) };
}

function onPictures(state: PengumumanState, config: PengumumanConfig): Hint {
  const picture = config.pictures.find(({ right }) => right);
  return state.picture === "" ? { key: "hint.picture", values: { name: picture?.text ?? "" }, next: `picture:${picture?.id}` } : { key: "hint.back", next: "back" };
}

function onCheck(state: PengumumanState, config: PengumumanConfig): Hint {
  const line = config.lines.find(({ id }) => !state.checked.includes(id));
  if (line !== undefined) return { key: isRight(state, line) ? "hint.same" : "hint.fix", values: { label: line.label }, next: `${isRight(state, line) ? "same" : "fix"}:${line.id}` };
  return state.picture === "" ? { key: "hint.back", next: "back" } : { key: "hint.save", next: "save" };
}
