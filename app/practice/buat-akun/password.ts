export interface PasswordWord {
  readonly text: string;
  /** Why it is easily guessed, such as a name or a year; left out for good words. */
  readonly why?: string | undefined;
}

/** How good a password is, a key below `meter.`: 0 to 3 of 3 bars. */
export interface Strength {
  readonly bars: 0 | 1 | 2 | 3;
  readonly key: "none" | "guessable" | "short" | "nearly" | "strong";
  /** What is easily guessed in it. */
  readonly why?: string;
}

/** Judges a password of `chosen` words against the number of words it should have at `least`. */
export function strengthOf(chosen: readonly PasswordWord[], least: number): Strength {
  const weak = chosen.find(({ why }) => why !== undefined);
  if (chosen.length === 0) return { bars: 0, key: "none" };
  if (weak?.why !== undefined) return { bars: 1, key: "guessable", why: weak.why };
  if (chosen.length >= least) return { bars: 3, key: "strong" };
  return chosen.length === least - 1 && chosen.length > 1 ? { bars: 2, key: "nearly" } : { bars: 1, key: "short" };
}
