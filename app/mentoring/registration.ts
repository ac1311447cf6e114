import { z } from "zod";

/** Nobody younger is registered, whoever agrees: the programme is for people of this age and older. Below 18 a guardian agrees (consent.ts). */
export const minimumAge = 17;
const maximumAge = 110;

/** What was typed, kept as it was so that nothing has to be typed again. */
export interface TypedRegistration {
  name: string;
  birthYear: string;
  gender: string;
  /** The name for which the mentor was told that somebody already has it. */
  confirmedName: string;
}

export interface Registration {
  name: string;
  birthYear: number | null;
  gender: "female" | "male" | null;
  /** Whether the mentor knows that somebody of this name is here already, and registers another person. */
  isAnotherPerson: boolean;
}

export type RegistrationFault = "name" | "birthYear" | "tooYoung" | "gender";

/**
 * Reads a registration in the year `thisYear`. Age is reckoned by the year alone, as that is all we ask:
 * who turns 17 within this year counts as 17.
 */
export function readRegistration(typed: TypedRegistration, thisYear: number): { registration: Registration } | { faults: RegistrationFault[] } {
  const parsed = registrationSchema.safeParse(typed);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0] as RegistrationFault);
  const birthYear = parsed.success ? parsed.data.birthYear : readBirthYear(typed.birthYear);
  if (birthYear !== null && !faults.includes("birthYear")) faults.push(...ageFaults(birthYear, thisYear));
  if (!parsed.success || faults.length > 0) return { faults: [...new Set(faults)] };
  const { name, gender, confirmedName } = parsed.data;
  return { registration: { name, birthYear, gender, isAnotherPerson: isSameName(name, confirmedName) } };
}

/** Without control characters and doubled spaces, letters in their one composed form. */
export function tidyText(text: string): string {
  return text.normalize("NFC").replaceAll(/[\p{Z}\s]+/gu, " ").replaceAll(/\p{C}/gu, "").trim();
}

/** Letters of any script, at least two, and what stands between them in names. */
const lettersOfName = /^(?=(?:\P{L}*\p{L}){2})[\p{L}\p{M} .'’‘ʼ`,-]+$/u;
const tidy = z.string().transform(tidyText);
const registrationSchema = z.object({
  name: tidy.pipe(z.string().max(80).regex(lettersOfName)),
  birthYear: tidy.pipe(z.string().regex(/^(\d{4})?$/)).transform(readBirthYear),
  gender: z.enum(["female", "male", ""]).transform((gender) => gender || null),
  confirmedName: tidy,
});

function readBirthYear(text: string): number | null {
  const year = tidyText(text);
  return /^\d{4}$/.test(year) ? Number(year) : null;
}

function ageFaults(birthYear: number, thisYear: number): RegistrationFault[] {
  if (birthYear > thisYear || birthYear < thisYear - maximumAge) return ["birthYear"];
  return thisYear - birthYear < minimumAge ? ["tooYoung"] : [];
}

function isSameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase("id") === b.toLocaleLowerCase("id");
}
