import type { AttendanceStatus } from "#db/term-schema.ts";

/** How a learner's coming is noted, in the order in which a page offers it. */
export const attendanceStatuses: readonly AttendanceStatus[] = ["present", "late", "excused", "absent"];

/** What one line of the sheet says. `minutes` are those attended. */
export interface Attended {
  status: AttendanceStatus;
  minutes: number;
  reason: string | null;
}

/** A line as it was once written. */
export interface Mark extends Attended {
  id: string;
  learnerId: string;
  markedAt: Date;
  /** The name of who wrote it. */
  markedBy: string;
}

/** A line as a form sends it; empty where nothing was chosen or typed. */
export interface TypedLine {
  status: string;
  minutes: string;
  reason: string;
}

/** `withdrawn`: the learner took back their consent, so nothing more is noted of them. */
export type LineFault = "minutes" | "reason" | "withdrawn";

/** Who comes late is taken to have missed this much, unless the mentor says otherwise. */
const minutesLate = 15;
export const longestReason = 120;

/** The minutes attended where none were typed. */
export function usualMinutes(status: AttendanceStatus, sessionMinutes: number): number {
  if (status === "present") return sessionMinutes;
  return status === "late" ? Math.max(sessionMinutes - minutesLate, 1) : 0;
}

/** Whether the learner was in the room. */
export function isThere(status: AttendanceStatus): boolean {
  return status === "present" || status === "late";
}

/** Reads a line: null where nothing was chosen, or what is wrong with it. Minutes are whole, 1 to the session's; who is excused needs a reason. */
export function readLine(typed: TypedLine, sessionMinutes: number): { attended: Attended | null } | { fault: "minutes" | "reason" } {
  const status = attendanceStatuses.find((candidate) => candidate === typed.status);
  if (!status) return { attended: null };
  const reason = tidyReason(typed.reason);
  if (!isThere(status)) return status === "excused" && reason === null ? { fault: "reason" } : { attended: { status, minutes: 0, reason } };
  const text = typed.minutes.trim();
  const minutes = text === "" ? usualMinutes(status, sessionMinutes) : /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return minutes < 1 || minutes > sessionMinutes ? { fault: "minutes" } : { attended: { status, minutes, reason: null } };
}

function tidyReason(text: string): string | null {
  const tidy = text.replaceAll(/[\s\p{C}]+/gu, " ").trim();
  return tidy === "" ? null : [...tidy].slice(0, longestReason).join("");
}

/** A mark as a form shows it. Usual minutes stay empty, so that another status brings its own. */
export function typedOf(mark: Attended | null, sessionMinutes: number): TypedLine {
  if (!mark) return { status: "", minutes: "", reason: "" };
  const isUsual = mark.minutes === usualMinutes(mark.status, sessionMinutes);
  return { status: mark.status, minutes: isUsual ? "" : String(mark.minutes), reason: mark.reason ?? "" };
}

export type Decision = { kind: "keep" } | { kind: "write"; attended: Attended } | { kind: "clash"; latest: Mark };

/**
 * What to do with a line that a form sent. `seenId` is the mark that the form showed (empty: none), `history`
 * all marks of this learner, the newest first. Nothing is written twice, and nothing over what another
 * mentor wrote meanwhile, unless the form only repeats what it was shown.
 */
export function decideLine(attended: Attended | null, seenId: string, history: readonly Mark[]): Decision {
  const latest = history[0];
  if (!attended || (latest && isSame(latest, attended))) return { kind: "keep" };
  if (!latest || latest.id === seenId) return { kind: "write", attended };
  const seen = history.find(({ id }) => id === seenId);
  return seen && isSame(seen, attended) ? { kind: "keep" } : { kind: "clash", latest };
}

function isSame(one: Attended, other: Attended): boolean {
  return one.status === other.status && one.minutes === other.minutes && one.reason === other.reason;
}

export type Tally = Record<AttendanceStatus | "unmarked", number>;

/** How many of a roll are noted in which way. */
export function tallyOf(statuses: readonly (AttendanceStatus | null)[]): Tally {
  const tally: Tally = { present: 0, late: 0, excused: 0, absent: 0, unmarked: 0 };
  for (const status of statuses) tally[status ?? "unmarked"] += 1;
  return tally;
}

/**
 * How many sessions in a row, up to the last, a learner was away. `statuses` are in the order of the
 * sessions; null where nobody noted anything, which tells nothing either way.
 */
export function timesAwayInARow(statuses: readonly (AttendanceStatus | null)[]): number {
  const noted = statuses.filter((status) => status !== null);
  const lastThere = noted.findLastIndex(isThere);
  return noted.length - 1 - lastThere;
}
