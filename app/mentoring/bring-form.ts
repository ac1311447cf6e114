import { readDay } from "./cohort-form.ts";
import { readReason } from "./session-form.ts";
import { dayAfter, momentAt, type Zone } from "./village-clock.ts";

/** A form that gives a cohort to somebody, as it was sent. */
export interface TypedBringing {
  how: string;
  until: string;
  reason: string;
}

export type BringFault = "how" | "until" | "reason";

export interface Bringing {
  how: { kind: "add" } | { kind: "handOver" } | { kind: "lend"; until: Date };
  reason: string;
}

/** The longest loan. */
const mostDays = 366;

/** Reads a giving on the day `today`. A loan lasts to the end of its last day on the village's clock. */
export function readBringing({ how, until, reason }: TypedBringing, today: string, zone: Zone): Bringing | { faults: BringFault[] } {
  const faults: BringFault[] = [];
  const told = readReason(reason);
  if (!told) faults.push("reason");
  if (how === "tambah" || how === "serahkan") return told ? { how: { kind: how === "tambah" ? "add" : "handOver" }, reason: told } : { faults };
  if (how !== "pinjamkan") return { faults: ["how", ...faults] };
  const lastDay = readDay(until);
  if (!lastDay || lastDay <= today || lastDay > dayAfter(today, mostDays)) return { faults: ["until", ...faults] };
  return told ? { how: { kind: "lend", until: momentAt(dayAfter(lastDay, 1), "00:00", zone) }, reason: told } : { faults };
}
