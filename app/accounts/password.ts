/** What is wrong with a new password. */
export type PasswordFault = "short" | "long" | "easy" | "username" | "same" | "again";

/** As many signs as a sign-in takes. */
export const longestPassword = 200;
const leastLetters = 12;

/**
 * What is wrong with a new password: 12 signs at least, or three words; with a letter in it; neither the user name nor
 * few signs over and over. Null: nothing. Length counts, not odd signs (NIST SP 800-63B, section 3.1.1.2).
 */
export function faultOfPassword(password: string, { username, current, again }: { username: string; current: string; again: string }): PasswordFault | null {
  if (password.length > longestPassword) return "long";
  if (isOnlyName(password, username)) return "username";
  if (password.length < leastLetters && wordsOf(password).length < 3) return "short";
  if (!/\p{L}/u.test(password) || new Set(password.toLowerCase()).size < 5) return "easy";
  if (password === current) return "same";
  return password === again ? null : "again";
}

/** Words of three letters or more. */
function wordsOf(password: string): string[] {
  return password.split(/[\s\p{P}\p{S}]+/u).filter((word) => word.length >= 3);
}

/** Whether nothing is left of it but the user name, once or several times, and digits. */
function isOnlyName(password: string, username: string): boolean {
  const [plain, name] = [lettersOf(password), lettersOf(username)];
  return name !== "" && plain !== "" && plain.replaceAll(name, "") === "";
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}]/gu, "");
}
