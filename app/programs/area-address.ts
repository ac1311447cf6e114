const nation = "indonesia";

/** The region code in an address: empty for `indonesia`, undefined for what is no code. */
export function areaCodeOf(part: string | undefined): string | undefined {
  if (part === nation) return "";
  return part !== undefined && /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.test(part) ? part : undefined;
}

/** The address of a place's figures under `base`, for one curriculum or all. */
export function areaAddress(base: string, code: string, curriculumId?: string | null): string {
  return addressOf(base, code, "", curriculumId);
}

/** The address of the same figures as a file, or of the page about the files. */
export function downloadAddress(base: string, code: string, curriculumId: string | null, format?: "xlsx" | "csv"): string {
  return addressOf(base, code, format ? `/unduh.${format}` : "/unduh", curriculumId);
}

function addressOf(base: string, code: string, page: string, curriculumId: string | null | undefined): string {
  return `${base}/${code || nation}${page}${curriculumId ? `?kurikulum=${curriculumId}` : ""}`;
}

/** Where a cohort's row stands on its village's page. */
export function cohortAnchor(cohortId: string): string {
  return `rombel-${cohortId}`;
}
