import type { Sentence } from "../simulator.ts";
import {
  type ChatTask, type PercakapanConfig, type PercakapanState, type Sendable, type Sheet, chatOf, messagesOf, strays,
} from "./chats.ts";
import { copiedLines, exampleFor, hasWritten, messageAbout } from "./controls.ts";

/** The next step on the way to the first task that is not done; none when all are. */
export function nextStep(state: PercakapanState, config: PercakapanConfig): string | undefined {
  const stray = strays(state, config)[0];
  if (stray !== undefined) return towardsDeleting(stray.chat, stray.id, state);
  const goal = config.tasks.find((_, index) => !state.done.includes(index));
  return goal && towards(goal, state, config);
}

/** What to say of a step. */
export function sentenceFor(step: string, state: PercakapanState, config: PercakapanConfig): Sentence {
  const example = exampleFor(state, config);
  if (step === "example" && example !== undefined) return { key: `hint.type-${example.field}` };
  const [word = "", rest = ""] = step.split(":");
  const name = chatOf(rest, config)?.name ?? "";
  if (word === "open" || word === "hold") return { key: `hint.${word}`, values: { name } };
  if (word === "pick") return pickSentence(rest, state, config);
  if (word === "line") return { key: "hint.line", values: { line: copiedLines(state, config)[Number(rest)] ?? "" } };
  if (word === "mute" && rest !== "") return { key: "hint.mute-length" };
  if (word === "tell") return { key: rest === "" ? "hint.tell" : "hint.tell-friend", values: { tell: tellFor(state.about, config) } };
  if (word === "send" && state.sheet === "recording") return { key: "hint.send-voice" };
  return { key: `hint.${step.replace(":", "-")}` };
}

function towards(task: ChatTask, state: PercakapanState, config: PercakapanConfig): string {
  switch (task.do) {
    case "send": return towardsSending(task, state, config);
    case "delete": return towardsDeleting(task.chat, messageToDelete(task.chat, state, config), state);
    case "join": return inChat(task.chat, state, {}) ?? "join";
    case "mute": return onList(state, { held: () => "mute", mute: () => "mute:always" }, task.chat) ?? `hold:${task.chat}`;
    case "leave": return towardsLeaving(task, state);
    case "poll": return inChat(task.chat, state, { attach: "attach:poll", poll: exampleFor(state, config) === undefined ? "send" : "example" }) ?? "attach";
    case "add-name": return towardsAdding(task.chat, state, config);
    case "refuse": return towardsRefusing(task, state);
  }
}

const sheetOf: Readonly<Partial<Record<Sendable, Sheet>>> = { photo: "photos", location: "location", contact: "contacts", file: "files", voice: "recording" };

function towardsSending(task: Extract<ChatTask, { do: "send" }>, state: PercakapanState, config: PercakapanConfig): string {
  const choose = task.what === "location" ? "location:once" : `pick:${task.item ?? firstOf(task.what, config)}`;
  const isRightPhoto = task.item === undefined || state.about === task.item;
  const sheets: Partial<Record<Sheet, string>> = {
    ...(task.what === "voice" ? { recording: "send" } : task.what === "text" ? {} : { attach: `attach:${sheetOf[task.what]}`, [sheetOf[task.what] ?? ""]: choose }),
    ...(task.what === "photo" && isRightPhoto && { photo: "send" }),
  };
  const there = inChat(task.to, state, sheets);
  if (there !== undefined) return there;
  if (task.what === "voice") return "mic";
  return task.what === "text" ? writeOrSend(state) : "attach";
}

function towardsDeleting(chat: string, message: string | undefined, state: PercakapanState): string {
  const isHere = state.about === message;
  const there = inChat(chat, state, isHere ? { message: "bin", delete: "delete:all" } : {});
  if (there !== undefined) return there;
  if (message !== undefined) return `pick:${message}`;
  return writeOrSend(state);
}

function towardsLeaving(task: Extract<ChatTask, { do: "leave" }>, state: PercakapanState): string {
  const mustWrite = task.goodbye !== undefined && !hasWritten(task.chat, state);
  const there = inChat(task.chat, state, mustWrite ? {} : { info: "leave", leave: "leave:yes" });
  if (there !== undefined || !mustWrite) return there ?? "info";
  return writeOrSend(state);
}

function towardsAdding(chat: string, state: PercakapanState, config: PercakapanConfig): string {
  const lines = copiedLines(state, config);
  const free = Math.max(0, lines.findIndex((line) => line.endsWith(":")));
  const isList = messageAbout(state, config)?.list !== undefined;
  const there = inChat(chat, state, { ...(isList && { message: "copy" }), list: state.line === null ? `line:${free}` : "send" });
  if (there !== undefined) return there;
  const here = chatOf(chat, config);
  const list = here && messagesOf(here, state).filter((message) => message.list !== undefined && !message.isDeleted).at(-1);
  return state.clip === null ? `pick:${list?.id}` : "paste";
}

function towardsRefusing(task: Extract<ChatTask, { do: "refuse" }>, state: PercakapanState): string {
  if (!state.closed.includes(task.chat)) return inChat(task.chat, state, {}) ?? "back";
  const mustBlock = task.block !== false && !state.blocked.includes(task.chat);
  return onList(state, { held: () => (mustBlock ? "block" : "tell"), ...(!mustBlock && { tell: () => "tell:friend" }) }, task.chat) ?? `hold:${task.chat}`;
}

/** The step that leads into a chat, or on from a sheet there; none in the chat itself. */
function inChat(chat: string, state: PercakapanState, sheets: Partial<Record<Sheet, string>>): string | undefined {
  if (state.sheet !== null) return (state.chat === chat ? sheets[state.sheet] : undefined) ?? "cancel";
  if (state.chat === chat) return undefined;
  return state.chat === null ? `open:${chat}` : "back";
}

/** The step that leads to the list, or on from a sheet there about `chat`; none on the list itself. */
function onList(state: PercakapanState, sheets: Partial<Record<Sheet, () => string>>, chat: string): string | undefined {
  if (state.sheet !== null) return (state.about === chat ? sheets[state.sheet]?.() : undefined) ?? "cancel";
  return state.chat === null ? undefined : "back";
}

function writeOrSend(state: PercakapanState): string {
  return state.draft.trim() === "" ? "example" : "send";
}

function messageToDelete(chat: string, state: PercakapanState, config: PercakapanConfig): string | undefined {
  const here = chatOf(chat, config);
  const mine = here === undefined ? [] : messagesOf(here, state).filter((message) => message.mine && !message.isDeleted);
  return (mine.find(({ wrong }) => wrong) ?? mine[0])?.id;
}

function firstOf(what: Sendable, config: PercakapanConfig): string {
  if (what === "photo") return config.photos?.[0]?.id ?? "";
  return (what === "contact" ? config.contacts : config.files)?.find(({ keep }) => keep === undefined)?.id ?? "";
}

function pickSentence(id: string, state: PercakapanState, config: PercakapanConfig): Sentence {
  if (state.sheet === null) return { key: messageAbout({ ...state, about: id }, config)?.mine ? "hint.pick-mine" : "hint.pick-list" };
  const things = [...(config.photos ?? []), ...(config.contacts ?? []), ...(config.files ?? [])];
  return { key: "hint.pick", values: { name: things.find((thing) => thing.id === id)?.name ?? "" } };
}

function tellFor(chat: string, config: PercakapanConfig): string {
  return config.tasks.flatMap((task) => (task.do === "refuse" && task.chat === chat ? [task.tell] : []))[0] ?? "";
}
