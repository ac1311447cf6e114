import { formatNumber } from "#app/i18n/locale.ts";
import type { Copy } from "#app/i18n/translate.tsx";
import { bytesOf, type FileFormat, sentBytesOf, slowMinutes } from "./file-size.ts";

/** How large a file of so many rows is, what of it goes over the link where that is less, and how long that takes. */
export function sizeText(format: FileFormat, rows: number, copy: Copy): string {
  const { t } = copy;
  const [bytes, sent] = [bytesOf(format, rows), sentBytesOf(format, rows)];
  const minutes = slowMinutes(format, rows);
  const packed = sent < bytes ? [t("download.packed", { size: bytesText(sent, copy) })] : [];
  return [t("download.size", { size: bytesText(bytes, copy) }), ...packed, minutes < 1 ? t("download.atOnce") : t("download.minutes", { count: minutes })].join(" ");
}

function bytesText(bytes: number, { t, locale }: Copy): string {
  return bytes < 950_000 ? t("download.sizeKb", { size: formatNumber(Math.ceil(bytes / 1000), locale) }) : t("download.sizeMb", { size: formatNumber(bytes / 1_000_000, locale) });
}
