import type { Translate } from "#app/i18n/translate.tsx";

/**
 * A place in full, such as `Desa Plosorejo, Kecamatan Kademangan, Kabupaten Blitar`. The last part of
 * a village code begins with 1 for a kelurahan (Kepmendagri 300.2.2-2430/2025).
 */
export function placeLine(t: Translate, villageCode: string, names: { village: string; district: string; regency: string }): string {
  const isKelurahan = villageCode.split(".")[3]?.startsWith("1");
  const village = isKelurahan ? t("certificates.kelurahan", { name: names.village }) : t("certificates.village", { name: names.village });
  return [village, t("certificates.district", { name: names.district }), names.regency].join(", ");
}

/** The name of a regency as letters are dated: `Kabupaten Blitar` is `Blitar`, `Kota Blitar` too. */
export function townOf(regency: string): string {
  return regency.replace(/^(Kabupaten|Kota)( Administrasi)? /, "");
}
