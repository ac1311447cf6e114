/** A learner's row of the board during class, as words: what the stream sends when it changes. Empty and null mean nothing to show. */
export interface ClassRow {
  /** The lesson's or module's title; empty when the learner is not here. */
  place: string;
  /** Such as `Layar 4: Ketik PIN`. */
  screen: string;
  /** Since when on this screen, in seconds since the epoch. */
  since: number | null;
  /** Since when nothing was touched, in seconds since the epoch; null while that is not long. */
  quietAt: number | null;
  /** What was done last today. */
  result: string;
  /** Why they are stuck, in one sentence. */
  stuck: string;
  /** Where the learner called from, and when, in seconds since the epoch. */
  helpPlace: string;
  helpAt: number | null;
  /** The lesson whose practical task may be ticked off. */
  lessonId: string;
  /** Who ticked it: `l` the learner, `m` the mentor. */
  ticks: string;
}

/** The rows of a class by the learners' numbers. */
export type ClassRows = Record<string, ClassRow>;

/** The fields' names on the wire, one letter each: a class's board costs a phone its data. */
const letters = { place: "p", screen: "s", since: "t", quietAt: "d", result: "r", stuck: "k", helpPlace: "q", helpAt: "h", lessonId: "l", ticks: "y" } as const;

/** What changed from one moment to the next as compact JSON: only rows and fields that differ. Null when nothing did. */
export function changesOf(before: ClassRows, after: ClassRows): string | null {
  const changed: Record<string, Record<string, string | number | null>> = {};
  for (const [number, row] of Object.entries(after)) {
    const old = before[number] ?? emptyRow;
    for (const field of Object.keys(letters) as (keyof ClassRow)[]) if (old[field] !== row[field]) (changed[number] ??= {})[letters[field]] = row[field];
  }
  return Object.keys(changed).length > 0 ? JSON.stringify(changed) : null;
}

export const emptyRow: ClassRow = { place: "", screen: "", since: null, quietAt: null, result: "", stuck: "", helpPlace: "", helpAt: null, lessonId: "", ticks: "" };

/** In which order rows stand: calls by their wait, then who is stuck, then who is here, then the rest. Lower comes first. */
export function rankOf(row: ClassRow): number {
  if (row.helpAt !== null) return 0;
  if (row.stuck) return 1;
  return row.since !== null ? 2 : 3;
}
