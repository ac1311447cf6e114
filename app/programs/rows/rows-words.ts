import type { Copy } from "#app/i18n/translate.tsx";
import { stalledAt, type RowsAbout, type VillageRow } from "./village-rows.ts";

/** What a list of villages is called. */
export function aboutText(about: RowsAbout, { t }: Copy): string {
  const names = { registered: t("rows.registered"), started: t("rows.started"), finished: t("rows.finished"), certified: t("rows.certified"), target: t("rows.target"), waiting: t("rows.waiting"), stalled: t("rows.stalled") };
  return names[about];
}

/** Why a village is on the list of those that stalled. */
export function stalledText(row: VillageRow, { t }: Copy): string {
  const reasons = { registered: t("rows.stalledRegistered"), started: t("rows.stalledStarted"), finished: t("rows.stalledFinished") };
  return reasons[stalledAt(row)];
}
