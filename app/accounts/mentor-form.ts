import { tidyText } from "#app/mentoring/registration.ts";
import { isUsername } from "./username.ts";

export interface TypedMentor {
  name: string;
  username: string;
  /** `<village code>_<centre id>`, or empty. */
  center: string;
}

export type MentorFault = "name" | "username" | "usernameTaken" | "center";

/** Reads whom a lead registers; an empty user name is made from the name. */
export function readMentor(typed: TypedMentor): { name: string; username: string } | { faults: MentorFault[] } {
  const [name, username] = [tidyText(typed.name), tidyText(typed.username).toLowerCase()];
  const faults: MentorFault[] = [];
  if (name.length < 2 || name.length > 80 || !/\p{L}/u.test(name)) faults.push("name");
  if (username !== "" && !isUsername(username)) faults.push("username");
  return faults.length > 0 ? { faults } : { name, username };
}
