import type { Drawing } from "../drawings.ts";

/** Something that the profile's owner once posted. */
export interface Post {
  readonly id: string;
  readonly text: string;
  readonly drawing?: Drawing | undefined;
  /** Whether strangers had better not see it. */
  readonly unsafe?: boolean | undefined;
  /** Why it may be seen, or why it had better not. */
  readonly why: string;
}

export interface Profile {
  readonly name: string;
  readonly posts: readonly Post[];
}

export const questions = ["true", "useful", "kind"] as const;
export type Question = (typeof questions)[number];

/** News that came, with the answers to the three questions. Doubt counts as no. */
export interface News {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly drawing?: Drawing | undefined;
  readonly answers: Readonly<Record<Question, boolean>>;
  /** Why each answer is what it is. A question after the first no is never asked and needs none. */
  readonly why: Readonly<Partial<Record<Question, string | undefined>>>;
}

/** A profile to tidy or news to weigh, or both: the profile comes first. */
export interface LiniMasaConfig {
  readonly profile?: Profile | undefined;
  readonly news?: readonly News[] | undefined;
}

export const audiences = ["all", "contacts", "me"] as const;
export type Audience = (typeof audiences)[number];

export interface LiniMasaState {
  readonly part: "profile" | "news";
  /** Whether the profile is shown as strangers see it. */
  readonly asStranger: boolean;
  readonly hasLooked: boolean;
  /** Who may see the profile's photo. */
  readonly audience: Audience;
  readonly sheet: "post" | "audience" | null;
  /** The post that the sheet is about. */
  readonly post: string;
  readonly hidden: readonly string[];
  readonly deleted: readonly string[];
  /** How many of the news are decided. */
  readonly decided: number;
  /** How many questions about the present news are answered. */
  readonly asked: number;
  readonly shared: readonly string[];
  readonly notice: { readonly key: string; readonly values?: Readonly<Record<string, string>> };
}

/** The posts that strangers had better not see and still can. */
export function unsafePosts(state: LiniMasaState, config: LiniMasaConfig): readonly Post[] {
  return (config.profile?.posts ?? []).filter(({ id, unsafe }) => unsafe === true && !state.hidden.includes(id) && !state.deleted.includes(id));
}

/** The question that is asked now; none once an answer was no, or all were yes. */
export function questionNow(state: LiniMasaState, news: News): Question | undefined {
  const before = questions.slice(0, state.asked);
  return before.every((question) => news.answers[question]) ? questions[state.asked] : undefined;
}

/** Whether all three answers are yes. */
export function mayShare(news: News): boolean {
  return questions.every((question) => news.answers[question]);
}
