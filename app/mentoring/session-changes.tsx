import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { dayAndTime } from "./session-words.ts";

interface Change {
  changeId: string;
  kind: "added" | "moved" | "cancelled" | "restored" | "cleared";
  /** Of how many learners the marks were taken back. */
  cleared: number;
  oldStartsAt: Date;
  newStartsAt: Date | null;
  reason: string;
  changedAt: Date;
  changedBy: string;
}

/** What was done to a session, by whom and why; nothing where it stands as planned. */
export function SessionChanges({ changes, villageCode }: { changes: readonly Change[]; villageCode: string }) {
  const { t, locale } = useCopy();
  if (changes.length === 0) return null;
  const when = (moment: Date) => t("cohort.dayAndTime", dayAndTime(moment, villageCode, locale));
  return (
    <section className="next-part">
      <h2>{t("cohort.changesTitle")}</h2>
      <ul className="plain sessions">
        {changes.map((change) => (
          <li key={change.changeId}>
            <div className="about">
              <p>
                {change.kind === "moved" && change.newStartsAt ? t("cohort.changeMoved", { from: when(change.oldStartsAt), to: when(change.newStartsAt) }) : null}
                {change.kind === "added" ? t("cohort.changeAdded") : null}
                {change.kind === "cancelled" ? t("cohort.changeCancelled") : null}
                {change.kind === "restored" ? t("cohort.changeRestored") : null}
                {change.kind === "cleared" ? t("cohort.changeCleared", { count: change.cleared }) : null}
              </p>
              <p className="muted">
                {t("cohort.sessionReason", { reason: change.reason })}
                <br />
                {t("cohort.changeBy", { name: change.changedBy, date: formatDate(change.changedAt, locale) })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
