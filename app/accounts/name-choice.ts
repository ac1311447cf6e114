import type { ListedName, NamedCohort } from "#db/sign-in-names.ts";

/**
 * What a paired device offers for signing in. `from` is the cohort that was asked for, to come back to; null where the
 * names are those of who has class now.
 */
export type NameChoice =
  | { kind: "number" }
  | { kind: "cohorts"; cohorts: NamedCohort[] }
  | { kind: "names"; cohorts: (NamedCohort & { learners: ListedName[] })[]; from: string | null; hasOthers: boolean }
  | (ListedName & { kind: "person"; hasPin: boolean; cohortId: string | null });

/** The sign-in page in one of its forms, keeping where to go on to afterwards. */
export function signInPath(asked: { peserta?: number; rombel?: string | null; nomor?: "" }, goOn: string | null): string {
  const pairs = Object.entries({ ...asked, lanjut: goOn }).filter(([, value]) => value !== null && value !== undefined);
  const query = pairs.map(([name, value]) => (value === "" ? name : `${name}=${encodeURIComponent(String(value))}`)).join("&");
  return query ? `/masuk?${query}` : "/masuk";
}
