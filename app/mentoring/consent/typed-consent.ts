import type { TypedConsent } from "./consent.ts";

/** The fields of a consent as a form sent them. */
export function typedConsentIn(sent: FormData): TypedConsent {
  const text = (name: string) => {
    const value = sent.get(name);
    return typeof value === "string" ? value.slice(0, 200) : "";
  };
  return { purposes: sent.getAll("setuju").filter((value) => typeof value === "string"), channel: text("cara"), guardianName: text("wali"), isOfAge: sent.get("dewasa") === "ya" };
}

/** Before anything is said. Mentors read the text aloud, mostly; to agree is never set beforehand. */
export const noConsentTyped: TypedConsent = { purposes: [], channel: "read-aloud", guardianName: "", isOfAge: false };
