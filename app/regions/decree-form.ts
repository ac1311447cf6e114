import { tidyText } from "#app/mentoring/registration.ts";

/** What was typed beside a decree's file. */
export interface TypedDecree {
  decree: string;
  effectiveOn: string;
}

export interface DecreeFormFaults {
  decree?: true;
  date?: "wrong" | "early" | "late";
}

/** Reads the decree's name and date on the day `today` (`YYYY-MM-DD`); what is wrong when it cannot be taken. */
export function readDecreeForm(typed: TypedDecree, today: string): { decree: string; effectiveOn: string } | { faults: DecreeFormFaults } {
  const decree = tidyText(typed.decree);
  const day = typed.effectiveOn.trim();
  const faults: DecreeFormFaults = {};
  if (decree.length < 5 || decree.length > 200 || !/\p{L}/u.test(decree)) faults.decree = true;
  if (!isDay(day)) faults.date = "wrong";
  else if (day < "1945-08-17") faults.date = "early";
  else if (day > today) faults.date = "late";
  return faults.decree || faults.date ? { faults } : { decree, effectiveOn: day };
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
