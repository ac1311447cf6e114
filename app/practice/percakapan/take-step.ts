import { type Typed, readTyped } from "../typed.ts";
import {
  type ChatTask, type PercakapanConfig, type PercakapanState, type Sent, type Sheet, chatIn, chatOf, isTrap, messageKey, pollFields, strays,
} from "./chats.ts";
import { controlsOf, copiedLines, exampleFor, hasWritten, messageAbout } from "./controls.ts";

type Take = (state: PercakapanState, rest: string, config: PercakapanConfig) => PercakapanState;

/** The state after a step that the phone offers now, or after typing; `state` itself after any other. */
export function takeStep(state: PercakapanState, step: string, config: PercakapanConfig): PercakapanState {
  if (step.startsWith("type:")) return type(state, step, config);
  if (!controlsOf(state, config).includes(step)) return state;
  const [word = "", rest = ""] = step.split(":");
  return (takes[word] as Take)(state, rest, config);
}

function type(state: PercakapanState, step: string, config: PercakapanConfig): PercakapanState {
  const typed = readTyped(step);
  return typed === undefined ? state : write(state, typed, config);
}

function write(state: PercakapanState, typed: Typed, config: PercakapanConfig): PercakapanState {
  const place = pollFields.findIndex((field) => field === typed.field);
  if (state.sheet === "poll" && place >= 0 && state.poll[place] !== typed.text) {
    const poll = state.poll.map((text, index) => (index === place ? typed.text : text)) as unknown as PercakapanState["poll"];
    return { ...state, poll, notice: { key: "typed" } };
  }
  const isOpen = state.sheet === null && typed.field === "pesan" && controlsOf(state, config).includes("send");
  return isOpen && state.draft !== typed.text ? { ...state, draft: typed.text, notice: { key: "typed" } } : state;
}

const takes: Readonly<Record<string, Take>> = {
  open: (state, id, config) => ({ ...state, chat: id, draft: "", clip: null, notice: notice("opened", { name: nameOf(id, config) }) }),
  back: (state, _, config) => {
    const closed = isRefusable(state.chat, config) && !state.closed.includes(state.chat ?? "") ? [...state.closed, state.chat ?? ""] : state.closed;
    return { ...state, chat: null, draft: "", clip: null, closed, notice: notice(closed === state.closed ? "back" : "closed") };
  },
  example: (state, _, config) => {
    const example = exampleFor(state, config);
    return example === undefined ? state : write(state, example, config);
  },
  hold: (state, id, config) => sheet(state, "held", "held", id, { name: nameOf(id, config) }),
  cancel: (state) => ({ ...state, sheet: parents[state.sheet ?? "attach"] ?? null, notice: notice(afterCancel[state.sheet ?? "attach"] ?? "cancelled") }),
  attach: (state, what) => (what === "" ? sheet(state, "attach", "attach") : sheet(state, what as Sheet, `attach-${what}`)),
  mic: (state) => sheet(state, "recording", "recording"),
  pick: pick,
  send: send,
  location: (state, kind, config) => (kind === "live" ? { ...state, notice: notice("live") } : put(state, { what: "location" }, config)),
  file: (state, id, config) => {
    const file = messageAbout({ ...state, about: id }, config)?.file ?? "";
    return isTrap(file) ? sheet(state, "install", "install", id, { file }) : { ...state, notice: notice("file-fine", { file }) };
  },
  install: (state) => sheet(state, "harm", "harm", state.about),
  bin: (state) => sheet(state, "delete", "delete", state.about),
  delete: (state, whose) => {
    if (whose === "me") return { ...state, notice: notice("delete-me") };
    return { ...state, sheet: null, deleted: [...state.deleted, messageKey(state.chat ?? "", state.about)], notice: notice("deleted") };
  },
  copy: (state) => ({ ...state, sheet: null, clip: state.about, notice: notice("copied") }),
  paste: (state) => ({ ...sheet(state, "list", "pasted"), line: null }),
  line: (state, index) => ({ ...state, line: Number(index), notice: notice("line") }),
  join: (state, _, config) => ({ ...state, joined: [...state.joined, state.chat ?? ""], notice: notice("joined", { name: nameOf(state.chat, config) }) }),
  info: (state) => sheet(state, "info", "info"),
  leave: leave,
  mute: (state, length, config) => {
    if (length === "") return sheet(state, "mute", "mute", state.about);
    return { ...state, sheet: null, muted: [...state.muted, state.about], notice: notice("muted", { name: nameOf(state.about, config) }) };
  },
  block: block,
  tell: (state, whom, config) => {
    const task = refusal(state.about, config);
    if (whom === "" && !state.closed.includes(state.about) && task !== undefined) return { ...state, notice: notice("read-first") };
    if (whom === "" && task === undefined) return { ...state, notice: notice("nothing-to-tell") };
    if (whom === "") return sheet(state, "tell", "tell", state.about);
    if (whom === "number") return { ...state, notice: notice("tell-number") };
    return { ...state, sheet: null, told: [...state.told, state.about], notice: notice("told", { tell: task?.tell ?? "" }) };
  },
};

