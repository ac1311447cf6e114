import { z } from "zod";
import { tidyText } from "./registration.ts";

/** A level is told to expire from this many days before its last day: time to sit a renewal. */
export const daysToExpiry = 60;

export type LevelStanding = "valid" | "expiring" | "expired";

/** Whether a level holds on a day; its last day is still a valid one. Days are `YYYY-MM-DD`. */
export function standingOf({ expiresOn }: { expiresOn: string | null }, today: string): LevelStanding {
  if (expiresOn === null) return "valid";
  if (expiresOn < today) return "expired";
  return daysBetween(today, expiresOn) <= daysToExpiry ? "expiring" : "valid";
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** What was typed, kept as it was so that nothing has to be typed again. */
export interface TypedLevel {
  programme: string;
  level: string;
  number: string;
  issuedOn: string;
  expiresOn: string;
}

export interface Level {
  programme: string;
  level: string;
  number: string | null;
  issuedOn: string;
  expiresOn: string | null;
}

export type LevelFault = "programme" | "level" | "number" | "issuedOn" | "issuedLater" | "expiresOn" | "expiresBefore" | "twice";

/** Reads a level as it was typed on a day. Which programmes and levels there are, they change and differ: any name will do. */
export function readLevel(typed: TypedLevel, today: string): { level: Level } | { faults: LevelFault[] } {
  const parsed = levelSchema.safeParse(typed);
  const faults = parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => issue.path[0] as LevelFault))];
  const [issuedOn, expiresOn] = [dayIn(typed.issuedOn), dayIn(typed.expiresOn)];
  if (issuedOn !== null && issuedOn > today) faults.push("issuedLater");
  if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn) faults.push("expiresBefore");
  return parsed.success && faults.length === 0 ? { level: parsed.data } : { faults };
}

const tidy = z.string().transform(tidyText);
const hasWord = /[\p{L}\p{N}]/u;
const day = z.string().refine((text) => dayIn(text) !== null).transform((text) => dayIn(text) as string);
const levelSchema = z.object({
  programme: tidy.pipe(z.string().min(2).max(80).regex(hasWord)),
  level: tidy.pipe(z.string().min(1).max(40).regex(hasWord)),
  number: tidy.pipe(z.string().max(60)).transform((text) => text || null),
  issuedOn: day,
  expiresOn: z.union([tidy.pipe(z.literal("")).transform(() => null), day]),
});

/** `2026-11-22`, or `22-11-2026` and `22/11/2026` as people type it where the browser shows no calendar; null for what is no day of 2000 to 2099. */
export function dayIn(text: string): string | null {
  const typed = tidyText(text);
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ?? [];
  const [, date2, month2, year2] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed) ?? [];
  const iso = year ? `${year}-${month}-${date}` : year2 ? `${year2}-${month2?.padStart(2, "0")}-${date2?.padStart(2, "0")}` : "";
  const time = Date.parse(`${iso}T00:00:00Z`);
  return /^20/.test(iso) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}
