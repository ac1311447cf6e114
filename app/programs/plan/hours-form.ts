import { readTime } from "#app/mentoring/cohort-form.ts";
import type { OpenDay } from "#app/mentoring/opening-hours.ts";

/** One day's line as typed; a line without times is a day on which the centre is closed. */
export interface TypedDay {
  opens: string;
  closes: string;
}

/** The form of a centre's hours as it was sent, Monday first. */
export interface TypedHours {
  days: TypedDay[];
  /** Tuesday to Friday are as Monday is, whatever stands in their lines. */
  isSameOnWorkdays: boolean;
}

/** `half`: one of the two times is missing; `time`: it is no time; `order`: it closes before it opens. */
export type HoursFault = "half" | "time" | "order";

const daysOfWeek = [1, 2, 3, 4, 5, 6, 7];
/** Tuesday to Friday. */
export const laterWorkdays: readonly number[] = [2, 3, 4, 5];

/** What the form sent; `text` finds a field by its name. */
export function typedHours(text: (name: string) => string): TypedHours {
  const days = daysOfWeek.map((weekday) => ({ opens: text(`opens-${weekday}`).slice(0, 20), closes: text(`closes-${weekday}`).slice(0, 20) }));
  return { days, isSameOnWorkdays: text("same") !== "" };
}

/** What the form of a centre with these hours shows. */
export function typedFrom(hours: readonly OpenDay[]): TypedHours {
  const days = daysOfWeek.map((weekday) => {
    const { opens = "", closes = "" } = hours.find((one) => one.weekday === weekday) ?? {};
    return { opens, closes };
  });
  const [monday] = days;
  return { days, isSameOnWorkdays: laterWorkdays.every((weekday) => days[weekday - 1]?.opens === monday?.opens && days[weekday - 1]?.closes === monday?.closes) };
}

/** Reads a centre's hours. */
export function readHours(typed: TypedHours): { hours: OpenDay[] } | { faults: (HoursFault | null)[] } {
  const faults = faultsOfHours(typed);
  if (faults.some(Boolean)) return { faults };
  const hours = daysOfWeek.flatMap((weekday) => {
    const isAsMonday = typed.isSameOnWorkdays && laterWorkdays.includes(weekday);
    const { opens = "", closes = "" } = typed.days[(isAsMonday ? 1 : weekday) - 1] ?? {};
    const [from, until] = [readTime(opens), readTime(closes)];
    return from && until ? [{ weekday, opens: from, closes: until }] : [];
  });
  return { hours };
}

/** What is wrong with each day's line, Monday first. */
export function faultsOfHours({ days, isSameOnWorkdays }: TypedHours): (HoursFault | null)[] {
  return days.map((day, index) => (isSameOnWorkdays && laterWorkdays.includes(index + 1) ? null : faultOf(day)));
}

function faultOf({ opens, closes }: TypedDay): HoursFault | null {
  if (opens.trim() === "" && closes.trim() === "") return null;
  if (opens.trim() === "" || closes.trim() === "") return "half";
  const [from, until] = [readTime(opens), readTime(closes)];
  if (!from || !until) return "time";
  return until > from ? null : "order";
}
