import { useCopy } from "#app/i18n/translate.tsx";
import type { PlanTotals } from "./import-plan.ts";

/** How many rows end in what; what happens to nobody is left out. */
export function ImportTotals({ totals }: { totals: PlanTotals }) {
  const { t } = useCopy();
  const counted = [
    ["undecided", totals.undecided, t("intake.totalUndecided", { count: totals.undecided })],
    ["added", totals.added, t("intake.totalAdded", { count: totals.added })],
    ["changed", totals.changed, t("intake.totalChanged", { count: totals.changed })],
    ["enrolled", totals.enrolled, t("intake.totalEnrolled", { count: totals.enrolled })],
    ["unchanged", totals.unchanged, t("intake.totalUnchanged", { count: totals.unchanged })],
    ["waiting", totals.waiting, t("intake.totalWaiting", { count: totals.waiting })],
    ["refused", totals.refused, t("intake.totalRefused", { count: totals.refused })],
  ] as const;
  return (
    <ul className="import-totals">
      {counted
        .filter(([, count]) => count > 0)
        .map(([kind, , words]) => (
          <li key={kind} className={kind === "undecided" || kind === "refused" ? "warn" : undefined}>
            {words}
          </li>
        ))}
    </ul>
  );
}
