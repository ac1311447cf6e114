import { useCopy } from "#app/i18n/translate.tsx";
import type { Tally } from "./attendance.ts";

/** How many came, how many did not, how many nobody has marked yet. */
export function TallyLine({ tally }: { tally: Tally }) {
  const { t } = useCopy();
  const [there, away] = [tally.present + tally.late, tally.excused + tally.absent];
  if (there + away === 0) return <>{t("attendance.nothingMarked")}</>;
  const parts = [t("attendance.there", { count: there }), t("attendance.away", { count: away })];
  if (tally.unmarked > 0) parts.push(t("attendance.unmarked", { count: tally.unmarked }));
  return <>{parts.join(", ")}</>;
}
