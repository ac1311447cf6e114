import type { ConsentChannel, ConsentPurpose } from "#db/term-schema.ts";
import { tidyText } from "../registration.ts";

/** What people are asked, each apart (UU 27/2022, article 22): learning first, as nothing is kept without it. */
export const consentPurposes = ["learning", "certificate", "photo", "statistics"] as const satisfies readonly ConsentPurpose[];
export const consentChannels = ["read-aloud", "paper", "screen"] as const satisfies readonly ConsentChannel[];

/** A child by PP 17/2025; their parent or guardian agrees for them (UU 27/2022, article 25). */
export const ageOfConsent = 18;

/** Whether who was born in this year may still be a child in `thisYear`: who turns 18 within it may not have done so yet. */
export function mayBeChild(birthYear: number | null, thisYear: number): boolean {
  return birthYear !== null && thisYear - birthYear <= ageOfConsent;
}

export interface TypedConsent {
  purposes: string[];
  channel: string;
  guardianName: string;
  /** Whether the mentor says that who turns 18 this year has done so. */
  isOfAge: boolean;
}

export interface Consent {
  given: ConsentPurpose[];
  channel: ConsentChannel;
  guardianName: string | null;
}

/** `guardianOrAge`: they turn 18 this year, so either a guardian agrees or they have done so. */
export type ConsentFault = "learning" | "nothing" | "channel" | "guardian" | "guardianOrAge";

/**
 * Reads what was ticked. `asked` are the purposes that were open: where learning is one of them it must be ticked,
 * else at least one. Age is reckoned by the year alone: for who turns 18 this year the mentor says whether they have; where the birth year is unknown nobody can be asked for a guardian.
 */
export function readConsent(typed: TypedConsent, { asked, birthYear, thisYear }: { asked: readonly ConsentPurpose[]; birthYear: number | null; thisYear: number }): { consent: Consent } | { faults: ConsentFault[] } {
  const given = asked.filter((purpose) => typed.purposes.includes(purpose));
  const channel = consentChannels.find((known) => known === typed.channel);
  const guardianName = tidyText(typed.guardianName).slice(0, 80);
  const faults: ConsentFault[] = [];
  if (asked.includes("learning") && !given.includes("learning")) faults.push("learning");
  else if (given.length === 0) faults.push("nothing");
  if (!channel) faults.push("channel");
  if (mayBeChild(birthYear, thisYear) && !/\p{L}{2}/u.test(guardianName)) {
    const mayBeOfAge = birthYear === thisYear - ageOfConsent;
    if (!mayBeOfAge) faults.push("guardian");
    else if (!typed.isOfAge) faults.push("guardianOrAge");
  }
  return channel && faults.length === 0 ? { consent: { given, channel, guardianName: guardianName || null } } : { faults };
}

/** The text in the form in which it is shown: a question and its answer each. */
export function consentParts(body: string, names: { program: string; owner: string }): { question: string; answer: string }[] {
  const filled = body.replaceAll("{{program}}", names.program).replaceAll("{{owner}}", names.owner);
  return filled.split("\n\n").map((part) => {
    const [question = "", ...answer] = part.split("\n");
    return { question, answer: answer.join(" ") };
  });
}
