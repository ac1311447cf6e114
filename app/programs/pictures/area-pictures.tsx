import type { Pillar } from "#app/catalog/course.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { AreaReport, BeforeAndAfter, MonthFigures } from "../area-report.ts";
import type { GainReport } from "../gain.ts";
import type { PublishedCounts } from "../stages.ts";
import { Funnel } from "./funnel.tsx";
import { GainBars } from "./gain-bars.tsx";
import { Trend } from "./trend.tsx";

/** A place in pictures: how far its people are, how that grew, and what they gained. */
export function AreaPictures({ report: { whole, months } }: { report: AreaReport }) {
  return <Pictures counts={whole.counts} months={months} shares={whole.gain?.shares ?? null} />;
}

export interface PicturesProps {
  counts: PublishedCounts;
  /** Empty where they may not be told. */
  months: readonly MonthFigures[];
  shares: Record<Pillar, BeforeAndAfter> | null;
}

export function Pictures({ counts, months, shares }: PicturesProps) {
  const { t } = useCopy();
  if (counts.registered.high === 0) return null;
  return (
    <>
      <div className="charts">
        <Funnel counts={counts} />
        <Trend months={months} />
        {shares ? <GainBars shares={shares} /> : null}
      </div>
      <p className="muted">
        {t("pictures.hatched")} {months.length > 0 ? t("pictures.monthsNote") : t("pictures.monthsHidden")}
      </p>
    </>
  );
}

/** A program's shares by pillar in whole percent, where they may be told. */
export function sharesOfGain(gain: GainReport): PicturesProps["shares"] {
  if (gain.kind !== "told") return null;
  const rows = gain.rows.flatMap(({ pillar, start, close }) => (pillar ? [[pillar, { before: Math.round(100 * start), after: Math.round(100 * close) }] as const] : []));
  return Object.fromEntries(rows) as Record<Pillar, BeforeAndAfter>;
}
