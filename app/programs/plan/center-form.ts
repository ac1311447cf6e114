import { tidyText } from "#app/mentoring/registration.ts";
import { readName } from "./plan-form.ts";

export interface TypedCenter {
  name: string;
  address: string;
  reason: string;
}

export interface ReadCenter {
  name: string;
  address: string | null;
}

export type CenterFault = "name" | "address" | "reason" | "taken" | "stale" | "inUse" | "hours" | "noHours";

export const longestAddress = 160;

/** Reads what a centre is called and where it stands; the address may be left out. */
export function readCenter(typed: TypedCenter): ReadCenter | { faults: CenterFault[] } {
  const [name, address] = [readName(typed.name), tidyText(typed.address)];
  const faults: CenterFault[] = [];
  if (!name) faults.push("name");
  if (address.length > longestAddress) faults.push("address");
  return faults.length > 0 || !name ? { faults } : { name, address: address || null };
}

/** What a form about a centre showed: two that show the same have the same stamp. */
export function centerStamp({ name, address }: ReadCenter): string {
  return `${name}|${address ?? ""}`;
}
