import type { Translate } from "#app/i18n/translate.tsx";
import { isKelurahan } from "#app/regions/kelurahan.ts";

/** A place in full, such as `Desa Plosorejo, Kecamatan Kademangan, Kabupaten Blitar`. */
export function placeLine(t: Translate, villageCode: string, names: { village: string; district: string; regency: string }): string {
  const village = isKelurahan(villageCode) ? t("certificates.kelurahan", { name: names.village }) : t("certificates.village", { name: names.village });
  return [village, t("certificates.district", { name: names.district }), names.regency].join(", ");
}

/** The name of a regency as letters are dated: `Kabupaten Blitar` is `Blitar`, `Kota Blitar` too. */
export function townOf(regency: string): string {
  return regency.replace(/^(Kabupaten|Kota)( Administrasi)? /, "");
}
