import { dayIn } from "#app/mentoring/mentor-level.ts";
import { tidyText } from "#app/mentoring/registration.ts";
import type { VillageStage } from "#db/programs-schema.ts";
import type { Values } from "./plan-targets.ts";
import { readPeople } from "./target-list.ts";

export const longestReason = 300;
export const longestName = 80;
/** More than anybody types by hand; what is longer is cut and refused all the same. */
export const mostTyped = 20_000;

/** Why something is changed: 3 to 300 letters, with a word in it; null for anything else. */
export function readReason(text: string): string | null {
  const reason = tidyText(text);
  return reason.length >= 3 && reason.length <= longestReason && /\p{L}/u.test(reason) ? reason : null;
}

/** A name of something: 2 to 80 letters; null for anything else. */
export function readName(text: string, longest = longestName): string | null {
  const name = tidyText(text);
  return name.length >= 2 && name.length <= longest && /[\p{L}\p{N}]/u.test(name) ? name : null;
}

export interface TypedTarget {
  learners: string;
  wave: string;
  reason: string;
}
export type TargetFault = "learners" | "wave" | "reason" | "nothing" | "stale" | "unknown" | "retired" | "outside";

/** Reads what a village is to reach; `waves` are the program's. */
export function readTarget(typed: TypedTarget, waves: readonly number[]): { values: Values; reason: string } | { faults: TargetFault[] } {
  const [learners, reason] = [readPeople(typed.learners), readReason(typed.reason)];
  const wave = typed.wave === "" ? null : waves.find((number) => String(number) === typed.wave);
  if (learners !== null && reason !== null && wave !== undefined) return { values: { learners, wave }, reason };
  return { faults: [...(learners === null ? ["learners" as const] : []), ...(wave === undefined ? ["wave" as const] : []), ...(reason === null ? ["reason" as const] : [])] };
}

/** What a form about a target showed: two that show the same have the same stamp. */
export function stampOf(values: Values | undefined): string {
  return values ? `${values.learners} ${values.wave ?? ""}` : "";
}

/** In the order in which a village goes through them. */
export const stageOrder = ["internet", "center", "cohort", "graduates"] as const satisfies readonly VillageStage[];

/** The stages that a lead enters; the others follow from cohorts and their people. */
export const enteredStages = ["internet", "center"] as const;
export type EnteredStage = (typeof enteredStages)[number];

export function isEnteredStage(text: string): text is EnteredStage {
  return (enteredStages as readonly VillageStage[]).includes(text as VillageStage);
}

export interface TypedStage {
  reachedOn: string;
  source: string;
  reason: string;
}
export type StageFault = "reachedOn" | "future" | "order" | "source" | "reason" | "stale" | "later";

/** Reads a stage as a lead enters it; a reason is asked for where one was entered before. */
export function readStage(typed: TypedStage, { today, isChange }: { today: string; isChange: boolean }): { reachedOn: string; source: string; reason: string } | { faults: StageFault[] } {
  const reachedOn = dayIn(typed.reachedOn);
  const source = readName(typed.source, 200);
  const reason = isChange ? readReason(typed.reason) : source;
  const faults: StageFault[] = [];
  if (reachedOn === null) faults.push("reachedOn");
  else if (reachedOn > today) faults.push("future");
  if (source === null) faults.push("source");
  if (isChange && reason === null) faults.push("reason");
  return faults.length === 0 && reachedOn && source && reason ? { reachedOn, source, reason } : { faults };
}

export interface TypedWave {
  number: string;
  name: string;
  startsOn: string;
  endsOn: string;
  reason: string;
}
export type WaveFault = "number" | "name" | "startsOn" | "endsOn" | "upsideDown" | "outsideProgram" | "reason" | "taken" | "stale" | "nothing";
export interface WaveValues {
  number: number;
  name: string;
  startsOn: string | null;
  endsOn: string | null;
}

/** Reads a wave; its dates may stay empty, and lie within the program's. */
export function readWaveForm(typed: TypedWave, program: { startsOn: string; endsOn: string | null }): { wave: WaveValues; reason: string } | { faults: WaveFault[] } {
  const number = /^[1-9]\d?$/.test(tidyText(typed.number)) ? Number(tidyText(typed.number)) : null;
  const [name, reason] = [readName(typed.name), readReason(typed.reason)];
  const [startsOn, endsOn] = [dayOrEmpty(typed.startsOn), dayOrEmpty(typed.endsOn)];
  const faults: WaveFault[] = [];
  if (number === null) faults.push("number");
  if (name === null) faults.push("name");
  if (startsOn === undefined) faults.push("startsOn");
  if (endsOn === undefined) faults.push("endsOn");
  if (startsOn && endsOn && endsOn < startsOn) faults.push("upsideDown");
  const days = [startsOn, endsOn].flatMap((day) => day ?? []);
  if (days.some((day) => day < program.startsOn || (program.endsOn !== null && day > program.endsOn))) faults.push("outsideProgram");
  if (reason === null) faults.push("reason");
  if (faults.length > 0 || number === null || !name || !reason || startsOn === undefined || endsOn === undefined) return { faults };
  return { wave: { number, name, startsOn, endsOn }, reason };
}

/** Null when it is empty, undefined when it is no day. */
export function dayOrEmpty(text: string): string | null | undefined {
  return tidyText(text) === "" ? null : (dayIn(text) ?? undefined);
}

export function waveStamp(wave: WaveValues | undefined): string {
  return wave ? [wave.name, wave.startsOn ?? "", wave.endsOn ?? ""].join("|") : "";
}
