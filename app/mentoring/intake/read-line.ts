import { type RegistrationFault, readRegistration, tidyText } from "../registration.ts";

/** What was read of a row of the file, as it stood there; `line` is the row's number in a spreadsheet. */
export interface ImportLine {
  line: number;
  name: string;
  birth: string;
  gender: string;
  number: string;
}

/** A person as a row tells of them. What it leaves empty is null. */
export interface ReadPerson {
  name: string;
  birthYear: number | null;
  gender: "female" | "male" | null;
  /** The number of somebody who is registered already. */
  number: number | null;
}

/** Why a row is not taken. `line` is the row that came first. */
export type Refusal =
  | { code: "nameEmpty" | "nameFormula" | "nameControl" | "nameDigits" | "nameWrong" | "birthYear" | "yearImpossible" | "tooYoung" | "needsGuardian" | "gender" | "numberWrong" | "numberUnknown" | "elsewhere" }
  | { code: "repeated" | "repeatedName" | "repeatedNumber"; line: number };

/** Reads one row in the year `thisYear`: the person, or all that keeps it from being taken. */
export function readLine(line: ImportLine, thisYear: number): { person: ReadPerson } | { refusals: Refusal[] } {
  const gender = genders.get(letters(line.gender));
  const number = readNumber(line.number);
  const typed = { name: line.name, birthYear: yearIn(line.birth), gender: gender ?? "", confirmedName: "" };
  const nameRefusal = refusalOfName(line.name);
  const read = readRegistration(typed, thisYear);
  const faults = "faults" in read ? read.faults : [];
  const codes = [
    nameRefusal ?? (faults.includes("name") ? "nameWrong" : null),
    ...faults.map((fault) => refusalOf(fault, typed.birthYear)),
    gender === undefined ? "gender" : null,
    number === undefined ? "numberWrong" : null,
  ] as const;
  const refusals = codes.filter((code) => code !== null).map((code) => ({ code }));
  if (refusals.length > 0 || "faults" in read || number === undefined) return { refusals };
  const { name, birthYear, gender: known } = read.registration;
  return { person: { name, birthYear, gender: known, number } };
}

const genders = new Map<string, "female" | "male" | "">([
  ["", ""],
  ...["p", "pr", "perempuan", "prempuan", "wanita", "w", "female", "f"].map((word) => [word, "female"] as const),
  ...["l", "lk", "lakilaki", "laki", "pria", "male", "m"].map((word) => [word, "male"] as const),
]);

function letters(text: string): string {
  return tidyText(text).toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** The one year in a text such as `1968`, `17-08-1968` or `Blitar, 17 Agustus 1968`; the text itself when there is none, or more. */
function yearIn(text: string): string {
  const tidy = tidyText(text);
  const years = tidy.match(/(?<!\d)(1[89]|20)\d\d(?!\d)/g) ?? [];
  return years.length === 1 ? (years[0] ?? "") : tidy;
}

/** Null when it is empty, undefined when it is no number. */
function readNumber(text: string): number | null | undefined {
  const tidy = tidyText(text);
  if (tidy === "") return null;
  return /^0{0,4}[1-9]\d{0,5}$/.test(tidy) ? Number(tidy) : undefined;
}

/** What a spreadsheet would run as a formula, also where it was made harmless with an apostrophe (OWASP, CSV injection). */
const formulaStart = /^'?[=+\-@\t\r]/;

function refusalOfName(name: string) {
  const tidy = tidyText(name);
  if (tidy === "") return /\p{Cc}|\uFFFD/u.test(name.replaceAll(/\s/g, "")) ? "nameControl" : "nameEmpty";
  if (formulaStart.test(name) || formulaStart.test(tidy)) return "nameFormula";
  if (/\uFFFD/u.test(name) || /\p{Cc}/u.test(name.replaceAll(/\s/g, ""))) return "nameControl";
  return /\d{6}/.test(tidy.replaceAll(/[\s.-]/g, "")) ? "nameDigits" : null;
}

function refusalOf(fault: RegistrationFault, birthYear: string) {
  if (fault === "birthYear" && /^\d{4}$/.test(birthYear)) return "yearImpossible";
  return fault === "birthYear" || fault === "tooYoung" ? fault : null;
}
