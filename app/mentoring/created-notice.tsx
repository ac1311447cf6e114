import { useCopy } from "#app/i18n/translate.tsx";

/** What the page after creating a cohort tells; nothing when none was just created. */
export function CreatedNotice({ created }: { created: Created | null }) {
  const { t } = useCopy();
  if (!created) return null;
  return (
    <p className="notice notice-ok" role="status">
      {t("cohort.createdSessions", { count: created.sessions })} {created.skipped > 0 ? t("cohort.skippedCount", { count: created.skipped }) : t("cohort.skippedNone")}
    </p>
  );
}

/** Who goes on with a cohort that a lead has just made: they plan, and its mentor brings people in. `plan` is the village's. */
export function GoesOn({ mentors, plan }: { mentors: readonly string[]; plan: string }) {
  const { t } = useCopy();
  return (
    <>
      <p className="notice">{t("cohort.createdGoesOn", { mentor: mentors.join(", ") })}</p>
      <p>
        <a className="button button-quiet" href={plan}>
          {t("cohort.createdPlan")}
        </a>
      </p>
    </>
  );
}

export interface Created {
  sessions: number;
  skipped: number;
}

/** Reads what the address says of a cohort that was just created. */
export function createdIn(searchParams: URLSearchParams): Created | null {
  const [sessions, skipped] = [searchParams.get("dibuat") ?? "", searchParams.get("libur") ?? ""];
  return /^\d{1,4}$/.test(sessions) && /^\d{1,3}$/.test(skipped) ? { sessions: Number(sessions), skipped: Number(skipped) } : null;
}