/** Where cancelling leads: to the sheet before, or to no sheet. */
const parents: Readonly<Partial<Record<Sheet, Sheet>>> = {
  photos: "attach", photo: "photos", location: "attach", contacts: "attach", files: "attach", poll: "attach", leave: "info", mute: "held", tell: "held",
};

/** What is said after cancelling, where that was an answer. */
const afterCancel: Readonly<Partial<Record<Sheet, string>>> = { install: "not-installed", harm: "after-harm" };

function pick(state: PercakapanState, id: string, config: PercakapanConfig): PercakapanState {
  if (state.sheet === null) return sheet(state, "message", "message", id);
  if (state.sheet === "photos") return sheet(state, "photo", "photo", id);
  const what = state.sheet === "contacts" ? "contact" : "file";
  const thing = (what === "contact" ? config.contacts : config.files)?.find((one) => one.id === id);
  if (thing?.keep !== undefined) return { ...state, notice: notice("keep", { why: thing.keep }) };
  return put(state, { what, item: id, text: thing?.name ?? "" }, config);
}

function send(state: PercakapanState, _: string, config: PercakapanConfig): PercakapanState {
  if (state.sheet === "photo") return put(state, { what: "photo", item: state.about }, config);
  if (state.sheet === "recording") return put(state, { what: "voice" }, config);
  if (state.sheet === "poll") return sendPoll(state, config);
  if (state.sheet === "list") return sendList(state, config);
  const text = state.draft.trim();
  return text === "" ? { ...state, notice: notice("empty") } : { ...put(state, { what: "text", text }, config), draft: "" };
}

function sendPoll(state: PercakapanState, config: PercakapanConfig): PercakapanState {
  const [question, ...options] = state.poll.map((text) => text.trim());
  const lines = options.filter((text) => text !== "");
  if (question === undefined || question === "") return { ...state, notice: notice("poll-question") };
  if (lines.length < 2) return { ...state, notice: notice("poll-options") };
  return { ...put(state, { what: "poll", text: question, lines }, config), poll: ["", "", "", ""] };
}

function sendList(state: PercakapanState, config: PercakapanConfig): PercakapanState {
  if (state.line === null) return { ...state, notice: notice("no-name") };
  const lines = copiedLines(state, config).map((text, line) => (line === state.line ? withName(text, config.me) : text));
  return { ...put(state, { what: "list", lines }, config), clip: null, line: null };
}

/** A line of a shared list with a name at its end. */
export function withName(line: string, name: string): string {
  return line.endsWith(":") ? `${line} ${name}` : `${line}, ${name}`;
}

function put(state: PercakapanState, one: Omit<Sent, "chat">, config: PercakapanConfig): PercakapanState {
  const name = nameOf(state.chat, config);
  const after = { ...state, sheet: null, sent: [...state.sent, { ...one, chat: state.chat ?? "" }] };
  const isStray = strays(after, config).length > strays(state, config).length;
  return { ...after, notice: notice(isStray ? "stray" : `sent-${one.what}`, { name }) };
}

function leave(state: PercakapanState, sure: string, config: PercakapanConfig): PercakapanState {
  const chat = state.chat ?? "";
  const task = config.tasks.find((one) => one.do === "leave" && one.chat === chat);
  if (sure === "") return sheet(state, "leave", "leave", chat, { name: nameOf(chat, config) });
  const rest = config.tasks.some((one, index) => one !== task && chatIn(one) === chat && !state.done.includes(index));
  if (task?.do !== "leave" || rest) return { ...state, notice: notice("stay") };
  if (task.goodbye !== undefined && !hasWritten(chat, state)) return { ...state, notice: notice("goodbye-first") };
  return { ...state, sheet: null, chat: null, left: [...state.left, chat], notice: notice("left", { name: nameOf(chat, config) }) };
}

function block(state: PercakapanState, _: string, config: PercakapanConfig): PercakapanState {
  const task = refusal(state.about, config);
  if (task === undefined || task.block === false) return { ...state, notice: notice("no-block", { name: nameOf(state.about, config) }) };
  if (!state.closed.includes(state.about)) return { ...state, notice: notice("read-first") };
  return { ...state, sheet: null, blocked: [...state.blocked, state.about], notice: notice("blocked") };
}

function refusal(chat: string | null, config: PercakapanConfig): Extract<ChatTask, { do: "refuse" }> | undefined {
  return config.tasks.flatMap((task) => (task.do === "refuse" && task.chat === chat ? [task] : []))[0];
}

function isRefusable(chat: string | null, config: PercakapanConfig): boolean {
  return refusal(chat, config) !== undefined;
}

function sheet(state: PercakapanState, name: Sheet, key: string, about = "", values: Record<string, string> = {}): PercakapanState {
  return { ...state, sheet: name, about, notice: notice(key, values) };
}

function notice(key: string, values: Readonly<Record<string, string>> = {}): PercakapanState["notice"] {
  return { key, values };
}

function nameOf(chat: string | null, config: PercakapanConfig): string {
  return chatOf(chat, config)?.name ?? "";
}
