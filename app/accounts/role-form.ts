import { tidyText } from "#app/mentoring/registration.ts";
import { isUsername } from "./username.ts";

/** What the form that grants a role sent. */
export interface TypedGrant {
  who: string;
  username: string;
  name: string;
  role: string;
  scope: string;
  programId: string;
  region: string;
  reason: string;
}

export type GrantFault = "username" | "usernameWrong" | "usernameTaken" | "name" | "role" | "program" | "region" | "regionSeveral" | "reason" | "known";

export const grantedRoles = ["lead", "viewer", "admin"] as const;
export type GrantedRole = (typeof grantedRoles)[number];

export interface ReadGrant {
  isNewPerson: boolean;
  username: string;
  /** Of a new person. */
  name: string;
  role: GrantedRole;
  /** Null for an admin, whose role is for all. */
  scope: { programId: string } | { region: string } | null;
  reason: string;
}

/** Reads the form; whether the person, the program and the region exist is for the database to say. */
export function readGrant(typed: TypedGrant): { grant: ReadGrant } | { faults: GrantFault[] } {
  const isNewPerson = typed.who === "new";
  const username = tidyText(typed.username).toLowerCase();
  const [name, reason, region] = [tidyText(typed.name), readGrantReason(typed.reason), tidyText(typed.region)];
  const role = grantedRoles.find((one) => one === typed.role);
  const faults: GrantFault[] = [];
  if (isNewPerson ? !isUsername(username) : username === "" || username.length > 80) faults.push(isNewPerson ? "usernameWrong" : "username");
  if (isNewPerson && (name.length < 2 || name.length > 80 || !/\p{L}/u.test(name))) faults.push("name");
  if (!role) faults.push("role");
  const isOfProgram = role !== "admin" && typed.scope === "program";
  if (isOfProgram && typed.programId === "") faults.push("program");
  if (role !== "admin" && !isOfProgram && (region === "" || region.length > 80)) faults.push("region");
  if (!reason) faults.push("reason");
  if (faults.length > 0 || !role || !reason) return { faults };
  const scope = role === "admin" ? null : isOfProgram ? { programId: typed.programId } : { region };
  return { grant: { isNewPerson, username, name, role, scope, reason } };
}

/** 3 to 300 letters; null for anything else. */
export function readGrantReason(text: string): string | null {
  const reason = tidyText(text);
  return reason.length >= 3 && reason.length <= 300 && /\p{L}/u.test(reason) ? reason : null;
}
