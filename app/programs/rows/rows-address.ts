import { areaAddress } from "../area-address.ts";
import { partOf, withChoice } from "../pictures/choice.ts";
import { rowsAbout, type RowsAbout } from "./village-rows.ts";

/** The address of the villages behind a number of a place; `after` is the code at which a further page begins. */
export function rowsAddress(base: string, code: string, { about, curriculumId, after }: { about: RowsAbout; curriculumId: string | null; after?: string }): string {
  const asked = new URLSearchParams({ tahap: rowsAbout[about], ...(curriculumId ? { kurikulum: curriculumId } : {}), ...(after ? { sesudah: after } : {}) });
  return `${areaAddress(base, code)}/desa?${asked}`;
}

/** The address of a program's villages that stand still in a place, with why. */
export function stalledAddress(programId: string, code: string, curriculumId: string | null): string {
  return withChoice(`/program/${programId}/terhenti/${partOf(code)}`, { kurikulum: curriculumId });
}
