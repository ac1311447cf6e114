import type { AccountPart, BuatAkunConfig, BuatAkunState } from "./buat-akun.ts";
import type { PasswordWord } from "./password.ts";

/** The part that is on the screen; none when the account is made. */
export function partNow({ at }: BuatAkunState, { parts }: BuatAkunConfig): AccountPart | undefined {
  return parts[at];
}

export function textOf({ texts }: BuatAkunState, part: AccountPart): string {
  return texts[part] ?? "";
}

export function wordsChosen(chosen: readonly number[], { words }: BuatAkunConfig): readonly PasswordWord[] {
  return chosen.flatMap((index) => words[index] ?? []);
}

/** The fault of what is typed, a key below `notice.`. */
export function faultOf(part: "name" | "address" | "code", text: string, { name, taken, code }: BuatAkunConfig): string | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === "") return `${part}-empty`;
  if (part === "name") return plain === name.toLowerCase() ? undefined : "name-other";
  if (part === "code") return plain.replaceAll(/\D/g, "") === code ? undefined : "code-other";
  if (!/^[a-z0-9]+([._][a-z0-9]+)*$/.test(plain)) return "address-signs";
  if (/\d{4}/.test(plain)) return "address-year";
  return taken.includes(plain) ? "address-taken" : undefined;
}

/** What the hints type into a part. */
export function rightText(part: "name" | "address" | "code", { name, free, code }: BuatAkunConfig): string {
  return part === "name" ? name : part === "address" ? free : code;
}
