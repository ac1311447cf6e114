export interface Mail {
  readonly id: string;
  readonly from: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  /** Why the mail is a trap; left out where it is none. */
  readonly trap?: string | undefined;
}

export type MailTask =
  | { readonly do: "read"; readonly mail: string }
  | {
      readonly do: "write";
      /** The address to write to, to the letter. */
      readonly to: string;
      /** Whom the address belongs to. */
      readonly name: string;
      readonly example: Readonly<Record<"subject" | "greeting" | "purpose" | "thanks" | "sender", string>>;
      /** What comes back. */
      readonly answer?: Mail | undefined;
    }
  | { readonly do: "reply"; readonly mail: string; readonly example: Readonly<Record<"answer" | "thanks", string>> }
  /** Throw a trap away unanswered. */
  | { readonly do: "refuse"; readonly mail: string };

export interface EmailConfig {
  readonly inbox: readonly Mail[];
  readonly tasks: readonly MailTask[];
}

/** The fields of a new mail and of a reply, by their ids in steps. */
export const fieldsOf = {
  write: ["kepada", "subjek", "salam", "maksud", "terima", "nama"],
  reply: ["jawab", "terima"],
} as const;
export type MailField = (typeof fieldsOf)[keyof typeof fieldsOf][number];

export interface EmailState {
  readonly screen: "inbox" | "mail" | "write" | "reply";
  /** The mail that is open or is answered. */
  readonly mail: string;
  readonly fields: Readonly<Partial<Record<MailField, string>>>;
  readonly opened: readonly string[];
  readonly binned: readonly string[];
  /** Indices of the tasks of writing and replying that are sent. */
  readonly sent: readonly number[];
  readonly notice: { readonly key: string; readonly values?: Readonly<Record<string, string>>; readonly words?: Readonly<Record<string, string>> };
}

/** The mails that lie in the inbox, the newest first. */
export function mailsIn(state: EmailState, config: EmailConfig): readonly Mail[] {
  const answers = state.sent.flatMap((index) => {
    const task = config.tasks[index];
    return task?.do === "write" && task.answer !== undefined ? [task.answer] : [];
  });
  return [...answers.reverse(), ...config.inbox].filter(({ id }) => !state.binned.includes(id));
}

/** What is wrong with a field, as a key below `fault.`; nothing where it will do. `to` is the address that was asked for. */
export function faultIn(field: MailField, text: string, to: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return "empty";
  if (field === "kepada") return trimmed.toLowerCase() === to.toLowerCase() ? undefined : "address";
  if (/[A-Z].*[A-Z].*[A-Z]/.test(trimmed) && trimmed === trimmed.toUpperCase()) return "shouting";
  const words = trimmed.split(/\s+/).length;
  if (field === "subjek") return words > 8 ? "long" : undefined;
  if (field === "salam") return greeting.test(trimmed) ? undefined : "greeting";
  if (field === "terima") return thanks.test(trimmed) ? undefined : "thanks";
  if (field === "maksud") return words < 3 ? "short" : undefined;
  return undefined;
}

const greeting = /\b(salam|selamat|assalamu|halo|hai|yth|kepada|sampurasun|kulo ?nuwun|sugeng|wilujeng)/i;
const thanks = /(terima ?kasih|makasih|trims|matur ?(suwun|nuwun)|hatur ?nuhun|suwun|nuhun)/i;
