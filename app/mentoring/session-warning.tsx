import { useCopy } from "#app/i18n/translate.tsx";
import type { Holiday } from "./schedule.ts";

/** What stands in the way of a session's time, before it is asked for once more; nothing where nothing does. */
export function SessionWarning({ warning }: { warning: { holiday: Holiday | null; clashes: readonly string[] } | null }) {
  const { t } = useCopy();
  if (!warning) return null;
  const { holiday, clashes } = warning;
  return (
    <div className="notice notice-warn" role="alert">
      <p>
        <strong>{t("cohort.warnTitle")}</strong>
      </p>
      {holiday ? <p>{holiday.isDecreed ? t("cohort.warnHoliday", { name: holiday.name }) : t("cohort.warnHolidayExpected", { name: holiday.name })}</p> : null}
      {clashes.length > 0 ? <p>{t("cohort.warnClash", { cohorts: clashes.join(", ") })}</p> : null}
    </div>
  );
}
