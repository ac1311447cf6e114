import { areaCodeOf } from "../area-address.ts";

/** How many places can be set beside each other. */
export const mostPlaces = 8;

/** The places that an address asks for, each once; undefined when one of them cannot be a place. */
export function placesIn(params: URLSearchParams): string[] | undefined {
  const codes = params.getAll("tempat").map((part) => areaCodeOf(part));
  return codes.every((code) => code !== undefined) ? [...new Set(codes)] : undefined;
}

/** The curriculum that an address asks for, where there is such; empty for all together. */
export function curriculumIn(params: URLSearchParams, curricula: readonly { id: string }[]): string {
  return curricula.find(({ id }) => id === params.get("kurikulum"))?.id ?? "";
}

/** The part of an address that stands for a place. */
export function partOf(code: string): string {
  return code || "indonesia";
}

/** An address with what is chosen. */
export function withChoice(path: string, choice: { kurikulum?: string | null; tempat?: readonly string[]; halaman?: number }): string {
  const params = new URLSearchParams();
  for (const code of choice.tempat ?? []) params.append("tempat", partOf(code));
  if (choice.kurikulum) params.set("kurikulum", choice.kurikulum);
  if (choice.halaman && choice.halaman > 1) params.set("halaman", String(choice.halaman));
  return params.size > 0 ? `${path}?${params}` : path;
}

/** The smallest place that holds all of them; empty for the nation. */
export function aroundAll(codes: readonly string[]): string {
  const [first = [], ...others] = codes.map((code) => code.split("."));
  const shared = others.reduce((parts, other) => parts.slice(0, sharedParts(parts, other)), codes.length > 1 ? first : first.slice(0, -1));
  return shared.join(".");
}

function sharedParts(parts: readonly string[], other: readonly string[]): number {
  const at = parts.findIndex((part, index) => part !== other[index]);
  return at < 0 ? parts.length : at;
}
