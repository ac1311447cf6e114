import { dayIn } from "#app/mentoring/mentor-level.ts";
import { tidyText } from "#app/mentoring/registration.ts";
import { dayOrEmpty, readName } from "./plan-form.ts";

export interface TypedNewProgram {
  name: string;
  ownerName: string;
  region: string;
  startsOn: string;
  endsOn: string;
  certificatePrefix: string;
  signatoryName: string;
  signatoryTitle: string;
  curriculumIds: string[];
}

export type NewProgramFault = "name" | "ownerName" | "region" | "regionSeveral" | "startsOn" | "endsOn" | "upsideDown" | "curricula" | "certificatePrefix" | "prefixTaken" | "signatoryName" | "signatoryTitle";

export interface ReadProgram {
  name: string;
  ownerName: string;
  startsOn: string;
  endsOn: string | null;
  certificatePrefix: string;
  signatoryName: string;
  signatoryTitle: string;
}

const longest = 120;

/** Reads a new program as it was typed, but for its region, which the database knows; `curricula` are those that are published. */
export function readNewProgram(typed: TypedNewProgram, curricula: readonly string[]): { program: ReadProgram } | { faults: NewProgramFault[] } {
  const [name, ownerName, signatoryName, signatoryTitle] = [readName(typed.name, longest), readName(typed.ownerName, longest), readName(typed.signatoryName, longest), readName(typed.signatoryTitle, longest)];
  const [startsOn, endsOn, certificatePrefix] = [dayIn(typed.startsOn), dayOrEmpty(typed.endsOn), tidyText(typed.certificatePrefix)];
  const faults: NewProgramFault[] = [];
  if (!name) faults.push("name");
  if (!ownerName) faults.push("ownerName");
  if (!startsOn) faults.push("startsOn");
  if (endsOn === undefined) faults.push("endsOn");
  if (startsOn && endsOn && endsOn < startsOn) faults.push("upsideDown");
  if (!curricula.some((id) => typed.curriculumIds.includes(id))) faults.push("curricula");
  // It stands between the strokes of a certificate's number.
  if (!/^[A-Z0-9][A-Z0-9-]{0,11}$/.test(certificatePrefix)) faults.push("certificatePrefix");
  if (!signatoryName) faults.push("signatoryName");
  if (!signatoryTitle) faults.push("signatoryTitle");
  if (faults.length > 0 || !name || !ownerName || !startsOn || endsOn === undefined || !signatoryName || !signatoryTitle) return { faults };
  return { program: { name, ownerName, startsOn, endsOn, certificatePrefix, signatoryName, signatoryTitle } };
}
