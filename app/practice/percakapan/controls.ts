import type { Typed } from "../typed.ts";
import {
  type Chat, type PercakapanConfig, type PercakapanState, type Sheet, type Shown, chatOf, chatsListed, isGroup, isIn, messagesOf, pollFields,
} from "./chats.ts";

/** What the phone offers now, the likeliest first. */
export function controlsOf(state: PercakapanState, config: PercakapanConfig): readonly string[] {
  if (state.sheet !== null) return sheetControls[state.sheet](state, config);
  const chat = chatOf(state.chat, config);
  if (chat === undefined) return chatsListed(state, config).flatMap(({ id }) => [`open:${id}`, `hold:${id}`]);
  if (chat.invitedBy !== undefined && !state.joined.includes(chat.id)) return ["join", "back"];
  return [
    ...(isIn(chat, state) ? writing(state, config) : []),
    ...messagesOf(chat, state).flatMap(touchOf),
    ...(isGroup(chat) ? ["info"] : []),
    "back",
  ];
}

/** The step of touching a message; none where a touch does nothing. */
export function touchOf(message: Shown): readonly string[] {
  if (message.isDeleted) return [];
  if (message.file !== undefined) return [`file:${message.id}`];
  return message.mine || message.list !== undefined ? [`pick:${message.id}`] : [];
}

/** What the field that comes next could say; nothing where no task asks for a text, or where the example stands already. */
export function exampleFor(state: PercakapanState, config: PercakapanConfig): Typed | undefined {
  if (state.sheet === "poll") return pollExample(state, config);
  const text = state.sheet === null ? textFor(state.chat, state, config) : undefined;
  return text === undefined || text === state.draft ? undefined : { field: "pesan", text };
}

function textFor(chat: string | null, state: PercakapanState, config: PercakapanConfig): string | undefined {
  const texts = config.tasks.flatMap((task, index) => {
    if (state.done.includes(index)) return [];
    if (task.do === "send" && task.what === "text" && task.to === chat) return [task.example ?? "Apa kabar?"];
    if (task.do === "delete" && task.chat === chat && !hasOwn(chat, state, config)) return ["Halo."];
    return task.do === "leave" && task.chat === chat && task.goodbye !== undefined && !hasWritten(chat, state) ? [task.goodbye] : [];
  });
  return texts[0];
}

/** What the place of a poll that is still empty could say, and which place it is. */
function pollExample(state: PercakapanState, config: PercakapanConfig): Typed | undefined {
  const task = config.tasks.find((one) => one.do === "poll" && one.chat === state.chat);
  const texts = task?.do === "poll" ? [task.question, ...task.options] : [];
  const index = texts.findIndex((text, place) => text !== state.poll[place] && (state.poll[place] ?? "").trim() === "");
  const [field, text] = [pollFields[index], texts[index]];
  return field === undefined || text === undefined ? undefined : { field, text };
}

function hasOwn(id: string, state: PercakapanState, config: PercakapanConfig): boolean {
  const chat = chatOf(id, config);
  return chat !== undefined && messagesOf(chat, state).some((message) => message.mine && !message.isDeleted);
}

export function hasWritten(chat: string, state: PercakapanState): boolean {
  return state.sent.some((one) => one.chat === chat && one.what === "text");
}

function example(state: PercakapanState, config: PercakapanConfig): readonly string[] {
  return exampleFor(state, config) === undefined ? [] : ["example"];
}

function writing(state: PercakapanState, config: PercakapanConfig): readonly string[] {
  return ["send", ...example(state, config), ...(state.clip === null ? [] : ["paste"]), "mic", "attach"];
}

const sheetControls: Readonly<Record<Sheet, (state: PercakapanState, config: PercakapanConfig) => readonly string[]>> = {
  attach: (state, config) => [...attachments(chatOf(state.chat, config), config), "cancel"],
  photos: (_, config) => [...(config.photos ?? []).map(({ id }) => `pick:${id}`), "cancel"],
  photo: () => ["send", "cancel"],
  recording: () => ["send", "cancel"],
  location: () => ["location:once", "location:live", "cancel"],
  contacts: (_, config) => [...(config.contacts ?? []).map(({ id }) => `pick:${id}`), "cancel"],
  files: (_, config) => [...(config.files ?? []).map(({ id }) => `pick:${id}`), "cancel"],
  poll: (state, config) => ["send", ...example(state, config), "cancel"],
  list: (state, config) => [...copiedLines(state, config).flatMap((_, line) => (line === state.line ? [] : [`line:${line}`])), "send", "cancel"],
  message: (state, config) => [...(messageAbout(state, config)?.mine ? ["bin"] : []), ...(messageAbout(state, config)?.list ? ["copy"] : []), "cancel"],
  delete: () => ["delete:all", "delete:me", "cancel"],
  info: () => ["leave", "cancel"],
  leave: () => ["leave:yes", "cancel"],
  held: (state, config) => [...heldControls(chatOf(state.about, config), state), "cancel"],
  mute: () => ["mute:8h", "mute:week", "mute:always", "cancel"],
  tell: () => ["tell:friend", "tell:number", "cancel"],
  install: () => ["cancel", "install"],
  harm: () => ["cancel"],
};

export function attachments(chat: Chat | undefined, config: PercakapanConfig): readonly string[] {
  return [
    ...(config.photos ? ["attach:photos"] : []), "attach:location", ...(config.contacts ? ["attach:contacts"] : []),
    ...(config.files ? ["attach:files"] : []), ...(chat !== undefined && isGroup(chat) ? ["attach:poll"] : []),
  ];
}

/** The lines of the list that was copied. */
export function copiedLines(state: PercakapanState, config: PercakapanConfig): readonly string[] {
  const chat = chatOf(state.chat, config);
  return (chat && messagesOf(chat, state).find(({ id }) => id === state.clip)?.list) ?? [];
}

/** The message that the sheet is about. */
export function messageAbout(state: PercakapanState, config: PercakapanConfig): Shown | undefined {
  const chat = chatOf(state.chat, config);
  return chat && messagesOf(chat, state).find(({ id }) => id === state.about);
}

function heldControls(chat: Chat | undefined, state: PercakapanState): readonly string[] {
  if (chat === undefined) return [];
  const mute = state.muted.includes(chat.id) ? [] : ["mute"];
  if (isGroup(chat)) return mute;
  return [...mute, ...(state.blocked.includes(chat.id) ? [] : ["block"]), ...(state.told.includes(chat.id) ? [] : ["tell"])];
}
