import type { Copy } from "#app/i18n/translate.tsx";
import { isKelurahan } from "#app/regions/kelurahan.ts";
import type { Area } from "./area-report.ts";

/** A place's name as one says it: `Kecamatan Kademangan`, `Desa Plosorejo`; regencies and provinces bear theirs. */
export function nameOf({ kind, name, code }: Area, { t }: Copy): string {
  if (kind === "district") return t("program.district", { name });
  if (kind === "village") return isKelurahan(code) ? t("area.kelurahan", { name }) : t("area.desa", { name });
  return name;
}
