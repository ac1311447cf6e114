import type { Translate } from "#app/i18n/translate.tsx";
import type { RegionKind } from "#db/regions-schema.ts";

/** What a region is: of villages, those whose last part begins with 1 are kelurahan (Kepmendagri 300.2.2-2430/2025). */
export function kindWord({ code, kind, name }: { code: string; kind: RegionKind; name: string }, t: Translate): string {
  if (kind === "province") return t("regions.kindProvince");
  if (kind === "regency") return name.startsWith("Kota ") ? t("regions.kindCity") : t("regions.kindRegency");
  if (kind === "district") return t("regions.kindDistrict");
  return code.slice(9).startsWith("1") ? t("regions.kindKelurahan") : t("regions.kindVillage");
}

/** Where a region lies, the narrowest place first: "Kec. Paser Belengkong, Kab. Paser" of a village, "Kab. Paser, Kalimantan Timur" of a district. */
export function placeWords({ kind, within }: { kind: RegionKind; within: readonly string[] }, t: Translate): string {
  const [first = "", second = ""] = within;
  if (kind === "province") return "";
  if (kind === "regency") return first;
  if (kind === "district") return [shortRegency(first, t), second].filter(Boolean).join(", ");
  return [t("regions.district", { name: first }), shortRegency(second, t)].filter(Boolean).join(", ");
}

function shortRegency(name: string, t: Translate): string {
  return name.startsWith("Kabupaten ") ? t("regions.regency", { name: name.slice("Kabupaten ".length) }) : name;
}
