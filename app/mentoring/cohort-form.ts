import { z } from "zod";
import { tidyText } from "./registration.ts";
import type { Slot } from "./schedule.ts";
import { dayAfter, momentAt, runsPastMidnight, timeAfter } from "./village-clock.ts";

/** One line of the weekly schedule as typed; a line without a weekday and a time counts as empty. */
export interface TypedSlot {
  weekday: string;
  startsAt: string;
  minutes: string;
}

/** A cohort's form as it was sent, kept so that nothing has to be typed again. */
export interface TypedCohort {
  name: string;
  curriculum: string;
  startsOn: string;
  endsOn: string;
  capacity: string;
  /** The user name of its mentor; only leads are asked. */
  mentor: string;
  slots: TypedSlot[];
}

export interface CohortTimes {
  name: string;
  startsOn: string;
  endsOn: string;
  capacity: number | null;
  slots: Slot[];
}

export type CohortFault = "name" | "nameTaken" | "curriculum" | "startsOn" | "endsOn" | "endsBefore" | "tooLong" | "capacity" | "noSlots" | "noSessions" | "mentor";
export type SlotFault = "weekday" | "time" | "minutes" | "together" | "midnight";

export interface CohortFaults {
  faults: readonly CohortFault[];
  /** For each line of the schedule what is wrong with it. */
  slotFaults: readonly (SlotFault | null)[];
}

export const slotLines = 6;
export const usualMinutes = 60;
export const leastMinutes = 15;
export const mostMinutes = 480;
export const mostCapacity = 200;
/** The longest term: a year and the days that a leap year adds. */
const mostDays = 366;

/** Reads what both forms of a cohort ask for. */
export function readCohort(typed: TypedCohort): { times: CohortTimes } | CohortFaults {
  const faults: CohortFault[] = [];
  const name = nameSchema.safeParse(typed.name);
  if (!name.success) faults.push("name");
  const [startsOn, endsOn] = [readDay(typed.startsOn), readDay(typed.endsOn)];
  faults.push(...dateFaults(startsOn, endsOn));
  const capacity = capacitySchema.safeParse(typed.capacity);
  if (!capacity.success) faults.push("capacity");
  const { slots, slotFaults } = readSlots(typed.slots);
  const hasSlotFault = slotFaults.some((fault) => fault !== null);
  if (slots.length === 0 && !hasSlotFault) faults.push("noSlots");
  if (faults.length > 0 || hasSlotFault || !name.success || !capacity.success || !startsOn || !endsOn) return { faults, slotFaults };
  return { times: { name: name.data, startsOn, endsOn, capacity: capacity.data, slots } };
}

const nameSchema = z.string().transform(tidyText).pipe(z.string().min(2).max(60).regex(/\p{L}/u));
const capacitySchema = z
  .string()
  .transform((text) => text.trim())
  .pipe(z.string().regex(/^\d{0,3}$/))
  .transform((text) => (text === "" ? null : Number(text)))
  .pipe(z.number().min(1).max(mostCapacity).nullable());

function dateFaults(startsOn: string | null, endsOn: string | null): CohortFault[] {
  const faults: CohortFault[] = [];
  if (!startsOn) faults.push("startsOn");
  if (!endsOn) faults.push("endsOn");
  if (!startsOn || !endsOn) return faults;
  if (endsOn < startsOn) return ["endsBefore"];
  return endsOn > dayAfter(startsOn, mostDays) ? ["tooLong"] : [];
}

/** A day typed as `2026-11-24`, `24-11-2026` or `24/11/2026`, as `YYYY-MM-DD`; null for what is no day of these years. */
export function readDay(text: string): string | null {
  const turned = text.trim().replace(/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/, (_all, day: string, month: string, year: string) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  if (!/^20[2-9]\d-\d\d-\d\d$/.test(turned)) return null;
  const moment = new Date(`${turned}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(turned) ? turned : null;
}

/** A time typed as `09:00`, `9.00` or `9`, as `HH:MM`; null for what is no time of the day. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[.:](\d{2}))?(?::\d{2})?$/.exec(text.trim());
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  return hours > 23 || minutes > 59 ? null : `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

function readSlots(typed: readonly TypedSlot[]): { slots: Slot[]; slotFaults: (SlotFault | null)[] } {
  const slots: Slot[] = [];
  const slotFaults = typed.map((line) => {
    if (line.weekday === "" && line.startsAt.trim() === "") return null;
    const startsAt = readTime(line.startsAt);
    const [weekday, minutes] = [Number(line.weekday), Number(line.minutes.trim() || usualMinutes)];
    if (!/^[1-7]$/.test(line.weekday)) return "weekday";
    if (!startsAt) return "time";
    if (!Number.isInteger(minutes) || minutes < leastMinutes || minutes > mostMinutes) return "minutes";
    if (runsPastMidnight({ startsAt: momentAt("2026-01-01", startsAt, "WIB"), minutes }, "WIB")) return "midnight";
    if (slots.some((other) => other.weekday === weekday && meets(other, { startsAt, minutes }))) return "together";
    slots.push({ weekday, startsAt, minutes });
    return null;
  });
  return { slots, slotFaults };
}

function meets(a: Omit<Slot, "weekday">, b: Omit<Slot, "weekday">): boolean {
  return a.startsAt < timeAfter(b.startsAt, b.minutes) && b.startsAt < timeAfter(a.startsAt, a.minutes);
}

/** What a cohort's form shows of it. Two forms that show the same are the same text. */
export function typedFrom({ name, startsOn, endsOn, capacity, slots }: CohortTimes): TypedCohort {
  const lines = slots.map(({ weekday, startsAt, minutes }) => ({ weekday: String(weekday), startsAt, minutes: String(minutes) }));
  return { name, curriculum: "", startsOn, endsOn, capacity: capacity === null ? "" : String(capacity), mentor: "", slots: padded(lines) };
}

/** An empty form. */
export function nothingTyped(): TypedCohort {
  return { name: "", curriculum: "", startsOn: "", endsOn: "", capacity: "", mentor: "", slots: padded([]) };
}

function padded(lines: readonly TypedSlot[]): TypedSlot[] {
  const empty = { weekday: "", startsAt: "", minutes: String(usualMinutes) };
  return [...lines, ...Array.from({ length: Math.max(0, slotLines - lines.length) }, () => empty)];
}
