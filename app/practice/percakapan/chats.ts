import type { Drawing } from "../drawings.ts";

/** What somebody wrote before the exercise begins. One of `text`, `photo`, `file` and `list` is its content. */
export interface ChatMessage {
  /** Who wrote it, in a group; left out where it is the person whom the chat is with. */
  readonly from?: string | undefined;
  /** Whether the learner wrote it. */
  readonly mine?: boolean | undefined;
  /** Whether it went to this chat by mistake: the message that `delete` speaks of. */
  readonly wrong?: boolean | undefined;
  readonly text?: string | undefined;
  readonly photo?: { readonly drawing: Drawing; readonly name: string } | undefined;
  /** A file by its whole name; one that ends in `.apk` is a trap. */
  readonly file?: string | undefined;
  /** A shared list, one line a duty. */
  readonly list?: readonly string[] | undefined;
}

export interface Chat {
  readonly id: string;
  readonly name: string;
  /** Names of a group's members; a chat with members is a group. */
  readonly members?: readonly string[] | undefined;
  /** Who asks the learner into the group; left out where the learner is in it already. */
  readonly invitedBy?: string | undefined;
  readonly messages: readonly ChatMessage[];
}

export interface Photo {
  readonly id: string;
  readonly name: string;
  readonly drawing: Drawing;
}

/** A person or a file that may be handed on; `keep` tells why it may not. */
export interface Shareable {
  readonly id: string;
  readonly name: string;
  readonly keep?: string | undefined;
}

export const sendable = ["text", "voice", "photo", "location", "contact", "file"] as const;
export type Sendable = (typeof sendable)[number];

export type ChatTask =
  | {
      readonly do: "send";
      readonly what: Sendable;
      readonly to: string;
      /** Which photo, contact or file. */
      readonly item?: string | undefined;
      /** What a text could say. */
      readonly example?: string | undefined;
      /** What comes back. */
      readonly reply?: string | undefined;
    }
  | { readonly do: "delete"; readonly chat: string }
  | { readonly do: "join"; readonly chat: string }
  | { readonly do: "mute"; readonly chat: string }
  /** `goodbye` is what a farewell could say; with it, the learner says farewell first. */
  | { readonly do: "leave"; readonly chat: string; readonly goodbye?: string | undefined }
  | { readonly do: "poll"; readonly chat: string; readonly question: string; readonly options: readonly string[] }
  | { readonly do: "add-name"; readonly chat: string }
  /** Close the chat, block its number unless `block` is false, and tell `tell`. */
  | { readonly do: "refuse"; readonly chat: string; readonly tell: string; readonly block?: boolean | undefined };

export interface PercakapanConfig {
  /** The name that the learner goes by. */
  readonly me: string;
  readonly chats: readonly Chat[];
  readonly photos?: readonly Photo[] | undefined;
  readonly contacts?: readonly Shareable[] | undefined;
  readonly files?: readonly Shareable[] | undefined;
  readonly tasks: readonly ChatTask[];
}

/** What the learner sent, or what came back. */
export interface Sent {
  readonly chat: string;
  readonly what: Sendable | "poll" | "list" | "reply";
  readonly item?: string;
  readonly text?: string;
  readonly lines?: readonly string[];
}

export const sheets = [
  "attach", "photos", "photo", "recording", "location", "contacts", "files", "poll", "list",
  "message", "delete", "info", "leave", "held", "mute", "tell", "install", "harm",
] as const;
/** What lies over the chat, or over the list of chats. */
export type Sheet = (typeof sheets)[number];

export interface PercakapanState {
  /** The chat that is open; none on the list. */
  readonly chat: string | null;
  readonly sheet: Sheet | null;
  /** The photo, message, file or chat that the sheet is about. */
  readonly about: string;
  readonly draft: string;
  /** A poll's question and three options as typed so far. */
  readonly poll: readonly [string, string, string, string];
  /** The message that was copied. */
  readonly clip: string | null;
  /** The line of the copied list that bears the learner's name now. */
  readonly line: number | null;
  readonly sent: readonly Sent[];
  /** Keys of messages deleted for all, as `messageKey` makes them. */
  readonly deleted: readonly string[];
  readonly joined: readonly string[];
  readonly muted: readonly string[];
  readonly left: readonly string[];
  readonly closed: readonly string[];
  readonly blocked: readonly string[];
  readonly told: readonly string[];
  /** Indices of the tasks that have been done at least once. */
  readonly done: readonly number[];
  readonly notice: { readonly key: string; readonly values?: Readonly<Record<string, string>> };
}

export const pollFields = ["tanya", "satu", "dua", "tiga"] as const;

/** A message as it stands in a chat, with its id for steps: `t0` was there before, `s0` was sent. */
export interface Shown extends ChatMessage {
  readonly id: string;
  readonly sent?: Sent;
  readonly isDeleted: boolean;
}

export function messageKey(chat: string, id: string): string {
  return `${chat}/${id}`;
}

export function chatOf(id: string | null, config: PercakapanConfig): Chat | undefined {
  return config.chats.find((chat) => chat.id === id);
}

/** The messages of a chat, oldest first. */
export function messagesOf(chat: Chat, state: PercakapanState): readonly Shown[] {
  const before = chat.messages.map((message, index): Shown => ({ ...message, id: `t${index}`, isDeleted: false }));
  const sent = state.sent.flatMap((one, index): Shown[] =>
    one.chat === chat.id ? [{ id: `s${index}`, mine: one.what !== "reply", text: one.text, list: one.what === "list" ? one.lines : undefined, sent: one, isDeleted: false }] : []);
  return [...before, ...sent].map((message) => ({ ...message, isDeleted: state.deleted.includes(messageKey(chat.id, message.id)) }));
}

export function isGroup(chat: Chat): boolean {
  return chat.members !== undefined;
}

/** Whether the learner may write in the chat. */
export function isIn(chat: Chat, state: PercakapanState): boolean {
  return (chat.invitedBy === undefined || state.joined.includes(chat.id)) && !state.blocked.includes(chat.id);
}

/** The chats on the list: those that the learner has not left. */
export function chatsListed(state: PercakapanState, config: PercakapanConfig): readonly Chat[] {
  return config.chats.filter(({ id }) => !state.left.includes(id));
}

export function isTrap(file: string): boolean {
  return /\.apk$/i.test(file);
}

/** The chat that a task is about. */
export function chatIn(task: ChatTask): string {
  return task.do === "send" ? task.to : task.chat;
}

/** Things that went to somebody for whom they were not meant, and are still there. */
export function strays(state: PercakapanState, config: PercakapanConfig): readonly { chat: string; id: string }[] {
  return state.sent.flatMap((one, index) => {
    const meant = config.tasks.flatMap((task) => (task.do === "send" && task.what === one.what ? [task.to] : []));
    const isStray = ["photo", "location", "contact", "file"].includes(one.what) && !meant.includes(one.chat);
    return isStray && !state.deleted.includes(messageKey(one.chat, `s${index}`)) ? [{ chat: one.chat, id: `s${index}` }] : [];
  });
}
