/** What a friendly call asks for. */
export const callDeeds = ["answer", "voice", "video", "camera-off", "camera-on", "mic-off", "mic-on", "hang-up"] as const;
export type CallDeed = (typeof callDeeds)[number];

/** A call of somebody known: to take, or to make with `voice` or `video`. */
export interface FriendlyCall {
  readonly kind: "friendly";
  readonly from: string;
  readonly video?: boolean | undefined;
  readonly says: string;
  readonly tasks: readonly CallDeed[];
}

/** Who can be asked whether a call was true. */
export interface Check {
  readonly id: string;
  readonly text: string;
  readonly right?: boolean | undefined;
  /** Why it is a good way to make sure, or why not. */
  readonly why: string;
}

/** A call that presses for money, a code or silence: to hang up, and to make sure another way. */
export interface FakeCall {
  readonly kind: "fake";
  /** What the screen shows: an unknown number, or a name that may be false. */
  readonly from: string;
  readonly video?: boolean | undefined;
  /** What the caller says, one thing after another. */
  readonly says: readonly string[];
  /** What the caller wants, as the button that would give it says: never given. */
  readonly gives: string;
  /** Why that is never given. */
  readonly why: string;
  /** What the caller answers when asked for the family's secret word; left out where there is none to ask for. */
  readonly secret?: string | undefined;
  readonly checks: readonly Check[];
}

export type Call = FriendlyCall | FakeCall;

export interface PanggilanConfig {
  readonly calls: readonly Call[];
}

export interface PanggilanState {
  /** The call that plays now; the number of calls once all are over. */
  readonly call: number;
  readonly phase: "idle" | "ringing" | "talking" | "checking";
  readonly camera: boolean;
  readonly mic: boolean;
  /** Whether the call made now is a video call. */
  readonly video: boolean;
  /** How many of a false caller's sentences were heard. */
  readonly heard: number;
  /** Whether the false caller was asked for the secret word. */
  readonly asked: boolean;
  /** What was done in the call that plays now. */
  readonly deeds: readonly CallDeed[];
  readonly notice: { readonly key: string; readonly values?: Readonly<Record<string, string>> };
}
