import { formatDate, formatNumber, formatShortDay, type Locale } from "#app/i18n/locale.ts";
import type { Copy } from "#app/i18n/translate.tsx";
import type { Rate } from "./completion.ts";
import type { LastHeard } from "./last-heard.ts";
import { isHidden, leastGroup, type Range } from "./stages.ts";

/** A number as told: `24`, `<5` for 1-4, `20–23` for any other range. */
export function countText({ low, high }: Range, locale: Locale): string {
  if (low === high) return formatNumber(low, locale);
  if (low === 1 && high === leastGroup - 1) return `<${leastGroup}`;
  return `${formatNumber(low, locale)}–${formatNumber(high, locale)}`;
}

/** The same within a sentence: `24`, `kurang dari 5`, `20 sampai 23`. */
export function countWords({ low, high }: Range, { t, locale }: Copy): string {
  if (low === high) return formatNumber(low, locale);
  if (low === 1 && high === leastGroup - 1) return t("program.fewPeople", { least: leastGroup });
  return t("program.between", { low: formatNumber(low, locale), high: formatNumber(high, locale) });
}

/** A share in whole percent, without the sign: `25`, `83–96`. Only nobody is 0, only everybody 100: `<1`, `>99`. */
export function percentText({ low, high }: Range): string {
  if (!isHidden({ low, high })) return nearly(low);
  // Rounded as the true share between them would be, so that this too lies between them.
  const [least, most] = [wholePercent(low) === 0 ? nearly(low) : `${wholePercent(low)}`, `${Math.max(1, wholePercent(high))}`];
  return least === most ? least : `${least}–${most}`;
}

function nearly(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return "<1";
  if (percent === 100 && share < 1) return ">99";
  return `${percent}`;
}

function wholePercent(share: number): number {
  const percent = Math.round(share * 100);
  return share < 1 ? Math.min(99, percent) : percent;
}

/** Percentage points with their sign: `+59`, `−3`, `0`. */
export function pointsText(points: number, locale: Locale): string {
  return `${points > 0 ? "+" : points < 0 ? "−" : ""}${formatNumber(Math.abs(points), locale)}`;
}

/** A rate's denominator: `(6 dari 24 terdaftar)`. */
export function ofWholeText({ part, whole }: Rate, of: "registered" | "target", { t, locale }: Copy): string {
  const values = { part: countText(part, locale), whole: countText(whole, locale) };
  return of === "registered" ? t("program.ofWholeRegistered", values) : t("program.ofWholeTarget", values);
}

/** When people were last heard from; `short` where there is little room. */
export function lastHeardText(lastHeard: LastHeard, { t, locale }: Copy, length: "long" | "short" = "long"): string {
  switch (lastHeard.kind) {
    case "day":
      return (length === "long" ? formatDate : formatShortDay)(lastHeard.on, locale);
    case "within30Days":
      return t("program.within30Days");
    case "before30Days":
      return t("program.before30Days");
    case "never":
      return "–";
  }
}

/** The same as a sentence. */
export function lastHeardSentence(lastHeard: LastHeard, copy: Copy): string {
  return lastHeard.kind === "never" ? copy.t("program.neverHeard") : copy.t("program.lastHeard", { when: lastHeardText(lastHeard, copy) });
}
